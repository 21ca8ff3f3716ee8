package collate

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/records"
)

// Settle brings the open commitments of a record up to day, the last day of the
// collection that it is a part of: kept by an event of another of its stories, or
// overdue. A record by itself tells of each story as its own reports leave it. The
// record is changed.
func Settle(record *isnad.Record, day string) { records.Settle(record, day) }
