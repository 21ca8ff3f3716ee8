package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// readEnglish reads the sentences of an English passage in order.
func (r *report) readEnglish(p *passage) {
	r.goesOn(p)
	for s := range p.Sentences {
		first, end := p.sentenceTokens(s)
		before := len(r.found)
		r.englishSentence(p, first, end)
		found := r.found[min(before, len(r.found)):]
		r.remember(p, end, found)
		r.quotes(found)
		if p.Kind == isnad.Paragraph {
			r.loose(p, first, end, found)
		}
		r.englishQuoted(p, first, end)
	}
}

// quotes makes the sentence's first full quotation the statement that further
// ones go on from: «“…,” Marsh said, after Velder had warned that … “…”».
func (r *report) quotes(found []*candidate) {
	for _, c := range found {
		if c.outer == nil && c.kind == isnad.Direct && c.cue.Form <= lang.Present {
			r.last = c
			return
		}
	}
}

// goesOn gives a cue with a colon at the end of its paragraph the quotation
// that opens the next one.
func (r *report) goesOn(p *passage) {
	c := r.pending
	r.pending = nil
	if c == nil || c.passage.Part < p.Part-1 || p.opens(0) < 0 {
		return
	}
	quote := p.Quotes[p.opens(0)]
	c.kind, c.first, c.end = isnad.Direct, c.cue.at, c.cue.at
	if span := p.untail(isnad.Span{Start: quote.Inner.Start, End: quote.Inner.End}); !span.Empty() {
		c.content = []isnad.Span{span}
		r.keep(c)
	}
}

// englishSentence reads the statements of the sentence at tokens first:end
// whose cues stand in the report's own words.
func (r *report) englishSentence(p *passage, first, end int) {
	for i := first; i < end; i++ {
		if p.isCue[i] && !p.held(i) {
			r.englishCue(p, i, end)
			i += p.cues[i].Tokens - 1
		}
	}
}

// englishQuoted reads the cues inside the sentence's quotations: they make
// nested statements or none, so those around them come first.
func (r *report) englishQuoted(p *passage, first, end int) {
	for i := first; i < end; i++ {
		if p.isCue[i] && p.held(i) {
			r.englishCue(p, i, end)
			i += p.cues[i].Tokens - 1
		}
	}
}

// held reports whether token i stands inside a quotation: one with both its
// marks, or one that opens its paragraph and runs on. A stray mark holds
// nothing.
func (p *passage) held(i int) bool {
	q := p.quote[i]
	return q >= 0 && (p.Quotes[q].Balanced || p.Quotes[q].Start == p.Tokens[0].Start)
}

// englishCue reads the statement whose cue stands at token i of a sentence
// that ends at limit.
func (r *report) englishCue(p *passage, i, limit int) {
	c := &candidate{passage: p, cue: cue{p.cues[i], i}, rule: "verb"}
	if !p.reports(c) {
		return
	}
	if c.cue.Form == lang.Particle {
		r.englishParticle(c, limit)
		return
	}
	limit = p.bound(i, limit)
	if c.cue.Form == lang.Noun && p.key(c.cue.next()-1) == "that" {
		c.cue.Tokens-- // the complementizer is content
	}
	s := p.englishSubject(c, limit)
	if s.none || p.disagrees(c, s) || p.conditional(s.start) || s.generic && !p.commonplace(c) {
		return
	}
	c.inserted = s.clause || s.shared && p.ahead(c.cue.at) || p.inserted(s)
	p.englishContent(c, s, limit)
	if len(c.content) == 0 && limit == len(p.Tokens) && p.colon(limit-1) && r.englishSpeaker(c, s) {
		r.pending = c
	}
	if len(c.content) == 0 || !r.englishSpeaker(c, s) || p.held(i) && r.around(c) == nil {
		return
	}
	p.englishSetting(c, s)
	r.adopt(c)
}
