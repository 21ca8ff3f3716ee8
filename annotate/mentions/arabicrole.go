package mentions

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// roleLimit bounds the words of one role phrase.
const roleLimit = 14

// complementDepth bounds phrases within the phrase that completes a role.
const complementDepth = 3

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
	if n == 0 && p.role.ofState() {
		if id = p.f.strictAdjective(p.to + skip); id != "" {
			n = 1
		}
	}
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
	p.role.vague = !p.role.definite
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
	if f.nested >= complementDepth {
		return 0
	}
	f.nested++
	defer func() { f.nested-- }()
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
	for i+n < len(f.words) && n < bodyLimit && f.words[i+n].Kind == lang.Word {
		key := f.keys[i+n]
		if n == 0 && i > 0 && f.power(i-1) && f.strictAdjective(i) != "" {
			n++
			continue
		}
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
