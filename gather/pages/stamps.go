package pages

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"

	"github.com/isnad-news/isnad/gather/dates"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

//go:embed datewords.txt
var dateWordList string

// saying is what a label says of the date behind it.
type saying uint8

const (
	nothing saying = iota
	published
	updated
)

// dateWords maps folded words around dates to what they say. Labels of several
// words are keyed whole, with single spaces.
var dateWords = func() map[string]saying {
	table := make(map[string]saying)
	for _, line := range entries(dateWordList) {
		sort, words, _ := strings.Cut(line, "\t")
		says := nothing
		switch sort {
		case "published":
			says = published
		case "updated":
			says = updated
		}
		table[strings.TrimSpace(folded(words))] = says
	}
	return table
}()

const (
	mostLabel      = 3   // words of a label
	mostStampBytes = 260 // of a line that holds dates and little else
	mostStrange    = 2   // words in such a line that say nothing of dates
)

// stamp is a date that a page prints.
type stamp struct {
	words string // without its label
	says  saying
}

// stampsOf reads a line of dates: «نشر: الخميس 5 مارس 2026 - 14:05 | آخر
// تحديث: 6 مارس 2026». ok is false for a line that holds none, or much else.
func stampsOf(line string) (stamps []stamp, ok bool) {
	if len(line) > mostStampBytes || !strings.ContainsFunc(line, unicode.IsDigit) {
		return nil, false
	}
	strange := 0
	for _, piece := range labelled(line) {
		if !readsAsDate(piece.words) {
			// A clock alone belongs to the day before it.
			if n := len(stamps); n > 0 && piece.says == nothing && clockAlone.MatchString(strings.TrimSpace(piece.words)) {
				stamps[n-1].words += " " + strings.TrimSpace(piece.words)
				continue
			}
			if piece.says != nothing && strings.ContainsFunc(piece.words, unicode.IsDigit) {
				stamps = append(stamps, stamp{says: updated}) // a clock without a day
			}
			strange += strangers(piece.words)
			continue
		}
		strange += strangers(piece.words)
		stamps = append(stamps, stamp{withoutCount(withoutName(piece.words)), piece.says})
	}
	return stamps, len(stamps) > 0 && strange <= mostStrange
}

// withoutName drops the words before a date that say nothing of it: the name
// of who wrote the report.
func withoutName(words string) string {
	words = strings.Trim(words, stampMarks)
	for strangers(words) > 0 {
		first, rest, found := strings.Cut(words, " ")
		rest = strings.Trim(rest, stampMarks)
		if !found || strangers(first) == 0 || !readsAsDate(rest) {
			break
		}
		words = rest
	}
	return words
}

// withoutStamp drops the date with which a byline ends, which changes with
// every update.
func withoutStamp(line string) string {
	words := strings.Fields(line)
	for i := 2; i < len(words); i++ {
		if says, _ := labelAt(words[i:]); says != nothing || strangers(words[i]) == 0 {
			if rest := strings.Join(words[i:], " "); strangers(rest) <= 1 && isDateLine(rest) {
				return strings.Trim(strings.Join(words[:i], " "), stampMarks)
			}
		}
	}
	return line
}

// withoutCount drops a count of readers that stands behind a time of day.
func withoutCount(words string) string {
	head, last, found := cutLast(words)
	if !found || strings.Trim(last, "0123456789") != "" {
		return words
	}
	if _, clock, _ := cutLast(head); strings.Contains(clock, ":") {
		return head
	}
	return words
}

func cutLast(words string) (head, last string, found bool) {
	at := strings.LastIndexByte(words, ' ')
	if at < 0 {
		return "", words, false
	}
	return strings.TrimSpace(words[:at]), words[at+1:], true
}

const stampMarks = " \t:|/\u2022\u00B7-\u2013\u2014\u060C,()[]"

var clockAlone = regexp.MustCompile(`^[0-9\x{0660}-\x{0669}]{1,2}:[0-9\x{0660}-\x{0669}]{2}(:[0-9\x{0660}-\x{0669}]{2})?( ?\pL{1,5}\.?)?$`)

// labelled cuts a line before every label and at bars and bullets, and says
// what the label says.
func labelled(line string) []stamp {
	var pieces []stamp
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("|\u2022\u00B7\n", r) }) {
		words := strings.Fields(part)
		current := stamp{}
		var body []string
		end := func() {
			current.words = strings.Join(body, " ")
			if current.words != "" || current.says != nothing {
				pieces = append(pieces, current)
			}
		}
		for i := 0; i < len(words); {
			says, n := labelAt(words[i:])
			if says == nothing {
				body = append(body, words[i])
				i++
				continue
			}
			end()
			current, body = stamp{says: says}, nil
			i += n
		}
		end()
	}
	return pieces
}

// labelAt reads the longest label with which words begin.
func labelAt(words []string) (says saying, n int) {
	for n = min(mostLabel, len(words)); n > 0; n-- {
		if says := dateWords[strings.TrimSpace(folded(strings.Join(words[:n], " ")))]; says != nothing {
			return says, n
		}
	}
	return nothing, 0
}

func readsAsDate(words string) bool {
	words = strings.Trim(words, stampMarks)
	if words == "" {
		return false
	}
	if _, ok := dates.Read(words, dates.Writer{}); ok {
		return true
	}
	// 05/03/2026 has two readings, and is a date in both.
	_, ok := dates.Read(words, dates.Writer{Order: dates.DayFirst})
	return ok
}

// strangers counts the words of a line that say nothing of dates.
func strangers(words string) int {
	n := 0
	months := monthWords(words)
	for word := range strings.FieldsSeq(folded(words)) {
		_, known := dateWords[word]
		if known || months[word] || strings.ContainsFunc(word, unicode.IsDigit) {
			continue
		}
		n++
	}
	return n
}

// monthWords are the folded words of months and weekdays in a line.
func monthWords(words string) map[string]bool {
	found := make(map[string]bool)
	mark := func(tokens []lang.Token, from, n int) {
		for _, token := range tokens[from:min(from+n, len(tokens))] {
			for word := range strings.FieldsSeq(folded(words[token.Start:token.End])) {
				found[word] = true
			}
		}
	}
	tokens := arabic.Tokens(words)
	for i := range tokens {
		if _, _, n, ok := arabic.MonthAt(tokens, i); ok {
			mark(tokens, i, n)
		}
		if _, n, ok := arabic.WeekdayAt(tokens, i); ok {
			mark(tokens, i, n)
		}
	}
	tokens = english.Tokens(words)
	for i := range tokens {
		if _, _, n, ok := english.MonthAt(tokens, i); ok {
			mark(tokens, i, n)
		}
		if _, n, ok := english.WeekdayAt(tokens, i); ok {
			mark(tokens, i, n)
		}
	}
	return found
}

// isDateLine reports whether words are dates and little else.
func isDateLine(words string) bool {
	_, ok := stampsOf(words)
	return ok
}
