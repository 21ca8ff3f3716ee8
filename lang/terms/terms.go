// Package terms makes the words by which texts are searched: the folded stem of
// every word and number, by the script of the word, so that a query meets a
// text however either is spelled and inflected: «للرئاسة» meets «رئاسة»,
// "announced" meets "announces", «٢٠١٥» meets "2015".
//
// Endings of nouns and adjectives come off, those of verbs do not: Arabic verbs
// of different persons and genders («بلغت», «بلغ») do not meet. Nor do plurals
// that are made inside the word meet their singular. Words that differ in
// letters which writers mix up (ي and ى) meet, but for the commonest: «على» is
// not the name «علي», «إلى» not «آلي». A noun keeps its ة where the word without
// it is another: «الرياضة» is not «الرياض».
//
// Nothing is left out, function words neither: the words of a phrase stand in
// the terms in their order, one behind the other.
package terms

import (
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// Term is a word or a number of a text.
type Term struct {
	Key        string // folded stem, but for «على», «إلى», «معنى»: letters and digits, no others, at most MaxKey bytes
	Start, End int    // bytes of the text
}

// MaxKey is how many bytes a key has at most; what is longer is cut between
// letters.
const MaxKey = 96

// Of returns the terms of text in their order; see [Append].
func Of(text string) []Term { return Append(make([]Term, 0, len(text)/9+4), text) }

// Append appends the terms of text to list, in order, and returns it. Keys may
// share the memory of text.
//
//   - An Arabic word gives the stem of what is left without its proclitics
//     ([arabic.Bare], [arabic.BareStem], and the lists of this package). Names of «عبد» and the article are two
//     terms, written together or apart. A hyphen parts words; so do the stops of
//     an abbreviation («أ.ف.ب» is three terms, like «أ ف ب»).
//   - A Latin word gives its stem ([english.Stem]) without a possessive.
//     Hyphens part words, digits and letters are parted ("F-16", "F16"), an
//     abbreviation with stops is one word ("U.S.", "US").
//   - A number gives its digits in ASCII, without thousands separators and
//     ordinal ending; other signs in it part terms («3.5», 10:30).
//   - Words of other scripts are folded and not stemmed.
//
// Laws: terms are ordered and do not overlap; Start < End, both on rune
// boundaries; a key has at least one letter or digit and nothing else.
func Append(list []Term, text string) []Term {
	c := cutter{text: text, tokens: arabic.Tokens(text), list: list}
	for c.at < len(c.tokens) {
		token := c.tokens[c.at]
		c.at++
		switch {
		case token.Kind == lang.Digits:
			c.number(token)
		case token.Kind == lang.Word && token.Latin:
			c.latin(token)
		case token.Kind == lang.Word:
			c.word(token)
		}
	}
	return c.list
}
