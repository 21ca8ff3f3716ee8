package contrast

import (
	_ "embed" // the lists
	"strings"
	"sync"
)

//go:embed opposites.tsv
var oppositesFile string

//go:embed negators.txt
var negatorsFile string

// opposites are the pairs of concepts that exclude one another, both ways.
var opposites = sync.OnceValue(func() map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for line := range lines(oppositesFile) {
		left, right, _ := strings.Cut(line, "\t")
		for other := range strings.FieldsSeq(right) {
			pairs[[2]string{left, other}] = true
			pairs[[2]string{other, left}] = true
		}
	}
	return pairs
})

// Opposed reports whether one of the concepts of a word (package gloss) excludes
// one of another word's, and the two words have none in common.
// Opposed(x, y) == Opposed(y, x).
func Opposed(x, y []string) bool {
	if share(x, y) {
		return false
	}
	for _, c := range x {
		for _, d := range y {
			if opposites()[[2]string{c, d}] {
				return true
			}
		}
	}
	return false
}

// poles are the concepts that have an opposite.
var poles = sync.OnceValue(func() map[string]bool {
	list := map[string]bool{}
	for pair := range opposites() {
		list[pair[0]] = true
	}
	return list
})

// negators are folded.
var negators = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range lines(negatorsFile) {
		words[line] = true
	}
	return words
})

// lines yields the lines of a list without comments and blank ones.
func lines(list string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
