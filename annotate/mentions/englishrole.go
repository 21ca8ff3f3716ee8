package mentions

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// englishRole parses a role phrase at token i: "former Kremlin spokesman",
// "foreign minister of Arden", "Arden's president". Words before the role noun
// are adjectives, demonyms and known names.
func (f *finder) englishRole(i int) (r role, ok bool) {
	at := i
	var head office
	for at < len(f.words) && at-i < roleLimit/2 {
		w := &f.words[at]
		if entry, n := f.lex.roles.match(w.Key, f.keys[at+1:]); n > 0 && !f.modifies(at, n) {
			head, at = entry.value, at+n
			if at < len(f.words) && f.words[at].Key == "." && f.capitalised(at+1) && n == 1 && len(w.Key) <= 4 {
				at++ // an abbreviated title: Gen. Doe
			}
			break
		}
		n := f.modifier(at, &r)
		if n == 0 {
			return r, false
		}
		at += n
	}
	if head.key == "" {
		return r, false
	}
	r.office, r.traits = head.key, r.traits+head.traits
	if at < len(f.words) && f.keys[at] == "-" && at+1 < len(f.words) && f.keys[at+1] == "elect" {
		at += 2
	}
	start := i
	at = f.roleOf(at, &r)
	r.to = at
	r.Span = f.span(start, at, nil)
	r.Text = r.Span.Of(f.r.Article.Text)
	r.definite = r.country != "" || len(r.of) > 0 || len(r.people) > 0
	if start > 0 && (f.keys[start-1] == "the" || f.words[start-1].is(owner)) {
		r.definite, r.whose = true, f.keys[start-1] != "the"
	} else if start > 0 && (f.keys[start-1] == "a" || f.keys[start-1] == "an") {
		r.definite, r.vague = false, true
	}
	return r, true
}

// modifies reports whether the role noun at token at, n words long, only
// modifies the next one: "deputy" in "deputy foreign minister".
func (f *finder) modifies(at, n int) bool {
	if at+n >= len(f.words) || !f.words[at].is(adjective) {
		return false
	}
	_, more := f.lex.roles.match(f.keys[at+n], f.keys[at+n+1:])
	return more > 0
}

// modifier measures one modifier of a role noun at token i and notes it.
func (f *finder) modifier(i int, r *role) int {
	w := &f.words[i]
	switch {
	case w.Kind != lang.Word:
		if w.Key == "-" && i > 0 && f.words[i-1].is(former) {
			return 1
		}
		return 0
	case w.is(former):
		r.former = true
		return 1
	case w.is(adjective):
		if w.Key == "deputy" || w.Key == "vice" || w.Key == "assistant" {
			r.deputy = true
		}
		return 1
	}
	if id, n := f.facts.MatchDemonym(f.keys[i:]); n > 0 && f.capitalised(i) {
		f.noteRow(id, r)
		return n
	}
	if f.headAt(i) && !f.capitalised(i) && i+1 < len(f.words) && f.roleNoun(i+1) {
		r.of = append(r.of, w.Key) // "union president"
		return 1
	}
	m, found := f.known(i)
	if b, to := f.englishBody(i); to > i && b.kind == isnad.Organisation && (!found || to > i+m.n) {
		if found {
			f.noteRow(m.row.ID, r)
		}
		r.of = append(r.of, f.keys[i:to]...)
		return to - i
	}
	if found {
		if m.row.Kind == isnad.Person {
			if f.words[i+m.n-1].tail == 0 {
				return 0
			}
			r.people = append(r.people, m.row.ID)
			return m.n
		}
		f.noteRow(m.row.ID, r)
		return m.n
	}
	return 0
}

func (f *finder) noteRow(id string, r *role) {
	row, ok := f.facts.Row(id)
	switch {
	case !ok:
	case row.IsCountry() && r.country == "":
		r.country = row.Country
	default:
		r.of = append(r.of, id)
	}
}

