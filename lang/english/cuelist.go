package english

import (
	_ "embed" // the list of cues
	"slices"
	"strings"

	"github.com/isnad-news/isnad/lang"
)

//go:embed data/cues.tsv
var cueList string

// shape is the inflected form of a cue's first word.
type shape uint8

const (
	base       shape = iota // say, to say; present plural
	third                   // says
	past                    // said, also as participle where both are alike
	participle              // spoken, where it differs from the past
	gerund                  // saying
	fixed                   // a particle or noun, never inflected
)

// entry is one form of one row of the list.
type entry struct {
	cue          lang.Cue
	shape        shape
	rest         []string // the words behind the first
	prepositions []string
	noun, gerund bool // the base and -s form, the -ing form, are nouns as well
}

// cues maps the first word of each form to its entries, the longest first.
var cues = parseCues(cueList)

func parseCues(list string) map[string][]entry {
	table := map[string][]entry{}
	for _, line := range lines(list) {
		fields := strings.Split(line, "\t")
		if len(fields) != 6 {
			panic("cues.tsv: " + line) // the list is embedded: a programmer's mistake
		}
		addCue(table, fields)
	}
	for _, entries := range table {
		slices.SortStableFunc(entries, func(a, b entry) int { return len(b.rest) - len(a.rest) })
	}
	return table
}

func addCue(table map[string][]entry, fields []string) {
	words := strings.Fields(fields[0])
	takes := fields[3]
	e := entry{
		cue: lang.Cue{
			Lemma: fields[0], Force: lang.Force(fields[2]),
			Clause: strings.Contains(takes, "c"), Object: strings.Contains(takes, "o"),
			Quote: strings.Contains(takes, "q"), Weak: strings.Contains(takes, "w"),
		},
		rest: words[1:], noun: strings.Contains(takes, "n"), gerund: strings.Contains(takes, "a"),
	}
	if fields[4] != "-" {
		e.prepositions = strings.Split(fields[4], ",")
	}
	if fields[1] != "verb" {
		e.shape, e.cue.Form = fixed, lang.Particle
		if fields[1] == "noun" {
			e.cue.Form = lang.Noun
		}
		table[words[0]] = append(table[words[0]], e)
		return
	}
	for _, form := range inflect(words[0], fields[5]) {
		e.shape = form.shape
		table[form.word] = append(table[form.word], e)
	}
}

// form is one inflected form of a verb.
type form struct {
	word  string
	shape shape
}

// inflect gives the forms of a verb. irregular holds its past and participle,
// or "=" and a regular past whose spelling the rules would miss; "-" if it has
// none.
func inflect(verb, irregular string) []form {
	pasts := []form{{pastOf(verb), past}}
	doubled := false
	if irregular != "-" {
		pasts = nil
		for i, word := range strings.Split(irregular, ",") {
			regular := strings.HasPrefix(word, "=")
			word = strings.TrimPrefix(word, "=")
			doubled = doubled || regular && word == verb+verb[len(verb)-1:]+"ed"
			if i == 0 || regular {
				pasts = append(pasts, form{word, past})
			} else {
				pasts = append(pasts, form{word, participle})
			}
		}
	}
	forms := []form{{verb, base}, {thirdOf(verb), third}, {gerundOf(verb, doubled), gerund}}
	if verb == "put" || verb == "let" {
		forms[2].word = verb + "ting"
	}
	for _, f := range pasts {
		if f.word != verb {
			forms = append(forms, f)
		}
	}
	return forms
}

// thirdOf gives the third person singular: says, denies, stresses.
func thirdOf(verb string) string {
	switch {
	case verb == "go":
		return "goes"
	case consonantY(verb):
		return verb[:len(verb)-1] + "ies"
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "x"):
		return verb + "es"
	}
	return verb + "s"
}

// pastOf gives the regular past: warned, noted, denied.
func pastOf(verb string) string {
	switch {
	case consonantY(verb):
		return verb[:len(verb)-1] + "ied"
	case strings.HasSuffix(verb, "e"):
		return verb + "d"
	}
	return verb + "ed"
}

// gerundOf gives the -ing form: saying, noting, agreeing.
func gerundOf(verb string, doubled bool) string {
	switch {
	case doubled:
		return verb + verb[len(verb)-1:] + "ing"
	case strings.HasSuffix(verb, "e") && !strings.HasSuffix(verb, "ee"):
		return verb[:len(verb)-1] + "ing"
	}
	return verb + "ing"
}

func consonantY(verb string) bool {
	return strings.HasSuffix(verb, "y") && len(verb) > 1 && !strings.ContainsRune("aeou", rune(verb[len(verb)-2]))
}
