package main

import (
	"context"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/known"
)

// twinTasks score how the program likens reports of two languages.
func twinTasks() []eval.Task {
	reader := engine.New(engine.Options{Facts: known.Default()})
	return eval.TwinTasks(eval.Twins{
		Texts: func(ctx context.Context, texts []string, language isnad.Lang) ([]*isnad.Doc, error) {
			return readTexts(ctx, texts, language, make([]time.Time, len(texts)))
		},
		Likeness: reader.Likeness,
	})
}
