package arabic

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data/*.txt data/*.tsv
var data embed.FS

// wordLists are the lists of package data, keyed by folded words.
type wordLists struct {
	proclitics map[string]bool // proclitics alone and stacked
	stops      map[string]bool // function words
	whole      map[string]bool // words whose first or last letters are no clitics

	abbreviations map[string]bool // words of several letters before a stop that ends no sentence
	eras          map[string]bool // letters of the calendar behind a year
	jussive       map[string]bool // particles before a jussive
	pronouns      map[string]bool // pronouns before a nominative participle
	goesOn        map[string]bool // words behind a quotation that go on with its sentence
}

var lists = sync.OnceValue(func() *wordLists {
	return &wordLists{
		proclitics: wordSet("proclitics"),
		stops:      wordSet("stops"),
		whole:      wordSet("whole"),

		abbreviations: wordSet("abbreviations"),
		eras:          wordSet("eras"),
		jussive:       wordSet("jussive"),
		pronouns:      wordSet("pronouns"),
		goesOn:        wordSet("goeson"),
	}
})

// rows returns the lines of an embedded list without comments and blank ones.
// The lists are part of the program, so a missing one is a mistake in it.
func rows(name string) []string {
	bytes, err := data.ReadFile("data/" + name)
	if err != nil {
		panic("arabic: " + err.Error())
	}
	var lines []string
	for line := range strings.Lines(string(bytes)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// wordSet reads a list of words, a line each, with anything behind a tab a gloss.
func wordSet(name string) map[string]bool {
	set := map[string]bool{}
	for _, line := range rows(name + ".txt") {
		word, _, _ := strings.Cut(line, "\t")
		set[Fold(strings.TrimSpace(word))] = true
	}
	return set
}
