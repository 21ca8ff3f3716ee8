package arabic

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/isnad-news/isnad/lang"
)

// monthName is a spelling of a month.
type monthName struct {
	words    []string // folded
	month    int
	calendar Calendar
	weak     bool // also another word
}

// monthNames are keyed by their first word, longer spellings first.
var monthNames = sync.OnceValue(func() map[string][]monthName {
	table := map[string][]monthName{}
	for _, row := range rows("months.tsv") {
		field := strings.Split(row, "\t")
		month, err := strconv.Atoi(field[1])
		if err != nil || len(field) != 4 {
			panic("arabic: months.tsv: " + row)
		}
		name := monthName{month: month, weak: field[2] == "weak"}
		if field[0] == Hijri.String() {
			name.calendar = Hijri
		}
		for _, spelling := range list(field[3]) {
			name.words = strings.Fields(Fold(spelling))
			table[name.words[0]] = append(table[name.words[0]], name)
		}
	}
	return table
})

// MonthAt reads the name of a month at token i: its number, its calendar and
// how many tokens it takes. Proclitics on it do not matter («ليناير»). The same
// month twice is one («فبراير/شباط», «فبراير (شباط)», closing bracket
// included). A name that is another word too («مارس», «آب», «رمضان») counts
// only beside a day's number, a year, another name of the month or a word such
// as «شهر» and «الماضي».
func MonthAt(tokens []lang.Token, i int) (month int, calendar Calendar, n int, ok bool) {
	name, ok := monthNameAt(tokens, i)
	if !ok {
		return 0, Gregorian, 0, false
	}
	n = len(name.words)
	more := doubleMonth(tokens, i+n, name)
	if name.weak && more == 0 && !monthSurroundings(tokens, i, i+n) {
		return 0, Gregorian, 0, false
	}
	return name.month, name.calendar, n + more, true
}

func monthNameAt(tokens []lang.Token, i int) (monthName, bool) {
	if i < 0 || i >= len(tokens) || tokens[i].Kind != lang.Word {
		return monthName{}, false
	}
	key := tokens[i].Key
	if name, ok := spelledMonth(tokens, i, key); ok {
		return name, true
	}
	for _, proclitic := range datePrefixes {
		if rest, ok := strings.CutPrefix(key, proclitic); ok {
			if name, ok := spelledMonth(tokens, i, rest); ok {
				return name, true
			}
		}
	}
	return monthName{}, false
}

// datePrefixes are the proclitics before names of months and days.
var datePrefixes = []string{prefixWaw, prefixFeh, prefixLam, prefixBeh, prefixWaw + prefixLam, prefixWaw + prefixBeh, prefixKaf}

func spelledMonth(tokens []lang.Token, i int, first string) (monthName, bool) {
	for _, name := range monthNames()[first] {
		if followsAt(tokens, i+1, name.words[1:]) {
			return name, true
		}
	}
	return monthName{}, false
}

func followsAt(tokens []lang.Token, i int, keys []string) bool {
	if i+len(keys) > len(tokens) {
		return false
	}
	for k, key := range keys {
		if tokens[i+k].Key != key {
			return false
		}
	}
	return true
}

// doubleMonth returns how many tokens at i name the same month again.
func doubleMonth(tokens []lang.Token, i int, first monthName) int {
	if i+1 >= len(tokens) {
		return 0
	}
	sign := tokens[i].Key
	if sign != "/" && sign != "(" && sign != "-" && sign != "–" {
		return 0
	}
	name, ok := monthNameAt(tokens, i+1)
	if !ok || name.month != first.month || name.calendar != first.calendar {
		return 0
	}
	n := 1 + len(name.words)
	if sign == "(" && i+n < len(tokens) && tokens[i+n].Key == ")" {
		n++
	}
	return n
}

// monthSurroundings reports whether something of a date stands before token i
// or at token end.
func monthSurroundings(tokens []lang.Token, i, end int) bool {
	if i > 0 && (tokens[i-1].Kind == lang.Digits || lists().beforeMonth[tokens[i-1].Key]) {
		return true
	}
	if i > 1 && tokens[i-2].Kind == lang.Digits && tokens[i-1].Kind == lang.Word && letterCount(tokens[i-1].Key) == 2 {
		return true // «14 من مارس»
	}
	if end >= len(tokens) {
		return false
	}
	after := tokens[end]
	return after.Kind == lang.Digits && len(after.Key) == 4 || lists().afterMonth[after.Key]
}

var weekdays = sync.OnceValue(func() map[string]time.Weekday {
	table := map[string]time.Weekday{}
	for _, row := range rows("weekdays.tsv") {
		number, names, _ := strings.Cut(row, "\t")
		for _, name := range list(names) {
			key := Fold(name)
			day := time.Weekday(number[0] - '0')
			table[key] = day
			for _, proclitic := range datePrefixes {
				table[proclitic+key] = day
			}
			bare := strings.TrimPrefix(key, article)
			table[doubleLam+bare] = day
			table[prefixWaw+doubleLam+bare] = day
		}
	}
	return table
})

// WeekdayAt reads the name of a day of the week at token i, with or without
// proclitics («والأحد», «للاثنين»); n is always 1. Names without the article
// are other words («أحد», «خميس»), and so is the day of «خطبة الجمعة».
func WeekdayAt(tokens []lang.Token, i int) (day time.Weekday, n int, ok bool) {
	if i < 0 || i >= len(tokens) || tokens[i].Kind != lang.Word {
		return 0, 0, false
	}
	day, ok = weekdays()[tokens[i].Key]
	if !ok || i > 0 && lists().notWeekday[tokens[i-1].Key] {
		return 0, 0, false
	}
	return day, 1, true
}
