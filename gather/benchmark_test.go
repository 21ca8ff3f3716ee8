package gather

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/eval/shingles"
	"github.com/isnad-news/isnad/gather/pages"
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

// Floors of the article extraction benchmark, a hundredth below what is
// reached: of the half that general rules may be tuned on, and of the half
// that is only watched. The published 0.960 of go-trafilatura is of the whole.
const (
	floorTuned   = .975
	floorWatched = .964
)

// TestPagesOfBenchmark scores the words taken from the pages of the article
// extraction benchmark against the words that people took, by its measure, and
// holds that every page becomes a sound article with a title.
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
	var tuned, watched []shingles.Match
	dated, titled := 0, 0
	for _, id := range sortedKeys(gold) {
		page := unzip(t, filepath.Join(folder, "article-benchmark-html", id+".html.gz"))
		articles, err := Articles(isnad.Snapshot{Source: id + ".html", Bytes: page}, Options{})
		if err != nil {
			t.Errorf("%s %s: %v", id[:8], gold[id].URL, err)
			continue
		}
		if err := articles[0].Check(); err != nil {
			t.Error(err)
		}
		if articles[0].Published.Known() {
			dated++
		}
		if articles[0].Title != "" {
			titled++
		}
		match := shingles.Compare(bodyOf(t, page), gold[id].ArticleBody)
		if isWatched(id) {
			watched = append(watched, match)
		} else {
			tuned = append(tuned, match)
		}
	}
	whole := shingles.Mean(append(slices.Clone(tuned), watched...))
	halves := [2]shingles.Score{shingles.Mean(tuned), shingles.Mean(watched)}
	t.Logf("%d pages: F1 %.4f, precision %.4f, recall %.4f; tuned half %.4f, watched half %.4f; %d dated, %d titled",
		len(gold), whole.F1, whole.Precision, whole.Recall, halves[0].F1, halves[1].F1, dated, titled)
	if halves[0].F1 < floorTuned || halves[1].F1 < floorWatched {
		t.Error("worse than it was")
	}
	if titled < len(gold) {
		t.Error("pages without a title")
	}
}

// isWatched reports whether a page is of the half that nothing is tuned on.
func isWatched(id string) bool {
	sum := fnv.New32a()
	sum.Write([]byte(id))
	return sum.Sum32()%2 == 1
}

// bodyOf is what the benchmark calls the body: paragraphs and subheadings. The
// title, the standfirst, captions and bylines are told apart.
func bodyOf(t *testing.T, raw []byte) string {
	page, err := pages.Parse(string(raw), pages.Limits{Depth: 160, Elements: mostElements, Bytes: mostPageBytes})
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, block := range page.Blocks {
		if block.Kind == pages.Paragraph || block.Kind == pages.Heading {
			words = append(words, block.Text)
		}
	}
	return strings.Join(words, "\n")
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
