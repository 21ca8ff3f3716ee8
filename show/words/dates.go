package words

import (
	"strconv"
	"strings"
	"time"
)

const isoDay = "2006-01-02"

// Date writes a TIMEX3 value for a reader: "Wed 12 February 2025", "February
// 2025", "week of Mon 10 February 2025". What is not a date comes back as it
// stands, "immediately" as words.
func (b *Book) Date(value string) string {
	if value == "immediately" {
		return b.Label("at.once")
	}
	if from, to, ok := strings.Cut(value, "/"); ok && from != "" && to != "" {
		return b.Days(from, to)
	}
	day, clock, _ := strings.Cut(value, "T")
	if at, err := time.Parse(isoDay, day); err == nil {
		if len(clock) >= 5 && clock[2] == ':' {
			return b.Day(at) + " " + clock[:5]
		}
		return b.Day(at)
	}
	if at, err := time.Parse("2006-01", day); err == nil {
		return b.month(at) + " " + strconv.Itoa(at.Year())
	}
	if monday, ok := week(day); ok {
		return b.Label("week.of", b.Day(monday))
	}
	return value
}

// Day writes one day: "Wed 12 February 2025", «الأربعاء 12 فبراير 2025».
func (b *Book) Day(at time.Time) string {
	return b.weekday(at) + " " + strconv.Itoa(at.Day()) + " " + b.month(at) + " " + strconv.Itoa(at.Year())
}

// Short writes a day without its weekday and year: "12 February"; other values
// as Date.
func (b *Book) Short(value string) string {
	if monday, ok := week(value); ok {
		return b.Label("week.short", b.Short(monday.Format(isoDay)))
	}
	if at, err := time.Parse(isoDay, value); err == nil {
		return strconv.Itoa(at.Day()) + " " + b.month(at)
	}
	return b.Date(value)
}

// Days writes a range of days, each part once where it is the same in both.
func (b *Book) Days(from, to string) string {
	first, err := time.Parse(isoDay, from)
	last, err2 := time.Parse(isoDay, to)
	switch {
	case from == to || to == "":
		return b.Date(from)
	case from == "":
		return b.Date(to)
	case err != nil || err2 != nil:
		return b.Date(from) + " – " + b.Date(to)
	case first.Year() != last.Year():
		return b.Day(first) + " – " + b.Day(last)
	case first.Month() != last.Month():
		return b.weekday(first) + " " + strconv.Itoa(first.Day()) + " " + b.month(first) + " – " + b.Day(last)
	}
	return b.weekday(first) + " " + strconv.Itoa(first.Day()) + " – " + b.Day(last)
}

func (b *Book) weekday(at time.Time) string {
	return b.Label("day." + strconv.Itoa(int(at.Weekday())))
}

func (b *Book) month(at time.Time) string {
	return b.Label("month." + strconv.Itoa(int(at.Month())))
}

// week returns the Monday of an ISO week such as 2025-W07.
func week(value string) (time.Time, bool) {
	year, number, ok := strings.Cut(value, "-W")
	if !ok {
		return time.Time{}, false
	}
	y, err := strconv.Atoi(year)
	w, err2 := strconv.Atoi(number)
	if err != nil || err2 != nil || w < 1 || w > 53 {
		return time.Time{}, false
	}
	// 4 January is always in week 1.
	fourth := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC)
	monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7)
	return monday.AddDate(0, 0, 7*(w-1)), true
}

// SortKey orders TIMEX3 values by when they begin: a year before its months, a
// month before its days, a week at its Monday. An unknown value sorts last.
func SortKey(value string) string {
	value, _, _ = strings.Cut(value, "/")
	if monday, ok := week(value); ok {
		return monday.Format(isoDay) + "W"
	}
	if value == "" || value[0] < '0' || value[0] > '9' {
		return "~" + value
	}
	return value
}

// Apart is how many days lie between the beginnings of two TIMEX3 values; 0 if
// either is unknown.
func Apart(earlier, later string) int {
	a, ok := begin(earlier)
	b, ok2 := begin(later)
	if !ok || !ok2 {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

func begin(value string) (time.Time, bool) {
	if monday, ok := week(value); ok {
		return monday, true
	}
	for _, layout := range []string{isoDay, "2006-01", "2006"} {
		if at, err := time.Parse(layout, value[:min(len(layout), len(value))]); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
}
