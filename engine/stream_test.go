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

// stream calls visit with the articles of every step-th file of the real news
// stream, and with how many of its records were refused.
func stream(tb testing.TB, step int, visit func(articles []*isnad.Article, refused int)) {
	tb.Helper()
	names, err := filepath.Glob(filepath.Join(shared(tb, "data", "stream"), "*.zip"))
	if err != nil || len(names) == 0 {
		tb.Skipf("no zip files in the stream folder (%v)", err)
	}
	for i, name := range names {
		if i%step != 0 {
			continue
		}
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
			visit(articles, leaves(err))
		}
		archive.Close()
	}
}

// leaves counts the errors that are joined in err.
func leaves(err error) int {
	if err == nil {
		return 0
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if _, own := err.(*isnad.Error); own || !ok {
		return 1
	}
	n := 0
	for _, one := range joined.Unwrap() {
		n += leaves(one)
	}
	return n
}

// every tells how far apart the articles are that TestStream annotates; with
// the race detector on it gathers one file in six, or it would take minutes.
// BenchmarkStream reads all.
const every = 25

// records is how many the stream holds, blank ones among them.
const records = 31_030

// TestStream reads real articles of fourteen newspapers: no fact may lie
// outside its text, none may hang, and every record is read or refused.
func TestStream(t *testing.T) {
	step := 1
	if raced {
		step = 6
	}
	pipeline := annotate.New(known.Default())
	gathered, refused, read := 0, 0, 0
	stream(t, step, func(articles []*isnad.Article, bad int) {
		refused += bad
		for _, article := range articles {
			if gathered++; gathered%every != 0 {
				continue
			}
			read++
			if err := pipeline.Doc(article).Check(); err != nil {
				t.Errorf("%s: %v", article.Source, err)
			}
		}
	})
	if step == 1 && gathered+refused != records {
		t.Errorf("gathered %d and refused %d, want %d in all", gathered, refused, records)
	}
	t.Logf("gathered %d articles, refused %d records, annotated %d articles", gathered, refused, read)
}

// BenchmarkStream measures the whole of annotate on one core over the stream.
func BenchmarkStream(b *testing.B) {
	runtime.GOMAXPROCS(1)
	pipeline := annotate.New(known.Default())
	articles, words, statements := 0, 0, 0
	var spent, slowest time.Duration
	for b.Loop() {
		stream(b, 1, func(batch []*isnad.Article, _ int) {
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
