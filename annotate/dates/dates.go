// Package dates reads the calendar expressions of a report and works out what
// they come to: weekdays, «أمس», "three days ago", days and months with and
// without a year, lunar dates, this week, last year, years.
//
// What needs a day to count from is counted from the day of publication. A
// report's past tense looks back and a planned event looks forward: a bare
// weekday is the last one up to the day of publication, or the next one from
// that day on if its clause plans; a day and month without a year likewise.
// A plan of the past ("was to meet on Friday") may be either: such a date is
// left without value. Durations, vague times, seasons, decades and days that
// the text counts from another happening ("the next day") are not read.
//
// Where a report names days and weekdays together («أمس الأربعاء») and all of
// them say that it was written on another day than it came out, the day of
// writing is what it counts from.
//
// Each end of a stretch ("between 3 and 5 May") is a date of its own.
package dates

import (
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
)

// Annotate sets doc.Dates to the calendar expressions of r's passages, in
// order and not overlapping. Values count from doc.Article.Published; where
// that is unknown, expressions that need it have no value.
func Annotate(r *reading.Reading, doc *isnad.Doc) {
	s := scan{text: r.Article.Text, clock: newClock(doc.Article.Published), words: words()}
	s.readAll(r)
	if shift := s.written.shift(); shift != 0 {
		s = scan{text: s.text, clock: s.clock.at(shift), words: s.words}
		s.readAll(r)
	}
	doc.Dates = s.out
}

// Resolve returns the calendar expressions of a text that is not an article,
// counted from a day; the zero time is an unknown day. Spans are bytes of text.
func Resolve(text string, language isnad.Lang, published time.Time) []isnad.Date {
	article := &isnad.Article{
		Text: text, Lang: language, Published: isnad.Published{Time: published},
		Parts: []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{End: len(text)}, CopyOf: -1}},
	}
	doc := &isnad.Doc{Article: article}
	Annotate(reading.New(article), doc)
	return doc.Dates
}
