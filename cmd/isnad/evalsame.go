package main

import (
	"context"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/learn"
)

// sameTasks score which statements of archives below the folder data the record
// puts into one entry.
func sameTasks(data string) []eval.Task {
	reader := engine.New(engine.Options{Facts: known.Default()})
	return eval.SameTasks(eval.Joiner{
		Archives: func(ctx context.Context, list []learn.Corpus) ([]*isnad.Doc, error) {
			return archived(ctx, reader, data, list)
		},
		Together: reader.Together,
	})
}
