package mentions

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// personAt drafts a person: forms of address and offices, then a name; or an
// office alone.
func (f *finder) personAt(i int) int {
	at, by := i, none
	var roles []role
	var first *sense // of the role or name that comes first
	for at < len(f.words) && at-i < 3*roleLimit {
		if n, s := f.honorificAt(at, at == i); n > 0 {
			at, by = at+n, max(by, titled)
			if first == nil {
				first = s
			}
			continue
		}
		if r, s, ok := f.roleAt(at); ok && (at == i || s.skip == 0) && !f.nameBefore(at, s) && !misplaced(&r) {
			if n := len(roles); n > 0 && capitalTrait(&roles[n-1]) {
				roles, first = roles[:n-1], nil // an everyday word after all
			}
			roles = append(roles, r)
			at, by = r.to, max(by, trustOf(&r))
			if first == nil {
				first = s
			}
			continue
		}
		if len(roles) > 0 && f.words[at].mark(comma) && f.titleAt(at+1) {
			at++
			continue
		}
		break
	}
	if next := f.holder(i, at, roles, by, first); next > i {
		return next
	}
	if len(roles) > 0 {
		return f.roleAlone(i, roles[0], first)
	}
	return i
}

// titleAt reports whether an office or a form of address stands at token i,
// whole.
func (f *finder) titleAt(i int) bool {
	if i >= len(f.words) || f.words[i].Kind != lang.Word {
		return false
	}
	w := &f.words[i]
	if _, n := f.lex.honorifics.match(w.Key, f.keys[i+1:]); n > 0 {
		return true
	}
	return len(f.lex.roles[w.Key]) > 0 && !w.is(given)
}

// misplaced reports whether a rank that is an everyday word too has a
// complement: «الفريق الوطني» is no lieutenant general.
func misplaced(r *role) bool { return capitalTrait(r) && (r.country != "" || len(r.of) > 0) }

// nameBefore reports whether the role noun at token at is rather a given name
// that opens the name: «خليل»-like words are in both lists.
func (f *finder) nameBefore(at int, s *sense) bool {
	if s.class&given == 0 {
		return false
	}
	return s.class&givenWeak == 0 || s.skip == 0 && at+1 < len(f.words) && f.strangeDefinite(at+1)
}

// strangeDefinite reports whether token i is a word with the article that no
// list holds: a family name, as likely as not.
func (f *finder) strangeDefinite(i int) bool {
	w := &f.words[i]
	if w.Kind != lang.Word || !strings.HasPrefix(w.Key, article) || letters(w.Key) < 5 {
		return false
	}
	_, demonym := f.facts.Demonym(w.Key)
	_, known := f.known(i)
	return !demonym && !known && !w.is(everyday|adjective|never) && len(f.lex.roles[w.Key]) == 0 && len(f.lex.honorifics[w.Key]) == 0 && f.lex.heads[w.Key].kind == ""
}

func trustOf(r *role) trust {
	if r.has('t') || r.has('r') || r.has('R') || r.has('T') {
		return titled
	}
	return holding
}

// honorificAt measures a form of address at token i.
func (f *finder) honorificAt(i int, clitics bool) (int, *sense) {
	w := &f.words[i]
	for j := range w.senses() {
		s := &w.readings[j]
		if s.skip > 0 && (!clitics || letters(s.key) < 3) {
			break
		}
		if _, n := f.lex.honorifics.match(s.key, f.keys[i+1:]); n > 0 && (letters(w.Key) > 1 || f.dotAfter(i)) {
			if f.dotAfter(i) && letters(w.Key) == 1 {
				n++
			}
			return n, s
		}
	}
	return 0, nil
}

func (f *finder) dotAfter(i int) bool {
	return i+1 < len(f.words) && (f.words[i+1].Key == "." || f.words[i+1].Key == "/")
}

// holder drafts the person named at token at, behind the roles that began at
// token i.
func (f *finder) holder(i, at int, roles []role, by trust, first *sense) int {
	open := at
	at, by = f.bridge(at, by)
	if at >= len(f.words) || f.words[at].Kind != lang.Word {
		return i
	}
	if f.words[at].Latin {
		return f.latinHolder(i, at, roles, by)
	}
	if by == none && at > 0 && f.words[at-1].is(called) {
		by = titled
	}
	if by == none {
		if !f.mayOpen(at) {
			return i
		}
		if f.cue(i - 1) {
			by = spoken
		}
		if f.introduced(at) {
			by = titled
		}
	}
	if len(roles) > 0 && by == titled && capitalTrait(&roles[0]) && !roles[0].definite {
		return i
	}
	w := &f.words[at]
	if n := len(roles); n > 0 && !roles[n-1].definite && !w.is(given) && open == at {
		if m, ok := f.known(at); !ok || m.row.Kind != isnad.Person {
			return i // «رئيس سيمكو»: what an open office wants is a body, not a name
		}
	}
	for j := range w.senses() {
		s := &w.readings[j]
		if s.skip > 0 && (at > i || w.is(given|everyday|joins)) {
			break
		}
		if s.skip > 0 && s.class&given == 0 {
			continue // a proclitic is read off before a listed name alone
		}
		name, ok := f.arabicName(at, s, by)
		if !ok {
			continue
		}
		to := f.bracketed(open, at, &name)
		d := draft{kind: isnad.Person, keys: name.keys, row: name.row, rows: name.rows, roles: roles, by: reason(by)}
		f.draft(at, to, s, d)
		index := len(f.drafts) - 1
		f.insideRoles(i, at, roles)
		return f.apposition(index, to)
	}
	return i
}

