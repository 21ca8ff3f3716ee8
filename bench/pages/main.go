// Command pages scores article extractors on the article extraction benchmark,
// side by side, by that benchmark's own measure. It is a module of its own so
// that the rivals are no dependencies of the program:
//
//	cd bench/pages && go run . [-items] [FOLDER]
//
// FOLDER holds article-benchmark.json and article-benchmark-html/*.html.gz;
// without it, data/pages under $ISNAD_SHARED, else under ../../../shared. With
// -items every page is listed with what each extractor made of it.
//
// The pages are cut into two halves by a hash of their names: general rules
// may be tuned on the first, the second is only watched.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/isnad-news/isnad/eval/shingles"
)

// page is one of the benchmark's.
type page struct {
	id, url, wanted string
	raw             []byte
	watched         bool
}

// result is what one extractor made of all pages.
type result struct {
	name    string
	matches []shingles.Match
	took    time.Duration
	failed  int
}

func main() {
	items := flag.Bool("items", false, "list every page")
	flag.Parse()
	if err := run(os.Stdout, folder(flag.Arg(0)), *items); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func folder(named string) string {
	if named != "" {
		return named
	}
	if root := os.Getenv("ISNAD_SHARED"); root != "" {
		return filepath.Join(root, "data", "pages")
	}
	return filepath.Join("..", "..", "..", "shared", "data", "pages")
}

func run(w io.Writer, folder string, items bool) error {
	pages, err := load(folder)
	if err != nil {
		return err
	}
	var results []result
	for _, one := range extractors {
		results = append(results, measure(one, pages))
	}
	if items {
		list(w, pages, results)
	}
	table(w, pages, results)
	return nil
}

func load(folder string) ([]page, error) {
	raw, err := os.ReadFile(filepath.Join(folder, "article-benchmark.json"))
	if err != nil {
		return nil, err
	}
	var gold map[string]struct{ ArticleBody, URL string }
	if err := json.Unmarshal(raw, &gold); err != nil {
		return nil, err
	}
	var pages []page
	for id, want := range gold {
		raw, err := unzip(filepath.Join(folder, "article-benchmark-html", id+".html.gz"))
		if err != nil {
			return nil, err
		}
		sum := fnv.New32a()
		sum.Write([]byte(id))
		pages = append(pages, page{id, want.URL, want.ArticleBody, raw, sum.Sum32()%2 == 1})
	}
	slices.SortFunc(pages, func(a, b page) int { return bytes.Compare([]byte(a.id), []byte(b.id)) })
	return pages, nil
}

func unzip(name string) ([]byte, error) {
	packed, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(reader)
}

func measure(one extractor, pages []page) result {
	result := result{name: one.name}
	// What an extractor sets up once is no part of its time for a page.
	_, _ = one.text(pages[0].raw)
	for _, page := range pages {
		taken, err := one.text(page.raw)
		if err != nil {
			result.failed++
		}
		result.took += fastest(func() { _, _ = one.text(page.raw) })
		result.matches = append(result.matches, shingles.Compare(taken, page.wanted))
	}
	return result
}

// runs is how often a page is read for its time; the fastest counts, so that
// what else the machine does counts for little.
const runs = 5

func fastest(read func()) time.Duration {
	best := time.Duration(1<<63 - 1)
	for range runs {
		start := time.Now()
		read()
		best = min(best, time.Since(start))
	}
	return best
}

func table(w io.Writer, pages []page, results []result) {
	tuned, watched := 0, 0
	for _, page := range pages {
		if page.watched {
			watched++
		} else {
			tuned++
		}
	}
	fmt.Fprintf(w, "%-24s %6s %9s %6s   %9s %12s   %7s %6s\n", "", "F1", "precision", "recall",
		fmt.Sprintf("F1 of %d", tuned), fmt.Sprintf("F1 of %d", watched), "ms/page", "failed")
	for _, result := range results {
		whole := shingles.Mean(result.matches)
		fmt.Fprintf(w, "%-24s %6.4f %9.4f %6.4f   %9.4f %12.4f   %7.1f %6d\n", result.name, whole.F1, whole.Precision, whole.Recall,
			half(pages, result.matches, false).F1, half(pages, result.matches, true).F1,
			float64(result.took.Microseconds())/1000/float64(len(pages)), result.failed)
	}
}

func half(pages []page, matches []shingles.Match, watched bool) shingles.Score {
	var chosen []shingles.Match
	for i, page := range pages {
		if page.watched == watched {
			chosen = append(chosen, matches[i])
		}
	}
	return shingles.Mean(chosen)
}

// list prints, worst of ours first, the precision and recall of every page.
func list(w io.Writer, pages []page, results []result) {
	order := make([]int, len(pages))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return int(1e6 * (results[0].matches[a].Both - results[0].matches[b].Both))
	})
	for _, i := range order {
		half := "tuned"
		if pages[i].watched {
			half = "watched"
		}
		fmt.Fprintf(w, "%s %-7s", pages[i].id[:8], half)
		for _, result := range results {
			fmt.Fprintf(w, "  %.3f %.3f", result.matches[i].Precision(), result.matches[i].Recall())
		}
		fmt.Fprintf(w, "  %s\n", pages[i].url)
	}
}
