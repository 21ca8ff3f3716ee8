package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// fewest words that make a quotation without a cue a statement: shorter ones
// are names of things, or words held at arm's length.
const fewest = 4

// loose takes a quotation that begins its sentence, without any cue, as going
// on from the statement before it, in this paragraph or the one before.
func (r *report) loose(p *passage, first, end int, found []*candidate) {
	q := p.opens(first)
	if q < 0 || r.last == nil || !r.recent(p) || p.wordsIn(p.Quotes[q].Inner) < fewest {
		return
	}
	quote := p.Quotes[q]
	span := isnad.Span{Start: quote.Start, End: quote.End}
	for _, c := range found {
		if c.span().Overlaps(span) {
			return
		}
	}
	for t := first; t < end; t++ {
		if p.isCue[t] && p.quote[t] < 0 && p.cues[t].Form <= lang.Present && !p.cues[t].Weak {
			return
		}
	}
	c := &candidate{passage: p, cue: cue{at: first}, implicit: true, rule: "quotation goes on"}
	c.speakers = without(r.last.speakers)
	p.quoted(c, q)
	r.keep(c)
}

// recent reports whether the last statement stands in this passage or in the
// paragraph before.
func (r *report) recent(p *passage) bool {
	return r.last.passage == p || r.last.passage.Part >= p.Part-1
}

// headline reads «speaker: words» in titles and subheadings.
func (r *report) headline(p *passage) {
	s := p.nameAt(0)
	if !s.found() || !p.colon(s.end) || s.end+2 >= len(p.Tokens) {
		return
	}
	if p.doc.Mentions[p.names[p.nameFrom[0]].mention].Kind == isnad.Place && p.opens(s.end+1) < 0 {
		return // «كينيا: 17 قتيلا»: where, not who
	}
	c := &candidate{passage: p, cue: cue{at: s.end}, speakers: s.parties, rule: "headline"}
	p.fill(c, s.end+1, byColon, len(p.Tokens))
	r.keep(c)
}