// mayOpen reports whether some reading of the word at token i can open a name
// without a title before it.
func (f *finder) mayOpen(i int) bool {
	w := &f.words[i]
	for j := range w.senses() {
		if w.readings[j].class&(given|opens) != 0 {
			return true
		}
	}
	if f.clauseAt(i+1) || f.patronymic(i, none) || f.introduced(i) {
		return true
	}
	m, ok := f.known(i)
	return ok && m.row.Kind == isnad.Person
}

func capitalTrait(r *role) bool { return r.has('R') || r.has('T') }

func reason(by trust) string {
	switch by {
	case holding:
		return "name behind an office"
	case titled:
		return "name behind a title"
	case spoken:
		return "name behind a reporting word"
	}
	return "given name and what follows"
}

// bridge steps over what may stand between a role and its name: an opening
// bracket with an adjective, or one little word before a foreign name.
func (f *finder) bridge(at int, by trust) (int, trust) {
	if by == none || at >= len(f.words) {
		return at, by
	}
	w := &f.words[at]
	if w.mark(comma) && by == holding && (f.opensName(at+1) && !f.words[at+1].is(givenWeak) || f.enclosed(at+1)) {
		return at + 1, by
	}
	if strings.HasPrefix(w.Key, article) && !w.is(given|never) && f.opensName(at+1) && !f.words[at+1].is(givenWeak) {
		return at + 1, by // one more adjective: «الفنان المخضرم فلان»
	}
	if w.mark("(") && at+1 < len(f.words) {
		n := 1
		if _, m := f.facts.MatchDemonym(f.keys[at+1:]); m > 0 {
			n += m
		}
		if at+n < len(f.words) && f.words[at+n].Kind == lang.Word {
			return at + n, by
		}
	}
	if at+1 < len(f.words) && f.words[at+1].Latin && !w.Latin && arabicStop(w.Key) && !w.is(onto|towards) {
		return at + 1, by
	}
	return at, by
}

// bracketed extends a name that an editor's bracket splits: «الرئيس (فولان)
// الفلاني».
func (f *finder) bracketed(open, at int, name *personName) int {
	to := name.to
	if at == open || !f.words[open].mark("(") || to+1 >= len(f.words) || !f.words[to].mark(")") {
		return to
	}
	w := &f.words[to+1]
	if w.Kind != lang.Word || w.Latin {
		return to
	}
	m, ok := f.known(to + 1)
	switch {
	case ok && m.row.Kind == isnad.Person && m.sense.skip == 0:
		name.row, name.rows = m.row.ID, m.ids
		to = to + 1 + m.n
	case w.is(given) || f.nameLike(to+1, w.whole(), 1):
		to += 2
	default:
		return to
	}
	name.keys = f.nameKeys(at, to, f.words[at].whole())
	return to
}

// insideRoles drafts what the complements of roles between two tokens name:
// known names and bodies.
func (f *finder) insideRoles(from, to int, roles []role) {
	for _, r := range roles {
		for i := from + 1; i < to; {
			next := i
			if f.words[i].Start >= r.Span.Start && f.words[i].End <= r.Span.End {
				next = f.insideRole(i, r.Span.End)
			}
			i = max(next, i+1)
		}
	}
}

func (f *finder) insideRole(i, end int) int {
	if f.english() && f.roleNoun(i) {
		if to := f.officialIn(i, end); to > i {
			return to
		}
	}
	m, ok := f.known(i)
	if to, d := f.bodyIn(i); to > i && f.words[to-1].End <= end && (!ok || to > i+m.n) {
		f.draft(i, to, nil, d)
		return to
	}
	if ok && f.words[i+m.n-1].End <= end {
		return f.draftKnownAlone(i, m)
	}
	return i
}

// bodyIn measures the name of a body at token i, whole.
func (f *finder) bodyIn(i int) (int, draft) {
	w := f.words[i].whole()
	kind, to := isnad.EntityKind(""), i
	if f.english() {
		var h head
		h, to = f.englishBody(i)
		kind = h.kind
	} else if b, ok := f.arabicBody(i, w); ok {
		kind, to = b.head.kind, b.to
	}
	if kind != isnad.Organisation {
		return i, draft{}
	}
	d := draft{kind: kind, keys: f.nameKeys(i, to, w), by: "head noun with its complement"}
	if ids, n := f.facts.Match(d.keys); n == len(d.keys) && len(ids) > 0 {
		d.row = ids[0]
	}
	return to, d
}
