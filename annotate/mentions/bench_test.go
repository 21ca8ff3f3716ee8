package mentions_test

import (
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/mentions"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
)

// BenchmarkStream annotates real articles; an operation is one article.
func BenchmarkStream(b *testing.B) {
	articles := stream(b)
	facts := known.Default()
	readings := make([]*reading.Reading, len(articles))
	words := 0
	for i, article := range articles {
		readings[i] = reading.New(article)
		for _, p := range readings[i].Passages {
			words += len(p.Tokens)
		}
	}
	b.ResetTimer()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		at := i % len(articles)
		mentions.Annotate(readings[at], facts, &isnad.Doc{Article: articles[at]})
	}
	b.ReportMetric(float64(words)/float64(len(articles)), "tokens/article")
}
