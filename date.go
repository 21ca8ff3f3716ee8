package isnad

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar expression in a text and what it comes to. Durations and
// vague times ("recently") are not dates.
type Date struct {
	Span  Span   // without a governing preposition: «يوم الجمعة», "last April"
	Value string // TIMEX3: 2025-02-12, 2025-W07, 2024-04, 2022; empty if it needs a publication date that is unknown
	// Offset is set for expressions counted in days from publication
	// («أمس» is -1, "today" is 0), also when Value is empty; see Relative.
	Offset   int
	Relative bool   // Offset holds: the value is publication plus Offset days
	Why      string // one phrase: "the Friday after publication: a planned event"
	By       string // the rule that made it
}

// Within reports whether the TIMEX3 value day lies inside span: a day in a
// week, month or year, a month in a year. A value lies within itself.
func Within(day, span string) bool {
	if day == "" || span == "" {
		return false
	}
	if day == span {
		return true
	}
	if len(span) == len("2006-W02") && span[5] == 'W' {
		when, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return false
		}
		year, week := when.ISOWeek()
		return span == fmt.Sprintf("%04d-W%02d", year, week)
	}
	return len(day) > len(span) && strings.HasPrefix(day, span) && day[len(span)] == '-' && !strings.Contains(day[len(span):], "W")
}

// LastDay is the last day of a TIMEX3 value: of a year, a month, a week, or the
// day itself. It is empty if value is none of these.
func LastDay(value string) string {
	if len(value) == len("2006-W02") && value[5] == 'W' {
		year, err := strconv.Atoi(value[:4])
		week, err2 := strconv.Atoi(value[6:])
		if err != nil || err2 != nil {
			return ""
		}
		fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC) // always in week 1
		return fourth.AddDate(0, 0, 7*week-1-(int(fourth.Weekday())+6)%7).Format(time.DateOnly)
	}
	for layout, months := range map[string]int{"2006": 12, "2006-01": 1, time.DateOnly: 0} {
		if first, err := time.Parse(layout, value); err == nil && months > 0 {
			return first.AddDate(0, months, -1).Format(time.DateOnly)
		} else if err == nil {
			return value
		}
	}
	return ""
}
