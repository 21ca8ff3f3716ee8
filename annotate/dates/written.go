package dates

import "time"

// written gathers what a report says about the day on which it was written:
// «أمس الأربعاء» was written on a Thursday.
type written struct {
	days  int // from publication to the day of writing, if all agree
	seen  bool
	mixed bool // they do not agree
}

// note takes what e says. Days that the weekday puts further from publication
// than a report is late say nothing.
func (w *written) note(c clock, e *expr) {
	if !c.known || c.shift != 0 || !e.hasOffset || !e.hasWeekday || e.day > 0 {
		return
	}
	day := c.day.AddDate(0, 0, e.offset)
	days := int(near(day, time.Weekday(e.weekday)).Sub(day).Hours() / 24)
	w.mixed = w.mixed || w.seen && days != w.days
	w.days, w.seen = days, true
}

// shift returns the days from publication to the day of writing.
func (w *written) shift() int {
	if w.mixed {
		return 0
	}
	return w.days
}
