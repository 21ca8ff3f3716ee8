package dates

// named reads a day by its name, with the words around it that belong to it:
// «مساء يوم الأربعاء», «أمس (الاثنين)», "Wednesday, Feb. 12", «14 يونيو الماضي».
func (s *scan) named(i int) (expr, bool) {
	j := s.dayPrefix(i)
	e, ok := s.core(j)
	if !ok && j > i {
		return expr{}, false
	}
	if !ok {
		return e, false
	}
	e.first = i
	s.appose(&e)
	if s.spoiled(i, j, &e) {
		return expr{next: e.next}, false
	}
	return e, true
}

// dayPrefix returns the token behind parts of the day and day nouns at i.
func (s *scan) dayPrefix(i int) int {
	j := i
	for {
		n, _ := s.match(j, part)
		switch {
		case n > 0 && !s.isDeictic(j):
			j += n
			if s.is(j, of) && s.core1(j+1) {
				j++
			}
		case s.is(j, dayNoun) && !s.isDeictic(j):
			j++
		default:
			return j
		}
	}
}

func (s *scan) isDeictic(i int) bool {
	n, _ := s.match(i, deictic)
	return n > 0
}

func (s *scan) core1(i int) bool {
	_, ok := s.core(i)
	return ok || s.is(i, dayNoun)
}

// core reads the name of a day or month without what stands around it.
func (s *scan) core(i int) (expr, bool) {
	if n, offset := s.match(i, deictic); n > 0 {
		return expr{first: i, next: i + n, rule: "deictic", hasOffset: true, offset: offset}, true
	}
	if e, ok := s.weekdayAt(i); ok {
		return e, true
	}
	return s.calendar(i)
}

// weekdayAt reads a weekday with the word before it or behind it that says
// which one is meant.
func (s *scan) weekdayAt(i int) (expr, bool) {
	e := expr{first: i, rule: "weekday", hasWeekday: true}
	if n, direction := s.match(i, pointing); n > 0 {
		e.directed, e.direction = true, direction
		i += n
		if s.is(i, dayNoun) {
			i++
		}
	}
	m := s.at(i)
	if m.weekday < 0 {
		return expr{}, false
	}
	e.weekday, e.next = int(m.weekday), i+int(m.dayN)
	if s.key(e.next) == "." && s.latin(i) && int(m.to-m.from) <= 4 && s.tokens[e.next].Start == s.tokens[i].End {
		e.next++
	}
	if n, direction := s.match(e.next, toward); n > 0 {
		e.directed, e.direction = true, direction
		e.next += n
		return e, true
	}
	j := e.next
	if s.is(j, of) {
		j++
	}
	if letter, shift, next, ok := s.periodAt(j); ok && letter == 'w' {
		e.unit, e.shift, e.next, e.directed = letter, shift, next, true
	}
	return e, true
}

// appose extends e by the words behind it that name the same day.
func (s *scan) appose(e *expr) {
	for range 4 {
		j := e.next
		if n, _ := s.match(j, part); n > 0 && !s.isDeictic(j) && (e.hasOffset || e.hasWeekday || e.day > 0) && s.partEnds(j, n) {
			e.next = j + n
			continue
		}
		open := s.key(j) == "("
		comma := s.key(j) == "," || s.key(j) == arabicComma
		same := s.is(j, equals)
		if open || comma || same || s.key(j) == "-" || s.key(j) == enDash {
			j++
		}
		if s.is(j, theWord) && s.digits(j+1) {
			j++
		}
		other, ok := s.core(s.skipDay(j))
		if !ok || open && s.key(other.next) != ")" || !s.joins(e, &other, comma, open, same) {
			return
		}
		s.merge(e, &other)
		if open {
			e.next++
		}
	}
}

// partEnds keeps "Wednesday morning" and «الأربعاء مساء» whole, and leaves
// «الأربعاء ليلة …» to the day that follows the part.
func (s *scan) partEnds(j, n int) bool {
	if s.marks[j].prep || s.marks[j].conj {
		return false
	}
	_, ok := s.core(j + n)
	return !ok
}

// skipDay returns the token behind a day noun that stands before a name.
func (s *scan) skipDay(i int) int {
	if s.is(i, dayNoun) && !s.isDeictic(i) {
		return i + 1
	}
	return i
}

// joins reports whether other, which follows e, names the day of e once more.
func (s *scan) joins(e, other *expr, comma, open, same bool) bool {
	if s.marks[other.first].conj || s.marks[other.first].prep {
		return false
	}
	dated := other.day > 0
	switch {
	case e.day > 0:
		return same && dated && e.hijri != other.hijri
	case same:
		return dated && (e.hasOffset || e.hasWeekday)
	case e.hasOffset && other.hasWeekday:
		return s.agree(e.offset, other.weekday, comma)
	case e.hasWeekday && other.hasOffset && !e.hasOffset:
		return !comma && s.agree(other.offset, e.weekday, true)
	case e.hasWeekday && dated:
		return true
	case e.hasOffset && dated:
		return !comma
	}
	return false
}

// agree reports whether the day offset from publication has that name. Beside
// one another, without a comma, they name one day even if the day of
// publication is a little off.
func (s *scan) agree(offset, weekday int, strict bool) bool {
	if !s.clock.known {
		return !strict
	}
	day := s.clock.day.AddDate(0, 0, offset)
	if int(day.Weekday()) == weekday {
		return true
	}
	return !strict
}

func (s *scan) merge(e, other *expr) {
	first, from := e.first, e.next
	switch {
	case e.day > 0 && other.hijri:
	case other.day > 0:
		weekday, has := e.weekday, e.hasWeekday
		*e = *other
		e.hasWeekday, e.weekday = has, weekday
	case other.hasWeekday:
		e.hasWeekday, e.weekday = true, other.weekday
	case other.hasOffset:
		e.hasOffset, e.offset = true, other.offset
	}
	e.first, e.next = first, max(from, other.next)
}

const (
	arabicComma = "\u060C"
	enDash      = "\u2013"
	emDash      = "\u2014"
)
