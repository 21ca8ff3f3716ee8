package mentions

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// bodyLimit bounds the words of one body's name.
const bodyLimit = 9

// bodyDepth bounds bodies within offices within bodies.
const bodyDepth = 2

// body is the name of a body, place or occasion made of a head noun and what
// completes it.
type body struct {
	head  head
	to    int
	title place // tokens of an outlet's name proper; zero if none
	inner int   // token from which a person inside it is a mention of its own; 0 if none
}

// arabicBody parses such a name at token i, whose head is read as s.
func (f *finder) arabicBody(i int, s *sense) (b body, ok bool) {
	h, ok := f.lex.heads[s.key]
	if !ok || i+1 >= len(f.words) {
		return b, false
	}
	if f.depth >= bodyDepth {
		return b, false
	}
	f.depth++
	defer func() { f.depth-- }()
	p := bodyPhrase{f: f, body: body{head: h, to: i + 1}, from: i}
	if strings.HasPrefix(s.key, article) && !strings.HasPrefix(strings.TrimPrefix(s.key, article), article) {
		ok = p.definite()
	} else {
		ok = p.indefinite()
	}
	return p.body, ok && p.body.to <= i+bodyLimit+4
}

type bodyPhrase struct {
	f    *finder
	from int
	body
}

func (p *bodyPhrase) take(n int) bool {
	p.to += n
	return n > 0
}

// definite completes a head with the article: «الحكومة الأميركية», «الهيئة
// العامة للسياحة». A bare «الحكومة» is no name.
func (p *bodyPhrase) definite() bool {
	f := p.f
	if p.head.has('s') && !p.head.has('p') {
		return false
	}
	n := f.adjectivesAt(p.to)
	belongs := false
	for i := p.to; i < p.to+n; i++ {
		if _, m := f.facts.MatchDemonym(f.keys[i:]); m > 0 || f.strictAdjective(i) != "" && f.power(i-1) {
			belongs = true
		}
	}
	p.to += n
	if p.belonging() {
		return true
	}
	return belongs && p.head.kind == isnad.Organisation
}

// indefinite completes a head without the article by a genitive.
func (p *bodyPhrase) indefinite() bool {
	f := p.f
	if p.to >= len(f.words) {
		return false
	}
	w := &f.words[p.to]
	if w.Kind == lang.Quoter {
		return p.quoted()
	}
	if w.Kind != lang.Word {
		return false
	}
	if w.Latin {
		return isCapital(f.r.Article.Text[w.Start]) && p.take(f.latinRun(p.to)-p.to)
	}
	if p.head.has('q') {
		return false
	}
	if p.person() {
		return true
	}
	if p.head.has('s') {
		return false
	}
	start := p.to
	ok := p.genitive()
	if ok && p.head.has('o') && f.titleOf(start, p.to) {
		p.title = place{from: start, to: p.to}
	}
	return ok
}

// titleOf reports whether the words behind an outlet's noun are its name: two
// at least, and none that says whose or what it is.
func (f *finder) titleOf(from, to int) bool {
	if to-from < 2 || f.headAt(from) || f.roleNoun(from) || f.demonymAt(to-1) || f.words[to-1].is(adjective) {
		return false
	}
	_, ok := f.known(from)
	return !ok
}

// quoted takes a quoted name with what belongs to it behind the marks:
// «معهد “…” للسياسات».
func (p *bodyPhrase) quoted() bool {
	f := p.f
	for n := 2; n <= 6 && p.to+n < len(f.words); n++ {
		switch w := &f.words[p.to+n]; {
		case w.Kind == lang.Mark:
			return false
		case w.Kind == lang.Quoter:
			if p.head.has('o') {
				p.title = place{from: p.to + 1, to: p.to + n}
			}
			p.to += n + 1
			p.belonging()
			p.to += f.adjectivesAt(p.to)
			return true
		}
	}
	return false
}

// person takes a person whose body it is or after whom it is named.
func (p *bodyPhrase) person() bool {
	f := p.f
	i := p.to
	w := &f.words[i]
	if r, s, ok := f.roleAt(i); ok && s.skip == 0 && r.definite {
		at := r.to
		if name, ok := f.arabicName(at, f.wholeAt(at), holding); at < len(f.words) && ok {
			at = name.to
		} else if !p.head.has('p') {
			return false
		}
		return p.holds(i, at)
	}
	if !w.is(given) {
		if m, ok := f.known(i); !ok || m.row.Kind != isnad.Person || m.sense.skip > 0 {
			return false
		}
	}
	if p.head.has('p') && !p.head.has('s') || p.head.has('n') || p.head.has('s') {
		if name, ok := f.arabicName(i, w.whole(), spoken); ok && (p.head.has('n') || name.row != "" || name.words > 1) {
			return p.holds(i, name.to)
		}
	}
	return false
}

func (p *bodyPhrase) holds(from, to int) bool {
	if p.head.has('p') {
		p.inner = from
	}
	p.to = to
	if p.to < len(p.f.words) && !p.head.has('p') {
		p.belonging()
		p.to += p.f.adjectivesAt(p.to)
	}
	return true
}

func (f *finder) wholeAt(i int) *sense {
	if i >= len(f.words) {
		return &sense{}
	}
	return f.words[i].whole()
}

