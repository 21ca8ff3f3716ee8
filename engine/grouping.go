package engine

import (
	"context"
	"errors"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/gather/archives"
)

// Archives annotates every report of archives, in their order. The error joins
// what could not be read, and the docs are those of the rest.
func (e *Engine) Archives(ctx context.Context, names ...string) ([]*isnad.Doc, error) {
	var articles []*isnad.Article
	var errs []error
	for _, name := range names {
		for snapshot, err := range archives.Each(ctx, name, nil, archives.Limits{}) {
			if err != nil {
				errs = append(errs, err)
				continue
			}
			read, err := gather.Articles(snapshot, e.gather)
			if err != nil {
				errs = append(errs, err)
			}
			articles = append(articles, read...)
		}
	}
	docs, err := e.Docs(ctx, articles)
	return docs, errors.Join(append(errs, err)...)
}

// Group joins docs into stories, by index into docs.
func (e *Engine) Group(docs []*isnad.Doc) [][]int { return collate.Stories(docs, e.facts) }

// Arrivals tells how docs are joined into stories one after the other: the
// result gives, for an order of their indexes, the stories by index.
func (e *Engine) Arrivals(docs []*isnad.Doc) func(order []int) [][]int { return collate.Arrivals(docs) }
