package engine_test

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/known"
)

// shared is the folder of real data that tests use where it is there:
// $ISNAD_SHARED, else shared beside the module.
func shared(tb testing.TB, parts ...string) string {
	tb.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("real data is not here (%s): set ISNAD_SHARED to run this", path)
	}
	return path
}

// stream calls visit with every articles' file of the real news stream.
func stream(tb testing.TB, visit func(name string, articles []*isnad.Article)) {
	tb.Helper()
	names, err := filepath.Glob(filepath.Join(shared(tb, "data", "stream"), "*.zip"))
	if err != nil || len(names) == 0 {
		tb.Skipf("no zip files in the stream folder (%v)", err)
	}
	for _, name := range names {
		archive, err := zip.OpenReader(name)
		if err != nil {
			tb.Fatal(err)
		}
		for _, file := range archive.File {
			reader, err := file.Open()
			if err != nil {
				tb.Fatal(err)
			}
			data, err := io.ReadAll(reader)
			reader.Close()
			if err != nil {
				tb.Fatal(err)
			}
			articles, err := gather.Articles(isnad.Snapshot{Source: file.Name, Bytes: data}, gather.Options{})
			if err != nil {
				tb.Logf("%s: %.200v", file.Name, err)
			}
			visit(file.Name, articles)
		}
		archive.Close()
	}
}

// every tells how far apart the articles are that TestStream reads: with the
// race detector on, all 31,030 would take too long. BenchmarkStream reads all.
const every = 25

// TestStream reads real articles of fourteen newspapers: no fact may lie
// outside its text, and none may hang.
func TestStream(t *testing.T) {
	pipeline := annotate.New(known.Default())
	n, read := 0, 0
	stream(t, func(name string, articles []*isnad.Article) {
		for _, article := range articles {
			if n++; n%every != 0 {
				continue
			}
			read++
			if err := pipeline.Doc(article).Check(); err != nil {
				t.Errorf("%s: %v", article.Source, err)
			}
		}
	})
	if n < 31000 {
		t.Errorf("gathered %d articles, want all 31,030", n)
	}
	t.Logf("annotated %d of %d articles", read, n)
}

// BenchmarkStream measures the whole of annotate on one core over the stream.
func BenchmarkStream(b *testing.B) {
	runtime.GOMAXPROCS(1)
	pipeline := annotate.New(known.Default())
	articles, words, statements := 0, 0, 0
	var spent, slowest time.Duration
	for b.Loop() {
		stream(b, func(_ string, batch []*isnad.Article) {
			for _, article := range batch {
				start := time.Now()
				doc := pipeline.Doc(article)
				took := time.Since(start)
				spent += took
				slowest = max(slowest, took)
				articles++
				words += len(strings.Fields(article.Text))
				statements += len(doc.Statements)
			}
		})
	}
	b.ReportMetric(float64(articles)/spent.Seconds(), "articles/s")
	b.ReportMetric(float64(words)/spent.Seconds(), "words/s")
	b.ReportMetric(float64(statements)/float64(articles), "statements/article")
	b.ReportMetric(float64(slowest.Milliseconds()), "slowest-ms")
}
