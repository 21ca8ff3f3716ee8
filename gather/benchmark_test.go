package gather

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

// shared returns the folder of the data that is too large or not ours to keep
// in the repository, or skips.
func shared(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no shared data at %s: set ISNAD_SHARED", path)
	}
	return path
}

// TestPagesOfBenchmark scores the words taken from the pages of the article
// extraction benchmark against the words that people took.
func TestPagesOfBenchmark(t *testing.T) {
	folder := shared(t, "data/pages")
	raw, err := os.ReadFile(filepath.Join(folder, "article-benchmark.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold map[string]struct{ ArticleBody, URL string }
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	var precision, recall float64
	dated, titled := 0, 0
	var slowest time.Duration
	for _, id := range sortedKeys(gold) {
		page := unzip(t, filepath.Join(folder, "article-benchmark-html", id+".html.gz"))
		start := time.Now()
		articles, err := Articles(isnad.Snapshot{Source: id + ".html", Bytes: page}, Options{})
		slowest = max(slowest, time.Since(start))
		if err != nil {
			t.Logf("%s %s: %v", id[:8], gold[id].URL, err)
			continue
		}
		article := articles[0]
		if err := article.Check(); err != nil {
			t.Error(err)
		}
		p, r := wordOverlap(bodyOf(article), gold[id].ArticleBody)
		precision, recall = precision+p, recall+r
		if p < .8 || r < .8 {
			t.Logf("%s p %.2f r %.2f %s", id[:8], p, r, gold[id].URL)
		}
		if article.Published.Known() {
			dated++
		}
		if article.Title != "" {
			titled++
		}
	}
	n := float64(len(gold))
	t.Logf("%d pages: precision %.3f, recall %.3f, %d dated, %d titled, slowest %v", len(gold), precision/n, recall/n, dated, titled, slowest)
	if precision/n < .85 || recall/n < .85 {
		t.Error("worse than it was")
	}
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func unzip(t *testing.T, name string) []byte {
	t.Helper()
	packed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// bodyOf is the text without its title.
func bodyOf(article *isnad.Article) string {
	var words []string
	for _, part := range article.Parts {
		if part.Kind != isnad.Title {
			words = append(words, part.Span.Of(article.Text))
		}
	}
	return strings.Join(words, "\n")
}

// wordOverlap compares texts as bags of folded words.
func wordOverlap(got, want string) (precision, recall float64) {
	have, need := folded(got), folded(want)
	shared := float64(len(have) - len(difference(have, need)))
	if len(have) > 0 {
		precision = shared / float64(len(have))
	}
	if len(need) > 0 {
		recall = shared / float64(len(need))
	}
	return precision, recall
}
