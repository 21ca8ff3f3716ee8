package dates

import (
	"fmt"
	"time"

	"github.com/hablullah/go-hijri"

	"github.com/isnad-news/isnad"
)

// clock knows the day from which a report counts.
type clock struct {
	day   time.Time // midnight UTC of the day that the report counts from; zero if unknown
	known bool
	shift int // days from publication to that day
}

func newClock(published isnad.Published) clock {
	if !published.Known() {
		return clock{}
	}
	y, m, d := published.Time.Date()
	return clock{day: time.Date(y, m, d, 0, 0, 0, 0, time.UTC), known: true}
}

// at returns the clock of a report written so many days from publication.
func (c clock) at(shift int) clock {
	c.day, c.shift = c.day.AddDate(0, 0, shift), shift
	return c
}

// tense says which way from publication a clause looks.
type tense int8

const (
	unclear tense = iota // no word says so
	backward
	forward
	unsure    // a plan of the past: either
	eitherWay // beside a happening that is announced: the nearest
)

const week = 7

// weekday returns the day of that name that the tense asks for: the last up to
// publication, the first from publication on, or the nearer of the two.
func (c clock) weekday(day time.Weekday, t tense) time.Time {
	const half = 3
	if t == eitherWay && int(day-c.day.Weekday()+week)%week < half {
		t = forward
	}
	if t == forward {
		return c.day.AddDate(0, 0, (int(day-c.day.Weekday())+week)%week)
	}
	return c.day.AddDate(0, 0, -((int(c.day.Weekday()-day) + week) % week))
}

// toward returns the weekday strictly before publication (-1), strictly after
// (1), a week further (-2, 2), or in the week of publication (0).
func (c clock) toward(day time.Weekday, direction int) time.Time {
	switch {
	case direction < 0:
		return c.weekday(day, backward).AddDate(0, 0, c.same(day, -week)+(direction+1)*week)
	case direction > 0:
		return c.weekday(day, forward).AddDate(0, 0, c.same(day, week)+(direction-1)*week)
	}
	return c.monday().AddDate(0, 0, (int(day)+week-1)%week)
}

// same returns step if publication falls on that weekday.
func (c clock) same(day time.Weekday, step int) int {
	if c.day.Weekday() == day {
		return step
	}
	return 0
}

func (c clock) monday() time.Time {
	return c.day.AddDate(0, 0, -(int(c.day.Weekday())+week-1)%week)
}

// near returns the day of that name that is nearest to a day, preferring those
// before it: a report is dated late more often than early.
func near(to time.Time, day time.Weekday) time.Time {
	off := (int(day-to.Weekday()) + week) % week
	if off > 1 {
		off -= week
	}
	return to.AddDate(0, 0, off)
}

// date returns the civil date, and whether there is such a day.
func date(year, month, day int) (time.Time, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == day && int(t.Month()) == month && t.Year() == year
}

// lunar returns the civil date of a day of the Umm al-Qura calendar, and
// whether there is such a day between the years that its table covers.
func lunar(year, month, day int) (time.Time, bool) {
	const first, last = 1356, 1499
	if year < first || year > last || month < 1 || month > 12 || day < 1 || day > 30 {
		return time.Time{}, false
	}
	civil := hijri.UmmAlQuraDate{Year: int64(year), Month: int64(month), Day: int64(day)}.ToGregorian()
	back, err := hijri.CreateUmmAlQuraDate(civil)
	if err != nil || int(back.Day) != day || int(back.Month) != month {
		return time.Time{}, false
	}
	y, m, d := civil.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC), true
}

// lunarYear returns the year of the Umm al-Qura calendar on the day of
// publication; 0 if it is unknown or outside the table.
func (c clock) lunarYear() (year, month int) {
	if !c.known {
		return 0, 0
	}
	today, err := hijri.CreateUmmAlQuraDate(c.day)
	if err != nil {
		return 0, 0
	}
	return int(today.Year), int(today.Month)
}

// nearest picks from days in rising order the one that the tense asks for.
// Without a tense it is the past one unless the coming one is much nearer: a
// report names a day to come without its year when it is close.
func (c clock) nearest(days []time.Time, t tense) (time.Time, bool) {
	const bias = 3
	var last, next time.Time
	for _, day := range days {
		if !day.After(c.day) {
			last = day
		}
		if !day.Before(c.day) && next.IsZero() {
			next = day
		}
	}
	const far, fresh = 270, 45 // days: a writer who means the far one says its year
	ahead, behind := next.Sub(c.day).Hours()/24, c.day.Sub(last).Hours()/24
	if t == forward && ahead > far && behind < fresh || t == backward && behind > far && ahead < fresh {
		t = unclear
	}
	switch {
	case t == unsure:
		return last, last.Equal(c.day)
	case t == forward && !next.IsZero(), last.IsZero():
		return next, !next.IsZero()
	case t == backward, next.IsZero():
		return last, true
	case t == eitherWay && ahead < behind, bias*ahead < behind:
		return next, true
	}
	return last, true
}

// strictly picks the last day before publication (-1) or the first after (1).
func (c clock) strictly(days []time.Time, direction int) (time.Time, bool) {
	var found time.Time
	for _, day := range days {
		if direction < 0 && day.Before(c.day) {
			found = day
		}
		if direction > 0 && day.After(c.day) && found.IsZero() {
			found = day
		}
	}
	return found, !found.IsZero()
}

func dayValue(t time.Time) string   { return t.Format(time.DateOnly) }
func monthValue(t time.Time) string { return t.Format("2006-01") }
func yearValue(year int) string     { return fmt.Sprintf("%04d", year) }

func weekValue(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}
