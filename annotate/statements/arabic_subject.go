package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// arabicSubject finds the subject of a verb: the antecedent of a relative
// pronoun, a noun phrase before it, or one after it.
func (p *passage) arabicSubject(c cue, limit int) subject {
	if c.Form == lang.Participle || (c.Form == lang.Noun && c.Enclitic != "") {
		return subject{}
	}
	if p.is(c.at-1, relative) {
		return p.relativeSubject(c, limit)
	}
	if c.Conj == "" && c.Form != lang.Noun {
		if s := p.arabicBefore(c); s.found() {
			return s
		}
	}
	if c.Tokens > 1 && c.Prep != "" {
		return subject{} // «شدد على الجميع»: what follows its preposition is content
	}
	t := p.overListener(c.next(), limit)
	if p.is(t, both) {
		t += 2 // «أكد كل من الوزير والسفير»
	}
	for t < limit && (p.is(t, adverb) || p.date[t] >= 0) && p.nameFrom[t] < 0 {
		t++
	}
	if s := p.nameAt(t); s.found() {
		if p.isObject(c, s) {
			return subject{}
		}
		return p.nameBehind(p.belonging(s, limit), limit)
	}
	if t >= limit || p.arabicStop(t) || p.is(t, thing) {
		return subject{}
	}
	stop := p.arabicStop
	if !p.clauseAhead(t, limit) {
		stop = func(k int) bool { return p.arabicStop(k) || k > t && p.indefiniteBehind(k) }
	}
	if s := p.sourceAt(t, limit, stop); s.found() {
		return p.nameBehind(p.belonging(s, limit), limit)
	}
	if c.Clause && p.clauseAhead(t, limit) || !c.Object && p.prepAhead(c, t, limit) {
		return p.nameBehind(p.belonging(p.phraseAt(t, limit, stop), limit), limit)
	}
	return subject{}
}

// relativeSubject is who speaks in a relative clause: whoever stands behind a
// verb that takes no person as its object («الزعيم الذي أعلنت الحكومة وفاته», «في
// الوقت الذي أفادت مصادر»), else the antecedent.
func (p *passage) relativeSubject(c cue, limit int) subject {
	behind := subject{}
	if !p.is(c.at-1, pronoun) {
		if s := p.nameAt(c.next()); s.found() && !p.isObject(c, s) {
			behind = p.nameBehind(s, limit)
		} else {
			behind = p.belonging(p.sourceAt(c.next(), limit, p.arabicStop), limit)
		}
	}
	if behind.found() && c.speaks() {
		return behind
	}
	if s := p.antecedent(c.at - 1); s.found() || p.is(c.at-1, pronoun) {
		return s
	}
	return behind
}

// indefiniteBehind reports whether a word without the article stands at token t
// behind one with it: a noun phrase that has become definite is over, and the
// object begins («ونفى متحدث باسم الشرطة توقيف معلمين»).
func (p *passage) indefiniteBehind(t int) bool {
	a, b := p.Tokens[t-1], p.Tokens[t]
	return a.Kind == lang.Word && b.Kind == lang.Word && !a.Latin && !b.Latin && p.nameFrom[t] < 0 && p.prefixed(t) == "" &&
		strings.HasPrefix(a.Key, article) && !strings.HasPrefix(b.Key, article) && p.nameTo[t-1] < 0 && !p.isCue[t] && !p.joins(t) && !p.is(t, itself)
}

// belonging gives an unnamed source the body or the place that it is of: «مسؤول
// في وزارة الخارجية», «مصدر بالشرطة».
func (p *passage) belonging(s subject, limit int) subject {
	if len(s.parties) != 1 || !s.parties[0].Unnamed || s.end >= limit {
		return s
	}
	at := s.end
	if p.key(at) == inside || p.key(at) == beside {
		at++
	}
	if at >= limit || p.nameFrom[at] < 0 {
		return s
	}
	name := p.names[p.nameFrom[at]]
	kind := p.doc.Mentions[name.mention].Kind
	if kind != isnad.Organisation && kind != isnad.Place || name.joined || at == s.end && p.prefixed(at) != beh || at > s.end && name.governed {
		return s
	}
	party := &s.parties[0]
	party.Span.End = p.Tokens[name.last].End
	party.Text = party.Span.Of(p.doc.Article.Text)
	s.end = name.last + 1
	if holder := p.nameAt(s.end); p.person(holder) {
		holder.first = s.first // «المتحدث بوزارة الداخلية اللواء سالم الزاهر»
		return holder
	}
	return s
}

// person reports whether a subject is one person with a name.
func (p *passage) person(s subject) bool {
	if len(s.parties) != 1 || s.end == 0 || p.nameTo[s.end-1] < 0 {
		return false
	}
	mention := &p.doc.Mentions[p.names[p.nameTo[s.end-1]].mention]
	return mention.Kind == isnad.Person && mention.Form == isnad.Named
}

const (
	inside = "\u0641\u064A"       // في
	beside = "\u0644\u062F\u064A" // لدى, folded
)

// isObject reports whether the noun phrase behind a verb cannot be its subject:
// an office in the feminine behind a masculine verb («وحث الوزيرة على»).
func (p *passage) isObject(c cue, s subject) bool {
	if c.Feminine || c.Form > lang.Present || s.first >= len(p.Tokens) || p.nameFrom[s.first] < 0 {
		return false
	}
	mention := &p.doc.Mentions[p.names[p.nameFrom[s.first]].mention]
	return mention.Kind == isnad.Person && (mention.Form == isnad.ByRole || len(mention.Roles) > 0) && strings.HasSuffix(p.Tokens[s.first].Key, heh)
}

