package dates

import (
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// spoiled reports whether a neighbour makes the words a name or a habit.
func (s *scan) spoiled(i, core int, e *expr) bool {
	switch {
	case (e.day > 0 || e.month > 0) && s.habit(e.next):
		return true
	case e.rule == "weekday":
		return s.weekdaySpoiled(i, core, e)
	case e.rule == "deictic" && e.offset == 0 && !e.hasWeekday && i == core:
		return s.matchBefore(i, notTodayAfter) || s.is(e.next, notTodayBefore) || s.outletName(i) || s.alone(i, e.next)
	case e.rule == "deictic" && e.offset == 1 && s.became(i, e.next):
		return true
	case e.rule == "deictic" && i == core && !e.hasWeekday:
		return s.is(e.next, notTodayBefore) && e.offset == -1
	case e.day > 0 && e.year == 0 && !e.hasYear && !e.directed:
		return s.matchBefore(i, notDayAfter) || s.is(e.next, notDayBefore)
	}
	return false
}

// became reports whether «غدا» is the verb: «وغدا القوت غاليا».
func (s *scan) became(i, next int) bool {
	return next == i+1 && s.marks[i].conj && !strings.Contains(s.word(i), tanwin) &&
		strings.HasPrefix(s.key(next), alLam) && s.at(next).weekday < 0
}

const tanwin = "\u064B"

func (s *scan) weekdaySpoiled(i, core int, e *expr) bool {
	if e.directed {
		return false
	}
	if s.habitual(i) || s.is(e.next, notWeekdayBefore) || s.habit(e.next) || s.counted(i, core, e.next) {
		return true
	}
	if i < core {
		return false
	}
	if s.matchBefore(i, notWeekdayAfter) {
		return true
	}
	if !s.is(core, ambiguous) {
		return false
	}
	return !s.capital(core) || !s.matchBefore(i, on) && e.next == i+1
}

// counted reports whether an ordinal or a plural makes the weekday one of many:
// "the first Friday of", «الأحد الأول من», "on Fridays".
func (s *scan) counted(i, core, next int) bool {
	n, _ := s.match(next, ordinal)
	return s.matchBefore(i, ordinal) || n > 0 && !s.marks[next].conj ||
		s.latin(core) && strings.HasSuffix(s.key(core), "days")
}

// habitual reports whether «أيام» or "every" stands before the weekdays that
// end at i.
func (s *scan) habitual(i int) bool {
	for i > 0 && (s.at(i-1).weekday >= 0 || s.at(i).weekday >= 0 && s.is(i-1, link)) {
		i--
	}
	return s.matchBefore(i, set)
}

// habit reports whether weekdays end at i with «من كل أسبوع», "of each week".
func (s *scan) habit(i int) bool {
	for s.at(i).weekday >= 0 || s.is(i, link) || s.key(i) == "," || s.key(i) == arabicComma {
		i++
	}
	return s.is(i, of) && s.is(i+1, set)
}

// outletName spares the papers and stations that are called Today.
func (s *scan) outletName(i int) bool {
	return s.latin(i) && s.capital(i) && s.latin(i-1) && s.capital(i-1)
}

// alone reports whether a word fills a quotation or brackets: a name.
func (s *scan) alone(i, next int) bool {
	if i == 0 || next >= len(s.tokens) {
		return false
	}
	if key := s.key(next); (key == "," || key == ".") && next+1 < len(s.tokens) {
		next++
	}
	open, shut := &s.tokens[i-1], &s.tokens[next]
	return open.Kind == lang.Quoter && shut.Kind == lang.Quoter || open.Key == "(" && shut.Key == ")"
}

// capital reports whether token i begins with an ASCII capital.
func (s *scan) capital(i int) bool {
	c := s.text[s.tokens[i].Start]
	return c >= 'A' && c <= 'Z'
}
