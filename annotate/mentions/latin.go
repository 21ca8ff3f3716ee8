package mentions

import "github.com/isnad-news/isnad"

// latinName drafts a run of capitalised Latin words inside an Arabic text: a
// known name, or a person if a given name opens it.
func (f *finder) latinName(i int) int {
	if m, ok := f.known(i); ok {
		return f.draftKnown(i, m)
	}
	to := f.latinRun(i)
	if to-i < 2 || to-i > 4 || !f.words[i].is(given) || f.words[i].is(givenWeak) {
		return i
	}
	f.draftLatin(i, to, nil, "given name and what follows")
	return to
}

// latinHolder drafts the foreign name behind roles that began at token i.
func (f *finder) latinHolder(i, at int, roles []role, by trust) int {
	if m, ok := f.known(at); ok {
		if m.row.Kind != isnad.Person {
			return i
		}
		f.draft(at, at+m.n, m.sense, draft{kind: isnad.Person, row: m.row.ID, rows: m.ids, keys: f.nameKeys(at, at+m.n, m.sense), roles: roles, by: "known name"})
		f.insideRoles(i, at, roles)
		return at + m.n
	}
	to := f.latinRun(at)
	if by < titled || to == at || to-at > 4 || to-at == 1 && allCapitals(f.r.Article.Text[f.words[at].Start:f.words[at].End]) {
		return i
	}
	f.draftLatin(at, to, roles, reason(by))
	f.insideRoles(i, at, roles)
	return to
}

func (f *finder) draftLatin(from, to int, roles []role, by string) {
	f.draft(from, to, nil, draft{kind: isnad.Person, keys: f.nameKeys(from, to, f.words[from].whole()), roles: roles, by: by})
}
