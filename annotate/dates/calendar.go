package dates

import (
	"strconv"
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// calendar reads a date that names a month: in digits alone, day first, or
// month first.
func (s *scan) calendar(i int) (expr, bool) {
	for _, rule := range [...]func(int) (expr, bool){s.numeric, s.dayMonth, s.monthFirst} {
		if e, ok := rule(i); ok || e.next > i {
			return e, ok
		}
	}
	return expr{}, false
}

// dayMonth reads a day and its month: «14 يونيو الماضي», "the 3rd of May",
// «الخامس والعشرين من يناير», «20 من الشهر الجاري». Of two days that share a
// month it reads the first.
func (s *scan) dayMonth(i int) (expr, bool) {
	day, j, ok := s.dayNumber(i)
	if !ok {
		return expr{}, false
	}
	e := expr{first: i, next: j, rule: "day", day: day}
	if k, ok := s.linked(j); ok {
		if _, after, ok := s.dayNumber(k); ok {
			shared := e
			shared.next = after
			if s.monthTail(&shared) {
				shared.next = j
				return shared, s.possible(&shared)
			}
		}
	}
	if !s.monthTail(&e) {
		return expr{}, false
	}
	return e, s.possible(&e)
}

// dayNumber reads a day of the month in digits or as an ordinal.
func (s *scan) dayNumber(i int) (day, next int, ok bool) {
	if i < 0 || i >= len(s.tokens) {
		return 0, 0, false
	}
	if s.digits(i) {
		key := s.tokens[i].Key
		for _, ending := range [...]string{"st", "nd", "rd", "th"} {
			key = strings.TrimSuffix(key, ending)
		}
		day, err := strconv.Atoi(key)
		return day, i + 1, err == nil && len(key) <= 2 && day >= 1 && day <= 31
	}
	n, day := s.match(i, ordinal)
	if n == 0 || s.qualifies(i) {
		return 0, 0, false
	}
	return day, i + n, true
}

// qualifies reports whether an Arabic ordinal belongs to the noun before it:
// «الأسبوع الأول من مايو» is no first of May.
func (s *scan) qualifies(i int) bool {
	if i == 0 || s.latin(i) || s.tokens[i-1].Kind != lang.Word {
		return false
	}
	before := s.at(i - 1)
	if before.weekday >= 0 || s.is(i-1, equals) {
		return false
	}
	return strings.HasPrefix(s.tokens[i-1].Key, alLam) && !s.is(i-1, dayNoun) ||
		before.entry.has(period) || before.entry.has(deictic)
}

// linked returns the token behind a word or dash that joins the ends of a
// stretch.
func (s *scan) linked(i int) (next int, ok bool) {
	switch key := s.key(i); key {
	case "-", enDash, emDash:
		return i + 1, true
	default:
		return i + 1, s.is(i, link)
	}
}

// monthTail reads what follows a day: its month and what says the year.
func (s *scan) monthTail(e *expr) bool {
	j := e.next
	if key := s.key(j); (key == "." || key == "-" || key == "/") && s.at(j+1).month > 0 {
		j++
	}
	if n, direction := s.match(j, toward); n > 0 && direction == 0 && s.digits(j-1) {
		e.unit, e.next = 'm', j+n
		return true
	}
	if s.is(j, of) {
		j++
	}
	if s.is(j, monthNoun) && s.at(j+1).month > 0 {
		j++
	}
	if unit, shift, next, ok := s.periodAt(j); ok && unit == 'm' {
		e.unit, e.shift, e.next = unit, shift, next
		return true
	}
	if s.at(j).month == 0 || s.is(j, ambiguous) && s.latin(j) && !s.capital(j) {
		return false
	}
	s.month(e, j)
	return true
}

// month reads the month at j with its second name, and what says its year.
func (s *scan) month(e *expr, j int) {
	m := s.at(j)
	e.month, e.hijri = int(m.month), m.hijri
	e.next = s.otherName(j+int(m.monthN), m)
	if s.latin(j) && s.key(e.next) == "." && s.tokens[e.next].Start == s.tokens[e.next-1].End && s.abbreviated(j, e) {
		e.next++
	}
	s.yearTail(e)
}

// abbreviated reports whether the stop behind a short month is not the end of
// the sentence: a day or a year follows.
func (s *scan) abbreviated(j int, e *expr) bool {
	return e.next+1 < len(s.tokens) && s.digits(e.next+1) && len(s.tokens[j].Key) <= 4
}

// otherName returns the token behind the same month's name in another use:
// «فبراير/شباط», «يونيو (حزيران)».
func (s *scan) otherName(j int, m mark) int {
	key := s.key(j)
	if key != "/" && key != "(" && key != "-" && key != enDash {
		return j
	}
	k := j + 1
	if s.is(k, monthNoun) {
		k++
	}
	other := s.at(k)
	if other.month != m.month || other.hijri != m.hijri {
		return j
	}
	k += int(other.monthN)
	if key == "(" {
		if s.key(k) != ")" {
			return j
		}
		k++
	}
	return k
}

// yearTail reads a direction or a year behind a month.
func (s *scan) yearTail(e *expr) {
	j := e.next
	if n, direction := s.match(j, toward); n > 0 {
		e.directed, e.direction, e.next = true, direction, j+n
		j = e.next
	}
	if key := s.key(j); key == "," || key == arabicComma {
		if year, next, hijri, ok := s.yearAt(j+1, e.hijri); ok && !s.is(next, counted) {
			e.year, e.next, e.hijri = year, next, e.hijri && hijri
		}
		return
	}
	if s.is(j, of) {
		j++
	}
	if unit, shift, next, ok := s.periodAt(j); ok && unit == 'y' {
		e.hasYear, e.yearShift, e.next = true, shift, next
		return
	}
	if s.is(j, yearNoun) && s.is(j+1, same) {
		e.sameYear, e.next = true, j+2
		return
	}
	if s.is(j, yearNoun) {
		j++
	}
	if year, next, hijri, ok := s.yearAt(j, e.hijri); ok && !s.is(next, counted) {
		e.year, e.next = year, next
		if e.hijri && !hijri {
			e.commonYear = true
		}
	}
}

// yearAt reads a year of four digits with its era. Years from 1340 to 1500 are
// lunar beside a lunar month or with the sign of that era.
func (s *scan) yearAt(i int, lunarMonth bool) (year, next int, hijri, ok bool) {
	if i >= len(s.tokens) || !s.digits(i) || len(s.tokens[i].Key) != 4 {
		return 0, 0, false, false
	}
	year, err := strconv.Atoi(s.tokens[i].Key)
	if err != nil || year < firstYear || year > lastYear {
		return 0, 0, false, false
	}
	next = i + 1
	switch {
	case s.is(next, hijriEra):
		return year, next + 1, true, true
	case s.is(next, commonEra) && s.era(next):
		return year, next + 1, false, true
	}
	return year, next, lunarMonth && year < lastLunar, true
}

// Plausible years of a report, and the last that is taken as lunar.
const (
	firstYear = 1000
	lastYear  = 2199
	lastLunar = 1500
)

// era keeps the one-letter sign of an era from other uses of the letter: it is
// written to its year or stands before a mark or the end.
func (s *scan) era(i int) bool {
	return len(s.tokens[i].Key) > 2 || s.tokens[i].Start == s.tokens[i-1].End || i+1 == len(s.tokens) || !s.digits(i+1)
}

// monthFirst reads a month with or without a day behind it: "Feb. 12, 2025",
// «أبريل الماضي», «شهر مايو», "last June".
func (s *scan) monthFirst(i int) (expr, bool) {
	e := expr{first: i, rule: "month"}
	j, named := i, false
	if n, direction := s.match(j, pointing); n > 0 {
		e.directed, e.direction = true, direction
		j += n
	}
	if s.is(j, monthNoun) {
		j, named = j+1, true
		if s.is(j, of) {
			j++
		}
	}
	m := s.at(j)
	if m.month == 0 {
		return expr{}, false
	}
	if s.latin(j) {
		if e, ok := s.monthDay(e, j); ok || e.next > i {
			return e, ok
		}
	}
	s.month(&e, j)
	sure := named || e.directed || e.year > 0 || e.hasYear || e.sameYear
	if e.hijri {
		return e, e.directed || e.year > 0
	}
	const double = 3 // tokens of a month named in two ways
	if sure || e.next >= j+double {
		return e, true
	}
	return e, s.bareMonth(i, j)
}

// bareMonth reports whether a month that nothing stands beside is one.
func (s *scan) bareMonth(i, j int) bool {
	if s.latin(j) && !s.capital(j) {
		return false
	}
	if !s.is(j, ambiguous) {
		return true
	}
	return s.marks[j].prep || s.matchBefore(i, bareAfter) || s.matchBefore(i, edge) || s.continues(i)
}

// continues reports whether i follows the last expression with nothing but a
// joining word between.
func (s *scan) continues(i int) bool {
	if s.last.next == i {
		return s.marks[i].conj
	}
	next, ok := s.linked(s.last.next)
	return ok && s.last.next > 0 && next == i
}

// monthDay reads the American order: a month and a day, perhaps a stretch of
// days, and a year.
func (s *scan) monthDay(e expr, j int) (expr, bool) {
	m := s.at(j)
	k := j + int(m.monthN)
	if s.key(k) == "." || s.key(k) == "-" {
		k++
	}
	day, next, ok := s.dayNumber(k)
	if !ok || !s.digits(k) && !s.is(k, ordinal) || s.is(e.first-1, bareAfter) && s.key(e.first-1) == "in" ||
		s.is(j, ambiguous) && !s.capital(j) || s.is(next, counted) {
		return expr{}, false
	}
	e.rule, e.day, e.month, e.hijri, e.next = "day", day, int(m.month), m.hijri, next
	s.yearTail(&e)
	if e.next > next {
		return e, s.possible(&e)
	}
	if k, ok := s.linked(next); ok {
		if _, after, ok := s.dayNumber(k); ok && s.digits(k) {
			shared := e
			shared.next = after
			s.yearTail(&shared)
			e.year, e.hasYear, e.yearShift = shared.year, shared.hasYear, shared.yearShift
		}
	}
	return e, s.possible(&e)
}

// secondDay reads the second day of "May 3-5".
func (s *scan) secondDay(i int) (expr, bool) {
	last := &s.last
	if last.day == 0 || last.month == 0 || !s.latin(last.first) || !s.continues(i) || !s.digits(i) {
		return expr{}, false
	}
	day, next, ok := s.dayNumber(i)
	if !ok || day <= last.day || s.at(next).month > 0 || s.is(next, counted) || s.key(next) == "/" {
		return expr{}, false
	}
	if next < len(s.tokens) && s.tokens[next].Kind == lang.Word && !s.atPause(next) {
		return expr{}, false
	}
	e := *last
	e.first, e.next, e.day = i, next, day
	e.from, e.to, e.hasWeekday = 0, 0, false
	s.yearTail(&e)
	return e, s.possible(&e)
}
