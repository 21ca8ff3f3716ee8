package mentions

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// roleLimit bounds the words of one role phrase.
const roleLimit = 14

// arabicRole parses the role phrase at token i, whose head is read as s.
func (f *finder) arabicRole(i int, s *sense) (r role, ok bool) {
	p := rolePhrase{f: f, from: i}
	if !p.head(i, s) {
		return r, false
	}
	for p.to < len(f.words) && p.to-i < roleLimit && p.step() {
	}
	p.extend()
	r = p.role
	r.to = p.to
	r.Span = f.span(i, p.to, s)
	r.Text = f.name(r.Span, s)
	return r, true
}

// rolePhrase is a role being parsed. A phrase is open while its head wants a
// genitive («مدير …») and closed once the article, a name or a pronoun has made
// it definite; then only adjectives and prepositional complements follow.
type rolePhrase struct {
	f        *finder
	from, to int
	role     role
	plain    bool // only the head so far
}

// head takes the head noun or phrase, and a second head behind one that
// modifies it («نائب وزير …»).
func (p *rolePhrase) head(i int, s *sense) bool {
	entry, n := p.f.lex.roles.match(s.key, p.f.keys[i+1:])
	if n == 0 {
		return false
	}
	p.role.office, p.role.traits, p.role.definite = entry.value.key, entry.value.traits, entry.definite
	p.role.whose = entry.definite && n == 1 && !strings.HasPrefix(s.key, article)
	p.to, p.plain = i+n, true
	if !entry.value.has('m') || p.role.definite || p.to >= len(p.f.words) {
		return true
	}
	next := p.f.words[p.to].whole()
	if second, n := p.f.lex.roles.match(next.key, p.f.keys[p.to+1:]); n > 0 {
		p.role.deputy = true
		p.role.office, p.role.definite = second.value.key, second.definite
		p.role.traits += second.value.traits
		p.to += n
	}
	return true
}

// step takes one more piece of the phrase; false if it has ended.
func (p *rolePhrase) step() bool {
	w := &p.f.words[p.to]
	if w.Kind != lang.Word {
		return p.demonym(0)
	}
	s := w.whole()
	switch {
	case p.demonym(0):
		return true
	case s.class&adjective != 0:
		return p.adjective(s)
	case s.class&inTheName != 0 && p.role.has('p'):
		return p.inTheName()
	case s.class&towards != 0 && p.role.has('e'):
		return p.list(p.to + 1)
	case p.belonging():
		return true
	case !p.role.definite:
		return p.genitive()
	}
	return p.definiteAdjective(s)
}

func (p *rolePhrase) take(n int) bool {
	p.to += n
	p.plain = false
	return true
}

// demonym takes an adjective of belonging, which says whose office it is.
func (p *rolePhrase) demonym(skip int) bool {
	id, n := p.f.facts.MatchDemonym(p.f.keys[p.to+skip:])
	if n == 0 {
		return false
	}
	definite := strings.HasPrefix(p.f.keys[p.to], article)
	if p.role.definite && !definite {
		return false
	}
	if m, ok := p.f.known(p.to); !definite && ok && m.row.Kind == isnad.Place && m.sense.skip == 0 {
		return false // «روسيا» is the country, though an adjective's accusative is written so too
	}
	p.role.definite = p.role.definite || definite
	p.belongs(id)
	return p.take(n)
}

// belongs notes the country of the office, or else the place.
func (p *rolePhrase) belongs(id string) {
	row, ok := p.f.facts.Row(id)
	if !ok {
		return
	}
	if row.IsCountry() && p.role.country == "" {
		p.role.country = row.Country
		return
	}
	p.role.of = append(p.role.of, id)
}

func (p *rolePhrase) adjective(s *sense) bool {
	definite := strings.HasPrefix(s.key, article)
	// A definite phrase takes definite adjectives. An indefinite adjective
	// behind an indefinite head leaves it indefinite: «مستشار سابق».
	if p.role.definite && !definite {
		return false
	}
	p.role.definite = p.role.definite || definite
	if p.f.lex.words[strings.TrimPrefix(s.key, article)]&former != 0 {
		p.role.former = true
	}
	return p.take(1)
}

