// Package gloss tells which concepts of the news a written word may stand for,
// in Arabic and in English alike: «وبالمعابر» and "crossings" both give
// "crossing". It serves to compare what two wordings speak of; it does not
// translate. Names, numbers and function words have no concept.
//
// The concepts are the lines of words.tsv, which is parsed once, at first use.
package gloss

import (
	"strings"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// MaxConcepts is how many concepts a word may have.
const MaxConcepts = 3

// Arabic returns the concepts that a written Arabic word may stand for, or nil.
// Clitics and regular inflections are read off: a reading without clitics goes
// before one with them, a word of the list before an inflected one. The slice
// is shared: callers do not write to it.
//
// Laws: len ≤ MaxConcepts; Arabic(Fold(w)) equals Arabic(w); for a word w of the
// list, Arabic(و+w) equals Arabic(w) unless the list has و+w too.
func Arabic(word string) []string {
	key := arabic.Fold(word)
	known := index()
	concepts := known.form(key).any
	if concepts == nil && len(key) >= 2*letter && !arabic.IsStop(key) {
		concepts = known.cut(key)
	}
	if len(concepts) == 0 { // also a form that is silenced
		return nil
	}
	return concepts
}

// English returns the concepts that a written English word may stand for, or
// nil. Plurals, possessives and the regular forms of verbs are read off. The
// slice is shared: callers do not write to it.
func English(word string) []string {
	key := english.Fold(word)
	known := index().english
	if concepts := known[key].exact; concepts != nil {
		return concepts
	}
	if english.IsStop(key) {
		return nil
	}
	for _, ending := range []string{"'s", "'", "s"} {
		if rest, ok := strings.CutSuffix(key, ending); ok {
			if concepts := known[rest].exact; concepts != nil {
				return concepts
			}
		}
	}
	stem := english.Stem(key)
	if stem == key { // no form of another word: "hop" is none of "hope"
		return nil
	}
	if concepts := known[stem].stem; concepts != nil {
		return concepts
	}
	if strings.HasSuffix(stem, "ll") && len(key) > len(stem)+1 { // controlled: english.Stem leaves a doubled l
		return known[stem[:len(stem)-1]].stem
	}
	return nil
}

// Concepts returns the names of all concepts, in the order of the list.
func Concepts() []string { return append([]string(nil), index().concepts...) }
