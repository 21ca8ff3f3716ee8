package gather

import (
	"testing"

	"github.com/isnad-news/isnad"
)

func BenchmarkStream(b *testing.B) {
	name := shared(b, "data/stream/2015-08-01.zip")
	raw := firstFile(b, name)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		articles, _ := Articles(isnad.Snapshot{Source: "stream.json", Bytes: raw}, Options{Now: now})
		b.ReportMetric(float64(len(articles)), "articles/op")
	}
}

func BenchmarkPage(b *testing.B) {
	b.SetBytes(int64(len(newsPage)))
	for b.Loop() {
		if _, err := Articles(isnad.Snapshot{Source: "page.html", Bytes: []byte(newsPage)}, Options{Now: now}); err != nil {
			b.Fatal(err)
		}
	}
}
