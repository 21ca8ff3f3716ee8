package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
)

// resolveDates returns the dates of each text.
func resolveDates(ctx context.Context, texts []string, language isnad.Lang, published []time.Time) ([][]isnad.Date, error) {
	docs, err := readTexts(ctx, texts, language, published)
	if err != nil {
		return nil, err
	}
	dates := make([][]isnad.Date, len(docs))
	for i, doc := range docs {
		dates[i] = doc.Dates
	}
	return dates, nil
}

// readTexts reads each text as a report of one paragraph a line, which came out
// on its day of published, or nobody knows when.
func readTexts(ctx context.Context, texts []string, language isnad.Lang, published []time.Time) ([]*isnad.Doc, error) {
	articles := make([]*isnad.Article, len(texts))
	for i, text := range texts {
		article := &isnad.Article{ID: fmt.Sprintf("a%012x", i), Lang: language, Text: text}
		at := 0
		for line := range strings.Lines(text) {
			span := isnad.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))}
			article.Parts = append(article.Parts, isnad.Part{Kind: isnad.Paragraph, Span: span, Line: len(article.Parts) + 1, CopyOf: -1})
			at += len(line)
		}
		if i < len(published) && !published[i].IsZero() {
			article.Published = isnad.Published{Time: published[i], How: isnad.Given}
		}
		articles[i] = article
	}
	return engine.New(engine.Options{Facts: known.Default()}).Docs(ctx, articles)
}
