package archives

import (
	"archive/zip"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather"
)

// shared returns the folder of the data that is too large or not ours to keep
// in the repository, or skips.
func shared(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no shared data at %s: set ISNAD_SHARED", path)
	}
	return path
}

// days are the archives of a real stream of news.
func days(t testing.TB) []string {
	names, err := filepath.Glob(filepath.Join(shared(t, "data/stream"), "*.zip"))
	if err != nil || len(names) == 0 {
		t.Skip("no archives in the shared data")
	}
	return names
}

func firstMember(t testing.TB, name string) (string, []byte) {
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
	return archive.File[0].Name, raw
}

// TestStream holds that the records of a real stream, one by one, are those of
// its files read whole: of one day, or of all if ISNAD_STREAM is "all".
func TestStream(t *testing.T) {
	names := days(t)
	if os.Getenv("ISNAD_STREAM") != "all" {
		names = names[8:9]
	}
	total := 0
	for _, name := range names {
		member, raw := firstMember(t, name)
		whole, err := gather.Articles(isnad.Snapshot{Source: name + "/" + member, Bytes: raw}, gather.Options{})
		if err != nil {
			t.Logf("%s: %v", name, err)
		}
		i := 0
		for snapshot, err := range Each(context.Background(), name, nil, Limits{}) {
			if err != nil {
				t.Error(err)
				continue
			}
			total++
			articles, err := gather.Articles(snapshot, gather.Options{})
			if err != nil {
				t.Logf("%s#%d: %v", snapshot.Source, snapshot.Record, err)
				continue
			}
			if i == len(whole) {
				t.Fatal("more than the file read whole has")
			}
			if diff := cmp.Diff(facts(whole[i]), facts(articles[0])); diff != "" {
				t.Error(diff)
			}
			i++
		}
		if i != len(whole) {
			t.Errorf("%s: %d articles, %d in the file read whole", name, i, len(whole))
		}
	}
	t.Logf("%d records", total)
	if len(names) == 18 && total != 31_030 {
		t.Errorf("%d records in all", total)
	}
}

// facts are what must be the same however an article was read: all but the
// lines of the file.
func facts(article *isnad.Article) isnad.Article {
	copied := *article
	copied.Parts = append([]isnad.Part{}, article.Parts...)
	for i := range copied.Parts {
		copied.Parts[i].Line = 0
	}
	return copied
}

// BenchmarkStream gives the records of all days.
func BenchmarkStream(b *testing.B) {
	names := days(b)
	for b.Loop() {
		bytes, records := int64(0), 0
		for _, name := range names {
			for snapshot, err := range Each(context.Background(), name, nil, Limits{}) {
				if err != nil {
					b.Fatal(err)
				}
				records++
				bytes += int64(len(snapshot.Bytes))
			}
		}
		b.SetBytes(bytes)
		b.ReportMetric(float64(records), "records/op")
	}
}
