package bitext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/gloss"
	"github.com/isnad-news/isnad/lang/terms"
	"github.com/isnad-news/isnad/lang/translit"
)

// word is a content word of a text.
type word struct {
	key      string
	form     string   // folded, without proclitics: what is compared letter by letter
	concepts []string // of package gloss
	latin    bool
}

// wordsOf are the words of a text in one script.
func wordsOf(text string, latin bool) []word {
	var list []word
	for _, term := range terms.Of(text) {
		if one, ok := wordOf(term.Key, text[term.Start:term.End]); ok && one.latin == latin {
			list = append(list, one)
		}
	}
	return list
}

// wordOf reads a word of a text; ok is false for numbers, function words and
// single letters, which are not translated.
func wordOf(key, written string) (w word, ok bool) {
	first, size := utf8.DecodeRuneInString(key)
	switch {
	case len(key) == size || unicode.IsDigit(first):
		return word{}, false
	case first < utf8.RuneSelf:
		form := strings.TrimSuffix(english.Fold(written), "'s")
		return word{key, form, gloss.English(written), true}, !english.IsStop(form)
	}
	folded := arabic.Fold(written)
	form := arabic.Bare(folded)
	return word{key, form, gloss.Arabic(written), false}, !arabic.IsStop(folded) && !arabic.IsStop(form)
}

// What is known of two words before anything is learned, as factors.
const (
	unheardOf = 1.0
	oneSense  = 30.0 // they have a concept in common
	oneName   = 30.0 // they can be one name
	leastSame = 0.5
)

// known is how much likelier than others two words translate one another.
func known(a, e *word, table *translit.Table) float64 {
	for _, concept := range a.concepts {
		for _, other := range e.concepts {
			if concept == other {
				return oneSense
			}
		}
	}
	if len(a.form) >= 3*2 && len(e.form) >= 3 && table.Same(a.form, e.form) >= leastSame {
		return oneName
	}
	return unheardOf
}

// newCorpus reads the pairs, and sets the tables to what is known.
func newCorpus(pairs []Pair) *corpus {
	c := &corpus{places: [2]map[string]int32{{}, {}}, at: map[[2]int32]int32{}}
	for _, pair := range pairs {
		arabic, english := wordsOf(pair.Arabic, false), wordsOf(pair.English, true)
		if len(arabic) > 0 && len(english) > 0 {
			c.add(arabic, english)
		}
	}
	c.begin()
	return c
}

// add adds a segment.
func (c *corpus) add(arabic, english []word) {
	s := segment{arabic: c.number(0, arabic), english: c.number(1, english)}
	for i, a := range s.arabic {
		for j, e := range s.english {
			at, ok := c.at[[2]int32{a, e}]
			if !ok {
				at = int32(len(c.cells))
				c.at[[2]int32{a, e}] = at
				weight := known(&arabic[i], &english[j], translit.Default())
				c.cells = append(c.cells, cell{arabic: a, english: e, given: [2]float64{weight, weight}, strange: weight == unheardOf})
			}
			c.cells[at].seen++
			s.cells = append(s.cells, at)
		}
	}
	c.segments = append(c.segments, s)
}

// number counts the words of a side and returns their places.
func (c *corpus) number(side int, words []word) []int32 {
	list := make([]int32, len(words))
	for i, one := range words {
		at, ok := c.places[side][one.key]
		if !ok {
			at = int32(len(c.words[side]))
			c.places[side][one.key] = at
			c.words[side], c.counts[side] = append(c.words[side], one.key), append(c.counts[side], 0)
		}
		c.counts[side][at]++
		c.totals[side]++
		list[i] = at
	}
	return list
}

// begin makes shares of what is known.
func (c *corpus) begin() {
	for side := range 2 {
		totals := make([]float64, len(c.words[side]))
		for i := range c.cells {
			totals[c.cells[i].from(side)] += c.cells[i].given[side]
		}
		for i := range c.cells {
			c.cells[i].given[side] /= totals[c.cells[i].from(side)]
		}
	}
}
