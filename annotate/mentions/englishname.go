package mentions

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// roleDepth bounds roles within roles: "adviser to the president of …".
const roleDepth = 2

// englishPerson drafts a person at token i: forms of address and offices, then
// a name; or an office alone.
func (f *finder) englishPerson(i int) int {
	at, by := i, none
	var roles []role
	for at < len(f.words) {
		if n := f.englishHonorific(at); n > 0 {
			at, by = at+n, max(by, titled)
			continue
		}
		r, ok := f.englishRole(at)
		if !ok {
			break
		}
		roles = append(roles, r)
		at, by = r.to, max(by, trustOf(&r))
		if at < len(f.words) && f.words[at].mark(comma) && f.personOpens(at+1) && (r.definite || r.vague && f.closed(at+1)) {
			at++
			break
		}
	}
	if name, ok := f.englishName(at, by); ok {
		d := draft{kind: isnad.Person, keys: name.keys, row: name.row, rows: name.rows, roles: roles, by: reason(by)}
		f.draft(at, name.to, nil, d)
		index := len(f.drafts) - 1
		f.insideRoles(i-1, at, roles)
		f.ofCountry(index, name.to)
		return f.englishApposition(index, name.to)
	}
	if len(roles) == 0 {
		return i
	}
	return f.englishRoleAlone(i, roles[0])
}

// ofCountry notes the country of "President Jane Doe of Arden".
func (f *finder) ofCountry(index, at int) {
	roles := f.drafts[index].roles
	if len(roles) == 0 || roles[len(roles)-1].country != "" || at+1 >= len(f.words) || f.keys[at] != "of" {
		return
	}
	if m, ok := f.known(at + 1); ok && m.row.IsCountry() {
		roles[len(roles)-1].country = m.row.Country
	}
}

// officialIn drafts a person with an office inside the complement of another
// role: "spokesman for Prime Minister Jane Doe".
func (f *finder) officialIn(i, end int) int {
	r, ok := f.englishRole(i)
	if !ok {
		return i
	}
	name, ok := f.englishName(r.to, holding)
	if !ok || f.words[name.to-1].End > end {
		return i
	}
	f.draft(r.to, name.to, nil, draft{kind: isnad.Person, keys: name.keys, row: name.row, rows: name.rows, roles: []role{r}, by: reason(holding)})
	return name.to
}

// personOpens reports whether a person's name begins at token i, behind an
// office and a comma: a listed one, or two or three capitalised words that a
// pause or verb follows.
func (f *finder) personOpens(i int) bool {
	if !f.capitalised(i) {
		return false
	}
	if m, ok := f.known(i); ok {
		return m.row.Kind == isnad.Person
	}
	if f.words[i].is(given) && !f.words[i].is(givenWeak) && f.capitalised(i+1) {
		return true
	}
	to := f.nameRun(i)
	most := 3
	if f.hasSon(i, to) {
		most = 5
	}
	return to-i >= 2 && to-i <= most && !f.opensWithPlace(i) && !f.headAt(to-1) && f.pauseOrVerb(to)
}

func (f *finder) englishHonorific(i int) int {
	if !f.capitalised(i) {
		return 0
	}
	_, n := f.lex.honorifics.match(f.keys[i], f.keys[i+1:])
	if n > 0 && i+n < len(f.words) && f.words[i+n].Key == "." {
		n++
	}
	if n > 0 && !f.capitalised(i+n) {
		return 0
	}
	return n
}

// englishName parses the name of a person at token i.
func (f *finder) englishName(i int, by trust) (name personName, ok bool) {
	if !f.capitalised(i) || f.words[i].is(everyday) && !f.words[i].is(given) {
		return name, false
	}
	s := f.words[i].whole()
	if m, found := f.known(i); found {
		if m.row.Kind != isnad.Person {
			return name, by >= titled && m.n == 1 && f.englishRun(i, by, &name)
		}
		name = personName{to: i + m.n, row: m.row.ID, rows: m.ids, words: m.n, keys: f.nameKeys(i, i+m.n, s)}
		if m.n > 1 || !f.words[i].is(given) || f.nameRun(i) == i+1 {
			return name, true
		}
	}
	return name, f.englishRun(i, by, &name)
}

// englishRun takes the capitalised words at token i as a name, if something
// speaks for a person: a title, a given name, a reporting verb beside it, or an
// apposition behind it.
func (f *finder) englishRun(i int, by trust, name *personName) bool {
	to := f.nameRun(i)
	for j := i + 1; j < to; j++ {
		if f.roleNoun(j) && !f.words[j].is(given) {
			to = j
			break
		}
	}
	if to < len(f.words) && f.words[to].is(heir) {
		to++
	}
	n := to - i
	if n == 0 || n > 6 {
		return false
	}
	first := &f.words[i]
	switch {
	case n == 1 && by < titled:
		return false
	case n == 1 && allCapitals(f.r.Article.Text[first.Start:first.End]) && first.End-first.Start > 1 && by < holding:
		return false
	case by >= titled:
	case first.is(given) && !first.is(givenWeak):
		if _, bad := f.lex.heads[f.keys[to-1]]; bad || f.calledPlace(i+1, to) {
			return false
		}
	case first.is(given) && (f.words[i+1].is(given|joins) || f.speaks(i, to)):
	case n <= 3 && f.speaks(i, to) && !f.opensWithPlace(i):
	default:
		return false
	}
	keys := f.nameKeys(i, to, first.whole())
	*name = personName{to: to, keys: keys, words: len(keys)}
	name.row, name.rows = f.knownTail(keys)
	return true
}

// calledPlace reports whether a known place stands among tokens from to to
// alone: "Jordan River" is no person.
func (f *finder) calledPlace(from, to int) bool {
	if from >= to {
		return false
	}
	m, ok := f.known(from)
	return ok && m.row.Kind != isnad.Person && from+m.n == to && m.n > 1
}

func (f *finder) opensWithPlace(i int) bool {
	if _, ok := f.known(i); ok {
		return true
	}
	_, n := f.facts.MatchDemonym(f.keys[i:])
	return n > 0 || f.headAt(i) || f.roleNoun(i)
}

// speaks reports whether the words from token i to to stand where a person
// speaks or is described.
func (f *finder) speaks(i, to int) bool {
	if f.saidAt(to) || i > 0 && f.saidAt(i-1) {
		return true
	}
	if to+1 < len(f.words) && f.words[to].mark(comma) {
		if f.words[to+1].Kind == lang.Digits || f.keys[to+1] == "who" || f.keys[to+1] == "whose" {
			return true
		}
		at := to + 1
		if f.keys[at] == "a" || f.keys[at] == "an" || f.keys[at] == "the" {
			at++
		}
		if at < len(f.words) {
			_, ok := f.englishRole(at)
			return ok
		}
	}
	return false
}

// saidAt reports whether token i is a verb of speech; participles and
// particles speak for no one beside them.
func (f *finder) saidAt(i int) bool { return i < len(f.words) && f.englishCue(i) }

// closed reports whether a comma ends the name that may begin at token i.
func (f *finder) closed(i int) bool {
	to := f.nameRun(i)
	return to < len(f.words) && f.words[to].mark(comma)
}
