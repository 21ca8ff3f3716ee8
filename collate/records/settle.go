package records

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// Settle looks at the open commitments of a record from outside their stories: an
// event of another story of the record may keep one, and one whose time is over on
// day, the last day of the collection that the record is a part of, is overdue.
// Build judges each story by its own reports alone. An empty day leaves overdue
// what Build found overdue.
func Settle(record *isnad.Record, day string) {
	newBuilder(record.Docs, record.Entities, record.Local, record.Witnesses).closeElsewhere(record)
	for i := range record.Commitments {
		overdue(&record.Commitments[i], day)
	}
}

// closeElsewhere looks among the events of other stories for those that keep what
// no event of its own story does.
func (b *builder) closeElsewhere(record *isnad.Record) {
	for i := range record.Commitments {
		entry := &record.Commitments[i]
		if entry.Status != isnad.Open && entry.Status != isnad.Overdue {
			continue
		}
		for _, source := range entry.Sources {
			p := b.pledge(source.Article, source.Commitment)
			at := slices.IndexFunc(record.Entries, func(e isnad.Entry) bool {
				return e.Kind == isnad.EventEntry && e.Story != entry.Story && b.keeps(&p, &e) != ""
			})
			if at >= 0 {
				entry.Status, entry.Closed, entry.Why = isnad.Kept, record.Entries[at].ID, b.keeps(&p, &record.Entries[at])
				break
			}
		}
	}
}
