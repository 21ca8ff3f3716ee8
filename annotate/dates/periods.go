package dates

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// periods reads weeks, months and years by their place from publication and
// years by their number: «هذا الأسبوع», "last year", «عام 2016», «عامي 2011».
func (s *scan) periods(i int) (expr, bool) {
	if e, ok := s.numberedYear(i); ok {
		return e, true
	}
	unit, shift, next, ok := s.periodAt(i)
	if ok {
		e := expr{first: i, next: next, rule: "period", unit: unit, shift: shift}
		if day, ok := s.weekdayAt(s.skipDay(s.skipOn(next))); ok && unit == 'w' && !day.directed {
			day.unit, day.shift, day.directed = unit, shift, true
			return day, true
		}
		if year, after, hijri, ok := s.yearAt(next, false); ok && unit == 'y' && !s.is(after, counted) {
			return expr{first: i, next: after, rule: "year", year: year, hijri: hijri}, true
		}
		return e, true
	}
	if n, letter := s.match(i, period); n > 0 && s.edged(i) && !s.is(i+1, same) && s.plainAfter(i+1) {
		return expr{first: i, next: i + n, rule: "period", unit: byte(letter)}, true
	}
	return expr{}, false
}

// skipOn returns the token behind "on".
func (s *scan) skipOn(i int) int {
	if s.key(i) == "on" {
		return i + 1
	}
	return i
}

// edged reports whether the beginning or end of the period is spoken of, which
// makes a bare «العام» or "the year" the present one.
func (s *scan) edged(i int) bool {
	if s.latin(i) {
		return s.matchBefore(i, edge) || s.key(i-1) == "the" && s.matchBefore(i-1, edge)
	}
	return s.matchBefore(i, edge)
}

// plainAfter reports whether what follows a period does not describe it.
func (s *scan) plainAfter(i int) bool {
	if i >= len(s.tokens) || s.tokens[i].Kind == lang.Mark {
		return true
	}
	return s.tokens[i].Kind == lang.Word && !strings.HasPrefix(s.key(i), alLam) && s.key(i) != "of" &&
		(s.latin(i) && english.IsStop(s.key(i)) || !s.latin(i) && arabic.IsStop(s.key(i)))
}

// periodAt reads a period with its direction.
func (s *scan) periodAt(i int) (letter byte, shift, next int, ok bool) {
	if n, direction := s.match(i, pointing); n > 0 {
		j := i + n
		if s.is(j, sort) {
			j++
		}
		k, value := s.match(j, period)
		if k > 0 && s.latin(j) && s.capital(j) && s.passage.Kind != isnad.Title {
			return 0, 0, 0, false // ABC's "This Week"
		}
		if k == 0 || direction != 0 && (s.key(i-1) == "the" && s.key(i) != "coming" || s.key(j+k) == "of") {
			return 0, 0, 0, false
		}
		return byte(value), direction, j + k, true
	}
	n, value := s.match(i, period)
	if n == 0 || s.matchBefore(i, notPeriodAfter) {
		return 0, 0, 0, false
	}
	j := i + n
	if s.is(j, sort) {
		j++
	}
	n, shift = s.match(j, toward)
	if n == 0 {
		return 0, 0, 0, false
	}
	return byte(value), shift, j + n, true
}

// numberedYear reads a year noun and its number.
func (s *scan) numberedYear(i int) (expr, bool) {
	if !s.is(i, yearNoun) && !s.is(i, yearsNoun) {
		return expr{}, false
	}
	n, _ := s.match(i, yearNoun)
	first := i
	if n == 0 {
		n, _ = s.match(i, yearsNoun)
		first = i + n
	}
	j := i + n
	if s.is(j, sort) {
		j++
	}
	if s.key(j) == "(" {
		if year, next, hijri, ok := s.yearAt(j+1, false); ok && s.key(next) == ")" {
			return expr{first: first, next: next + 1, rule: "year", year: year, hijri: s.lunarHere(year, hijri, next)}, true
		}
	}
	if year, next, hijri, ok := s.yearAt(j, false); ok {
		e := expr{first: first, next: next, rule: "year", year: year, hijri: s.lunarHere(year, hijri, next)}
		if first > i {
			e.from, e.to = int(s.marks[first].from), int(s.marks[next-1].to)
		}
		return e, true
	}
	return s.spelledYear(i, j)
}

