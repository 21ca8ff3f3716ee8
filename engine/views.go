package engine

import (
	"iter"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
	"github.com/isnad-news/isnad/collate/profiles"
)

// Overview shows a record of one story at a glance; see [isnad.Record.Of].
func Overview(record *isnad.Record) *isnad.Overview { return collate.Overview(record) }

// News tells what the reports of a record of one story that came out at or
// after since brought to it.
func News(record *isnad.Record, since time.Time) *isnad.News { return collate.News(record, since) }

// Positions finds what the parties of records negotiate over and where each
// stands. The records are of one story each, or hold several.
func Positions(records []*isnad.Record) []isnad.Position { return collate.Positions(records) }

// Named reports whether an entity of a record is meant by a condition on a name.
func Named(entity *isnad.Entity, who isnad.Condition) bool { return profiles.Named(entity, who) }

// Profiles gathers what records of one story each tell of who is meant by a
// name: of all who may be, the likeliest first. Lists have at most so many
// elements. It holds one record at a time and ends with the first error.
func Profiles(records iter.Seq2[*isnad.Record, error], who isnad.Condition, most int) ([]*isnad.Profile, error) {
	gatherer := profiles.New(who, most)
	for record, err := range records {
		if err != nil {
			return nil, err
		}
		gatherer.Add(record)
	}
	return gatherer.Profiles(), nil
}

// Settle brings the open commitments of a record up to the last day of the
// collection that it is a part of; see [collate.Settle]. The record is changed.
func Settle(record *isnad.Record, day string) { collate.Settle(record, day) }
