package positions

import (
	"strconv"
	"time"

	"github.com/isnad-news/isnad"
)

// begin orders TIMEX3 values by when they begin: a year before its months, a
// month before its days, a week on its Monday; what is no date is last.
func begin(value string) string {
	if value == "" || value[0] < '0' || value[0] > '9' {
		return "~" + value
	}
	if len(value) == len("2006-W02") && value[5] == 'W' {
		year, err := strconv.Atoi(value[:4])
		week, err2 := strconv.Atoi(value[6:])
		if err == nil && err2 == nil {
			// 4 January is always in week 1.
			fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
			return fourth.AddDate(0, 0, 7*(week-1)-(int(fourth.Weekday())+6)%7).Format(time.DateOnly)
		}
	}
	return value
}

// after reports whether b is surely later than a: both are days, or neither
// lies in the other.
func after(a, b string) bool {
	if a == "" || b == "" || isnad.Within(a, b) || isnad.Within(b, a) {
		return false
	}
	return begin(a) < begin(b)
}

// published is the day on which doc d came out; empty if unknown.
func published(record *isnad.Record, d int) string {
	if at := record.Docs[d].Article.Published; at.Known() {
		return at.Time.Format(time.DateOnly)
	}
	return ""
}
