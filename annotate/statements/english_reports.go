package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// reports reports whether the cue tells of something said: not of what will,
// would or is to be said, was not said, or is kept back.
func (p *passage) reports(c *candidate) bool {
	i := c.cue.at
	switch {
	case c.cue.Future, c.cue.Form == lang.Present && c.cue.Number == lang.AnyNumber:
		return false // «will say», «would say», «to say»
	case c.cue.Form == lang.Passive && c.cue.Lemma == "say":
		return false // «is said to»: by no one
	case strings.HasPrefix(c.cue.Lemma, "decline to"), strings.HasPrefix(c.cue.Lemma, "refuse to"):
		return false
	case p.capital(i) && i > p.sentenceStart(i) && p.Kind == isnad.Paragraph && p.opens(i-1) < 0:
		return false // «the State Department»
	case p.Kind != isnad.Paragraph && c.cue.Weak:
		return false
	case p.is(c.cue.next(), anonymity) && c.cue.Force != lang.Say && c.cue.Force != lang.Inform || c.cue.Form == lang.Noun && p.is(i, medium):
		return false
	}
	c.negated = p.englishNegated(i)
	return !c.negated || c.cue.Force == lang.Deny
}

func (p *passage) capital(i int) bool {
	first := p.doc.Article.Text[p.Tokens[i].Start]
	return first >= 'A' && first <= 'Z'
}

func (p *passage) englishNegated(i int) bool {
	for t := i - 1; t >= 0 && t >= i-3 && p.Tokens[t].Kind == lang.Word && p.sentence[t] == p.sentence[i]; t-- {
		if p.is(t, negation) {
			return true
		}
		if !p.is(t, adverb|auxiliary) && !p.manner(t) {
			return false
		}
	}
	return false
}

// disagrees reports whether the present tense of the cue cannot have the
// subject: «the leaders' call on Tuesday», «he report».
func (p *passage) disagrees(c *candidate, s who) bool {
	if c.cue.Form != lang.Present || c.negated {
		return false
	}
	if before := c.cue.at - 1; c.cue.Number == lang.Plural && strings.HasPrefix(c.cue.Lemma, "call ") && s.pronoun == "" &&
		!strings.HasSuffix(p.key(before), "s") && !p.is(before, source) {
		return true // «in a telephone call on Tuesday»
	}
	one := s.pronoun == "he" || s.pronoun == "she" || s.pronoun == "it"
	if len(s.parties) == 1 && s.parties[0].Entity >= 0 {
		one = p.doc.Entities[s.parties[0].Entity].Kind == isnad.Person
	}
	several := len(s.parties) > 1 || s.pronoun == "they"
	return c.cue.Number == lang.Plural && one || c.cue.Number == lang.Singular && several
}

// commonplace reports whether the cue is one of the few whose subject may be
// any noun: «the woman at the counter said».
func (p *passage) commonplace(c *candidate) bool {
	if p.Kind != isnad.Paragraph {
		return false
	}
	return p.lex.words[c.cue.Lemma]&human != 0 || strings.HasPrefix(c.cue.Lemma, "tell ") || strings.HasPrefix(c.cue.Lemma, "go on ")
}

// inserted reports whether the clause of the subject depends on one that
// follows it: «While Marsh said it was safe, …», «Velder, who said so, …».
func (p *passage) inserted(s who) bool {
	first := s.start - 1
	return first >= 0 && p.sentence[first] == p.sentence[s.start] && (p.is(first, subordinate) || p.key(first) == "despite") &&
		(first == 0 || p.sentence[first-1] != p.sentence[first])
}

// conditional reports whether the clause whose subject begins at token i is a
// condition: «if the minister says».
func (p *passage) conditional(i int) bool {
	return i > 0 && (p.key(i-1) == "if" || p.key(i-1) == "unless")
}

// manner reports whether the word at token i is an adverb in -ly.
func (p *passage) manner(i int) bool {
	key := p.key(i)
	return len(key) > 4 && strings.HasSuffix(key, "ly") && !p.is(i, plain) && p.nameFrom[i] < 0 && p.nameTo[i] < 0
}
