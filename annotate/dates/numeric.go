package dates

import (
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
)

// numeric reads dates in digits alone: 2025-02-12, 12/2/2025, 12.02.2025,
// 15/10/1436. The year has four digits. A year in front is followed by the
// month; else the day comes first in Arabic, and the month in English unless
// that is impossible.
func (s *scan) numeric(i int) (expr, bool) {
	fields, next, ok := s.fields(i)
	if !ok {
		return expr{}, false
	}
	e := expr{first: i, next: next, rule: "numeric"}
	values := [3]int{}
	for k, field := range fields {
		n, err := strconv.Atoi(field)
		if err != nil {
			return expr{}, false
		}
		values[k] = n
	}
	switch {
	case len(fields[0]) == 4 && len(fields[1]) <= 2 && len(fields[2]) <= 2:
		e.year, e.month, e.day = values[0], values[1], values[2]
	case len(fields[2]) == 4 && len(fields[0]) <= 2 && len(fields[1]) <= 2:
		e.day, e.month, e.year = values[0], values[1], values[2]
		s.order(&e)
	default:
		return expr{}, false
	}
	if e.year < firstYear || e.year > lastYear {
		return expr{}, false
	}
	switch {
	case s.is(next, hijriEra):
		e.hijri, e.next = true, next+1
	case s.is(next, commonEra) && s.era(next):
		e.next = next + 1
	default:
		e.hijri = e.year > firstLunar && e.year < lastLunar
	}
	return e, s.possible(&e)
}

const firstLunar = 1340 // the year 1921; earlier ones in digits are taken as civil

// order puts day and month of an English date right. One with stops is written
// as in Europe.
func (s *scan) order(e *expr) {
	if e.next == e.first+1 || s.passage.Lang != isnad.English || e.month > 12 && e.day > 12 {
		return
	}
	if e.day <= 12 {
		e.either = e.month <= 12 && e.day != e.month
		e.day, e.month = e.month, e.day
	}
}

// fields returns the three numbers of a date in digits and the token behind.
func (s *scan) fields(i int) (fields [3]string, next int, ok bool) {
	if !s.digits(i) {
		return fields, 0, false
	}
	if parts := strings.Split(s.tokens[i].Key, "."); len(parts) == 3 {
		return [3]string(parts), i + 1, true
	}
	if i+4 >= len(s.tokens) || !s.close(i, i+4) {
		return fields, 0, false
	}
	sign := s.key(i + 1)
	if sign != "/" && sign != "-" || s.key(i+3) != sign || !s.digits(i+2) || !s.digits(i+4) {
		return fields, 0, false
	}
	if s.key(i+5) == sign && s.tight(i+4, i+5) || s.key(i-1) == sign && s.tight(i-1, i) {
		return fields, 0, false
	}
	return [3]string{s.key(i), s.key(i + 2), s.key(i + 4)}, i + 5, true
}

// tight reports whether no space lies between tokens i to j.
func (s *scan) tight(i, j int) bool {
	for ; i < j; i++ {
		if s.tokens[i].End != s.tokens[i+1].Start {
			return false
		}
	}
	return true
}

// close reports whether at most one space lies between each two of tokens i to
// j: hurried reports write "26- 10- 1436".
func (s *scan) close(i, j int) bool {
	for ; i < j; i++ {
		if s.tokens[i+1].Start-s.tokens[i].End > 1 {
			return false
		}
	}
	return true
}

// possible reports whether there is such a day in some year.
func (s *scan) possible(e *expr) bool {
	if e.unit != 0 {
		return true
	}
	if e.month < 1 || e.month > 12 || e.day < 1 {
		return false
	}
	if e.hijri {
		return e.day <= 30
	}
	year := e.year
	if year == 0 {
		const leap = 2000
		year = leap
	}
	_, ok := date(year, e.month, e.day)
	return ok
}
