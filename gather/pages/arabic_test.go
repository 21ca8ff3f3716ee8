package pages_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather"
)

var update = flag.Bool("update", false, "rewrite the expected articles")

// TestArabicPages reads pages made the way Arabic outlets make them. Each
// archive holds a page, saved from an outlet that does not exist, and what a
// reader sees of the report on it.
func TestArabicPages(t *testing.T) {
	names, err := filepath.Glob("testdata/arabic/*.txtar")
	if err != nil || len(names) < 15 {
		t.Fatalf("%d pages, %v", len(names), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("%d files, %v", len(archive.Files), err)
			}
			got := shown(t, archive)
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// shown gathers the page of an archive and lists the article as a person would.
func shown(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	page, err := encoded(archive.Files[0].Data, header(archive, "charset"))
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC) }
	articles, err := gather.Articles(isnad.Snapshot{Source: "page.html", URL: header(archive, "url"), Bytes: page}, gather.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	article := articles[0]
	if err := article.Check(); err != nil {
		t.Error(err)
	}
	var b strings.Builder
	fact := func(name, value string) { fmt.Fprintln(&b, strings.TrimRight(name+": "+value, " ")) }
	fact("title", article.Title)
	fact("author", article.Author)
	fact("agency", article.Agency.Name)
	fact("published", published(article.Published))
	fact("outlet", article.Outlet.Name)
	fact("lang", string(article.Lang))
	fact("url", article.URL)
	b.WriteByte('\n')
	for _, part := range article.Parts {
		fmt.Fprintf(&b, "%s: %s", part.Kind, part.Span.Of(article.Text))
		if part.Credit.Name != "" {
			fmt.Fprintf(&b, " [%s]", part.Credit.Name)
		}
		b.WriteByte('\n')
		if part.Line == 0 && part.Kind != isnad.Title {
			t.Errorf("no line of the page for %s", part.Span.Of(article.Text))
		}
	}
	for _, defect := range article.Defects {
		fmt.Fprintf(&b, "defect: %s (%s)\n", defect.Kind, defect.Note)
	}
	return b.String()
}

func published(p isnad.Published) string {
	switch {
	case !p.Known():
		return ""
	case p.Clock:
		return p.Time.Format(time.RFC3339) + " " + string(p.How) + ": " + p.Evidence
	}
	return p.Time.Format(time.DateOnly) + " " + string(p.How) + ": " + p.Evidence
}

// header returns the value of a line "key: value" of the archive's comment.
func header(archive *txtar.Archive, key string) string {
	for line := range strings.Lines(string(archive.Comment)) {
		if value, ok := strings.CutPrefix(line, key+": "); ok {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// encoded puts a page, which the archive holds in UTF-8, into its charset.
func encoded(page []byte, name string) ([]byte, error) {
	var to encoding.Encoding
	switch name {
	case "windows-1256":
		to = charmap.Windows1256
	case "iso-8859-6":
		to = charmap.ISO8859_6
	default:
		return page, nil
	}
	return to.NewEncoder().Bytes(page)
}
