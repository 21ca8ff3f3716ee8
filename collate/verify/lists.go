package verify

import (
	_ "embed" // the lists
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed data/negators.txt
var negatorText string

//go:embed data/opposites.tsv
var oppositeText string

//go:embed data/outletheads.txt
var outletText string

//go:embed data/light.txt
var lightText string

var (
	// negators are the folded words that turn round what follows.
	negators = sync.OnceValue(func() map[string]bool { return setOf(negatorText) })
	// outletHeads are the folded words that name a sort of outlet.
	outletHeads = sync.OnceValue(func() map[string]bool { return setOf(outletText) })
	// lightWords are folded words that say little beside others.
	lightWords = sync.OnceValue(func() map[string]bool { return setOf(lightText) })
)

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for line := range entries(list) {
		set[arabic.Fold(line)] = true
	}
	return set
}

// opposites holds pairs of concepts both ways.
var opposites = sync.OnceValue(func() map[[2]string]bool {
	set := map[[2]string]bool{}
	for line := range entries(oppositeText) {
		a, b, _ := strings.Cut(line, "\t")
		set[[2]string{a, b}], set[[2]string{b, a}] = true, true
	}
	return set
})

// opposed reports whether one word may stand for the opposite of the other and
// for nothing that the other stands for.
func opposed(a, b []string) bool {
	if shareConcept(a, b) {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if opposites()[[2]string{x, y}] {
				return true
			}
		}
	}
	return false
}

// entries yields the lines of a list without comments and blank ones.
func entries(list string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimRight(line, "\r\n")
			if line != "" && !strings.HasPrefix(line, "#") && !yield(line) {
				return
			}
		}
	}
}
