package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// englishParticle reads "according to" and its like.
func (r *report) englishParticle(c *candidate, limit int) {
	p := c.passage
	if c.cue.Weak {
		return // «citing», «quoting»: they name grounds, not speech
	}
	c.rule = "particle"
	limit = p.bound(c.cue.at, limit)
	t := c.cue.next()
	end := t
	for end < limit && end < t+25 && !p.comma(end) && !p.colon(end) && !p.dash(end) && p.Tokens[end].Kind != lang.Quoter && !p.is(end, contrast|pronoun) && p.punctuation(end) != ";" && !p.final(end, limit) {
		end++
	}
	s := p.head(t, end)
	if !s.found() && s.carrier < 0 {
		return
	}
	if !s.found() {
		s = p.described(s, t, end, end, s.carrier)
	}
	s.end = end
	if s.carrier >= 0 && !s.parties[0].Unnamed {
		p.englishSetting(c, s)
	}
	r.cites(c, s.subject, limit)
}

// fills reports whether a statement with its attribution takes up the
// sentence from its start, token first, to token i: «“…,” Marsh said in May,
// according to the Courier».
func (p *passage) fills(c *candidate, first, i int) bool {
	if p.Lang != isnad.English || c.outer != nil || c.cue.Tokens == 0 || c.cue.Form > lang.Present || p.sentence[c.cue.at] != p.sentence[i] || c.cue.at > i {
		return false
	}
	start := min(c.span().Start, p.Tokens[c.cue.at].Start)
	if at := c.speakers[0].Span; at.Len() > 0 {
		start = min(start, at.Start)
	}
	return p.tokenFrom(start) <= first+1
}

// final reports whether token i is the stop that ends the sentence.
func (p *passage) final(i, limit int) bool {
	return i+1 == limit && p.Tokens[i].Kind == lang.Mark
}
