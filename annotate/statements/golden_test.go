package statements_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/dates"
	"github.com/isnad-news/isnad/annotate/mentions"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/annotate/statements"
	"github.com/isnad-news/isnad/known"
)

var update = flag.Bool("update", false, "rewrite the golden files; read the diff")

// TestGolden reads short reports by invented people, one case a block, and
// compares what is found with what stands below each.
//
//	= name of the case
//	the report, a paragraph a line
//	--
//	speaker | cue | kind | content (one line a statement; » before a nested one)
func TestGolden(t *testing.T) {
	for _, name := range []string{"arabic.txt", "english.txt"} {
		path := filepath.Join("testdata", name)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		head, blocks, _ := strings.Cut(string(data), "\n= ")
		var rewritten strings.Builder
		rewritten.WriteString(head)
		for _, block := range strings.Split(blocks, "\n= ") {
			title, rest, _ := strings.Cut(block, "\n")
			report, want, _ := strings.Cut(rest, "\n--\n")
			got := lines(read(t, report))
			fmt.Fprintf(&rewritten, "\n= %s\n%s\n--\n%s\n", title, report, got)
			if *update {
				continue
			}
			t.Run(title, func(t *testing.T) {
				if diff := cmp.Diff(strings.TrimSpace(want), got); diff != "" {
					t.Errorf("%s\n(-want +got)\n%s", report, diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(path, []byte(strings.TrimSpace(rewritten.String())+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// read annotates text as a report of 4 March 2026, a paragraph a line.
func read(t *testing.T, text string) *isnad.Doc {
	t.Helper()
	article := &isnad.Article{
		ID: "a1", Text: text, Lang: isnad.Arabic, Outlet: isnad.Outlet{Name: "paper"},
		Published: isnad.Published{Time: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC), How: isnad.Given},
	}
	if strings.ContainsAny(text[:1], "ABCDEFGHIJKLMNOPQRSTUVWXYZ\"\u201C") && !strings.ContainsRune(text, '\u0627') {
		article.Lang = isnad.English
	}
	at := 0
	for i, line := range strings.Split(text, "\n") {
		kind := isnad.Paragraph
		if after, ok := strings.CutPrefix(line, "# "); ok {
			kind = isnad.Title
			at += len(line) - len(after)
			line = after
		}
		article.Parts = append(article.Parts, isnad.Part{Kind: kind, Span: isnad.Span{Start: at, End: at + len(line)}, Line: i + 1, CopyOf: -1})
		at += len(line) + 1
	}
	return annotate(t, article)
}

// annotate runs the layers up to statements over article.
func annotate(t *testing.T, article *isnad.Article) *isnad.Doc {
	t.Helper()
	doc := &isnad.Doc{Article: article}
	r := reading.New(article)
	dates.Annotate(r, doc)
	mentions.Annotate(r, known.Default(), doc)
	statements.Annotate(r, doc)
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
	return doc
}

func lines(doc *isnad.Doc) string {
	var list []string
	for i := range doc.Statements {
		s := &doc.Statements[i]
		var who, what []string
		for _, speaker := range s.Speakers {
			switch {
			case speaker.Entity >= 0:
				who = append(who, doc.Entities[speaker.Entity].Names[0])
			case speaker.Text != "":
				who = append(who, "("+speaker.Text+")")
			default:
				who = append(who, "(unnamed)")
			}
		}
		for _, content := range s.Content {
			what = append(what, doc.Words(content))
		}
		line := fmt.Sprintf("%s | %s | %s | %s", strings.Join(who, " + "), doc.Words(s.Cue), s.Kind, strings.Join(what, " … "))
		if s.Within >= 0 {
			line = "» " + line
		}
		list = append(list, line)
	}
	return strings.Join(list, "\n")
}
