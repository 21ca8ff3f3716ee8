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
	n := p.complement(at, p.f.words[at].whole())
	if n == 0 {
		return false
	}
	p.role.definite = true
	return p.take(1 + n)
}

// complement measures a noun phrase at token i that completes a role: a known
// name, a role, or nouns up to the first definite one and its adjectives.
func (p *rolePhrase) complement(i int, s *sense) int {
	f := p.f
	if m, ok := f.known(i); ok && m.sense.skip == s.skip {
		p.note(m)
		return m.n + f.adjectivesAt(i+m.n)
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
		return 1 + f.adjectivesAt(i+1)
	}
	if s.class&everyday == 0 || i+1 >= len(f.words) || f.words[i+1].Kind != lang.Word {
		return 0
	}
	p.role.of = append(p.role.of, s.key)
	if n := p.complement(i+1, f.words[i+1].whole()); n > 0 {
		return 1 + n
	}
	return 0
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
		return p.take(1 + f.adjectivesAt(p.to+1))
	}
	if h, ok := f.lex.heads[s.key]; ok || s.class&everyday != 0 && s.class&given == 0 {
		_ = h
		if arabicStop(s.key) || p.role.has('t') || f.cue(p.to) {
			return false
		}
		// A common noun goes on only if the phrase closes behind it.
		if n := p.complement(p.to, s); n > 0 {
			p.role.definite = true
			return p.take(n)
		}
	}
	return false
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
	if after < len(p.f.words) && strings.HasPrefix(p.f.keys[after], article) && p.f.words[after].is(adjective) {
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
		if len(f.lex.roles[s.key]) == 0 {
			continue
		}
		if r, ok := f.arabicRole(i, s); ok {
			return r, s, true
		}
	}
	return r, nil, false
}

// same reports whether the two complements share a row or a content word.
func same(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
