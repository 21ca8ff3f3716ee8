package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// handed is how far a verb of handing on may stand from its noun of saying.
const handed = 30

// handsOn reports whether the verb at token i hands on what another says, by a
// noun of saying with his pronoun: «نقلت الإذاعة عن الوزير قوله».
func (p *passage) handsOn(i, limit int) bool {
	if p.cues[i].Form > lang.Present {
		return false
	}
	at := p.fromAfter(i, limit)
	if at < 0 {
		return false
	}
	for t := at + 1; t < limit && t < i+handed && !p.is(t, that); t++ {
		if p.isCue[t] && p.cues[t].Form == lang.Noun && p.cues[t].Enclitic != "" {
			return true
		}
	}
	return false
}

// fromAfter is the token of the «عن» that follows the verb at token i in its
// clause, or -1.
func (p *passage) fromAfter(i, limit int) int {
	for t := i + 1; t < limit && t < i+handed; t++ {
		if p.is(t, from) {
			return t
		}
		if p.comma(t) || p.colon(t) || p.is(t, that) || p.isCue[t] && !p.cues[t].Weak {
			return -1
		}
	}
	return -1
}

// handedOn is the speaker of a noun of saying behind a verb of handing on: who
// stands behind «عن». The subject of the verb, an outlet, is the medium.
func (p *passage) handedOn(c *candidate) subject {
	for t := c.cue.at - 1; t >= 0 && t > c.cue.at-handed && p.sentence[t] == p.sentence[c.cue.at]; t-- {
		if !p.is(t, from) {
			continue
		}
		s := p.nameAt(t + 1)
		if !s.found() {
			s = p.phraseAt(t+1, c.cue.at, func(k int) bool { return p.stops(k) && !p.is(k, anonymity) })
		}
		if s.found() {
			p.outletBefore(c, t)
			s.end = 0 // its words stand before the cue
		}
		return s
	}
	return subject{}
}

// outletBefore makes the body that stands right before token at the medium.
func (p *passage) outletBefore(c *candidate, at int) {
	for t := at - 1; t >= 0 && t > at-8 && p.sentence[t] == p.sentence[at]; t-- {
		if at := p.nameTo[t]; at >= 0 && p.doc.Mentions[p.names[at].mention].Kind == isnad.Organisation {
			mention := p.doc.Mentions[p.names[at].mention]
			c.media = append(c.media, isnad.Link{
				Kind: isnad.LinkMedium, Entity: mention.Entity, Span: mention.Span, Name: mention.Span.Of(p.doc.Article.Text),
			})
			return
		}
	}
}
