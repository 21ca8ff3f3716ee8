// Package shingles scores a text taken from a page against the text that
// people took, by the measure of the article extraction benchmark
// (github.com/scrapinghub/article-extraction-benchmark, evaluate.py), so that
// the numbers stand beside the ones published there.
//
// A text is a bag of shingles: runs of four words, a word being a run of
// letters, digits and underscores, case kept. A text of fewer than four words
// is one shingle; a text of none has none.
package shingles

import (
	"strings"
	"unicode"
)

// Words is how many words make a shingle.
const Words = 4

// Match says how the shingles of two texts meet, as parts of one: the three
// sum to 1, or to 0 where both texts are empty.
type Match struct {
	Both, Extra, Missed float64 // in both texts, in the taken one alone, in the wanted one alone
}

// Compare matches a text taken from a page with the one that was wanted.
func Compare(taken, wanted string) Match {
	var m Match
	got, want := bag(taken), bag(wanted)
	for key, n := range got {
		m.Both += float64(min(n, want[key]))
		m.Extra += float64(max(0, n-want[key]))
	}
	for key, n := range want {
		m.Missed += float64(max(0, n-got[key]))
	}
	if sum := m.Both + m.Extra + m.Missed; sum > 0 {
		return Match{m.Both / sum, m.Extra / sum, m.Missed / sum}
	}
	return m
}

// Precision is the part of the taken shingles that were wanted. The benchmark
// gives a text in which nothing was extra or missed the full mark, also an
// empty one.
func (m Match) Precision() float64 { return share(m.Both, m.Extra, m.Missed) }

// Recall is the part of the wanted shingles that were taken.
func (m Match) Recall() float64 { return share(m.Both, m.Missed, m.Extra) }

func share(both, wrong, other float64) float64 {
	switch {
	case wrong == 0 && other == 0:
		return 1
	case both == 0 && wrong == 0:
		return 0
	}
	return both / (both + wrong)
}

// Score is the mean over the texts of a set.
type Score struct {
	F1, Precision, Recall float64
}

// Mean scores a set: the mean of the precisions of texts of which anything was
// taken, the mean of the recalls of texts of which anything was wanted, and
// the harmonic mean of the two.
func Mean(matches []Match) Score {
	var s Score
	taken, wanted := 0.0, 0.0
	for _, m := range matches {
		if m.Both+m.Extra > 0 {
			s.Precision += m.Precision()
			taken++
		}
		if m.Both+m.Missed > 0 {
			s.Recall += m.Recall()
			wanted++
		}
	}
	if taken == 0 || wanted == 0 {
		return Score{}
	}
	s.Precision /= taken
	s.Recall /= wanted
	if s.Precision+s.Recall > 0 {
		s.F1 = 2 * s.Precision * s.Recall / (s.Precision + s.Recall)
	}
	return s
}

// bag counts the shingles of a text. The words of a shingle are joined by a
// space, which is no part of a word.
func bag(text string) map[string]int {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
	counts := make(map[string]int)
	if len(words) == 0 {
		return counts
	}
	for i := 0; i < max(1, len(words)-Words+1); i++ {
		counts[strings.Join(words[i:min(i+Words, len(words))], " ")]++
	}
	return counts
}