// inTheName takes «باسم» and what stands behind it.
func (p *rolePhrase) inTheName() bool {
	at := p.to + 1
	if at >= len(p.f.words) {
		return false
	}
	w := &p.f.words[at]
	n := p.complement(at, w.whole())
	if n == 0 && w.Kind == lang.Word && p.f.nameLike(at, w.whole(), 0) {
		p.role.people = append(p.role.people, w.Key)
		n = 1 // someone the lists do not know
	}
	if n == 0 {
		return false
	}
	p.role.definite = true
	return p.take(1 + n)
}

// ofBody takes the name of a body, without the article, whose office it is.
func (p *rolePhrase) ofBody(i int, s *sense) bool {
	b, ok := p.f.arabicBody(i, s)
	if !ok || strings.HasPrefix(s.key, article) || p.role.has('t') {
		return false
	}
	keys := p.f.nameKeys(i, b.to, s)
	if ids, n := p.f.facts.Match(keys); n == len(keys) && len(ids) > 0 {
		p.role.of = append(p.role.of, ids[0])
	}
	p.role.of = append(p.role.of, keys[1:]...)
	p.role.definite = true
	return p.take(b.to - i)
}

// complement measures a noun phrase at token i that completes a role: a known
// name, a role, or nouns up to the first definite one and its adjectives.
func (p *rolePhrase) complement(i int, s *sense) int {
	f := p.f
	if m, ok := f.known(i); ok && m.sense.skip == s.skip {
		p.note(m)
		return m.n + p.adjectives(i+m.n)
	}
	if b, ok := f.arabicBody(i, s); ok && !strings.HasPrefix(s.key, article) {
		p.role.of = append(p.role.of, f.nameKeys(i, b.to, s)[1:]...)
		return b.to - i
	}
	if _, n := f.lex.roles.match(s.key, f.keys[i+1:]); n > 0 && s.skip == 0 {
		inner := rolePhrase{f: f, from: i}
		inner.head(i, s)
		for inner.to < len(f.words) && inner.to-i < roleLimit/2 && inner.step() {
		}
		if p.role.country == "" {
			p.role.country = inner.role.country
		}
		p.role.of = append(p.role.of, inner.role.office)
		return inner.to - i
	}
	if strings.HasPrefix(s.key, article) {
		p.role.of = append(p.role.of, s.key)
		return 1 + p.adjectives(i+1)
	}
	if s.class&everyday == 0 || i+1 >= len(f.words) || f.words[i+1].Kind != lang.Word {
		return 0
	}
	if i-p.from > roleLimit {
		return 0
	}
	p.role.of = append(p.role.of, s.key)
	if n := p.complement(i+1, f.words[i+1].whole()); n > 0 {
		return 1 + n
	}
	return 0
}

// adjectives counts definite adjectives at token i and keeps those that say
// what the office is over.
func (p *rolePhrase) adjectives(i int) int {
	n := p.f.adjectivesAt(i)
	for j := i; j < i+n; j++ {
		if id, ok := p.f.facts.Demonym(p.f.keys[j]); ok {
			p.belongs(id)
		} else if !p.f.words[j].is(adjective) {
			p.role.of = append(p.role.of, p.f.keys[j])
		}
	}
	return n
}

// note keeps what a complement names.
func (p *rolePhrase) note(m match) {
	switch {
	case m.row.Kind == isnad.Person:
		p.role.people = append(p.role.people, m.row.ID)
	case m.row.IsCountry() && p.role.country == "" && !p.role.has('e'):
		p.role.country = m.row.Country
	default:
		p.role.of = append(p.role.of, m.row.ID)
	}
}

// adjectivesAt counts definite adjectives at token i.
func (f *finder) adjectivesAt(i int) (n int) {
	for i+n < len(f.words) && f.words[i+n].Kind == lang.Word {
		key := f.keys[i+n]
		_, m := f.facts.MatchDemonym(f.keys[i+n:])
		switch {
		case !strings.HasPrefix(key, article) || f.words[i+n].is(never):
			return n
		case m > 0:
			n += m
		case f.attribute(i + n):
			n++
		default:
			return n
		}
	}
	return n
}

// attribute reports whether token i, which has the article, reads as an
// adjective or common noun and not as a family name.
func (f *finder) attribute(i int) bool {
	w := &f.words[i]
	if letters(w.Key) <= len(article)/len(alef)+1 || arabicStop(w.Key) {
		return false
	}
	if _, n := f.lex.honorifics.match(w.Key, f.keys[i+1:]); n > 0 {
		return false
	}
	if entry, n := f.lex.roles.match(w.Key, f.keys[i+1:]); n > 0 && !entry.value.has('T') && !w.is(adjective) {
		return false
	}
	return w.is(everyday|adjective) || strings.HasSuffix(w.Key, heh) || strings.HasSuffix(w.Key, females)
}

