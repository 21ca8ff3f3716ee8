package gloss

import (
	"strings"
	"sync"
)

// listed are the words of the list, by concept.
type listed struct{ arabic, english []string }

var byConcept = sync.OnceValue(func() map[string]listed {
	table := map[string]listed{}
	for line := range lines(words) {
		fields := append(strings.Split(line, "\t"), make([]string, columns)...)
		var one listed
		for word := range entries(fields[1]) {
			one.english = append(one.english, word)
		}
		for _, column := range fields[2:columns] {
			for word := range entries(column) {
				one.arabic = append(one.arabic, word)
			}
		}
		table[fields[0]] = one
	}
	return table
})

// ArabicWords returns the Arabic words that the list has for a concept, in its
// order, as they are written there: to look for texts that speak of it. The slice
// is shared: callers do not write to it.
func ArabicWords(concept string) []string { return byConcept()[concept].arabic }

// EnglishWords is ArabicWords for English.
func EnglishWords(concept string) []string { return byConcept()[concept].english }
