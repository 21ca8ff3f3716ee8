package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// opening says how content begins.
type opening int

const (
	byNothing opening = iota
	byThat            // a complementizer
	byColon           // a colon, or a comma before a quotation
	byQuote           // a quotation mark
	byObject          // a noun phrase, or a clause without complementizer
	byPrep            // the preposition that the cue governs
)

// reach bounds how far from its cue content may begin, in tokens.
const reach = 45

// bound is where the clause of token i must end: the end of its sentence, and
// of the quotation it stands in.
func (p *passage) bound(i, limit int) int {
	if q := p.quote[i]; q >= 0 {
		for end := i; end < limit; end++ {
			if p.Tokens[end].Start >= p.Quotes[q].Inner.End {
				return end
			}
		}
	}
	return limit
}

// fill sets the candidate's content from token at on, as opened by how, up to
// at most limit.
func (p *passage) fill(c *candidate, at int, how opening, limit int) {
	if at < 0 || at >= limit {
		return
	}
	first := at
	if how == byThat && p.opens(at+1) >= 0 {
		first = at + 1
	}
	called := c.cue.Force == lang.Describe && how == byThat && p.prefixed(at) == beh // «وصفته بأنه “…”»: the complement is part of it
	if q := p.opens(first); q >= 0 && !called && p.wholly(c, q, limit) {
		p.quoted(c, q)
		return
	}
	c.phrase = how == byObject || how == byPrep
	c.first, c.end = at, p.cut(c, at, limit)
	c.kind = isnad.Indirect
	for t := c.first; t < c.end; t++ {
		if p.Tokens[t].Kind == lang.Quoter && !(p.Lang == isnad.English && p.apostrophe(t)) {
			c.kind = isnad.Mixed
			break
		}
	}
	if span := p.trimmed(c.first, c.end); !span.Empty() {
		c.content = []isnad.Span{span}
	}
	if link, _ := p.mediumLink(c.end, limit); link != nil && len(c.media) == 0 {
		c.media = append(c.media, *link)
	}
}

// quoted makes the words inside quotation q the content; of one whose end is not
// marked, those of its first sentence.
func (p *passage) quoted(c *candidate, q int) {
	quote := p.Quotes[q]
	c.kind = isnad.Direct
	c.first = p.tokenFrom(quote.Inner.Start)
	c.end = c.first
	for c.end < len(p.Tokens) && p.Tokens[c.end].Start < quote.Inner.End && (quote.Balanced || p.sentence[c.end] == p.sentence[c.first]) {
		c.end++
	}
	if span := p.trimmed(c.first, c.end); !span.Empty() {
		c.content = []isnad.Span{span}
	}
}

// wholly reports whether quotation q is all that is said: what follows it is a
// mark, the reporter's own words behind a full quotation, or nothing. A word or
// two in marks («“الناتو” سيتوسع») are part of a longer clause.
func (p *passage) wholly(c *candidate, q int, limit int) bool {
	quote := p.Quotes[q]
	after := p.tokenFrom(quote.End)
	if p.wordsIn(quote.Inner) == 0 {
		return false
	}
	if after >= limit || p.wordsIn(quote.Inner) >= 6 {
		return !p.goesOn(after, limit)
	}
	if p.Tokens[after].Kind == lang.Mark {
		return !p.goesOn(after, limit)
	}
	return p.is(after, contrast) || p.isCue[after]
}

// goesOn reports whether a second quotation is joined on behind the first:
// «“…”، و“…”».
func (p *passage) goesOn(after, limit int) bool {
	for t := after; t < limit && t < after+3; t++ {
		if p.opens(t) >= 0 {
			return t > after && (p.key(t-1) == conjWaw || p.key(t-1) == "and")
		}
		if p.Tokens[t].Kind == lang.Word && p.key(t) != conjWaw && p.key(t) != "and" {
			return false
		}
	}
	return false
}

// cut finds where content that begins at token at ends: at limit, or before
// the reporter's next clause.
func (p *passage) cut(c *candidate, at, limit int) int {
	for t := at + 1; t < limit; t++ {
		if q := p.opens(t); q >= 0 {
			t = p.lastOf(q, t, limit)
			continue
		}
		if p.ends(c, at, t, limit) {
			return t
		}
	}
	return limit
}