// roleOf takes the complement of a role at token i: "of Arden", "for peace",
// "to the Middle East".
func (f *finder) roleOf(i int, r *role) int {
	if i+1 >= len(f.words) {
		return i
	}
	switch f.keys[i] {
	case "of", "for", "to", "at":
	default:
		return i
	}
	at := i + 1
	if f.keys[at] == "the" && at+1 < len(f.words) {
		at++
	}
	if to := f.roleObject(at, r); to > at {
		for to+1 < len(f.words) && f.keys[to] == "and" && f.keys[i] != "of" {
			m, ok := f.known(to + 1)
			if !ok || m.row.Kind == isnad.Person {
				break
			}
			f.noteRow(m.row.ID, r)
			to += 1 + m.n
		}
		return to
	}
	return i
}

func (f *finder) roleObject(at int, r *role) int {
	if f.depth >= roleDepth {
		return at
	}
	f.depth++
	inner, ok := f.englishRole(at)
	f.depth--
	if ok {
		if name, named := f.englishName(inner.to, holding); named {
			r.people = append(r.people, strings.Join(name.keys, " "))
			return name.to
		}
	}
	if ok && (inner.country != "" || len(inner.of) > 0) {
		r.of = append(append(r.of, inner.of...), inner.office)
		return inner.to
	}
	if m, ok := f.known(at); ok && m.row.Kind != isnad.Person {
		if b, to := f.englishBody(at); to > at+m.n && b.kind == isnad.Organisation {
			r.of = append(r.of, f.keys[at:to]...)
			return to
		}
		f.noteRow(m.row.ID, r)
		return at + m.n
	}
	if b, to := f.englishBody(at); to > at && b.kind != "" {
		r.of = append(r.of, f.keys[at:to]...)
		return to
	}
	if to := f.nameRun(at); to > at && !f.words[at].is(given) {
		r.of = append(r.of, f.keys[at:to]...)
		return to
	}
	// "spokesman for the army", "minister of finance": one common noun.
	if w := &f.words[at]; w.Kind == lang.Word && !w.is(everyday) && strings.ContainsAny(w.Key, "aeiou") && f.pauseOrVerb(at+1) {
		r.of = append(r.of, w.Key)
		return at + 1
	}
	return at
}

func (f *finder) pauseOrVerb(i int) bool {
	return f.pauseAt(i) || f.englishCue(i) || f.capitalised(i)
}

// englishRoleAlone drafts an office that stands for its holder: with the
// article or a country, not in a heading's or list's bare form.
func (f *finder) englishRoleAlone(i int, r role) int {
	if !r.definite && !(r.vague && r.office == spokesman) || r.has('r') || r.has('T') || r.has('R') {
		return i
	}
	f.draft(i, r.to, nil, draft{kind: isnad.Person, form: isnad.ByRole, roles: []role{r}, by: "office alone"})
	f.insideRoles(i-1, r.to, []role{r})
	return r.to
}

// englishApposition adds the role that follows a name: "Jane Doe, the foreign
// minister,", "Jane Doe, 52, a former minister".
func (f *finder) englishApposition(index, at int) int {
	from := at
	if at < len(f.words) && f.words[at-1].tail > 0 {
		return from
	}
	if at+1 < len(f.words) && f.words[at].mark(comma) && f.words[at+1].Kind == lang.Digits {
		at += 2
	}
	if at+1 >= len(f.words) || !f.words[at].mark(comma) {
		return from
	}
	at++
	if next := f.whoHeads(index, at); next > at {
		return next
	}
	if k := f.keys[at]; k == "a" || k == "an" || k == "the" || f.words[at].is(owner) {
		at++
	}
	if at >= len(f.words) {
		return from
	}
	r, ok := f.englishRole(at)
	if !ok || !f.pauseAt(r.to) && !f.pauseOrVerb(r.to) && f.keys[min(r.to, len(f.keys)-1)] != "who" || f.capitalised(r.to) {
		return from
	}
	f.drafts[index].roles = append(f.drafts[index].roles, r)
	f.insideRoles(at-1, r.to, []role{r})
	return r.to
}

// spokesman is the office that several hold and one is named by: "a government
// spokesman" may be the one whom the report names elsewhere.
const spokesman = "spokesman"