// list takes "to" and the known names behind it, joined by "and".
func (p *rolePhrase) list(at int) bool {
	n := p.names(at, false)
	if n == 0 {
		return false
	}
	p.role.definite = p.role.definite || !p.plain
	return p.take(1 + n)
}

// names measures known names from token at on, the second and further ones
// joined by a conjunction.
func (p *rolePhrase) names(at int, joined bool) (n int) {
	for at+n < len(p.f.words) {
		m, ok := p.f.known(at + n)
		if !ok || m.sense.prep != "" || m.sense.conj != (joined || n > 0) || m.row.Kind == isnad.Person {
			break
		}
		p.role.of = append(p.role.of, m.row.ID)
		n += m.n
	}
	return n
}

// belonging takes a complement with the preposition of belonging written with
// it: «للأمم المتحدة», «لشؤون الشرق الأدنى».
func (p *rolePhrase) belonging() bool {
	f := p.f
	w := &f.words[p.to]
	for j := range w.senses() {
		s := &w.readings[j]
		if s.prep != lam || s.conj {
			continue
		}
		if m, ok := f.known(p.to); ok && m.sense.prep == lam && !m.sense.conj && (p.role.has('l') || m.row.Kind == isnad.Organisation) {
			if m.row.Kind == isnad.Person {
				return false
			}
			p.note(m)
			p.role.definite = p.role.definite || !p.plain
			return p.take(m.n + f.adjectivesAt(p.to+m.n))
		}
		if !p.role.has('l') || w.is(given|everyday) {
			return false
		}
		if n := p.complement(p.to, s); n > 0 {
			return p.take(n)
		}
	}
	return false
}

// genitive takes what an open head wants: a known name, a person whose it is,
// common nouns, and at last a definite one.
func (p *rolePhrase) genitive() bool {
	f := p.f
	w := &f.words[p.to]
	if m, ok := f.known(p.to); ok && m.sense.skip == 0 {
		return p.genitiveName(m)
	}
	s := w.whole()
	if s.class&never != 0 {
		return false
	}
	if strings.HasPrefix(s.key, article) && len(s.key) > len(article)+2 {
		if p.role.has('t') && !f.attribute(p.to) {
			return false // a trade without article before a family name
		}
		p.role.definite = true
		p.role.of = append(p.role.of, s.key)
		return p.take(1 + p.adjectives(p.to+1))
	}
	if p.ofBody(p.to, s) {
		return true
	}
	if s.class&everyday != 0 && s.class&given == 0 {
		if arabicStop(s.key) || p.role.has('t') || f.cue(p.to) {
			return false
		}
		// A common noun goes on only if the phrase closes behind it.
		if n := p.complement(p.to, s); n > 0 {
			p.role.definite = true
			return p.take(n)
		}
		return false
	}
	if p.adjectiveAt(p.to+1) && f.nameLike(p.to, s, 0) {
		p.role.people = append(p.role.people, s.key)
		p.role.definite = true
		return p.take(1)
	}
	return false
}

// adjectiveAt reports whether a definite adjective of roles stands at token i.
func (p *rolePhrase) adjectiveAt(i int) bool {
	return i < len(p.f.words) && strings.HasPrefix(p.f.keys[i], article) && p.f.words[i].is(adjective)
}

func (p *rolePhrase) genitiveName(m match) bool {
	if m.row.Kind != isnad.Person {
		p.note(m)
		p.role.definite = true
		return p.take(m.n)
	}
	// «مبعوث ترمب الخاص»: a person closes the phrase only where something of
	// the phrase follows; else the name is the holder's own.
	after := p.to + m.n
	if p.adjectiveAt(after) {
		p.note(m)
		p.role.definite = true
		return p.take(m.n)
	}
	if p.role.has('o') && !p.role.definite && after < len(p.f.words) && p.f.opensName(after) {
		p.note(m)
		p.role.definite = true
		return p.take(m.n)
	}
	return false
}

// definiteAdjective takes one more definite adjective of a closed phrase.
func (p *rolePhrase) definiteAdjective(s *sense) bool {
	if !strings.HasPrefix(s.key, article) || s.class&never != 0 && s.class&adjective == 0 {
		return false
	}
	if p.plain && !p.role.whose && !p.f.lex.closes(s.key) {
		// «الرئيس …», «الوزير …» take few adjectives; what else follows is a name.
		return false
	}
	if !p.f.attribute(p.to) {
		return false
	}
	return p.take(1)
}