// genitive takes a known name, nouns up to a definite one with its
// adjectives, or strange words.
func (p *bodyPhrase) genitive() bool {
	f := p.f
	start := p.to
	for depth := 0; depth < 4 && p.to < len(f.words) && f.words[p.to].Kind == lang.Word && !f.words[p.to].Latin; depth++ {
		s := f.words[p.to].whole()
		if m, ok := f.known(p.to); ok && m.sense.skip == 0 {
			p.to += m.n
			p.to += f.adjectivesAt(p.to)
			return true
		}
		if strings.HasPrefix(s.key, article) && letters(s.key) > 3 && s.class&never == 0 {
			p.to++
			p.to += f.adjectivesAt(p.to)
			p.coordinated()
			p.belonging()
			return true
		}
		if s.class&never != 0 || arabicStop(s.key) || f.cue(p.to) || f.afterAnd(p.to, start-1) ||
			p.head.kind == isnad.Place && s.class&everyday != 0 {
			break
		}
		p.to++
	}
	p.to = start
	return !f.words[start].is(everyday) && p.strange()
}

// strange takes up to two words that no list holds: «شركة بلاكبيري».
func (p *bodyPhrase) strange() bool {
	f := p.f
	n := 0
	for n < 2 && p.to+n < len(f.words) && f.words[p.to+n].Kind == lang.Word && !f.words[p.to+n].Latin {
		s := f.words[p.to+n].whole()
		if s.class&sonOf != 0 || n > 0 && p.to+n+1 < len(f.words) && f.words[p.to+n+1].is(sonOf) {
			break // a person's name behind the body's
		}
		if f.afterAnd(p.to+n, p.to-2) || strings.HasPrefix(s.key, article) || !f.nameLike(p.to+n, s, 0) && s.class&given == 0 {
			break
		}
		n++
		if p.head.kind == isnad.Place {
			break
		}
	}
	if n == 0 {
		return false
	}
	p.to += n
	if p.head.kind == isnad.Occasion {
		return p.belonging() // «مؤتمر … للأمن»; of one strange word alone nothing is sure
	}
	p.to += f.adjectivesAt(p.to)
	return true
}

// coordinated takes further definite nouns of one office: «الثقافة والإعلام».
func (p *bodyPhrase) coordinated() {
	f := p.f
	for p.to < len(f.words) && p.to-p.from < bodyLimit && f.words[p.to].Kind == lang.Word {
		w := &f.words[p.to]
		taken := false
		for j := range w.senses() {
			s := &w.readings[j]
			if s.conj && s.prep == "" && strings.HasPrefix(s.key, article) && (s.class&everyday != 0 || strings.HasSuffix(s.key, heh)) && len(f.lex.roles[s.key]) == 0 && f.lex.heads[s.key].kind == "" && !f.demonymAt(p.to+1) {
				taken = true
			}
		}
		if !taken {
			return
		}
		p.to++
		p.to += f.adjectivesAt(p.to)
	}
}

func (f *finder) demonymAt(i int) bool {
	if i >= len(f.words) {
		return false
	}
	_, n := f.facts.MatchDemonym(f.keys[i:])
	return n > 0
}

// belonging takes a complement with the preposition of belonging.
func (p *bodyPhrase) belonging() bool {
	f := p.f
	if p.to >= len(f.words) || f.words[p.to].Kind != lang.Word {
		return false
	}
	w := &f.words[p.to]
	for j := range w.senses() {
		s := &w.readings[j]
		if s.prep != lam || s.conj || !strings.HasPrefix(w.Key, toThe) {
			continue
		}
		if m, ok := f.known(p.to); ok && m.sense.prep == lam {
			if m.row.Kind == isnad.Person {
				return false
			}
			p.to += m.n
			return true
		}
		if s.class&everyday == 0 && !strings.HasSuffix(s.key, females) && !strings.HasSuffix(s.key, heh) {
			return false
		}
		p.to++
		p.to += f.adjectivesAt(p.to)
		p.coordinated()
		return true
	}
	return false
}

// latinRun returns the token behind the run of capitalised Latin words at i,
// of which it looks at one more than a name can hold.
func (f *finder) latinRun(i int) int {
	for from := i; i < len(f.words) && i-from <= nameLimit && f.words[i].Latin && isCapital(f.r.Article.Text[f.words[i].Start]); {
		i++
	}
	return i
}

// group parses a plural office with the list of those it is held for:
// «وزراء الخارجية في فرنسا وألمانيا». One country makes no group.
func (f *finder) arabicGroup(i int, s *sense) (to int, ok bool) {
	_, n := f.lex.groups.match(s.key, f.keys[i+1:])
	if n == 0 {
		return 0, false
	}
	to = i + n
	if to < len(f.words) && f.words[to].is(within) {
		to++
	}
	count := 0
	for to < len(f.words) {
		if count > 0 && f.words[to].mark(comma) && to+1 < len(f.words) {
			if m, ok := f.known(to + 1); !ok || m.row.Kind == isnad.Person || m.sense.prep != "" {
				break
			}
			to++
		}
		m, ok := f.known(to)
		if !ok || m.row.Kind == isnad.Person || m.sense.prep != "" || count == 0 && m.sense.conj {
			break
		}
		to += m.n
		count++
	}
	return to, count >= 2
}
