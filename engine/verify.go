package engine

import (
	"cmp"
	"context"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
)

// mostAsked is how many stored reports a question is held against; eachSearch,
// how many one search gives.
const (
	mostAsked  = 200
	eachSearch = 40
)

// Askable is what answering a question asks of a store.
type Askable interface {
	isnad.Reader
	isnad.Searcher
}

// Verify answers a question from a record; see [collate.Verify].
func (e *Engine) Verify(record *isnad.Record, question isnad.Question) (*isnad.Verdict, error) {
	return collate.Verify(record, e.facts, question)
}

// Questions reads a record once, to be asked many questions. What it returns is
// not safe for many goroutines.
func (e *Engine) Questions(record *isnad.Record) func(isnad.Question) (*isnad.Verdict, error) {
	return collate.Questions(record, e.facts).Ask
}

// VerifyStored answers a question from the stored reports that can bear on it,
// and returns the record of these.
func (e *Engine) VerifyStored(ctx context.Context, store Askable, question isnad.Question) (*isnad.Record, *isnad.Verdict, error) {
	docs, beyond, err := e.candidates(ctx, store, question)
	if err != nil {
		return nil, nil, err
	}
	record := collate.Record(docs, e.facts)
	verdict, err := collate.Verify(record, e.facts, question)
	if verdict != nil {
		verdict.Beyond = beyond
	}
	return record, verdict, err
}

// candidates are the docs of a store that a question is held against: all of a
// small one; of a large one the reports that meet most of the searches that the
// question gives rise to, where a search counts the more the fewer it finds.
// beyond is how many reports are left out.
func (e *Engine) candidates(ctx context.Context, store Askable, question isnad.Question) (docs []*isnad.Doc, beyond int, err error) {
	totals, err := store.Totals(ctx)
	if err != nil {
		return nil, 0, err
	}
	if totals.Articles <= mostAsked {
		for doc, err := range store.Docs(ctx, isnad.Days{}) {
			if err != nil {
				return nil, 0, err
			}
			docs = append(docs, doc)
		}
		return docs, 0, nil
	}
	met, found := map[string]float64{}, map[string]*isnad.Doc{}
	for _, search := range collate.Searches(e.facts, question) {
		hits, err := store.Find(ctx, isnad.Query{Conditions: search.Conditions, Limit: eachSearch})
		if err != nil {
			return nil, 0, err
		}
		for _, hit := range hits {
			if hit.Doc != nil {
				met[hit.Article.ID] += search.Weight / float64(5+len(hits))
				found[hit.Article.ID] = hit.Doc
			}
		}
	}
	ids := make([]string, 0, len(met))
	for id := range met {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(met[b], met[a]), cmp.Compare(a, b)) })
	for _, id := range ids[:min(len(ids), mostAsked)] {
		docs = append(docs, found[id])
	}
	return docs, totals.Articles - len(docs), nil
}
