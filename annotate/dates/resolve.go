package dates

import (
	"fmt"
	"time"

	"github.com/isnad-news/isnad"
)

const noDay = "the day of publication is unknown"

// resolve works out what an expression comes to.
func (s *scan) resolve(e expr) isnad.Date {
	switch {
	case e.rule == "ago":
		return s.clock.ago(e)
	case e.day > 0:
		return s.resolveDay(e)
	case e.hasOffset:
		return s.clock.deictic(e)
	case e.hasWeekday:
		return s.resolveWeekday(e)
	case e.month > 0:
		return s.resolveMonth(e)
	case e.unit != 0:
		return s.clock.period(e.unit, e.shift)
	}
	return resolveYear(e)
}

// deictic counts days from publication. A weekday named beside the word wins
// over a day of publication that is a little off.
func (c clock) deictic(e expr) isnad.Date {
	d := isnad.Date{Offset: e.offset + c.shift, Relative: true, Why: days(e.offset + c.shift)}
	if c.shift != 0 {
		d.Why += ": a weekday named beside such a word tells the day of writing"
	}
	if !c.known {
		d.Why = noDay
		return d
	}
	day := c.day.AddDate(0, 0, e.offset)
	if e.hasWeekday && int(day.Weekday()) != e.weekday {
		day = near(day, time.Weekday(e.weekday))
		d = isnad.Date{Why: fmt.Sprintf("the %s nearest to it: the weekday named beside it wins", day.Weekday())}
	}
	d.Value = dayValue(day)
	return d
}

func days(offset int) string {
	switch offset {
	case 0:
		return "the day of publication"
	case -1:
		return "the day before publication"
	case 1:
		return "the day after publication"
	}
	if offset < 0 {
		return fmt.Sprintf("%d days before publication", -offset)
	}
	return fmt.Sprintf("%d days after publication", offset)
}

func (c clock) ago(e expr) isnad.Date {
	d := isnad.Date{Why: fmt.Sprintf("%d %s before publication", -e.shift, unitName(e.unit, -e.shift))}
	if e.unit == 'd' {
		d.Offset, d.Relative = e.shift+c.shift, true
	}
	if !c.known {
		d.Why = noDay
		return d
	}
	if e.unit == 'd' {
		d.Value = dayValue(c.day.AddDate(0, 0, e.shift))
		return d
	}
	d.Value = c.periodValue(e.unit, e.shift)
	return d
}

func unitName(letter byte, count int) string {
	name := map[byte]string{'d': "day", 'w': "week", 'm': "month", 'y': "year"}[letter]
	if count != 1 {
		name += "s"
	}
	return name
}

func (c clock) period(letter byte, shift int) isnad.Date {
	if !c.known {
		return isnad.Date{Why: noDay}
	}
	why := fmt.Sprintf("the %s of publication", unitName(letter, 1))
	switch {
	case shift < 0:
		why = fmt.Sprintf("%d %s before that of publication", -shift, unitName(letter, -shift))
	case shift > 0:
		why = fmt.Sprintf("%d %s after that of publication", shift, unitName(letter, shift))
	}
	return isnad.Date{Value: c.periodValue(letter, shift), Why: why}
}

// periodValue is the week, month or year so many units from publication's.
func (c clock) periodValue(letter byte, shift int) string {
	switch letter {
	case 'w':
		return weekValue(c.day.AddDate(0, 0, shift*week))
	case 'm':
		return monthValue(firstOfMonth(c.day).AddDate(0, shift, 0))
	}
	return yearValue(c.day.Year() + shift)
}

func firstOfMonth(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
}

func (s *scan) resolveWeekday(e expr) isnad.Date {
	if !s.clock.known {
		return isnad.Date{Why: noDay}
	}
	weekday := time.Weekday(e.weekday)
	if e.unit == 'w' {
		day := s.clock.toward(weekday, 0).AddDate(0, 0, e.shift*week)
		return isnad.Date{Value: dayValue(day), Why: fmt.Sprintf("the %s of that week", weekday)}
	}
	if e.directed {
		day := s.clock.toward(weekday, e.direction)
		if e.direction == 1 && s.latin(e.first) {
			// "Next Friday" is that of the week after; "Friday" is this week's.
			day = s.clock.monday().AddDate(0, 0, week+(e.weekday+week-1)%week)
		}
		return isnad.Date{Value: dayValue(day), Why: fmt.Sprintf("the %s %s", weekday, directions[e.direction+2])}
	}
	t, cue := s.tenseAt(e)
	day := s.clock.weekday(weekday, t)
	if s.continuesAhead(e) {
		day = s.seen.AddDate(0, 0, 1+(int(weekday-s.seen.Weekday())+week-1)%week)
		return isnad.Date{Value: dayValue(day), Why: fmt.Sprintf("the %s after the day named before it", weekday)}
	}
	switch {
	case day.Equal(s.clock.day):
		return isnad.Date{Value: dayValue(day), Why: "the weekday of the day of publication"}
	case t == unsure:
		return isnad.Date{Why: fmt.Sprintf("unsure: %q is a plan of the past", cue)}
	case t == forward:
		return isnad.Date{Value: dayValue(day), Why: fmt.Sprintf("the %s after publication: %q looks ahead", weekday, cue)}
	case t == backward:
		return isnad.Date{Value: dayValue(day), Why: fmt.Sprintf("the %s before publication: %q looks back", weekday, cue)}
	}
	return isnad.Date{Value: dayValue(day), Why: fmt.Sprintf("the %s before publication", weekday)}
}

var directions = [...]string{"before the last", "before publication", "of the week of publication", "after publication", "after the next"}

func resolveYear(e expr) isnad.Date {
	if e.hijri {
		return isnad.Date{Why: "lunar year " + lunarSpan(e.year, 1, e.year, 12)}
	}
	return isnad.Date{Value: yearValue(e.year), Why: "a year in full"}
}

// lunarSpan names a stretch of lunar months by its civil days, as far as the
// table goes: no one civil month or year is its value.
func lunarSpan(year, month, lastYear, lastMonth int) string {
	from, ok := lunar(year, month, 1)
	name := fmt.Sprint(year)
	if !ok {
		return name
	}
	for _, day := range []int{30, 29} {
		if to, ok := lunar(lastYear, lastMonth, day); ok {
			return fmt.Sprintf("%s: %s to %s", name, dayValue(from), dayValue(to))
		}
	}
	return name
}

// continuesAhead reports whether e goes on a list of days to come: «غدا … ويوم
// الاثنين … والثلاثاء».
func (s *scan) continuesAhead(e expr) bool {
	if !s.marks[e.first].conj || !s.seen.After(s.clock.day) {
		return false
	}
	from, _ := s.sentence(e.first)
	return s.last.next > from && s.last.first >= from
}
