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
	whole      map[string]bool // words whose first letters are no proclitics
	beginnings map[string]bool // beginnings of such words
	suffixed   map[string]bool // words whose last letters are no endings

	abbreviations   map[string]bool // words of several letters before a stop that ends no sentence
	eras            map[string]bool // letters of the calendar behind a year
	jussive         map[string]bool // particles before a jussive
	pronouns        map[string]bool // pronouns before a nominative participle
	beforeMonth     map[string]bool // words before a month that is another word too
	afterMonth      map[string]bool // words behind such a month
	notWeekday      map[string]bool // words before a weekday's name that make it another thing
	complementizers map[string]bool // أن, إن and what begins with them
	notSource       map[string]bool // stems of what stands behind «وفق» and is no source
	goesOn          map[string]bool // words behind a quotation that go on with its sentence
}

var lists = sync.OnceValue(func() *wordLists {
	whole, beginnings := starredSet("whole")
	return &wordLists{
		proclitics: wordSet("proclitics"),
		stops:      wordSet("stops"),
		whole:      whole,
		beginnings: beginnings,
		suffixed:   wordSet("suffixed"),

		abbreviations:   wordSet("abbreviations"),
		eras:            wordSet("eras"),
		jussive:         wordSet("jussive"),
		pronouns:        wordSet("pronouns"),
		beforeMonth:     wordSet("beforemonth"),
		afterMonth:      wordSet("aftermonth"),
		notWeekday:      wordSet("notweekday"),
		complementizers: wordSet("complementizers"),
		notSource:       stemSet("notsource"),
		goesOn:          wordSet("goeson"),
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

// stemSet reads a list of words that are compared by their light stems. It
// stems without the lists, which are not there yet: its words take no article.
func stemSet(name string) map[string]bool {
	set := map[string]bool{}
	for word := range wordSet(name) {
		set[word] = true
		set[cutEnding(word)] = true
	}
	return set
}

// starredSet reads a list in which a word with a star at its end stands for
// all that begin with it.
func starredSet(name string) (whole, beginnings map[string]bool) {
	whole, beginnings = map[string]bool{}, map[string]bool{}
	for _, line := range rows(name + ".txt") {
		if beginning, ok := strings.CutSuffix(line, "*"); ok {
			beginnings[Fold(beginning)] = true
		} else {
			whole[Fold(line)] = true
		}
	}
	return whole, beginnings
}

// isWhole reports whether the first letters of a folded word are no proclitics.
func (l *wordLists) isWhole(key string) bool {
	return l.whole[key] || begins(l.beginnings, key)
}

// begins reports whether a folded word is one of a list of beginnings with an
// inflection behind it. Any other rest makes another word of it, the more so as
// the lists are folded: «آلي» and «اليمن» begin alike.
func begins(beginnings map[string]bool, key string) bool {
	const shortest, longest = 3, 9 // letters of a beginning
	for n := shortest * letterBytes; n <= min(len(key), longest*letterBytes); n += letterBytes {
		if beginnings[key[:n]] && (n == len(key) || inflections()[key[n:]]) {
			return true
		}
	}
	return false
}

// inflections are the endings that stand behind the beginnings of the lists:
// those of gender, number, person and origin, pronouns, and both.
var inflections = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, ending := range []string{
		"", endAlef, endHeh, endTeh, endTa, endWa, endWaw, endAn, endOon, endEen, endTan, endTeen, endAt, endHun[letterBytes:],
		endTeh + endYeh, string(hamza) + endYeh, string(hamza) + endYeh + endHeh, string(hamza) + endYeh + endAlef, string(hamza) + endYeh + endAt,
		endYeh, endYeh + endAlef, endYeh + endHeh, endYeh + endTeh, endYeh + endAt, endYeh + endEen, endYeh + endOon, endYeh + endAn,
	} {
		set[ending] = true
		for _, object := range append([]string{endHun}, objects...) {
			set[ending+object] = true
		}
	}
	return set
})
