package terms

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed spared.txt
var sparedList string

// spared are folded Latin words that are not stemmed.
var spared = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(sparedList) {
		if word := strings.TrimSpace(line); word != "" && word[0] != '#' {
			words[word] = true
		}
	}
	return words
})
