// Package credits finds who a text or a picture is credited to: news agencies
// in datelines, bylines, last lines and captions. Only lines that have the
// form of a credit count; an agency quoted inside a sentence («نقلا عن رويترز»,
// "told Reuters") is a source of that sentence and no credit.
//
// Offsets are bytes into the line that was passed in.
package credits

import (
	"bufio"
	_ "embed"
	"strings"
	"unicode"

	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed agencies.tsv
var agencyList string

//go:embed bylines.txt
var bylineList string

//go:embed pictures.txt
var pictureList string

//go:embed own.txt
var ownList string

//go:embed trailers.txt
var trailerList string

// Range is a half-open range of bytes of a line.
type Range struct{ Start, End int }

// Of returns the words at the range.
func (r Range) Of(line string) string { return line[r.Start:r.End] }

// Empty reports whether the range holds no bytes.
func (r Range) Empty() bool { return r.End <= r.Start }

// Agency reports whether words, as a whole, name a news agency, or several
// with marks between them: «رويترز», "(AFP)", «وكالة فرانس برس», «أ ف ب - رويترز».
// News agencies alone count, not those that sell pictures only.
func Agency(words string) bool {
	return all(words, func(s string, bracketed bool) bool { return agencyOf(s, bracketed) == news })
}

// pictureAgency is Agency with the sellers of pictures.
func pictureAgency(words string) bool {
	return all(words, func(s string, bracketed bool) bool { return agencyOf(s, bracketed) != none })
}

// all reports whether every piece of words, cut at marks, satisfies is, or
// words do uncut: "أ.ف.ب" must not be cut.
func all(words string, is func(name string, bracketed bool) bool) bool {
	words = strings.TrimSpace(words)
	bracketed := strings.ContainsAny(words, "([/")
	if is(words, bracketed) {
		return true
	}
	pieces := strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("/,&+;-|()[]"+listMarks, r) })
	found := 0
	for _, piece := range pieces {
		if piece = strings.TrimSpace(piece); piece == "" {
			continue
		}
		if !is(piece, bracketed) && !is(strings.TrimPrefix(piece, arabicAnd), bracketed) {
			return false
		}
		found++
	}
	return found > 1
}

const (
	listMarks = "\u060C\u2013\u2014" // Arabic comma, dashes
	arabicAnd = "\u0648"             // «و»
)

// trade is what an agency deals in.
type trade uint8

const (
	none trade = iota
	news
	pictures
)

// agency is an entry of the list.
type agency struct {
	deals    trade
	brackets bool // the name counts in brackets alone
	capitals bool // the name counts in capitals or in brackets
}

// agencies maps squashed names to entries.
var agencies = func() map[string]agency {
	table := make(map[string]agency)
	for _, line := range lines(agencyList) {
		fields := strings.Split(line, "\t")
		entry := agency{deals: news, brackets: fields[1] == "brackets"}
		if fields[1] == "pictures" {
			entry.deals = pictures
		}
		for _, name := range fields[2:] {
			entry.capitals = isCapitals(name)
			table[squash(name)] = entry
		}
	}
	return table
}()

// own holds the squashed words that keep a name from being a source.
var own = func() map[string]bool {
	set := make(map[string]bool)
	for _, line := range lines(ownList) {
		set[squash(line)] = true
	}
	return set
}()

func agencyOf(name string, bracketed bool) trade {
	if len(name) > 120 {
		return none
	}
	entry, ok := agencies[squash(name)]
	if !ok || !bracketed && (entry.brackets || entry.capitals && !isCapitals(name)) {
		return none
	}
	return entry.deals
}

// isCapitals reports whether s has Latin capitals and no small letters.
func isCapitals(s string) bool {
	capitals := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		capitals = capitals || unicode.IsUpper(r)
	}
	return capitals
}

// lines returns the entries of an embedded list.
func lines(list string) []string {
	var entries []string
	scanner := bufio.NewScanner(strings.NewReader(list))
	for scanner.Scan() {
		if line := strings.TrimRight(scanner.Text(), " "); line != "" && line[0] != '#' {
			entries = append(entries, line)
		}
	}
	return entries
}

// squash is the key of a name: its folded letters, nothing between them, so
// that «أ ف ب», «أ.ف.ب.» and «(ا ف ب)» meet.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, arabic.Fold(s))
}