// spelledYear reads a year in words behind its noun: «عام ألفين وأربعة عشر».
func (s *scan) spelledYear(i, j int) (expr, bool) {
	if j >= len(s.tokens) || s.tokens[j].Kind != lang.Word || s.latin(j) {
		return expr{}, false
	}
	value, ok := arabic.NumberAt(s.tokens, j)
	year := int(value.Number)
	if !ok || value.Tokens < 2 || float64(year) != value.Number || year < firstYear || year > lastYear {
		return expr{}, false
	}
	return expr{first: i, next: j + value.Tokens, rule: "year", year: year}, true
}

// lunarHere decides the calendar of a year without the sign of an era: it is
// lunar if that is within a lifetime of publication by the lunar count.
func (s *scan) lunarHere(year int, marked bool, next int) bool {
	const lifetime = 60
	if marked || s.is(next-1, commonEra) || year > lastLunar {
		return marked
	}
	now, _ := s.clock.lunarYear()
	return now > 0 && s.passage.Lang == isnad.Arabic && year > now-lifetime && year < now+lifetime
}

// bareYear reads four digits as a year after a preposition or a noun that takes
// a year, or as the second of two years.
func (s *scan) bareYear(i int) (expr, bool) {
	if !s.digits(i) {
		return expr{}, false
	}
	if e, ok := s.secondDay(i); ok {
		return e, true
	}
	year, next, hijri, ok := s.yearAt(i, false)
	if !ok {
		return expr{}, false
	}
	e := expr{first: i, next: next, rule: "year", year: year, hijri: hijri}
	marked := next > i+1
	if !marked && (year < earliest || year > latest) {
		return expr{}, false
	}
	switch {
	case marked && (hijri || year > earliest):
	case s.last.year > 0 && s.last.day == 0 && s.continues(i):
	case s.is(next, counted), s.key(next) == "%", s.key(i+1) == "/" || s.key(i+1) == "-" && s.tight(i, i+1) && !s.rangeOfYears(i):
		return expr{}, false
	case s.matchBefore(i, yearHead):
	case s.rangeOfYears(i):
	case s.matchBefore(i, bareAfter) && s.plainYear(year, next, s.key(i-1) == "of"):
	case s.attributive(i, next, year):
	case s.latin(i-1) && strings.HasSuffix(s.key(i-1), "'s") && next < len(s.tokens) && s.latin(next) && year%100 != 0:
	default:
		return expr{}, false
	}
	return e, true
}

// Bare years lie between these.
const (
	earliest = 1800
	latest   = 2100
)

// rangeOfYears reports whether i begins a stretch such as 2011-2015.
func (s *scan) rangeOfYears(i int) bool {
	key := s.key(i + 1)
	if key != "-" && key != enDash {
		return false
	}
	to, _, _, ok := s.yearAt(i+2, false)
	from, _, _, _ := s.yearAt(i, false)
	return ok && to > from && to-from < 100
}

// plainYear reports whether the words behind let the number be a year rather
// than a count: round numbers need a pause.
func (s *scan) plainYear(year, next int, amount bool) bool {
	const round = 100
	if year%round == 0 || amount {
		return s.atPause(next)
	}
	return true
}

// atPause reports whether a mark, a function word or the end is at i.
func (s *scan) atPause(i int) bool {
	if i >= len(s.tokens) || s.tokens[i].Kind != lang.Word {
		return true
	}
	if s.latin(i) {
		return english.IsStop(s.tokens[i].Key)
	}
	return arabic.IsStop(s.tokens[i].Key) || s.marks[i].conj
}

// attributive reads "the 2014 World Cup", "his 2016 campaign".
func (s *scan) attributive(i, next, year int) bool {
	if i == 0 || next >= len(s.tokens) || !s.latin(i-1) || !s.latin(next) || year%100 == 0 {
		return false
	}
	switch s.key(i - 1) {
	case "the", "a", "his", "her", "its", "their":
		return !s.latin(next) || !english.IsStop(s.key(next))
	}
	return false
}
