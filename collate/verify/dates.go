package verify

import (
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// date is a day of the week or a month of a calendar. Words of one date are one
// in all languages; of two dates of one sort only one can stand in a place. The
// zero value is none.
type date struct {
	sort   dateSort
	number int
}

type dateSort uint8

const (
	noDate dateSort = iota
	weekday
	civilMonth
	hijriMonth
)

// dateAt reads the weekday or month whose name begins at token i, and how many
// tokens it takes; 0 if none does.
func dateAt(tokens []lang.Token, i int, latin bool) (date, int) {
	monthAt, weekdayAt := arabic.MonthAt, arabic.WeekdayAt
	if latin {
		monthAt, weekdayAt = english.MonthAt, english.WeekdayAt
	}
	if day, n, ok := weekdayAt(tokens, i); ok {
		return date{weekday, int(day)}, n
	}
	month, calendar, n, ok := monthAt(tokens, i)
	switch {
	case !ok:
		return date{}, 0
	case calendar == lang.Hijri:
		return date{hijriMonth, month}, n
	}
	return date{civilMonth, month}, n
}

// same reports whether two words are of one date.
func (d date) same(other date) bool { return d.sort != noDate && d == other }

// another reports whether two words are of two dates of one sort.
func (d date) another(other date) bool {
	return d.sort != noDate && d.sort == other.sort && d.number != other.number
}
