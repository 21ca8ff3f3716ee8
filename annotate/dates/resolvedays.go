package dates

import (
	"fmt"
	"time"

	"github.com/isnad-news/isnad"
)

// resolveDay works out a date that names its day. A lunar date that is a day
// off the weekday named beside it was told by sight of the moon or another
// table: the weekday is right.
func (s *scan) resolveDay(e expr) isnad.Date {
	d := s.namedDay(e)
	day, err := time.Parse(time.DateOnly, d.Value)
	if err != nil || !e.hijri || !e.hasWeekday {
		return d
	}
	if right := near(day, time.Weekday(e.weekday)); right.Sub(day).Abs() == 24*time.Hour {
		d.Value, d.Why = dayValue(right), d.Why+", moved to the weekday named beside it"
	}
	return d
}

func (s *scan) namedDay(e expr) isnad.Date {
	year, known := s.yearOf(&e)
	switch {
	case e.unit == 'm':
		return s.dayOfMonth(e)
	case known && year == 0:
		return isnad.Date{Why: noDay}
	case known:
		return oneDay(e, year)
	case e.sameYear:
		return isnad.Date{Why: "the year is one that the text has not named"}
	case !s.clock.known:
		return isnad.Date{Why: noDay}
	}
	return s.pickYear(e)
}

// yearOf returns the year that the expression names, by number or by its place
// from publication; known is false where it names none.
func (s *scan) yearOf(e *expr) (year int, known bool) {
	switch {
	case e.year > 0:
		return e.year, true
	case e.hasYear && !s.clock.known:
		return 0, true
	case e.hasYear && e.hijri:
		year, _ := s.clock.lunarYear()
		return year + e.yearShift, true
	case e.hasYear:
		return s.clock.day.Year() + e.yearShift, true
	case e.sameYear && !e.hijri && s.yearSeen > 0:
		return s.yearSeen, true
	}
	return 0, false
}

// dayOfMonth is «20 من الشهر الجاري».
func (s *scan) dayOfMonth(e expr) isnad.Date {
	if !s.clock.known {
		return isnad.Date{Why: noDay}
	}
	month := firstOfMonth(s.clock.day).AddDate(0, e.shift, 0)
	day, ok := date(month.Year(), int(month.Month()), e.day)
	if !ok {
		return isnad.Date{Why: "that month has no such day"}
	}
	return isnad.Date{Value: dayValue(day), Why: "that day of " + monthValue(month)}
}

// oneDay is a date whose year is known.
func oneDay(e expr, year int) isnad.Date {
	day, ok := civil(e, year)
	switch {
	case !ok && e.hijri:
		return isnad.Date{Why: fmt.Sprintf("lunar date %d-%02d-%02d: not in the Umm al-Qura table", year, e.month, e.day)}
	case !ok:
		return isnad.Date{Why: "that year has no such day"}
	case e.hijri:
		return isnad.Date{Value: dayValue(day), Why: fmt.Sprintf("lunar date %d-%02d-%02d by the Umm al-Qura table", year, e.month, e.day)}
	case e.either:
		return isnad.Date{Value: dayValue(day), Why: "a date in full, the month taken to come first"}
	}
	return isnad.Date{Value: dayValue(day), Why: "a date in full"}
}

// civil returns the civil day of e in a year of its calendar.
func civil(e expr, year int) (time.Time, bool) {
	if !e.hijri {
		return date(year, e.month, e.day)
	}
	if e.commonYear {
		for _, y := range lunarYears(year) {
			if day, ok := lunar(y, e.month, e.day); ok && day.Year() == year {
				return day, true
			}
		}
		return time.Time{}, false
	}
	return lunar(year, e.month, e.day)
}

// lunarYears returns the lunar years that share days with a civil one.
func lunarYears(year int) []int {
	about := (year - 622) * 33 / 32
	return []int{about - 1, about, about + 1, about + 2}
}