// nameBehind gives a subject told by its office or description alone the name that
// stands behind it between commas: «قال نظيرها المالي، أوسمان كوليباندي، إن».
func (p *passage) nameBehind(s subject, limit int) subject {
	if len(s.parties) != 1 || !p.comma(s.end) || s.end+1 >= limit {
		return s
	}
	if e := s.parties[0].Entity; e >= 0 && s.end > 0 && p.nameTo[s.end-1] >= 0 {
		if m := p.doc.Mentions[p.names[p.nameTo[s.end-1]].mention]; m.Form == isnad.Named || m.Kind != isnad.Person {
			return s
		}
	}
	name := p.nameAt(s.end + 1)
	if !p.person(name) || !(p.comma(name.end) || p.is(name.end, that)) {
		return s
	}
	name.first = s.first
	return name
}

// overListener steps over a listener between a verb and its subject: «كشف
// لـ«الصحيفة» وكيل الوزارة».
func (p *passage) overListener(t, limit int) int {
	if t >= limit || p.prefixed(t) != lam && p.key(t) != lam || p.is(t, that) {
		return t
	}
	if q := p.opens(t + 1); q >= 0 {
		return p.lastOf(q, t+1, limit) + 1
	}
	if at := p.nameFrom[t]; at >= 0 {
		return p.names[at].last + 1
	}
	return t
}

// prepAhead reports whether the preposition that the cue governs comes soon
// after token t: what stands before it is the subject («أعرب المصابون عن»).
func (p *passage) prepAhead(c cue, t, limit int) bool {
	for j := t + 1; j < limit && j < t+6 && !p.comma(j); j++ {
		if c.governs(p.key(j)) {
			return true
		}
	}
	return false
}

// antecedent is the name before the relative pronoun at token i, or the noun
// phrase there whose head is a source («مصدر أمني مطلع، الذي قال»).
func (p *passage) antecedent(i int) subject {
	t := i - 1
	if p.comma(t) {
		t--
	}
	if t >= 0 && p.nameTo[t] < 0 {
		for first := t; first >= 0 && first > t-4 && p.Tokens[first].Kind == lang.Word && !p.isCue[first]; first-- {
			if p.is(first, source) {
				return p.phraseAt(first, t+1, func(int) bool { return false })
			}
		}
	}
	if t < 0 || p.nameTo[t] < 0 {
		return subject{}
	}
	n := p.names[p.nameTo[t]]
	if p.doc.Mentions[n.mention].Kind == isnad.Place && p.ruled(n.first) {
		// «المعارضة في العاصمة، التي تقول»: who speaks stands before the place.
		for j := n.first - 1; j >= 0 && j > n.first-5; j-- {
			if p.is(j, source) {
				return p.phraseAt(j, n.first-1, func(k int) bool { return k > j && p.arabicStop(k) })
			}
		}
	}
	return subject{parties: p.parties(n)}
}

// arabicBefore is a subject that stands before its verb: «ترمب قال», «كان
// الوزير قد قال». The clause must begin with it.
func (p *passage) arabicBefore(c cue) subject {
	t := c.at - 1
	for t >= 0 && (p.is(t, adverb) || p.date[t] >= 0) && p.sentence[t] == p.sentence[c.at] {
		t--
	}
	if t < 0 || p.sentence[t] != p.sentence[c.at] || p.quote[t] != p.quote[c.at] {
		return subject{}
	}
	if p.nameTo[t] >= 0 {
		n := p.names[p.nameTo[t]]
		if n.governed || p.ruled(n.first) || !p.speaks(n) {
			return subject{}
		}
		if n.joined || p.clauseStart(n.first) {
			return subject{parties: p.parties(n)}
		}
		return p.ownerOf(n, t)
	}
	for first := t; first >= 0 && first > t-9; first-- {
		if p.Tokens[first].Kind != lang.Word || p.is(first, that|relative) || p.sentence[first] != p.sentence[c.at] {
			break
		}
		if p.is(first, source) && p.clauseStart(first) {
			return subject{parties: p.phraseAt(first, t+1, func(k int) bool { return p.is(k, anonymity) }).parties}
		}
	}
	return subject{}
}

// ownerOf is the noun phrase that ends with a name and says more than it:
// «مساعدة الوزيرة» speaks, not the minister.
func (p *passage) ownerOf(n name, t int) subject {
	for first := n.first - 1; first >= 0 && first > n.first-4; first-- {
		if p.Tokens[first].Kind != lang.Word || p.isCue[first] || p.is(first, prep|that|contrast|relative) {
			return subject{}
		}
		if !p.clauseStart(first) {
			continue
		}
		if p.is(first, source) { // «عائلة الزعيم»: not he
			span := isnad.Span{Start: p.Tokens[first].Start, End: p.Tokens[t].End}
			return subject{parties: []isnad.Party{{Entity: -1, Span: span, Unnamed: true, Text: span.Of(p.doc.Article.Text)}}}
		}
		return subject{parties: p.phraseAt(first, t+1, func(int) bool { return false }).parties}
	}
	return subject{}
}

// arabicStop reports whether a subject's noun phrase ends before token t.
func (p *passage) arabicStop(t int) bool {
	return p.stops(t) || p.is(t, prep|contrast|adverb) || p.date[t] >= 0 || p.prefixed(t) != ""
}
