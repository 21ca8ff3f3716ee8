package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// englishCue reads the statement whose cue stands at token i of a sentence
// that ends at limit.
func (r *report) englishCue(p *passage, i, limit int) {
	c := &candidate{passage: p, cue: cue{p.cues[i], i}, rule: "verb"}
	if c.cue.Future {
		return
	}
	if c.negated = p.englishNegated(i); c.negated && c.cue.Force != lang.Deny {
		return
	}
	if c.cue.Form == lang.Particle {
		r.englishParticle(c, limit)
		return
	}
	if c.cue.Form == lang.Noun && p.is(i, medium) {
		return
	}
	if p.is(c.cue.next(), anonymity) {
		return
	}
	limit = p.bound(i, limit)
	s := p.englishSubject(c, limit)
	from := max(c.cue.next(), s.end)
	at, how := p.englishOpening(c, from, limit)
	if how == byObject && c.cue.bare() {
		at = -1
	}
	if !s.found() && c.cue.Form <= lang.Present && !c.implicit {
		return
	}
	p.fill(c, at, how, limit)
	if at < 0 || how == byObject && c.cue.Clause && len(c.content) == 0 {
		p.backwards(c, s)
	} else {
		p.around(c, s)
	}
	r.speak(c, s)
	r.keep(c)
}

func (p *passage) englishNegated(i int) bool {
	for t := i - 1; t >= 0 && t >= i-2; t-- {
		if p.is(t, negation) {
			return true
		}
	}
	return false
}

// englishSubject finds who speaks: the noun phrase before the verb, or after
// it where a quotation stands before it. It sets implicit for a pronoun.
func (p *passage) englishSubject(c *candidate, limit int) subject {
	if c.cue.Form == lang.Participle && !p.finite(c.cue.at) {
		c.implicit = true
		return subject{}
	}
	if s, pronoun := p.englishBefore(c.cue.at); s.found() || pronoun {
		c.implicit = pronoun
		return s
	}
	return p.inverted(c, limit)
}

// finite reports whether an -ing form at token i is a verb of its own: "is saying".
func (p *passage) finite(i int) bool {
	switch p.key(i - 1) {
	case "is", "are", "was", "were", "been":
		return true
	}
	return false
}

// inverted reads a subject behind its verb: “…,” said the minister.
func (p *passage) inverted(c *candidate, limit int) subject {
	if p.fronted(c.cue.at) < 0 && !p.comma(c.cue.at-1) {
		return subject{}
	}
	t := c.cue.next()
	for t < limit && (p.key(t) == "the" || p.key(t) == "a" || p.key(t) == "an") && p.nameFrom[t] < 0 {
		t++
	}
	if s := p.nameAt(t); s.found() {
		return s
	}
	for j := t; j < limit && j < t+4 && !p.stops(j); j++ {
		if p.is(j, source) {
			return p.phraseAt(t, limit, func(k int) bool { return k > j && (p.stops(k) || p.date[k] >= 0) })
		}
	}
	return subject{}
}

// englishBefore reads the noun phrase that ends before token i, over adverbs,
// auxiliaries and one apposition. The second result tells of a pronoun.
func (p *passage) englishBefore(i int) (subject, bool) {
	t := i - 1
	same := func(j int) bool { return j >= 0 && p.sentence[j] == p.sentence[i] && p.quote[j] == p.quote[i] }
	for same(t) && (p.is(t, adverb|negation|auxiliary) || p.date[t] >= 0) {
		t--
	}
	if !same(t) {
		return subject{}, false
	}
	if p.is(t, relative) {
		s := p.antecedent(t)
		return s, !s.found()
	}
	if p.is(t, pronoun) {
		return subject{}, true
	}
	if p.comma(t) {
		t = p.overApposition(t, i)
		if !same(t) {
			return subject{}, false
		}
	}
	if p.key(t) == "and" {
		return subject{}, true
	}
	return p.nounPhraseTo(t, i), false
}

