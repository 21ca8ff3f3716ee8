package gather

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

// TestStream reads a day of a real stream of Arabic news, or all days if
// ISNAD_STREAM is "all", and counts what is known of its articles.
func TestStream(t *testing.T) {
	days := "2015-08-01.zip"
	if os.Getenv("ISNAD_STREAM") == "all" {
		days = "*.zip"
	}
	names, _ := filepath.Glob(filepath.Join(shared(t, "data/stream"), days))
	counts := make(map[string]int)
	var took time.Duration
	for _, name := range names {
		raw := firstFile(t, name)
		start := time.Now()
		articles, err := Articles(isnad.Snapshot{Source: filepath.Base(name), Bytes: raw}, Options{})
		took += time.Since(start)
		if err != nil {
			t.Log(err)
		}
		for _, article := range articles {
			if err := article.Check(); err != nil {
				t.Error(err)
			}
			counts["articles"]++
			counts["language "+string(article.Lang)]++
			counts["date from "+string(article.Published.How)]++
			if article.Agency.Name != "" {
				counts["agency credit"]++
			}
			for _, part := range article.Parts {
				counts["part "+string(part.Kind)]++
			}
			for _, defect := range article.Defects {
				counts["defect "+string(defect.Kind)]++
			}
		}
	}
	for _, key := range sortedKeys(counts) {
		t.Logf("%7d %s", counts[key], key)
	}
	t.Logf("%d articles in %v", counts["articles"], took.Round(time.Millisecond))
}

func firstFile(t testing.TB, name string) []byte {
	t.Helper()
	archive, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	file, err := archive.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	raw, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
