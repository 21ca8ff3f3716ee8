package dates

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/hablullah/go-hijri"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

var (
	yearFirst = regexp.MustCompile(`(?:^|[^0-9])([0-9]{4}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{1,2})(?:[^0-9]|$)`)
	yearLast  = regexp.MustCompile(`(?:^|[^0-9])([0-9]{1,2}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{4}|[0-9]{2})(?:[^0-9]|$)`)
	together  = regexp.MustCompile(`^[^0-9]*((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})[^0-9]*$`)
)

// mostWords is how many words may stand around a day in digits: more are a
// sentence that speaks of one.
const mostWords = 6

// day reads the day out of what is left of the words.
func (r *reading) day() (time.Time, bool) {
	if t, ok := r.spelled(); ok {
		return t, true
	}
	if countWords(r.words) > mostWords {
		return time.Time{}, false
	}
	for _, form := range []*regexp.Regexp{yearFirst, together} {
		if m := form.FindStringSubmatch(r.words); m != nil {
			return r.calendarDay(number(m[1]), number(m[2]), number(m[3]))
		}
	}
	if m := yearLast.FindStringSubmatch(r.words); m != nil {
		return r.slashed(number(m[1]), number(m[2]), m[3])
	}
	return time.Time{}, false
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func countWords(s string) int {
	return len(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }))
}

// slashed reads 12/02/2025: day first, unless only month first is possible.
// Of two possible readings Arabic writes the day first; elsewhere the writer's
// order decides, and without one it is unsure, and unsure is no date.
func (r *reading) slashed(first, second int, last string) (time.Time, bool) {
	year := number(last)
	if len(last) == 2 {
		// 26/03/05 may begin with its year.
		if year <= 12 {
			return time.Time{}, false
		}
		year = century(year)
	}
	switch {
	case first > 12 || first == second, second <= 12 && (r.writer.Order == DayFirst || r.writer.Order == Unsure && r.writer.Lang == isnad.Arabic):
		return r.calendarDay(year, second, first)
	case second > 12 || r.writer.Order == MonthFirst:
		return r.calendarDay(year, first, second)
	}
	return time.Time{}, false
}

// century gives a year of two digits its century.
func century(year int) int {
	if year < 70 {
		return 2000 + year
	}
	return 1900 + year
}

// OrderOf tells the order in which one writer puts day and month from many
// dates: a number above 12 is a day, and so is the one that takes more values.
func OrderOf(words []string) Order {
	var days [2]map[int]bool
	days[0], days[1] = make(map[int]bool), make(map[int]bool)
	big := [2]bool{}
	for _, w := range words {
		m := yearLast.FindStringSubmatch(plain(w))
		if m == nil {
			continue
		}
		for k := range days {
			n := number(m[k+1])
			days[k][n] = true
			big[k] = big[k] || n > 12
		}
	}
	switch {
	case big[0] && !big[1]:
		return DayFirst
	case big[1] && !big[0]:
		return MonthFirst
	case big[0], len(days[0]) == len(days[1]):
		return Unsure
	case len(days[0]) > len(days[1]):
		return DayFirst
	}
	return MonthFirst
}

// Years of the Hijri calendar that the tables of Umm al-Qura hold.
const firstHijri, lastHijri = 1357, 1499

func isHijri(year int) bool     { return year >= firstHijri && year <= lastHijri }
func isGregorian(year int) bool { return year >= 1900 && year < 2100 }

// calendarDay is a day of the calendar that its year belongs to.
func (r *reading) calendarDay(year, month, day int) (time.Time, bool) {
	if month < 1 || month > 12 || day < 1 {
		return time.Time{}, false
	}
	if isHijri(year) {
		return r.hijriDay(year, month, day)
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, isGregorian(year) && int(t.Month()) == month && t.Day() == day
}

// hijriDay converts a day of the Umm al-Qura calendar. Countries that go by
// the sighting of the moon may differ by a day, so a note says so.
func (r *reading) hijriDay(year, month, day int) (time.Time, bool) {
	written := hijri.UmmAlQuraDate{Year: int64(year), Month: int64(month), Day: int64(day)}
	if day > 30 {
		return time.Time{}, false
	}
	t := written.ToGregorian()
	back, err := hijri.CreateUmmAlQuraDate(t)
	if err != nil || back.Day != written.Day || back.Month != written.Month {
		return time.Time{}, false
	}
	r.note("Hijri date by the calendar of Umm al-Qura")
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), true
}

// spelled reads a day whose month is named. Where a day is given in both
// calendars the Gregorian one counts.
func (r *reading) spelled() (time.Time, bool) {
	tokens := arabic.Tokens(spread(r.words))
	for _, calendar := range []lang.Calendar{lang.Gregorian, lang.Hijri} {
		for i := range tokens {
			month, of, n, ok := monthAt(tokens, i)
			if !ok || of != calendar {
				continue
			}
			if t, ok := r.around(tokens, i, i+n, month, calendar); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// spread puts spaces where digits meet letters and in place of marks, so that
// "05-Mar-26" and «5مارس2026» are three words each.
func spread(words string) string {
	var b strings.Builder
	b.Grow(len(words) + 8)
	last := ' '
	for _, c := range words {
		letter, digit := unicode.IsLetter(c) || unicode.IsMark(c), c >= '0' && c <= '9'
		if !letter && !digit {
			c = ' '
		}
		if digit && unicode.IsLetter(last) || letter && last >= '0' && last <= '9' {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
		last = c
	}
	return b.String()
}

func monthAt(tokens []lang.Token, i int) (month int, calendar lang.Calendar, n int, ok bool) {
	if month, calendar, n, ok := arabic.MonthAt(tokens, i); ok {
		return month, calendar, n, ok
	}
	return english.MonthAt(tokens, i)
}

// around takes the day and the year that stand about the month at tokens[from:to].
func (r *reading) around(tokens []lang.Token, from, to, month int, calendar lang.Calendar) (time.Time, bool) {
	isDay := func(i int) bool {
		return i >= 0 && i < len(tokens) && tokens[i].Kind == lang.Digits && len(tokens[i].Key) <= 2 && number(tokens[i].Key) >= 1 && number(tokens[i].Key) <= 31
	}
	day := -1
	for _, i := range []int{from - 1, from - 2, from - 3, to} {
		if isDay(i) {
			day = i
			break
		}
	}
	if day < 0 {
		return time.Time{}, false
	}
	year, ok := yearAt(tokens, day, to, calendar)
	if !ok {
		return time.Time{}, false
	}
	if calendar == lang.Hijri && !isHijri(year) || calendar == lang.Gregorian && !isGregorian(year) {
		return time.Time{}, false
	}
	return r.calendarDay(year, month, number(tokens[day].Key))
}

// yearAt finds the year of a month that ends at token to: the first number of
// four digits behind it that the calendar may have, else of two directly
// behind, else one of four before it.
func yearAt(tokens []lang.Token, day, to int, calendar lang.Calendar) (int, bool) {
	fits := isGregorian
	if calendar == lang.Hijri {
		fits = isHijri
	}
	for i, token := range tokens[to:] {
		if year := number(token.Key); token.Kind == lang.Digits && len(token.Key) == 4 && fits(year) {
			return year, true
		}
		if i > 0 || to+i == day || token.Kind != lang.Digits || len(token.Key) != 2 || calendar == lang.Hijri {
			continue
		}
		if day < to {
			return century(number(token.Key)), true
		}
	}
	for _, token := range tokens[:to] {
		if year := number(token.Key); token.Kind == lang.Digits && len(token.Key) == 4 && fits(year) {
			return year, true
		}
	}
	return 0, false
}