// extend takes what stands between a closed phrase and a name that follows:
// a second body («… وإدارة البحوث»), a place with a preposition, or one more
// word with the preposition of belonging. Without a name behind it none of
// them is known to be part of the role.
func (p *rolePhrase) extend() {
	f := p.f
	closed := p.to
	for tries := 0; tries < 4 && p.role.definite && p.to < len(f.words) && f.words[p.to].Kind == lang.Word; tries++ {
		to := p.extension()
		if to == p.to || to >= len(f.words) {
			break
		}
		p.to = to
		if f.startsName(to) {
			return
		}
	}
	p.to = closed
}

func (p *rolePhrase) extension() int {
	f := p.f
	w := &f.words[p.to]
	if w.is(within) && p.to+1 < len(f.words) {
		return p.located(p.to+1, f.words[p.to+1].whole())
	}
	for j := range w.senses() {
		switch s := &w.readings[j]; {
		case s.conj && s.prep == "" && len(f.lex.roles[s.key]) == 0:
			of := len(p.role.of)
			n := p.complement(p.to, s)
			p.role.of = p.role.of[:of]
			return p.to + n
		case !s.conj && s.prep == beh:
			return p.located(p.to, s)
		case !s.conj && s.prep == lam && strings.HasPrefix(w.Key, toThe):
			return p.to + 1 + f.adjectivesAt(p.to+1)
		}
	}
	return p.to
}

// located measures a place or body at token i, read as s.
func (p *rolePhrase) located(i int, s *sense) int {
	f := p.f
	if b, ok := f.arabicBody(i, s); ok {
		return b.to
	}
	if m, ok := f.known(i); ok && m.row.Kind != isnad.Person && m.sense.prep == s.prep {
		return i + m.n
	}
	if strings.HasPrefix(s.key, article) {
		return i + 1 + f.adjectivesAt(i+1)
	}
	return p.to
}

// startsName reports whether a form of address or a given name stands at
// token i.
func (f *finder) startsName(i int) bool {
	if f.words[i].Kind != lang.Word {
		return false
	}
	if n, _ := f.honorificAt(i, false); n > 0 {
		return true
	}
	w := &f.words[i]
	if r, n := f.lex.roles.match(w.Key, f.keys[i+1:]); n > 0 && r.definite && (r.value.has('r') || r.value.has('R') || r.value.has('t')) {
		return i+n < len(f.words) && f.words[i+n].is(given)
	}
	return w.is(given) && !w.is(everyday) && f.opensName(i)
}

// closes reports whether the definite key is an adjective at all: an everyday
// word or one in the feminine.
func (l *lexicon) closes(key string) bool {
	return l.classOf(key)&(everyday|adjective) != 0 || strings.HasSuffix(key, yeh+heh)
}

// roleAt parses a role at token i under any of its readings.
func (f *finder) roleAt(i int) (r role, s *sense, ok bool) {
	w := &f.words[i]
	if w.Kind != lang.Word || w.Latin {
		return r, nil, false
	}
	for j := range w.senses() {
		s := &w.readings[j]
		if s.skip > 0 && w.is(given|joins) {
			break
		}
		if len(f.lex.roles[s.key]) == 0 || s.skip == 0 && f.qualifies(i) {
			continue
		}
		if r, ok := f.arabicRole(i, s); ok {
			return r, s, true
		}
	}
	return r, nil, false
}

// qualifies reports whether the role noun at token i is rather an adjective of
// the noun before it: «مؤتمر صحفي», «المؤتمر الصحفي».
func (f *finder) qualifies(i int) bool {
	key := f.keys[i]
	if i == 0 || !strings.HasSuffix(key, yeh) && !strings.HasSuffix(key, yeh+heh) {
		return false
	}
	before := &f.words[i-1]
	if before.Kind != lang.Word || !before.is(everyday) || arabicStop(before.Key) || f.cue(i-1) {
		return false
	}
	return strings.HasPrefix(before.Key, article) == strings.HasPrefix(key, article)
}

// same reports whether one complement holds all of the other.
func same(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return !slices.ContainsFunc(a, func(x string) bool { return !slices.Contains(b, x) })
}
