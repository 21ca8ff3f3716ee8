package mentions

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

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
