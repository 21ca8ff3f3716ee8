package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
)

// adopt keeps a statement, and makes those that its content holds nested ones:
// «A told B that it failed, C said».
func (r *report) adopt(c *candidate) {
	for n := len(r.found) - 1; n >= 0 && r.found[n].passage == c.passage; n-- {
		c.cutOff(r.found[n])
	}
	before := len(r.found)
	if !r.keep(c) || c.outer != nil {
		return
	}
	kept := r.found[:before]
	for n := before - 1; n >= 0 && r.found[n].passage == c.passage; n-- {
		inner := r.found[n]
		if inner.outer != nil || !c.holds(inner) {
			continue
		}
		inner.outer = c
		if !inner.nests() {
			kept = append(kept[:n], kept[n+1:]...)
		}
	}
	r.found = append(kept, c)
}

// cutOff takes c's attribution off the end of an earlier statement that c's
// content holds: «Velder called for calm, officials said».
func (c *candidate) cutOff(inner *candidate) {
	last := len(inner.content) - 1
	if inner.outer != nil || c.content[0].Start > inner.cueSpan().Start || inner.cue.Tokens == 0 {
		return
	}
	if end := c.content[0].End; inner.cueSpan().End < end && inner.content[last].Start < end && end < inner.content[last].End && end <= c.cueSpan().Start {
		inner.content[last].End = end
	}
}

func (c *candidate) holds(inner *candidate) bool {
	for _, content := range c.content {
		if content.Contains(inner.span()) {
			return true
		}
	}
	return false
}

// englishSetting reads what the clause tells of day and medium before its cue:
// «On Monday, in a statement, the minister, speaking on television, said».
func (p *passage) englishSetting(c *candidate, s who) {
	for t := p.sentenceStart(c.cue.at); t < c.cue.at; t++ {
		span := isnad.Span{Start: p.Tokens[t].Start, End: p.Tokens[t].End}
		if p.held(t) || len(c.content) > 0 && c.content[0].Contains(span) {
			continue
		}
		if c.said == "" && p.date[t] >= 0 && p.key(t-1) != "since" {
			c.said = p.doc.Dates[p.date[t]].Value
		}
		if link, _ := p.mediumLink(t, c.cue.at); link != nil && len(c.media) == 0 {
			c.media = append(c.media, *link)
		}
	}
	if s.carrier >= 0 && len(c.media) == 0 {
		span := isnad.Span{Start: p.Tokens[s.carrier].Start, End: p.Tokens[s.carrier].End}
		if at := p.Tokens[s.carrier].Key; strings.HasSuffix(at, "'s") {
			span.End -= len("'s")
		}
		c.media = []isnad.Link{{Kind: isnad.LinkMedium, Entity: -1, Span: span, Name: span.Of(p.doc.Article.Text)}}
	}
}
