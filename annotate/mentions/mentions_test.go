package mentions_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

var update = flag.Bool("update", false, "rewrite the expected mentions; read the difference")

// TestReports compares the mentions of invented reports with those written
// down: a text archive each, with the report, the facts a user would bring,
// and the marked text.
func TestReports(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no archives", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { testReport(t, path) })
	}
}

func testReport(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	section := map[string]string{}
	for _, file := range archive.Files {
		section[file.Name] = string(file.Data)
	}
	facts := known.Default()
	if section["facts"] != "" {
		if facts, err = known.Load(path, strings.NewReader(section["facts"])); err != nil {
			t.Fatal(err)
		}
	}
	language := isnad.Arabic
	if strings.Contains(path, "-en") {
		language = isnad.English
	}
	doc := annotate(articleOf(section["report"], language, strings.TrimSpace(section["day"])), facts)
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
	got := marked(doc)
	if *update {
		archive.Files = append(archive.Files[:0:0], withoutMarked(archive.Files)...)
		archive.Files = append(archive.Files, txtar.File{Name: "marked", Data: []byte(got)})
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(strings.Split(section["marked"], "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("mentions (-want +got):\n%s", diff)
	}
}

func withoutMarked(files []txtar.File) []txtar.File {
	var kept []txtar.File
	for _, file := range files {
		if file.Name != "marked" {
			kept = append(kept, file)
		}
	}
	return kept
}

// pieces are what the generated texts are made of: names, roles, clitics,
// marks and damage in any order.
var pieces = []string{
	"الرئيس", "الأميركي", "وزير", "خارجية", "محمد", "بن", "عبد", "الله", "والتز", "للرئيس", "وبمدير", "آل",
	"مكتب", "إدارة", "الجانبان", "باسم", "إلى", "نظيره", "الروسي", "روسيا", "وروسيا", "(", ")", "،", "“", "”", ".",
	"وهو", "مستشار", "سابق", "دونالد", "Jane", "Doe", "Foreign", "Minister", "the", "of", "Bank", "Trump's", "’s",
	"وزراء", "فرنسا", "وألمانيا", "\u0640", "\u064B", "لل", "و", "\n", "12", "Ministry", "two leaders", ",", "and", "J.",
}

func TestSpansHold(t *testing.T) {
	facts := known.Default()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "words")
		text := strings.Join(words, rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "blank"))
		language := rapid.SampledFrom([]isnad.Lang{isnad.Arabic, isnad.English}).Draw(t, "language")
		article := articleOf(text, language, "2025-02-12")
		doc := annotate(article, facts)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		for i, m := range doc.Mentions {
			if m.Span.Empty() || m.Entity < 0 && len(m.Members) == 0 {
				t.Fatalf("mention %d %q names nothing", i, doc.Words(m.Span))
			}
			if i > 0 && !doc.Mentions[i-1].Span.Before(m.Span) {
				t.Fatalf("mention %d %q is out of order", i, doc.Words(m.Span))
			}
			for _, role := range m.Roles {
				if role.Span.Of(text) != role.Text && !strings.HasSuffix(role.Text, role.Span.Of(text)) {
					t.Fatalf("role %q is not the words at its span %q", role.Text, role.Span.Of(text))
				}
			}
		}
		if diff := cmp.Diff(doc, annotate(article, facts)); diff != "" {
			t.Fatalf("a second reading differs:\n%s", diff)
		}
	})
}
