package dates

import "github.com/isnad-news/isnad/lang"

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
