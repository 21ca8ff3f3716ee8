package overviews

import (
	"cmp"
	"slices"
	"time"

	"github.com/isnad-news/isnad"
)

// moments puts every entry at its time: an event at When, a statement at when
// it was said, and what no report dates at the day of the first dated report
// that tells it. Laws: moments are in order of [begin], the undated one last;
// every entry stands in exactly one.
func (s *story) moments() []isnad.Moment {
	at := map[string]*isnad.Moment{}
	for _, i := range s.entries {
		entry := &s.record.Entries[i]
		dated := isnad.Dated{Entry: entry.ID}
		when := entry.When
		if when == "" {
			when = s.firstDay(entry)
			dated.Reported = when != ""
		}
		if at[when] == nil {
			at[when] = &isnad.Moment{When: when}
		}
		at[when].Entries = append(at[when].Entries, dated)
	}
	list := make([]isnad.Moment, 0, len(at))
	for _, moment := range at {
		list = append(list, *moment)
	}
	slices.SortFunc(list, func(a, b isnad.Moment) int {
		return cmp.Or(cmp.Compare(begin(a.When), begin(b.When)), cmp.Compare(a.When, b.When))
	})
	return list
}

// firstDay is the day of the first dated report that tells the entry.
func (s *story) firstDay(entry *isnad.Entry) string {
	first := ""
	for _, source := range entry.Sources {
		if day := s.published(source.Article); day != "" && (first == "" || day < first) {
			first = day
		}
	}
	return first
}

// begin orders TIMEX3 values by when they begin: a year before its months, a
// month before its days, a week on its Monday; what is no date is last.
func begin(value string) string {
	const last = "~"
	if value == "" || value[0] < '0' || value[0] > '9' {
		return last + value
	}
	var year, week int
	if len(value) == len("2006-W02") && value[5] == 'W' {
		year, week = number(value[:4]), number(value[6:])
		// 4 January is always in week 1.
		fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
		return fourth.AddDate(0, 0, 7*(week-1)-(int(fourth.Weekday())+6)%7).Format(time.DateOnly)
	}
	return value
}

// number reads digits; 0 if there are others.
func number(digits string) int {
	n := 0
	for _, r := range digits {
		if r < '0' || r > '9' {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}
