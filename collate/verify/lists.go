package verify

import (
	_ "embed" // the lists
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed data/outletheads.txt
var outletText string

//go:embed data/light.txt
var lightText string

var (
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