// overApposition steps from the comma at t back over «, the foreign minister,»
// to the token before it.
func (p *passage) overApposition(t, i int) int {
	if at := p.nameTo[max(t-1, 0)]; at >= 0 && p.doc.Mentions[p.names[at].mention].Kind == isnad.Person && p.comma(p.names[at].first-1) {
		return t - 1 // «the mayor, Velda Marsh, said»: the name is in the apposition
	}
	for j := t - 1; j >= 0 && j > t-16; j-- {
		if p.comma(j) {
			return j - 1
		}
		if p.Tokens[j].Kind == lang.Quoter || p.isCue[j] && !p.cues[j].Weak || p.sentence[j] != p.sentence[i] {
			return -1
		}
	}
	return -1
}

// nounPhraseTo reads the noun phrase that ends with token t: its head is the
// first name or speaker noun of the phrase that no preposition rules.
func (p *passage) nounPhraseTo(t, i int) subject {
	t = p.overRelative(t, i)
	first := t
	for first > 0 && first > t-16 && !p.phraseEdge(first-1) && p.sentence[first-1] == p.sentence[i] {
		first--
	}
	for j := first; j <= t; j++ {
		if at := p.nameFrom[j]; at >= 0 && !p.ruled(j) && p.speaks(p.names[at]) && p.names[at].last <= t {
			s := p.nameAt(j)
			if s.found() && s.end >= t+1 {
				return subject{parties: s.parties}
			}
			if s.found() && p.is(s.end, prep) {
				return subject{parties: s.parties}
			}
			if s.found() && p.comma(s.end) {
				return subject{parties: s.parties}
			}
		}
		if p.is(j, source) {
			return subject{parties: p.phraseAt(first, t+1, func(int) bool { return false }).parties}
		}
	}
	if at := p.nameTo[t]; at >= 0 && p.speaks(p.names[at]) && !p.ruled(p.names[at].first) {
		return subject{parties: p.parties(p.names[at])}
	}
	return subject{}
}

// overRelative steps from token t back over «who asked not to be named» to the
// noun that it tells of.
func (p *passage) overRelative(t, i int) int {
	for j := t; j > 0 && j > t-9 && p.sentence[j] == p.sentence[i] && p.Tokens[j].Kind == lang.Word; j-- {
		if p.is(j, relative) {
			return j - 1
		}
	}
	return t
}

// phraseEdge reports whether a noun phrase cannot reach back over token t.
func (p *passage) phraseEdge(t int) bool {
	return p.Tokens[t].Kind == lang.Mark || p.Tokens[t].Kind == lang.Quoter || p.is(t, that|contrast|relative|pronoun) ||
		p.isCue[t] && !p.cues[t].Weak
}

// englishOpening finds where the content of a cue begins.
func (p *passage) englishOpening(c *candidate, from, limit int) (int, opening) {
	aside := false
	for t := from; t < limit && t < from+reach; t++ {
		switch {
		case p.opens(t) >= 0:
			return p.describedFrom(c, from, t), byQuote
		case p.colon(t):
			return t + 1, byColon
		case p.is(t, that):
			return t, byThat
		case p.comma(t):
			if t == from && !p.asideAt(t+1, limit) {
				return -1, byNothing
			}
			aside = false
			continue
		case p.date[t] >= 0:
			c.said = p.doc.Dates[p.date[t]].Value
			aside = false
			continue
		case t > from && c.cue.Object && c.cue.governs(p.key(t)), c.cue.Force == lang.Accuse && p.key(t) == "of":
			return t + 1, byPrep
		case p.key(t) == "to" && c.cue.infinitive() && p.Tokens[min(t+1, limit-1)].Kind == lang.Word && p.nameFrom[t+1] < 0:
			return t, byPrep
		}
		if link, n := p.mediumLink(t, limit); link != nil {
			c.media = append(c.media, *link)
			t += n - 1
			aside = false
			continue
		}
		if p.is(t, addressee) && (t == from || p.is(t-1, prep)) {
			c.listener = append(c.listener, p.listener(t, t+1))
			continue
		}
		if c.cue.Force == lang.Inform && t == from {
			t = p.object(c, t, limit)
			continue
		}
		if p.is(t, adverb) {
			continue
		}
		if p.is(t, prep) && (c.cue.Clause || !c.cue.Object) && p.ahead(t, limit) {
			aside = true
			continue
		}
		if aside {
			continue
		}
		if c.cue.Force == lang.Accuse {
			continue
		}
		if c.cue.Clause || c.cue.Object || c.cue.Force == lang.Describe {
			return t, byObject
		}
	}
	return -1, byNothing
}

