// Package overviews shows a story at a glance in words of its reports: a
// headline, a lead of three sentences, the moments in their order, the values
// on which reports differ, and what is new since a time.
//
// Nothing is written here: titles and sentences are chosen, and every one of
// them is pointed at. What is chosen depends on the set of the story's articles
// alone.
package overviews

import (
	"github.com/isnad-news/isnad"
)

// Of gives the overview of a record of one story; see [isnad.Record.Of]. Of a
// record of several stories it gives that of the first one; of none, an empty
// one.
func Of(record *isnad.Record) *isnad.Overview {
	if len(record.Stories) == 0 {
		return &isnad.Overview{}
	}
	s := newStory(record)
	s.disputed = s.disputes()
	overview := &isnad.Overview{Story: s.story.ID, Moments: s.moments(), Disputes: s.disputed}
	for _, lang := range languages {
		telling := s.telling(lang)
		if headline, ok := telling.headline(); ok {
			overview.Headlines = append(overview.Headlines, headline)
		}
		if lead := telling.lead(); len(lead.Lines) > 0 {
			overview.Leads = append(overview.Leads, lead)
		}
	}
	return overview
}

// languages are those that an overview is given in, in its order.
var languages = []isnad.Lang{isnad.Arabic, isnad.English}

// story is a record of one story, laid out for choosing.
type story struct {
	record  *isnad.Record
	story   *isnad.Story
	rank    map[int]int  // doc → its place in the story
	witness map[int]int  // doc → its witness
	entries []int        // indexes into record.Entries of the story
	pledges []int        // indexes into record.Commitments of the story
	tells   map[fact]int // → index into record.Entries or record.Commitments

	disputed []isnad.Dispute
}

// fact is one statement, event or commitment of a doc.
type fact struct {
	doc   int
	layer layer
	index int
}

type layer uint8

const (
	statementLayer layer = iota
	eventLayer
	commitmentLayer
)

func newStory(record *isnad.Record) *story {
	s := &story{record: record, story: &record.Stories[0], rank: map[int]int{}, witness: map[int]int{}, tells: map[fact]int{}}
	for i, d := range s.story.Articles {
		s.rank[d], s.witness[d] = i, -1-d
	}
	for w, witness := range record.Witnesses {
		for _, d := range witness.Articles {
			s.witness[d] = w
		}
	}
	for i := range record.Entries {
		entry := &record.Entries[i]
		if entry.Story != s.story.ID {
			continue
		}
		s.entries = append(s.entries, i)
		for _, source := range entry.Sources {
			if source.Statement >= 0 {
				s.tells[fact{source.Article, statementLayer, source.Statement}] = i
			} else {
				s.tells[fact{source.Article, eventLayer, source.Event}] = i
			}
		}
	}
	for i := range record.Commitments {
		if record.Commitments[i].Story != s.story.ID {
			continue
		}
		s.pledges = append(s.pledges, i)
		for _, source := range record.Commitments[i].Sources {
			s.tells[fact{source.Article, commitmentLayer, source.Commitment}] = i
		}
	}
	return s
}

// published is the day on which doc d came out; empty if unknown.
func (s *story) published(d int) string { return day(s.record.Docs[d].Article.Published) }

func day(at isnad.Published) string {
	if !at.Known() {
		return ""
	}
	return at.Time.Format("2006-01-02")
}
