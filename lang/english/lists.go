package english

import (
	_ "embed" // the word lists
	"strings"
)

//go:embed data/abbreviations.txt
var abbreviationList string

//go:embed data/stop.txt
var stopList string

var (
	classes = abbreviations(abbreviationList)
	stops   = words(stopList)
)

// IsStop reports whether a folded word is a function word: an article,
// pronoun, preposition, conjunction or auxiliary.
func IsStop(key string) bool { return stops[key] }

// lines yields the lines of a list without comments and blank ones.
func lines(list string) []string {
	var kept []string
	for line := range strings.Lines(list) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			kept = append(kept, line)
		}
	}
	return kept
}

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, line := range lines(list) {
		for _, word := range strings.Fields(line) {
			set[word] = true
		}
	}
	return set
}

// abbreviations maps a folded abbreviation, without its last stop unless it has
// inner ones, to its class.
func abbreviations(list string) map[string]string {
	classes := map[string]string{}
	for _, line := range lines(list) {
		fields := strings.Fields(line)
		for _, word := range fields[1:] {
			classes[word] = fields[0]
		}
	}
	return classes
}
