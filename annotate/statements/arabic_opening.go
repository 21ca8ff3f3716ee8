package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// prefixed is the preposition written into the word at token t: ل or ب.
func (p *passage) prefixed(t int) string {
	token := p.Tokens[t]
	if token.Kind != lang.Word || token.Latin {
		return ""
	}
	if at := p.nameFrom[t]; at >= 0 {
		if p.names[at].governed {
			return string([]rune(token.Key)[0])
		}
		return "" // «لارس», «ليونيل»
	}
	return p.reading(t).Prep
}

// joins reports whether the word at token t is joined on to the one before by
// the conjunction written into it: a noun phrase goes on.
func (p *passage) joins(t int) bool {
	return p.reading(t).Conj != ""
}

// clauseAhead reports whether a complementizer, colon or quotation comes soon
// after token t, before another cue.
func (p *passage) clauseAhead(t, limit int) bool {
	for j := t; j < limit && j < t+16; j++ {
		if p.is(j, that) || p.colon(j) || p.opens(j) >= 0 {
			return true
		}
		if p.isCue[j] && !p.cues[j].Weak {
			return false
		}
	}
	return false
}

// arabicOpening finds where the content of a cue begins, from token from on,
// and reads the medium, day and listeners that stand before it.
func (p *passage) arabicOpening(c *candidate, from, limit int) (int, opening) {
	if c.cue.Form == lang.Noun && c.cue.Force == lang.Describe {
		return from, byObject
	}
	if c.cue.Tokens > 1 && c.cue.Prep != "" && from < limit && !p.comma(from) && !p.is(from, that) && p.opens(from) < 0 && !p.is(from, adverb) {
		return from, byPrep
	}
	free := true // not inside a prepositional phrase or an aside
	last := -1   // quotation that may stand behind such a phrase, by its first token
	for t := from; t < limit && t < from+reach; t++ {
		switch {
		case p.opens(t) >= 0 && (free || p.colon(t-1)):
			return t, byQuote
		case p.colon(t):
			return t + 1, byColon
		case p.opens(t) >= 0:
			if p.saidLast(c, t, limit) {
				last = t
			}
			t = p.lastOf(p.opens(t), t, limit)
			continue
		case p.is(t, that) && !p.adverbial(t):
			return t, byThat
		case p.is(t, anonymity):
			t = p.pastAnonymity(t, limit)
			continue
		case p.comma(t):
			// Behind a comma that follows the subject stands what he is, where
			// a complementizer is still to come.
			free = !(c.cue.Clause && p.clauseAhead(t+1, limit))
			continue
		case t < from+near && c.cue.governs(p.key(t)):
			if p.is(t+1, that) {
				return t + 1, byThat
			}
			return t + 1, byPrep
		case p.date[t] >= 0:
			c.said = p.doc.Dates[p.date[t]].Value
			continue
		case p.is(t, relative):
			t = p.past(t, limit)
			continue
		}
		if link, n := p.mediumLink(t, limit); link != nil {
			c.media = append(c.media, *link)
			t += n - 1
			free = false
			continue
		}
		if p.is(t, addressee) {
			c.listener = append(c.listener, p.listener(t, t+1))
			continue
		}
		if p.is(t, adverb) {
			continue
		}
		if prefix := p.prefixed(t); prefix != "" {
			if t < from+near && c.cue.governs(prefix) {
				return t, byPrep
			}
			if at := p.nameFrom[t]; at >= 0 && prefix == lam {
				c.listener = append(c.listener, p.parties(p.names[at])...)
			}
			free = false
			continue
		}
		if p.is(t, prep) || p.opensBracket(t) {
			free = false
			continue
		}
		if c.cue.Force == lang.Accuse && free && t < from+near && p.blames(c, t, limit) {
			return t, byPrep
		}
		if c.cue.addresses() && free && t < from+near && p.governedAhead(c, t, limit) {
			t = p.object(c, t, limit)
			if c.cue.Force == lang.Demand && (p.is(t+1, visit) || p.is(t+2, visit)) {
				return -1, byNothing
			}
			continue
		}
		if c.cue.Force == lang.Inform && free {
			t = p.object(c, t, limit)
			free = false
			continue
		}
		if p.isCue[t] && t > from && !p.cues[t].Weak && p.cues[t].Form != lang.Noun {
			return -1, byNothing
		}
		if (c.cue.Object || c.cue.Force == lang.Describe) && (free || p.is(t, thing)) && t < from+near && !p.joins(t) {
			return t, byObject
		}
	}
	if last >= 0 {
		return last, byQuote
	}
	return -1, byNothing
}