// describedFrom is the start of content for a cue that calls an object
// something: the object is part of it («described the talks as “…”»).
func (p *passage) describedFrom(c *candidate, from, quote int) int {
	if c.cue.Force == lang.Describe || c.cue.Object && !c.cue.Clause {
		return from
	}
	return quote
}

// asideAt reports whether a bracketed phrase of time or place begins at token t.
func (p *passage) asideAt(t, limit int) bool {
	return t < limit && (p.is(t, prep|adverb|that) || p.date[t] >= 0 || p.opens(t) >= 0)
}

// ahead reports whether a complementizer, quotation or day stands ahead of
// token t before the next comma: then what lies between is an adverbial.
func (p *passage) ahead(t, limit int) bool {
	for j := t + 1; j < limit && j < t+25 && !p.comma(j); j++ {
		if p.is(j, that) || p.opens(j) >= 0 || p.date[j] >= 0 || p.is(j, medium) {
			return true
		}
	}
	return t+1 < limit && p.comma(p.commaAfter(t, limit))
}

func (p *passage) commaAfter(t, limit int) int {
	for j := t; j < limit; j++ {
		if p.comma(j) {
			return j
		}
	}
	return -1
}

// backwards takes the quotation or the clause before the attribution that
// begins with subject s: “…,” the minister said. — The talks failed, he said.
func (p *passage) backwards(c *candidate, s subject) {
	start := c.cue.at
	if s.found() && s.parties[0].Span.Len() > 0 {
		start = min(start, p.tokenFrom(s.parties[0].Span.Start))
	}
	for start > 0 && p.sentence[start-1] == p.sentence[c.cue.at] && !p.comma(start-1) && p.Tokens[start-1].Kind != lang.Quoter {
		start--
	}
	if q := p.fronted(start); q >= 0 {
		p.quoted(c, q)
		return
	}
	if !p.comma(start - 1) {
		return
	}
	first := start - 1
	for first > 0 && p.sentence[first-1] == p.sentence[c.cue.at] {
		first--
	}
	c.first, c.end, c.kind = first, start-1, isnad.Indirect
	if span := p.trimmed(first, start-1); !span.Empty() && start-first > 3 {
		c.content = []isnad.Span{span}
	}
}

// around adds the first half of a quotation that its attribution splits:
// “…,” the minister said, “…”.
func (p *passage) around(c *candidate, s subject) {
	if c.kind != isnad.Direct || len(c.content) != 1 {
		return
	}
	start := c.cue.at
	if s.found() && s.parties[0].Span.Len() > 0 {
		start = min(start, p.tokenFrom(s.parties[0].Span.Start))
	}
	for back := start; back > start-4; back-- {
		if q := p.fronted(back); q >= 0 {
			inner := p.Quotes[q].Inner
			if span := (isnad.Span{Start: inner.Start, End: inner.End}); !span.Empty() && span.End <= c.content[0].Start {
				c.content = []isnad.Span{p.untail(span), c.content[0]}
			}
			return
		}
	}
}

// untail drops the comma that English puts before a closing mark.
func (p *passage) untail(span isnad.Span) isnad.Span {
	first := p.tokenFrom(span.Start)
	end := p.tokenFrom(span.End)
	return p.trimmed(first, end)
}

// englishParticle reads "according to" and its like.
func (r *report) englishParticle(c *candidate, limit int) {
	p := c.passage
	c.rule = "particle"
	t := c.cue.next()
	for t < limit && (p.key(t) == "the" || p.key(t) == "a" || p.key(t) == "an") && p.nameFrom[t] < 0 {
		t++
	}
	s := p.nameAt(t)
	if !s.found() {
		for j := t; j < limit && j < t+6 && !p.stops(j); j++ {
			if p.is(j, source|medium) {
				s = p.phraseAt(t, limit, func(k int) bool { return k > j && p.stops(k) })
				break
			}
		}
	}
	if !s.found() {
		s = p.phraseAt(t, limit, func(k int) bool { return p.stops(k) || p.is(k, prep) })
	}
	if s.found() {
		r.cites(c, s, limit)
	}
}
