package isnad

import (
	"fmt"
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
