package gather

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// dateClaim is a place that may say when the article came out.
type dateClaim struct {
	words    string
	how      isnad.Origin
	evidence string
}

// firstYear is the first year of publication that is believed: the web's own
// beginning. Earlier dates in metadata are zero values and slips.
const firstYear = 1990

// published picks the surest date that can be one: the user's, the metadata's,
// the article's address, a dateline, a picture's address, and last a field
// that says when the text was collected. Claims that cannot be dates, or lie
// before 1990 or more than two days ahead, are refused and listed.
func (d *draft) published(snapshot isnad.Snapshot, options Options, language isnad.Lang) (isnad.Published, []isnad.Defect) {
	for _, given := range []time.Time{options.Published, snapshot.Given} {
		if !given.IsZero() {
			return isnad.Published{Time: given, Clock: hasClock(given), How: isnad.Given, Evidence: "given by the user"}, nil
		}
	}
	var refused []isnad.Defect
	for _, claim := range d.claims() {
		published, err := claim.read(options.now(), language)
		if err == nil {
			return published, refused
		}
		refused = append(refused, isnad.Defect{Kind: isnad.BadDate, Note: err.Error()})
	}
	return isnad.Published{}, refused
}

func hasClock(t time.Time) bool { return t.Hour() != 0 || t.Minute() != 0 || t.Second() != 0 }

// claims lists what may say when the article came out, surest first.
func (d *draft) claims() []dateClaim {
	var sure, weak []dateClaim
	for _, claim := range d.metadata.dates {
		if claim.evidence == collected {
			weak = append(weak, claim)
		} else {
			sure = append(sure, claim)
		}
	}
	if _, ok := addresses.Day(d.metadata.url); ok {
		sure = append(sure, dateClaim{d.metadata.url, isnad.FromAddress, d.metadata.url})
	}
	for _, line := range d.lines {
		if words := line.day.Of(line.text); (line.kind == isnad.Dateline || line.kind == isnad.Byline) && yearInside.MatchString(arabic.Fold(words)) {
			sure = append(sure, dateClaim{words, isnad.FromText, words})
		}
	}
	if latest := latestPicture(d.pictures); latest != "" {
		sure = append(sure, dateClaim{latest, isnad.FromAddress, latest})
	}
	return append(sure, weak...)
}

// collected is the field of scraped records that holds when the page was
// fetched: no earlier than its publication, so the last resort.
const collected = "date_extracted"

var yearInside = regexp.MustCompile(`(?:^|[^0-9])(?:19|20)[0-9]{2}(?:$|[^0-9])`)

// latestPicture returns the address of the picture with the latest day. An
// article may carry pictures from the archive, and none from the future.
func latestPicture(pictures []string) string {
	var latest string
	var last time.Time
	for _, address := range pictures {
		if day, ok := addresses.Day(address); ok && day.After(last) {
			latest, last = address, day
		}
	}
	return latest
}

// read turns the claim into a date or says why it is none.
func (c dateClaim) read(now time.Time, language isnad.Lang) (isnad.Published, error) {
	var t time.Time
	var clock, ok bool
	if c.how == isnad.FromAddress {
		t, ok = addresses.Day(c.words)
	} else {
		t, clock, ok = readDate(c.words, language)
	}
	evidence := c.evidence
	switch {
	case !ok:
		return isnad.Published{}, fmt.Errorf("%q is no date", before(c.words, 80))
	case t.Year() < firstYear:
		return isnad.Published{}, fmt.Errorf("%s lies before %d", t.Format(time.DateOnly), firstYear)
	case t.After(now.AddDate(0, 0, 2)):
		return isnad.Published{}, fmt.Errorf("%s lies in the future", t.Format(time.DateOnly))
	}
	return isnad.Published{Time: t, Clock: clock, How: c.how, Evidence: evidence}, nil
}

