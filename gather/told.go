package gather

import (
	"fmt"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/gather/dates"
)

// named is how the source of a report is written: the snapshot's, and "#N" for
// a record of a file that holds many.
func named(snapshot isnad.Snapshot) string {
	if snapshot.Record == 0 {
		return snapshot.Source
	}
	return fmt.Sprintf("%s#%d", snapshot.Source, snapshot.Record)
}

// hear lays what carried the report into the draft, where the report itself
// says nothing. The name of the outlet and the date are weighed where the
// report's own are known; see outlet and date.
func (d *draft) hear(snapshot isnad.Snapshot) {
	m, told := &d.metadata, snapshot.Told
	// A headline that a feed gives is not the report.
	if m.title == "" && !d.has(isnad.Title) && len(d.lines) > 0 {
		m.title = told.Title
	}
	if m.author == "" && told.Author != "" {
		m.author = told.Author
		d.agencyIn(told.Author)
	}
	if m.lang == isnad.UnknownLang {
		m.lang = told.Lang
	}
	if m.url == "" {
		m.url = addresses.Canonical(snapshot.URL)
	}
}

// date is when the report came out: what it says itself, and what carried it
// says where that is better.
func (d *draft) date(snapshot isnad.Snapshot, options Options, language isnad.Lang) (isnad.Published, []isnad.Defect) {
	own, refused := d.published(snapshot, options, language)
	told := snapshot.Told
	if told.Published.IsZero() || !d.outdone(own, told) {
		return own, refused
	}
	if err := dates.Check(told.Published, options.now()); err != nil {
		return own, append(refused, isnad.Defect{Kind: isnad.BadDate, Note: fmt.Sprintf("%s: %v", told.By, err)})
	}
	return isnad.Published{Time: told.Published, Clock: told.Clock, How: isnad.Metadata, Evidence: told.By}, refused
}

// outdone reports whether what carried the report knows its date better than
// the report: if the report has none, none but that of a picture or of its
// collection, or the day in its address and not the time.
func (d *draft) outdone(own isnad.Published, told isnad.Told) bool {
	switch {
	case !own.Known(), own.Evidence == collected:
		return true
	case own.How != isnad.FromAddress:
		return false
	case own.Evidence != d.metadata.url:
		return true
	}
	return told.Clock && own.Time.Format(time.DateOnly) == told.Published.Format(time.DateOnly)
}