// pickYear finds the year of a day and month: that in which the weekday named
// beside them is right, else the one that direction or tense asks for.
func (s *scan) pickYear(e expr) isnad.Date {
	candidates := s.candidates(e)
	weekday := ""
	if e.hasWeekday && !e.hijri {
		if right := onWeekday(candidates, time.Weekday(e.weekday)); len(right) > 0 {
			candidates, weekday = right, ": a "+time.Weekday(e.weekday).String()
		}
	}
	if e.directed && e.direction == 0 {
		for _, day := range candidates {
			if day.Year() == s.clock.day.Year() {
				return isnad.Date{Value: dayValue(day), Why: "that day of the year of publication"}
			}
		}
	}
	if e.directed && e.direction != 0 {
		if day, ok := s.clock.strictly(candidates, e.direction); ok {
			return isnad.Date{Value: dayValue(day), Why: "the nearest such day " + directions[sign(e.direction)+2] + weekday}
		}
	}
	t, cue := unclear, ""
	if weekday == "" {
		t, cue = s.tenseAt(e)
	}
	day, ok := s.clock.nearest(candidates, t)
	if !ok && t == unsure {
		return isnad.Date{Why: fmt.Sprintf("unsure: %q is a plan of the past", cue)}
	}
	if !ok {
		return isnad.Date{Why: "no such day near publication"}
	}
	return isnad.Date{Value: dayValue(day), Why: "the nearest such day " + side(day, s.clock.day) + because(t, cue) + weekday}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func side(day, published time.Time) string {
	switch {
	case day.After(published):
		return "after publication"
	case day.Before(published):
		return "before publication"
	}
	return "at publication"
}

func because(t tense, cue string) string {
	switch t {
	case forward:
		return fmt.Sprintf(": %q looks ahead", cue)
	case backward:
		return fmt.Sprintf(": %q looks back", cue)
	}
	return ""
}

// candidates returns the days of that name in the years around publication.
func (s *scan) candidates(e expr) (days []time.Time) {
	reach := 2 // years to either side
	if e.day == 29 && e.month == 2 {
		reach = 8 // a leap day may be that far
	}
	year := s.clock.day.Year()
	if e.hijri {
		year, _ = s.clock.lunarYear()
	}
	for y := year - reach; y <= year+reach; y++ {
		if day, ok := civil(e, y); ok {
			days = append(days, day)
		}
	}
	return days
}

func onWeekday(days []time.Time, weekday time.Weekday) (right []time.Time) {
	for _, day := range days {
		if day.Weekday() == weekday {
			right = append(right, day)
		}
	}
	return right
}

// resolveMonth works out a month.
func (s *scan) resolveMonth(e expr) isnad.Date {
	year, known := s.yearOf(&e)
	if known && year == 0 || !known && !s.clock.known {
		return isnad.Date{Why: noDay}
	}
	if e.hijri {
		return s.lunarMonth(e, year, known)
	}
	if known {
		return isnad.Date{Value: fmt.Sprintf("%04d-%02d", year, e.month), Why: "a month and its year"}
	}
	if e.sameYear {
		return isnad.Date{Why: "the year is one that the text has not named"}
	}
	here := s.clock
	here.day = firstOfMonth(here.day)
	e.day = 1
	candidates := s.candidates(e)
	if e.directed {
		if month, ok := here.strictly(candidates, e.direction); ok {
			return isnad.Date{Value: monthValue(month), Why: "the nearest such month " + directions[sign(e.direction)+2]}
		}
		return isnad.Date{Value: fmt.Sprintf("%04d-%02d", here.day.Year(), e.month), Why: "that month of the year of publication"}
	}
	t, cue := s.tenseAt(e)
	month, ok := here.nearest(candidates, t)
	if !ok {
		return isnad.Date{Why: fmt.Sprintf("unsure: %q is a plan of the past", cue)}
	}
	return isnad.Date{Value: monthValue(month), Why: "the nearest such month " + side(month, here.day) + because(t, cue)}
}

// lunarMonth has no value, as no one civil month is it; the reason names its
// days.
func (s *scan) lunarMonth(e expr, year int, known bool) isnad.Date {
	if !known {
		now, month := s.clock.lunarYear()
		year = now
		switch {
		case e.direction < 0 && e.month >= month:
			year--
		case e.direction > 0 && e.month <= month:
			year++
		}
	}
	return isnad.Date{Why: fmt.Sprintf("lunar month %d of %s", e.month, lunarSpan(year, e.month, year, e.month))}
}
