package lang

// Calendar is the calendar that a month's name belongs to.
type Calendar uint8

// The calendars whose months the language libraries read.
const (
	Gregorian Calendar = iota // all civil months: يناير, كانون الثاني, جانفي, January
	Hijri                     // the lunar months of the Islamic calendar: محرم … ذو الحجة, Muharram
)

// String returns the calendar's name in English.
func (c Calendar) String() string {
	if c == Hijri {
		return "hijri"
	}
	return "gregorian"
}
