package main

import (
	"context"
	"path/filepath"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/learn"
)

// storyTasks score the stories that the program makes of archives below the
// folder data.
func storyTasks(data string) []eval.Task {
	reader := engine.New(engine.Options{Facts: known.Default()})
	return eval.StoryTasks(eval.Grouper{
		Archives: func(ctx context.Context, list []learn.Corpus) ([]*isnad.Doc, error) {
			return archived(ctx, reader, data, list)
		},
		Texts: func(ctx context.Context, texts []string, language isnad.Lang) ([]*isnad.Doc, error) {
			return readTexts(ctx, texts, language, make([]time.Time, len(texts)))
		},
		Group:    reader.Group,
		Arrivals: reader.Arrivals,
	})
}

// archived reads and annotates the reports of archives, of which some records
// hold no text. That a labelled report is there is looked at with its label.
func archived(ctx context.Context, reader *engine.Engine, data string, list []learn.Corpus) ([]*isnad.Doc, error) {
	names := make([]string, len(list))
	for i, corpus := range list {
		names[i] = filepath.Join(data, filepath.FromSlash(corpus.Path))
	}
	docs, err := reader.Archives(ctx, names...)
	if len(docs) > 0 && ctx.Err() == nil {
		err = nil
	}
	return docs, err
}
