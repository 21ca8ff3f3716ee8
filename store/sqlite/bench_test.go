package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/store/sqlite"
)

// BenchmarkPut stores annotated reports with their words, 250 in a batch, into
// a store that grows to 5,000.
func BenchmarkPut(b *testing.B) {
	const batch, most = 250, 5_000
	stored := 0
	for b.Loop() {
		b.StopTimer()
		store := opened(b, filepath.Join(b.TempDir(), "news.db"), sqlite.Options{})
		for n := 0; n < most; n += batch {
			list := many(b, n, batch)
			b.StartTimer()
			put(b, store, list)
			b.StopTimer()
		}
		stored += most
		totals, err := store.Totals(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(totals.Bytes)/float64(totals.Articles), "bytes/article")
		b.StartTimer()
	}
	b.ReportMetric(float64(stored)/b.Elapsed().Seconds(), "articles/s")
}

// stocked is a store of n reports.
func stocked(b *testing.B, n int) *sqlite.Store {
	store := opened(b, filepath.Join(b.TempDir(), "news.db"), sqlite.Options{})
	for from := 0; from < n; from += 250 {
		put(b, store, many(b, from, 250))
	}
	return store
}

func BenchmarkSearch(b *testing.B) {
	store := stocked(b, 5_000)
	for _, query := range []string{"الميناء", "harbour", `"رئيس الوزراء"`, "قال الرئيس", "speaker:marjani", "speaker:marjani ships", "event:attack lang:en", "outlet:courier port -drone"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				if _, err := store.Find(b.Context(), typed(b, query)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// typed is a query as a person types it.
func typed(b *testing.B, text string) isnad.Query {
	query, err := isnad.ParseQuery(text)
	if err != nil {
		b.Fatal(err)
	}
	query.Limit = 20
	return query
}

func BenchmarkDocs(b *testing.B) {
	store := stocked(b, 2_000)
	n := 0
	for b.Loop() {
		for doc, err := range store.Docs(b.Context(), isnad.Days{}) {
			if err != nil || doc == nil {
				b.Fatal(err)
			}
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "docs/s")
}

func BenchmarkExport(b *testing.B) {
	store := stocked(b, 1_000)
	var out counter
	for b.Loop() {
		if err := store.Export(b.Context(), &out); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out)/float64(b.N)/1_000, "bytes/article")
}

type counter int

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}