// layouts are the written forms of machines, with the time of day.
var layouts = []string{
	time.RFC3339Nano, time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05.000Z0700",
	"2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 MST",
	"2006-01-02 15:04:05.999999", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006/01/02 15:04:05", "2006/01/02 15:04",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	time.ANSIC, time.UnixDate, "20060102T150405Z0700", "20060102T150405",
}

var dayLayouts = []string{"2006-01-02", "2006/01/02", "2006.01.02", "20060102", "2006-1-2", "2006/1/2", "2006-01-02Z07:00"}

// readDate reads a date as machines and as people write it. A form without
// zone is taken as UTC: the day, which is what matters, is then as written.
func readDate(words string, language isnad.Lang) (t time.Time, clock, ok bool) {
	words = strings.Map(asciiDigit, clean(before(words, 200)))
	for _, layout := range layouts {
		if t, err := time.Parse(layout, words); err == nil {
			return t, true, true
		}
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, words); err == nil {
			return t, false, true
		}
	}
	if n, err := strconv.ParseInt(words, 10, 64); err == nil {
		return unixTime(n, len(words))
	}
	if t, ok := slashed(words, language); ok {
		return t, false, true
	}
	return written(words)
}

// asciiDigit maps the Arabic-Indic and Persian digits to ASCII.
func asciiDigit(r rune) rune {
	switch {
	case r >= '\u0660' && r <= '\u0669':
		return r - '\u0660' + '0'
	case r >= '\u06F0' && r <= '\u06F9':
		return r - '\u06F0' + '0'
	}
	return r
}

func unixTime(n int64, digits int) (time.Time, bool, bool) {
	switch digits {
	case 10:
		return time.Unix(n, 0).UTC(), true, true
	case 13:
		return time.UnixMilli(n).UTC(), true, true
	}
	return time.Time{}, false, false
}

var slashes = regexp.MustCompile(`^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:19|20)[0-9]{2})$`)

// slashed reads 12/02/2025: day first, unless only month first is possible.
// Of two possible readings Arabic writes the day first; elsewhere it is unsure,
// and unsure is no date.
func slashed(words string, language isnad.Lang) (time.Time, bool) {
	m := slashes.FindStringSubmatch(words)
	if m == nil {
		return time.Time{}, false
	}
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[2])
	year, _ := strconv.Atoi(m[3])
	switch {
	case first > 12 || first == second || language == isnad.Arabic:
		return calendarDay(year, second, first)
	case second > 12:
		return calendarDay(year, first, second)
	}
	return time.Time{}, false
}

func calendarDay(year, month, day int) (time.Time, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, t.Year() == year && int(t.Month()) == month && t.Day() == day
}

// written reads a date in words: a day, a month's name and a year, in any
// order, with a weekday, «نُشر في» and a time of day around them.
func written(words string) (t time.Time, clock, ok bool) {
	for _, tokens := range [][]lang.Token{arabic.Tokens(words), english.Tokens(words)} {
		year, month, day := 0, 0, 0
		for i := 0; i < len(tokens); i++ {
			if n, err := strconv.Atoi(strings.TrimRight(tokens[i].Key, "thsndr")); err == nil {
				switch {
				case n >= 1900 && n < 2100 && year == 0:
					year = n
				case n >= 1 && n <= 31 && day == 0:
					day = n
				}
				continue
			}
			if m, n, ok := monthAt(tokens, i); ok && month == 0 {
				month, i = m, i+n-1
			}
		}
		if year == 0 || month == 0 || day == 0 {
			continue
		}
		if t, ok := calendarDay(year, month, day); ok {
			return t, false, true
		}
	}
	return time.Time{}, false, false
}

func monthAt(tokens []lang.Token, i int) (month, n int, ok bool) {
	if month, calendar, n, ok := arabic.MonthAt(tokens, i); ok && calendar == lang.Gregorian {
		return month, n, true
	}
	month, calendar, n, ok := english.MonthAt(tokens, i)
	return month, n, ok && calendar == lang.Gregorian
}
