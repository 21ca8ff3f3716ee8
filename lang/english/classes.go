package english

import (
	_ "embed" // the word classes
	"strings"
)

//go:embed data/classes.tsv
var classList string

var wordClasses = parseClasses(classList)

func parseClasses(list string) map[string]map[string]bool {
	table := map[string]map[string]bool{}
	for _, line := range lines(list) {
		class, members, _ := strings.Cut(line, "\t")
		table[class] = words(members)
	}
	return table
}

// isDeterminer leaves out "her", which is an object as often ("told her").
func isDeterminer(key string) bool  { return wordClasses["determiner"][key] }
func isPreposition(key string) bool { return wordClasses["preposition"][key] }

// isPossessive reports whether a word ends in a possessive: "minister's".
func isPossessive(key string) bool { return strings.HasSuffix(key, "'s") && !stops[key] }

// isAdverb takes words in -ly for adverbs, those of five letters and more.
func isAdverb(key string) bool {
	return wordClasses["adverb"][key] || len(key) > 4 && strings.HasSuffix(key, "ly")
}
