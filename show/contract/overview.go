package contract

import (
	"io"
	"time"

	"github.com/isnad-news/isnad"
)

// WriteStory writes a record of one story with its overview after the contract;
// news may be nil. The only error is the writer's.
func WriteStory(w io.Writer, record *isnad.Record, overview *isnad.Overview, news *isnad.News) error {
	return encode(w, NewStory(record, overview, news))
}

// NewStory lays a record of one story out with its overview. A nil overview or
// news stays nil.
func NewStory(record *isnad.Record, overview *isnad.Overview, news *isnad.News) *StoryDocument {
	b := newBuilder(record)
	document := &StoryDocument{Schema: StorySchema, Offsets: Offsets, Record: b.document()}
	if overview != nil {
		document.Overview = b.overview(overview)
	}
	if news != nil {
		document.News = b.news(news)
	}
	return document
}

func (b *builder) overview(source *isnad.Overview) *Overview {
	return &Overview{
		Story: source.Story,
		Headlines: list(len(source.Headlines), func(i int) Headline {
			return Headline{source.Headlines[i].Lang, b.evidence(source.Headlines[i].Of)}
		}),
		Leads: list(len(source.Leads), func(i int) Lead {
			lead := source.Leads[i]
			return Lead{lead.Lang, list(len(lead.Lines), func(i int) Line {
				line := lead.Lines[i]
				return Line{line.Role, b.evidence(line.Of), same(line.Entries), same(line.Commitments)}
			})}
		}),
		Moments: list(len(source.Moments), func(i int) Moment {
			moment := source.Moments[i]
			return Moment{moment.When, list(len(moment.Entries), func(i int) Dated { return Dated(moment.Entries[i]) })}
		}),
		Disputes: list(len(source.Disputes), func(i int) Dispute {
			dispute := source.Disputes[i]
			return Dispute{dispute.Entry, dispute.What, dispute.About, dispute.Unit, list(len(dispute.Values), func(i int) Given {
				return Given{dispute.Values[i].Value, b.ids(dispute.Values[i].Articles)}
			})}
		}),
	}
}

// same is a list that is never nil, so that JSON shows [].
func same[T any](values []T) []T { return list(len(values), func(i int) T { return values[i] }) }

func (b *builder) news(source *isnad.News) *News {
	return &News{
		Since: source.Since.Format(time.RFC3339), Articles: b.ids(source.Articles), Undated: b.ids(source.Undated),
		Entries: same(source.Entries), Opened: same(source.Opened), Closed: same(source.Closed),
		Gains: list(len(source.Gains), func(i int) Gain {
			gain := source.Gains[i]
			return Gain{gain.Entry, b.ids(gain.Articles), gain.Before, gain.After}
		}),
		Differences: list(len(source.Differences), func(i int) NewValue {
			value := source.Differences[i]
			return NewValue{value.Entry, b.record.Docs[value.Article].Article.ID, value.What, value.Value, value.Others}
		}),
	}
}