// lastOf is the last token of quotation q, which begins at token t.
func (p *passage) lastOf(q, t, limit int) int {
	for t+1 < limit && p.Tokens[t+1].End <= p.Quotes[q].End {
		t++
	}
	return t
}

// ends reports whether the reporter's next clause begins at token t of a
// content that began at token at.
func (p *passage) ends(c *candidate, at, t, limit int) bool {
	if p.Lang == isnad.English {
		return p.englishEnds(c, at, t, limit)
	}
	marked := p.comma(t-1) || p.closes(t-1) >= 0 || p.dash(t-1)
	switch {
	case p.dash(t) && p.closes(t-1) >= 0:
		return true
	case p.isCue[t] && p.cues[t].Form == lang.Participle:
		return !p.cues[t].Weak && (marked || p.leads(t, limit)) || marked && p.leads(t, limit)
	case p.isCue[t] && p.cues[t].Form == lang.Particle:
		return marked
	case p.isCue[t] && p.cues[t].Conj != "" && p.cues[t].Form <= lang.Present:
		// A joined present tense goes on from a subjunctive («أن تعالج … وتعترف»)
		// unless the report itself tells in the present.
		past := p.cues[t].Form == lang.Past || c.cue.Form == lang.Present
		return past && !p.cues[t].Future && !p.is(t-1, that) && p.leads(t, limit)
	case marked && p.is(t, contrast), marked && p.is(t, however) && t+1 < limit && p.isCue[t+1] && p.leads(t+1, limit):
		return true // «…، لكنه أكد أن»
	case p.closes(t-1) >= 0 && (p.mediumAt(t, limit) > 0 || c.phrase && p.is(t, when) && p.ofTheSpeaker(t, limit)):
		return true
	case p.isCue[t] && p.cues[t].Form == lang.Past && t-1 > at && p.is(t-1, likewise):
		return p.leads(t, limit) // «… كما دعا إلى»
	case p.is(t, aside) && p.comma(t-1) && p.closes(t-2) >= 0:
		return true
	}
	return false
}

// ofTheSpeaker reports whether the phrase of time at token t is told from the
// reporter's side: it speaks of the speaker by a pronoun («قبل تولي منصبه»).
func (p *passage) ofTheSpeaker(t, limit int) bool {
	for j := t + 1; j < limit && j <= t+2; j++ {
		token := p.Tokens[j]
		if token.Kind != lang.Word || p.nameFrom[j] >= 0 {
			break
		}
		if p.reading(j).Enclitic != "" {
			return true
		}
	}
	return p.Lang == isnad.English
}

// leads reports whether the cue at token t has content of its own: a
// complementizer, colon or quotation within reach, or a noun that opens one.
func (p *passage) leads(t, limit int) bool {
	c := p.cues[t]
	if !c.Weak && c.Object || c.Tokens > 1 {
		return true
	}
	for j := t + c.Tokens; j < limit && j < t+14; j++ {
		if p.is(j, that) || p.colon(j) || p.opens(j) >= 0 {
			return true
		}
	}
	return false
}

// trimmed is the span of the tokens, less the marks and white space around it
// that are not part of what was said.
func (p *passage) trimmed(first, end int) isnad.Span {
	for first < end && p.Tokens[first].Kind == lang.Mark && !p.opensBracket(first) {
		first++
	}
	for end > first && p.Tokens[end-1].Kind == lang.Mark && !p.closesBracket(end-1) {
		end--
	}
	if first >= end {
		return isnad.Span{}
	}
	return isnad.Span{Start: p.Tokens[first].Start, End: p.Tokens[end-1].End}
}

func (p *passage) opensBracket(i int) bool {
	m := p.punctuation(i)
	return m == "(" || m == "["
}

func (p *passage) closesBracket(i int) bool {
	m := p.punctuation(i)
	return m == ")" || m == "]" || m == "%"
}

// fronted is the quotation that ends right before token i, or -1: «“…”، قال».
func (p *passage) fronted(i int) int {
	t := i - 1
	for t >= 0 && p.Tokens[t].Kind == lang.Mark && t > i-3 {
		t--
	}
	return p.closes(t)
}
