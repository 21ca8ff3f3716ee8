package mentions

import (
	"strings"

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
		if at < len(f.words) && f.words[at].mark(comma) && f.personOpens(at+1) && r.definite {
			at++
			break
		}
	}
	if name, ok := f.englishName(at, by); ok {
		d := draft{kind: isnad.Person, keys: name.keys, row: name.row, rows: name.rows, roles: roles, by: reason(by)}
		f.draft(at, name.to, nil, d)
		index := len(f.drafts) - 1
		f.insideRoles(i, at, roles)
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
	return to-i >= 2 && to-i <= 3 && !f.opensWithPlace(i) && !f.headAt(to-1) && f.pauseOrVerb(to)
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
	if start > 0 && (f.keys[start-1] == "the" || f.keys[start-1] == "his" || f.keys[start-1] == "her" || f.keys[start-1] == "their") {
		r.definite, r.whose = true, f.keys[start-1] != "the"
	} else if start > 0 && (f.keys[start-1] == "a" || f.keys[start-1] == "an") {
		r.definite = false
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
	if !r.definite || r.has('r') || r.has('T') || r.has('R') {
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
	if k := f.keys[at]; k == "a" || k == "an" || k == "the" || k == "his" || k == "her" {
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
