// Package dates reads the time of publication as machines and people write it:
// in feeds, metadata and datelines, in Arabic and English.
package dates

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// FirstYear is the first year of publication that is believed: the web's own
// beginning. Earlier dates in metadata are zero values and slips.
const FirstYear = 1990

// DaysAhead is how far ahead of now a date of publication may lie: clocks and
// time zones are set wrongly, and no further than that.
const DaysAhead = 2

// Order says in which order a writer puts day and month in 05/03/2026.
type Order uint8

// The orders.
const (
	Unsure Order = iota // both readings are possible, so neither is taken
	DayFirst
	MonthFirst
)

// Writer is what is known of who wrote a date. The zero value knows nothing.
type Writer struct {
	Lang  isnad.Lang // Arabic writes the day first, and means Arabia's time by AST
	Host  string     // of the feed or page: its country settles what a zone's name means
	Order Order
}

// Date is a time of publication. A form without zone is taken as UTC: the day,
// which matters most, is then as written.
type Date struct {
	Time  time.Time
	Clock bool   // the time of day is written
	Note  string // what had to be assumed, one phrase; empty if nothing was
}

// longest is the most bytes of words that are looked at.
const longest = 200

// Read reads a date: the forms of machines, seconds or milliseconds since
// 1970, and a day, a month (by number or name, in the Gregorian or the Hijri
// calendar) and a year in any order, with weekday, time of day, zone and a few
// words around them. The weekday is never believed. ok is false for words that
// give no full date, or two.
//
// What is read may lie in the future or the far past: see [Check].
func Read(words string, writer Writer) (date Date, ok bool) {
	words = plain(words)
	for _, layout := range [...]string{time.RFC3339, time.RFC1123Z} {
		if t, err := time.Parse(layout, words); err == nil {
			return Date{Time: t, Clock: true}, true
		}
	}
	if date, ok, digits := stamp(words); digits {
		return date, ok
	}
	r := &reading{words: words, writer: writer, zone: time.UTC}
	r.readClock()
	day, ok := r.day()
	if !ok {
		return Date{}, false
	}
	year, month, number := day.Date()
	t := time.Date(year, month, number, r.hour, r.minute, r.second, r.nanos, r.zone)
	return Date{Time: t, Clock: r.clock, Note: strings.Join(r.notes, "; ")}, true
}

// Check says why t cannot be a time of publication, or nil: it lies before
// [FirstYear] or more than [DaysAhead] days after now.
func Check(t, now time.Time) error {
	switch {
	case t.Year() < FirstYear:
		return fmt.Errorf("%s lies before %d", t.Format(time.DateOnly), FirstYear)
	case t.After(now.AddDate(0, 0, DaysAhead)):
		return fmt.Errorf("%s lies in the future", t.Format(time.DateOnly))
	}
	return nil
}

// stamp reads words that are digits alone: a day (8 digits), a day and a clock
// (12 or 14), seconds (10) or milliseconds (13) since 1970, a fraction of a
// second behind them or not. digits is false for other words.
func stamp(words string) (date Date, ok, digits bool) {
	whole, fraction, _ := strings.Cut(words, ".")
	if whole == "" || !allDigits(whole) || !allDigits(fraction) {
		return Date{}, false, false
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return Date{}, false, true
	}
	layout := ""
	switch len(whole) {
	case 10:
		return Date{Time: time.Unix(n, 0).UTC(), Clock: true}, true, true
	case 13:
		return Date{Time: time.UnixMilli(n).UTC(), Clock: true}, true, true
	case len("20060102"):
		layout = "20060102"
	case len("200601021504"):
		layout = "200601021504"
	case len("20060102150405"):
		layout = "20060102150405"
	default:
		return Date{}, false, true
	}
	t, err := time.Parse(layout, whole)
	clock := len(whole) > len("20060102")
	if err == nil && clock {
		return Date{Time: t, Clock: true, Note: noZone}, true, true
	}
	return Date{Time: t}, err == nil, true
}

func allDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}
