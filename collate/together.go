package collate

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/copies"
	"github.com/isnad-news/isnad/collate/entities"
	"github.com/isnad-news/isnad/collate/records"
	"github.com/isnad-news/isnad/known"
)

// Together collates docs as [Record] does, only that they are given to be one
// story, whatever they tell. facts must not be nil.
func Together(docs []*isnad.Doc, facts *known.Facts) *isnad.Record {
	docs = once(docs)
	list, local := entities.Resolve(docs, facts)
	story := isnad.Story{ID: "together"}
	for d := range docs {
		story.Articles = append(story.Articles, d)
	}
	return records.Build(docs, list, local, copies.Group(docs), []isnad.Story{story})
}
