package english

import (
	_ "embed" // the names of months and weekdays
	"strconv"
	"strings"
	"time"

	"github.com/isnad-news/isnad/lang"
)

//go:embed data/calendar.tsv
var calendarList string

// dayName is a name of a month or weekday.
type dayName struct {
	number int
	rest   []string // the words behind the first
	unsure bool     // a word of its own as well
}

var months, hijriMonths, weekdays = parseCalendar(calendarList)

func parseCalendar(list string) (months, hijri, weekdays map[string][]dayName) {
	tables := map[string]map[string][]dayName{"month": {}, "hijri": {}, "weekday": {}}
	for _, line := range lines(list) {
		fields := strings.Split(line, "\t")
		number, err := strconv.Atoi(fields[1])
		if err != nil {
			panic("calendar.tsv: " + line) // the list is embedded: a programmer's mistake
		}
		for _, name := range strings.Fields(fields[2]) {
			name, unsure := strings.CutSuffix(name, "?")
			words := strings.Split(name, "_")
			table := tables[fields[0]]
			table[words[0]] = append(table[words[0]], dayName{number, words[1:], unsure})
		}
	}
	return tables["month"], tables["hijri"], tables["weekday"]
}

// MonthAt reads the name of a month at token i, whole or abbreviated, with the
// stop of an abbreviation and a possessive counted into n. As tokens carry no
// capitals, "may" and "march" are months only beside a day or a year, or
// behind such words as "in", "last" or "since".
func MonthAt(tokens []lang.Token, i int) (month int, calendar Calendar, n int, ok bool) {
	if name, n, ok := nameAt(months, tokens, i); ok && (!name.unsure || dated(tokens, i, n)) {
		return name.number, Gregorian, n, true
	}
	if name, n, ok := nameAt(hijriMonths, tokens, i); ok {
		return name.number, Hijri, n, true
	}
	return 0, Gregorian, 0, false
}

// WeekdayAt reads the name of a weekday at token i, whole or abbreviated, with
// the stop of an abbreviation counted into n. "Sat" and its like are weekdays
// only before a day or a month.
func WeekdayAt(tokens []lang.Token, i int) (day time.Weekday, n int, ok bool) {
	name, n, ok := nameAt(weekdays, tokens, i)
	if !ok || name.unsure && !beforeDate(tokens, i+n) {
		return 0, 0, false
	}
	return time.Weekday(name.number), n, true
}

// nameAt finds a name of table at token i and how many tokens it spans.
func nameAt(table map[string][]dayName, tokens []lang.Token, i int) (dayName, int, bool) {
	if i < 0 || i >= len(tokens) || tokens[i].Kind != lang.Word {
		return dayName{}, 0, false
	}
	key := strings.TrimSuffix(tokens[i].Key, "'s")
	for _, name := range table[key] {
		if !follows(tokens, i+1, name.rest) {
			continue
		}
		n := 1 + len(name.rest)
		if len(key) <= 5 && n == 1 && abbreviated(tokens, i, key) {
			n++
		}
		return name, n, true
	}
	return dayName{}, 0, false
}

// abbreviated reports whether the token behind i is the stop of an
// abbreviation that is written to it and does not end the text.
func abbreviated(tokens []lang.Token, i int, key string) bool {
	class := classes[key]
	return class == "name" && i+2 < len(tokens) && tokens[i+1].Key == "." && tokens[i+1].Start == tokens[i].End &&
		(tokens[i+2].Kind == lang.Digits || tokens[i+2].Key == ",")
}

// dated reports whether the n tokens from i stand where a month does.
func dated(tokens []lang.Token, i, n int) bool {
	if i+n < len(tokens) && (isDay(tokens[i+n]) || isYear(tokens[i+n])) {
		return true
	}
	if i+n+1 < len(tokens) && tokens[i+n].Key == "," && isYear(tokens[i+n+1]) {
		return true
	}
	if i == 0 {
		return false
	}
	switch tokens[i-1].Key {
	case "in", "since", "until", "till", "last", "next", "early", "late", "mid", "during", "throughout", "by":
		return true
	case "of":
		return i > 1 && (isDay(tokens[i-2]) || tokens[i-2].Key == "month" || tokens[i-2].Key == "end" || tokens[i-2].Key == "beginning")
	}
	return isDay(tokens[i-1])
}

// beforeDate reports whether a day or month stands at token i, perhaps behind
// a comma.
func beforeDate(tokens []lang.Token, i int) bool {
	for i < len(tokens) && (tokens[i].Key == "," || tokens[i].Key == ".") {
		i++
	}
	if i >= len(tokens) {
		return false
	}
	if isDay(tokens[i]) {
		return true
	}
	name, n, ok := nameAt(months, tokens, i)
	return ok && (!name.unsure || dated(tokens, i, n))
}

// isDay reports whether a token is a number from 1 to 31, as an ordinal or not.
func isDay(token lang.Token) bool {
	day, err := strconv.Atoi(strings.TrimRight(token.Key, "stndrh"))
	return token.Kind == lang.Digits && err == nil && 1 <= day && day <= 31
}

// isYear reports whether a token is a number of four digits from 1000 to 2999.
func isYear(token lang.Token) bool {
	return token.Kind == lang.Digits && len(token.Key) == 4 && (token.Key[0] == '1' || token.Key[0] == '2')
}
