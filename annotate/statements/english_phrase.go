package statements

import (
	"github.com/isnad-news/isnad/lang"
)

func (p *passage) phraseStop(t int) bool {
	return p.Tokens[t].Kind == lang.Mark && p.key(t) != "." || p.Tokens[t].Kind == lang.Quoter || p.is(t, relative|contrast|pronoun) ||
		p.isCue[t] && !p.cues[t].Weak && p.cues[t].Form != lang.Noun
}

// phraseTo reads the noun phrase that ends with token t, before the cue at i.
func (p *passage) phraseTo(t, i int) who {
	t = p.overRelative(t, i)
	first := t + 1
	for first > 0 && first > t-20 && p.sentence[first-1] == p.sentence[i] && !p.phraseEdge(first-1, t) {
		if p.punctuation(first-1) == ")" {
			first = p.openingBracket(first - 1)
			continue
		}
		first--
	}
	s := p.head(first, t+1)
	if s.generic && first > 1 && p.key(first-1) == "and" && !p.phraseEdge(first-2, t) {
		// «Experts on arms and disarmament said»
		if longer := p.phraseTo(first-2, i); longer.found() && !longer.generic && longer.parties[0].Unnamed {
			span := &longer.parties[0].Span
			span.End = s.parties[0].Span.End
			longer.parties[0].Text = span.Of(p.doc.Article.Text)
			return longer
		}
	}
	if s.found() && !s.parties[0].Unnamed && first > 2 && p.key(first-1) == "and" && p.nameTo[first-2] < 0 {
		// «a spokesman for the Parks and Recreation Department»
		if longer := p.phraseTo(first-2, i); longer.found() && !longer.generic && longer.parties[0].Unnamed && p.is(longer.start+2, prep) {
			span := &longer.parties[0].Span
			span.End = p.Tokens[t].End
			longer.parties[0].Text = span.Of(p.doc.Article.Text)
			return longer
		}
	}
	if s.start >= t+1 {
		s.start = i
	}
	p.listed(&s)
	return s
}

// listed adds the names before the last two of a list: «Marsh, Velder and Lim».
func (p *passage) listed(s *who) {
	for len(s.parties) > 1 && s.start > 2 && p.comma(s.start-1) && p.sentence[s.start-2] == p.sentence[s.start] {
		at := p.nameTo[s.start-2]
		if at < 0 || !p.speaks(p.names[at]) {
			return
		}
		s.parties = append(p.parties(p.names[at]), s.parties...)
		s.start = p.names[at].first
	}
}

// apostrophe reports whether the quotation mark at token i is none: «workers'».
func (p *passage) apostrophe(i int) bool {
	return p.Tokens[i].Kind == lang.Quoter && p.opens(i) < 0 && p.closes(i) < 0 && i > 0 && p.Tokens[i-1].End == p.Tokens[i].Start
}

// overRelative steps from token t back over «who asked not to be named» to the
// noun that it tells of.
func (p *passage) overRelative(t, i int) int {
	for j := t; j > 0 && j > t-14 && p.sentence[j] == p.sentence[i] && p.Tokens[j].Kind == lang.Word; j-- {
		if p.key(j) == "who" {
			return j - 1
		}
		if p.key(j) == "that" || p.is(j, pronoun) {
			break
		}
	}
	return t
}

// openingBracket is the token of the bracket that the one at token i closes.
func (p *passage) openingBracket(i int) int {
	for t := i; t >= 0 && t > i-12; t-- {
		if p.punctuation(t) == "(" {
			return t
		}
	}
	return i
}

// coordinates reports whether the "and" at token t joins two nouns, and not two
// clauses: what stands before it in its clause is short and has no verb.
func (p *passage) coordinates(t int) bool {
	for j := t - 1; j >= 0 && j > t-7 && p.sentence[j] == p.sentence[t]; j-- {
		switch {
		case p.Tokens[j].Kind == lang.Mark && p.punctuation(j) != "." && p.punctuation(j) != "-", p.is(j, subordinate|conjunction|that):
			return j < t-1
		case p.isCue[j] && p.cues[j].Form <= lang.Present, p.is(j, auxiliary|pronoun|relative), p.participial(j) && p.nameTo[j] < 0 && j != p.sentenceStart(t):
			return false
		case j == p.sentenceStart(t):
			return true
		}
	}
	return false
}

// phraseEdge reports whether a noun phrase that ends with token last cannot
// reach back over token t.
func (p *passage) phraseEdge(t, last int) bool {
	switch {
	case p.nameFrom[t] >= 0 || p.nameTo[t] >= 0:
		return false
	case p.punctuation(t) == ")":
		return false
	case p.punctuation(t) == "-" && t > 0 && p.Tokens[t-1].End == p.Tokens[t].Start, p.apostrophe(t):
		return false
	case p.punctuation(t) == "." || p.punctuation(t) == "&" || p.punctuation(t) == "%" || p.punctuation(t) == "$":
		return false
	case p.Tokens[t].Kind == lang.Mark || p.Tokens[t].Kind == lang.Quoter:
		return true
	case p.key(t) == "and":
		return t+1 > last || !p.coordinates(t)
	case p.is(t, that|contrast|relative|pronoun|auxiliary|subordinate) && p.key(t) != "that":
		return true
	case p.key(t) == "that" || p.key(t) == "but" || p.key(t) == "or":
		return true
	}
	return p.isCue[t] && p.cues[t].Form <= lang.Present && (!p.cues[t].Weak || p.cues[t].Form == lang.Past)
}
