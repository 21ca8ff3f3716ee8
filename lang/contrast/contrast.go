// Package contrast tells whether two short texts, sentences or headlines, speak
// for or against one another, by their words alone: by what is negated in one,
// by words that exclude one another, by numbers and words put in the place of
// others, and by how much the texts share. The texts may be Arabic or English,
// or one of each.
//
// It knows nothing of who is spoken of and when: two texts that differ by a
// number may speak of two things. What it says is a hint for a reader or for a
// rule that knows that both texts are by one speaker on one subject.
package contrast

import (
	"slices"
	"sync"

	"github.com/isnad-news/isnad/lang"
)

// Relation says how one text stands to another.
type Relation string

// The relations.
const (
	Agree    Relation = "agree"
	Disagree Relation = "disagree"
	Unsure   Relation = "unsure"
)

// Kind says what speaks for a disagreement.
type Kind string

// The kinds of reasons.
const (
	Negation  Kind = "negation"  // one negates what the other does not
	Opposites Kind = "opposites" // words that exclude one another: «يرتفع», "falls"
	Numbers   Kind = "numbers"   // one number against another
	Days      Kind = "days"      // one weekday or month against another
	Replaced  Kind = "replaced"  // another word in the place of a word
)

// Reason is what speaks for a disagreement: the words of each text, as bytes. One
// of the ranges is empty where only one text has such words.
type Reason struct {
	Kind Kind
	A, B lang.Range
}

// Comparison is what is found of two texts.
type Comparison struct {
	Relation Relation
	// Disagree is how likely the texts disagree, from 0 to 1, if they speak of
	// one thing.
	Disagree float64
	Why      []Reason // ordered by kind, then by place in the first text
}

// From where on a likelihood decides, and how much of the shorter text must
// have a counterpart at least. Another word in the place of one is often a
// synonym that the lists do not have, so that it must be likelier.
const (
	disagrees         = 0.5
	disagreesReplaced = 0.9
	agrees            = 0.2
	leastPaired       = 0.25
)

// Compare compares two texts by the weights that come with the program.
func Compare(a, b string) Comparison { return Default().Compare(a, b) }

// Default returns the weights that come with the program.
var Default = sync.OnceValue(func() *Model {
	m, err := Load(weights)
	if err != nil {
		panic("contrast: " + err.Error()) // embedded
	}
	return m
})

// Compare compares two texts. They disagree only where a reason can be shown;
// texts that have little in common are unsure.
//
// Laws: Compare(b, a) is Compare(a, b) with the ranges of its reasons
// exchanged, in another order; a text does not disagree with itself.
func (m *Model) Compare(a, b string) Comparison {
	p := pair(read(a), read(b))
	c := Comparison{Relation: Unsure, Disagree: m.likely(p.features()), Why: p.reasons()}
	switch {
	case p.paired() < leastPaired:
	case c.Disagree >= disagrees && slices.ContainsFunc(c.Why, strong), c.Disagree >= disagreesReplaced && len(c.Why) > 0:
		c.Relation = Disagree
	case c.Disagree <= agrees:
		c.Relation = Agree
	}
	return c
}

// strong reports whether a reason is more than another word.
func strong(r Reason) bool { return r.Kind != Replaced }

// reasons are what speaks for a disagreement.
func (p *pairing) reasons() []Reason {
	list := slices.Concat(p.negations(), p.opposed(), p.differing(Numbers), p.differing(Days))
	for _, one := range p.replaced() {
		told := func(r Reason) bool { return r.A == one.A && r.B == one.B }
		if !slices.ContainsFunc(list, told) {
			list = append(list, one)
		}
	}
	return list
}
