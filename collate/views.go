package collate

import (
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/overviews"
	"github.com/isnad-news/isnad/collate/positions"
)

// Overview shows a record of one story at a glance; see [isnad.Record.Of].
func Overview(record *isnad.Record) *isnad.Overview { return overviews.Of(record) }

// News tells what the reports of a record of one story that came out at or
// after since brought to it.
func News(record *isnad.Record, since time.Time) *isnad.News { return overviews.News(record, since) }

// Positions finds what the parties of records negotiate over and where each
// stands. The records are of one story each, or hold several.
func Positions(records []*isnad.Record) []isnad.Position { return positions.Find(records) }
