package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/english"
)

func (p *passage) possessive(i int) bool {
	key := p.key(i)
	return strings.HasSuffix(key, "'s") && !english.IsStop(key)
}

// head finds who speaks in the noun phrase at tokens first:end: the first name
// that no preposition rules and that is no more than a modifier, else its noun.
func (p *passage) head(first, end int) who {
	s := who{start: first, carrier: -1}
	for first < end && (p.is(first, adverb) || p.key(first) == "and" || p.manner(first)) && p.nameFrom[first] < 0 {
		first++
	}
	if first >= end {
		return s
	}
	s.start = first
	first += p.lex.at(p.Tokens, first, approx)
	if first >= end {
		return s
	}
	if p.is(first, prep) && p.nameFrom[first] < 0 {
		return p.behindPhrase(first, end)
	}
	owner, noun, carrier := -1, -1, -1
	j := first
	for ; j < end && !(p.is(j, prep) && p.nameFrom[j] < 0) && p.punctuation(j) != "(" && !p.is(j, relative); j++ {
		if at := p.nameFrom[j]; at >= 0 && p.speaks(p.names[at]) && p.names[at].last < end {
			n := p.names[at]
			next := n.last + 1
			switch {
			case p.possessive(n.last) && next >= end:
				s.none = true // «Marsh's claims»: the cue is a noun
				return s
			case p.possessive(n.last):
				owner = at
			case next >= end || p.is(next, prep|relative) || p.Tokens[next].Kind == lang.Mark || p.key(next) == "and" || p.Tokens[next].Kind == lang.Digits:
				s.subject = p.nameAt(j)
				return s
			}
			j = n.last
			continue
		}
		switch {
		case p.is(j, medium) && !p.is(j, source):
			carrier = j
		case p.is(j, source):
			noun = j
		}
	}
	if carrier >= 0 && noun < carrier {
		return p.carriedBy(s, owner, carrier, end)
	}
	return p.described(s, first, j, end, noun)
}

// behindPhrase reads a name or noun that ends the phrase behind a fronted one
// without comma: «In Arden Marsh said».
func (p *passage) behindPhrase(first, end int) who {
	s := who{start: first, carrier: -1}
	at := p.nameTo[end-1]
	if at >= 0 && p.speaks(p.names[at]) && !p.ruled(p.names[at].first) && !(p.names[at].first > 1 && p.isArticle(p.names[at].first-1) && p.ruled(p.names[at].first-1)) {
		s.subject, s.start = subject{parties: p.parties(p.names[at])}, p.names[at].first
	}
	return s
}

// overTitle steps from token i over a title that is no part of a name: «Mr.».
func (p *passage) overTitle(i int) int {
	if p.is(i, title) && p.nameFrom[i] < 0 {
		i++
		if p.punctuation(i) == "." {
			i++
		}
	}
	return i
}

func (p *passage) isArticle(i int) bool {
	switch p.key(i) {
	case "the", "a", "an":
		return true
	}
	return false
}

// carriedBy resolves a medium that speaks: «Marsh's statement», «a statement
// from the ministry», «the statement».
func (p *passage) carriedBy(s who, owner, carrier, end int) who {
	s.carrier = carrier
	if owner >= 0 {
		s.subject = subject{parties: p.parties(p.names[owner])}
		return s
	}
	for t := carrier + 1; t < end; t++ {
		if at := p.nameFrom[t]; at >= 0 && p.speaks(p.names[at]) && (p.ruled(t) || p.ruled(t-1)) {
			switch p.key(t - 1) {
			case "from", "by", "of", "the":
				s.subject = subject{parties: p.parties(p.names[at])}
				return s
			}
		}
	}
	s.shared = true
	return s
}

// described makes a party of a noun phrase without a name; its noun is at
// token noun, or -1 where it is none that speaks as a rule.
func (p *passage) described(s who, first, nounEnd, end, noun int) who {
	if nounEnd == first || p.Tokens[first].Kind == lang.Mark {
		s.start = end
		return s
	}
	span := isnad.Span{Start: p.Tokens[first].Start, End: p.Tokens[end-1].End}
	for t := nounEnd; t < end; t++ {
		if p.is(t, relative) || p.punctuation(t) == "(" {
			span.End = p.Tokens[t-1].End
			break
		}
	}
	if p.comma(nounEnd - 1) {
		span.End = p.Tokens[nounEnd-2].End
	}
	party := isnad.Party{Entity: -1, Span: span, Unnamed: true, Text: span.Of(p.doc.Article.Text)}
	s.proper = p.proper(first, nounEnd)
	s.subject, s.generic = subject{parties: []isnad.Party{party}}, noun < nounEnd-2 && !s.proper
	return s
}

// proper reports whether the words first:end look like a name that no list
// holds: a capital at their end, and not just at the start of a sentence.
func (p *passage) proper(first, end int) bool {
	last := end - 1
	if p.Tokens[last].Kind != lang.Word || !p.capital(last) {
		return false
	}
	return last > first || !english.IsStop(p.key(last))
}
