package collate

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/copies"
	"github.com/isnad-news/isnad/collate/entities"
	"github.com/isnad-news/isnad/collate/records"
	"github.com/isnad-news/isnad/collate/stories"
	"github.com/isnad-news/isnad/known"
)

// Continue gives the stories of a fresh record the IDs under which they stood
// before: a story takes the ID of the one that it shares most articles with, and
// the IDs of others that it took in lead to it. The record is changed in place.
func Continue(record *isnad.Record, before []isnad.Standing) {
	now := make([]stories.Told, len(record.Stories))
	for i := range record.Stories {
		now[i] = told(record, &record.Stories[i])
	}
	had := make([]stories.Told, len(before))
	for i, one := range before {
		had[i] = stories.Told{ID: one.Story, Articles: one.Articles, Was: one.Was}
	}
	renamed := make(map[isnad.StoryID]isnad.StoryID, len(now))
	for i, one := range stories.Continue(had, now) {
		renamed[record.Stories[i].ID] = one.ID
		record.Stories[i].ID, record.Stories[i].Was = one.ID, one.Was
	}
	for i := range record.Stories {
		for j, id := range record.Stories[i].Follows {
			if to, ok := renamed[id]; ok {
				record.Stories[i].Follows[j] = to
			}
		}
	}
	for i := range record.Entries {
		record.Entries[i].Story = renamed[record.Entries[i].Story]
	}
	for i := range record.Commitments {
		record.Commitments[i].Story = renamed[record.Commitments[i].Story]
	}
}

// told is a story of a record by its articles.
func told(record *isnad.Record, story *isnad.Story) stories.Told {
	one := stories.Told{ID: story.ID, Was: story.Was}
	for _, d := range story.Articles {
		one.Articles = append(one.Articles, record.Docs[d].Article.ID)
	}
	slices.Sort(one.Articles)
	one.Articles = slices.Compact(one.Articles)
	return one
}

// Gathered collates docs whose stories are known: that of each article by its
// ID. It is [Record] without the joining of articles.
func Gathered(docs []*isnad.Doc, facts *known.Facts, list []stories.Told) *isnad.Record {
	docs = once(docs)
	joined, local := entities.Resolve(docs, facts)
	return records.Build(docs, joined, local, copies.Group(docs), stories.Arrange(docs, list))
}
