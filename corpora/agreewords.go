package corpora

import (
	"slices"
	"unicode"
)

// Token is a written token, of a letter at least, and the syntactic words that
// it is made of: itself, or several whose forms need not be its letters.
type Token struct {
	Extent
	Words []string // one at least
}

// WordMatch is a word of the corpus and the answer that is the same word, each
// counted over all words of its side.
type WordMatch struct{ Gold, Got int }

// AgreeWords compares the words of two analyses of one text by the measure of
// the CoNLL 2018 shared task (Zeman et al. 2018, section 5): a token of one word
// is right where the other side has the same one; words of fused tokens are
// right where they stand in a longest common sequence of the forms of all
// tokens that overlap. The tokens of each side are ordered and do not overlap.
func AgreeWords(gold, got []Token) (Agreement, []WordMatch) {
	result := Agreement{Gold: countWords(gold), Answers: countWords(got)}
	var matches []WordMatch
	i, j, g, s := 0, 0, 0, 0 // tokens and words of both sides that are behind
	for i < len(gold) && j < len(got) {
		switch a, b := gold[i], got[j]; {
		case len(a.Words) == 1 && len(b.Words) == 1 && a.Extent == b.Extent:
			matches = append(matches, WordMatch{g, s})
			i, j, g, s = i+1, j+1, g+1, s+1
		case len(a.Words) == 1 && len(b.Words) == 1 || a.End <= b.Start || b.End <= a.Start:
			// one of both is not there on the other side: the one that begins first
			if a.Start < b.Start || a.Start == b.Start && a.End <= b.End {
				i, g = i+1, g+len(a.Words)
			} else {
				j, s = j+1, s+len(b.Words)
			}
		default:
			toI, toJ := overlap(gold, got, i, j)
			left, right := wordsOf(gold[i:toI]), wordsOf(got[j:toJ])
			for _, pair := range common(left, right) {
				matches = append(matches, WordMatch{g + pair.Gold, s + pair.Got})
			}
			i, j, g, s = toI, toJ, g+len(left), s+len(right)
		}
	}
	result.Right = len(matches)
	return result, matches
}

// maxOverlap bounds the tokens of one side that are compared at once.
const maxOverlap = 64

// overlap returns the ends of the tokens from i and j on that hang together by
// overlapping.
func overlap(gold, got []Token, i, j int) (int, int) {
	toI, toJ := i+1, j+1
	end := max(gold[i].End, got[j].End)
	for toI-i < maxOverlap && toJ-j < maxOverlap {
		switch {
		case toI < len(gold) && gold[toI].Start < end:
			end = max(end, gold[toI].End)
			toI++
		case toJ < len(got) && got[toJ].Start < end:
			end = max(end, got[toJ].End)
			toJ++
		default:
			return toI, toJ
		}
	}
	return toI, toJ
}

func wordsOf(tokens []Token) []string {
	var list []string
	for _, token := range tokens {
		list = append(list, token.Words...)
	}
	return list
}

func countWords(tokens []Token) int {
	n := 0
	for _, token := range tokens {
		n += len(token.Words)
	}
	return n
}

// common is a longest common sequence, as pairs of indexes in order.
func common(left, right []string) []WordMatch {
	width := len(right) + 1
	length := make([]int, (len(left)+1)*width) // of what is behind each pair
	for i := len(left) - 1; i >= 0; i-- {
		for j := len(right) - 1; j >= 0; j-- {
			if left[i] == right[j] {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	var list []WordMatch
	for i, j := 0, 0; i < len(left) && j < len(right); {
		switch {
		case left[i] == right[j]:
			list = append(list, WordMatch{i, j})
			i, j = i+1, j+1
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return list
}

// letters counts what is not white space.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// Tokens lays written tokens end to end; words gives the words of each, none
// meaning the token itself.
func Tokens(written []string, words func(token string) []string) []Token {
	list := make([]Token, 0, len(written))
	for i, extent := range Extents(written) {
		parts := slices.Clone(words(written[i]))
		if len(parts) == 0 {
			parts = []string{written[i]}
		}
		list = append(list, Token{Extent: extent, Words: parts})
	}
	return list
}