// leastSaid is how many words a quotation has that is told from a name in marks.
const leastSaid = 4

// saidLast reports whether the quotation that opens at token t behind a phrase
// of place or time can be what a verb of saying brings, though no colon says so:
// it is long, ends the sentence, and is nothing's title («قال الوزير في مقر
// الوزارة “…”.»).
func (p *passage) saidLast(c *candidate, t, limit int) bool {
	if !c.cue.Clause || c.cue.Weak || c.cue.Form > lang.Present {
		return false
	}
	quote := p.Quotes[p.opens(t)]
	if p.wordsIn(quote.Inner) < leastSaid || p.is(t-1, prep|titled) {
		return false
	}
	for end := p.tokenFrom(quote.End); end < limit; end++ {
		if p.Tokens[end].Kind != lang.Mark {
			return false
		}
	}
	return true
}

// pastAnonymity skips how a source keeps its name back: to what ends it or
// opens content.
func (p *passage) pastAnonymity(t, limit int) int {
	for j := t + 1; j < limit && j < t+near; j++ {
		if p.comma(j) {
			return j
		}
		if p.is(j, that) || p.colon(j) || p.opens(j) >= 0 {
			return j - 1
		}
	}
	return t
}

// governedAhead reports whether a preposition that the cue takes its content
// by stands ahead of token t in the clause: «داعية الطرفين إلى».
func (p *passage) governedAhead(c *candidate, t, limit int) bool {
	for j := t + 1; j < limit && j < t+near && !p.comma(j); j++ {
		if c.cue.governs(p.key(j)) || p.prefixed(j) != "" && c.cue.governs(p.prefixed(j)) {
			return true
		}
	}
	return false
}

// blames reports whether the object at token t is accused of something: the
// preposition that the cue governs follows («اتهمت الجبهة بأنها»).
func (p *passage) blames(c *candidate, t, limit int) bool {
	for j := t + 1; j < limit && j < t+near && !p.comma(j) && !p.isCue[j]; j++ {
		if p.is(j, that) || p.prefixed(j) != "" && c.cue.governs(p.prefixed(j)) {
			return true
		}
	}
	return false
}

const (
	lam = "\u0644"
	beh = "\u0628"
)

// adverbial reports whether the complementizer at token t belongs to a
// conjunction of time or concession («قبل أن», «منذ أن», «رغم أن»).
func (p *passage) adverbial(t int) bool {
	// The letters of a channel's name («سي إن إن») are no particles.
	spelled := p.key(t) == p.key(t-1) || p.key(t) == p.key(t+1)
	return spelled || p.Lang != isnad.English && p.is(t-1, before)
}

// clauseEnd is where the relative clause of the cue at token i, whose content
// begins at token at, ends, if the sentence goes on behind it: the last comma outside quotations with a plain
// word behind it.
func (p *passage) clauseEnd(i, at, limit int) int {
	for t := limit - 1; t > at; t-- {
		if p.comma(t) && p.quote[t] == p.quote[i] && t+1 < limit && p.is(t+1, prep) {
			return t
		}
	}
	return limit
}

// past skips a relative clause: to the comma that ends it, or to limit.
func (p *passage) past(t, limit int) int {
	for j := t + 1; j < limit; j++ {
		if p.comma(j) {
			return j
		}
	}
	return t
}

// object reads the listener that a cue of informing takes as its object.
func (p *passage) object(c *candidate, t, limit int) int {
	if s := p.nameAt(t); s.found() {
		c.listener = append(c.listener, s.parties...)
		return s.end - 1
	}
	end := t + 1
	for end < limit && !p.stops(end) && !p.is(end, prep) && p.prefixed(end) == "" {
		end++
	}
	c.listener = append(c.listener, p.listener(t, end))
	return end - 1
}

func (p *passage) listener(first, end int) isnad.Party {
	span := isnad.Span{Start: p.Tokens[first].Start, End: p.Tokens[end-1].End}
	return isnad.Party{Entity: -1, Span: span, Text: span.Of(p.doc.Article.Text)}
}
