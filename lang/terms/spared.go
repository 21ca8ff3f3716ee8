package terms

import (
	_ "embed"
	"iter"
	"strings"
	"sync"
)

//go:embed spared.txt
var sparedList string

// spared are folded Latin words that are not stemmed.
var spared = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for word := range entries(sparedList) {
		words[word] = true
	}
	return words
})

// entries gives the lines of a list without comments and blank ones.
func entries(list string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
