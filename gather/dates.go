package gather

import (
	"fmt"
	"regexp"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/gather/dates"
	"github.com/isnad-news/isnad/lang/arabic"
)

// dateClaim is a place that may say when the article came out.
type dateClaim struct {
	words    string
	how      isnad.Origin
	evidence string
}

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
	if !ok {
		return isnad.Published{}, fmt.Errorf("%q is no date", before(c.words, 80))
	}
	if err := dates.Check(t, now); err != nil {
		return isnad.Published{}, err
	}
	return isnad.Published{Time: t, Clock: clock, How: c.how, Evidence: evidence}, nil
}

// readDate reads a date as machines and as people write it. A form without
// zone is taken as UTC: the day, which is what matters, is then as written.
func readDate(words string, language isnad.Lang) (t time.Time, clock, ok bool) {
	date, ok := dates.Read(clean(words), dates.Writer{Lang: language})
	return date.Time, date.Clock, ok
}
