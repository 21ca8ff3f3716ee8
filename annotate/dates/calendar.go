package dates

import (
	"strconv"
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// calendar reads a date that names a month: in digits alone, day first, or
// month first.
func (s *scan) calendar(i int) (expr, bool) {
	e, ok := s.numeric(i)
	if !ok && e.next <= i {
		e, ok = s.dayMonth(i)
	}
	if !ok && e.next <= i {
		e, ok = s.monthFirst(i)
	}
	return e, ok
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
	const decade = 10
	if year%decade == 0 && next+1 < len(s.tokens) && s.tokens[next].Kind == lang.Quoter && s.key(next+1) == "s" && s.tight(i, next+1) {
		return 0, 0, false, false
	}
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
