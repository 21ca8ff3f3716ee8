package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// arabicParticle reads «وفقا لـ», «بحسب», «نقلا عن»: what follows is the
// speaker, and the content is the rest of the clause, or the clause before.
func (r *report) arabicParticle(c *candidate, limit int) {
	p := c.passage
	c.rule = "particle"
	s := p.particleSpeaker(c, limit)
	if !s.found() {
		return
	}
	r.cites(c, s, limit)
}

// cites joins speaker and content of a particle, before or behind it.
func (r *report) cites(c *candidate, s subject, limit int) {
	p := c.passage
	c.speakers = s.parties
	first := p.sentenceStart(c.cue.at)
	if p.fronts(c.cue.at, first) {
		at := s.end
		for at < limit && (p.comma(at) || p.date[at] >= 0 || p.is(at, anonymity)) {
			if p.is(at, anonymity) {
				at = max(p.past(at, limit), at)
			}
			at++
		}
		p.fill(c, at, p.openingAt(at), limit)
		r.keep(c)
		return
	}
	if last := r.last; last != nil && last.passage == p && last.first >= first && (p.closedBy(last, c.cue.at) || p.fills(last, first, c.cue.at)) {
		last.media = append(last.media, p.citedLink(s))
		return
	}
	p.trailing(c, first, s.end, limit)
	r.keep(c)
}

// fronts reports whether nothing but marks stands between first and i.
func (p *passage) fronts(i, first int) bool {
	for t := first; t < i; t++ {
		if p.Tokens[t].Kind != lang.Mark && !(p.Lang == isnad.English && p.is(t, conjunction|adverb)) {
			return p.is(i-1, contrast) || (p.is(i-1, that) && p.Lang != isnad.English)
		}
	}
	return true
}

func (p *passage) openingAt(at int) opening {
	switch {
	case p.is(at, that):
		return byThat
	case p.opens(at) >= 0:
		return byQuote
	}
	return byObject
}

// closedBy reports whether statement c ends right before token i.
func (p *passage) closedBy(c *candidate, i int) bool {
	for t := c.end; t < i; t++ {
		if p.Tokens[t].Kind == lang.Word || p.Tokens[t].Kind == lang.Digits {
			return false
		}
	}
	return c.end <= i
}

// trailing takes the clause before the particle as content, and what follows
// a parenthetical one («…، بحسب المصدر، …») with it.
func (p *passage) trailing(c *candidate, first, after, limit int) {
	if q := p.fronted(c.cue.at); q >= 0 && p.tokenFrom(p.Quotes[q].Start) <= first+1 {
		p.quoted(c, q)
		return
	}
	c.kind = isnad.Indirect
	c.first, c.end = first, c.cue.at
	before := p.trimmed(first, c.cue.at)
	if before.Empty() {
		return
	}
	c.content = []isnad.Span{before}
	if p.comma(after) && p.comma(c.cue.at-1) && (p.Lang != isnad.English || p.resumes(after+1, limit)) {
		end := p.cut(c, after, limit)
		if rest := p.trimmed(after+1, end); !rest.Empty() && end-after > 3 {
			c.content = append(c.content, rest)
			c.end = end
		}
	}
	for t := c.first; t < c.end; t++ {
		if p.Tokens[t].Kind == lang.Quoter {
			c.kind = isnad.Mixed
		}
	}
}

func (p *passage) citedLink(s subject) isnad.Link {
	party := s.parties[0]
	link := isnad.Link{Kind: isnad.LinkMedium, Entity: party.Entity, Span: party.Span}
	link.Name = party.Span.Of(p.doc.Article.Text)
	return link
}

// particleSpeaker reads the noun phrase behind a particle: a name, a source
// without one, or «ما ذكرت» and its subject.
func (p *passage) particleSpeaker(c *candidate, limit int) subject {
	t := c.cue.next()
	if t >= limit {
		return subject{}
	}
	if p.key(t) == ma && t+1 < limit && p.isCue[t+1] {
		inner := cue{p.cues[t+1], t + 1}
		return p.arabicSubject(inner, limit)
	}
	if p.isCue[t] && p.cues[t].Form == lang.Noun {
		t++
	}
	if t < limit && p.nameFrom[t] >= 0 && p.speaks(p.names[p.nameFrom[t]]) {
		n := p.names[p.nameFrom[t]]
		return subject{parties: p.parties(n), first: t, end: n.last + 1}
	}
	if n := p.lex.at(p.Tokens, t, medium); n > 0 {
		// «بحسب بيان لوزارة الخارجية»: whose statement it is speaks.
		for j := t + n; j < limit && j < t+n+4 && !p.stops(j); j++ {
			if at := p.nameFrom[j]; at >= 0 && p.speaks(p.names[at]) {
				link := isnad.Link{Kind: isnad.LinkMedium, Entity: -1, Span: isnad.Span{Start: p.Tokens[t].Start, End: p.Tokens[t+n-1].End}}
				link.Name = link.Span.Of(p.doc.Article.Text)
				c.media = append(c.media, link)
				return subject{parties: p.parties(p.names[at]), first: t, end: p.names[at].last + 1}
			}
		}
	}
	if t < limit && (p.is(t, source|medium) || p.stemIs(t, source|medium)) {
		return p.phraseAt(t, limit, func(j int) bool { return j > t && (p.stops(j) || p.is(j, contrast)) })
	}
	return subject{}
}

// stemIs reports whether the word at token t is of the class once its
// preposition is taken off: «للمصدر», «لمسؤول».
func (p *passage) stemIs(t int, want class) bool {
	token := p.Tokens[t]
	if token.Kind != lang.Word {
		return false
	}
	word := p.doc.Article.Text[token.Start:token.End]
	for _, split := range arabic.Splits(word) {
		if split.Prep == "" {
			continue
		}
		bare := arabic.Fold(word[split.Bare.Start:split.Bare.End])
		if (p.lex.words[split.Key]|p.lex.words[bare]|p.lex.words[article+bare])&want != 0 {
			return true
		}
	}
	return false
}

const (
	ma      = "\u0645\u0627"
	article = "\u0627\u0644"
)
