package show

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

// outputs are all the ways to show a record.
var outputs = map[string]func(*bytes.Buffer, *isnad.Record) error{
	"english.txt":  func(w *bytes.Buffer, r *isnad.Record) error { return Text(w, r, TextOptions{}) },
	"arabic.txt":   func(w *bytes.Buffer, r *isnad.Record) error { return Text(w, r, TextOptions{Lang: isnad.Arabic}) },
	"all.txt":      func(w *bytes.Buffer, r *isnad.Record) error { return Text(w, r, TextOptions{All: true}) },
	"record.json":  func(w *bytes.Buffer, r *isnad.Record) error { return JSON(w, r) },
	"english.html": func(w *bytes.Buffer, r *isnad.Record) error { return HTML(w, r, HTMLOptions{}) },
	"arabic.html":  func(w *bytes.Buffer, r *isnad.Record) error { return HTML(w, r, HTMLOptions{Lang: isnad.Arabic}) },
}

// The same record gives the same bytes. With SHOW_OUT set to a folder, the
// outputs are left there to be looked at.
func TestSameRecordSameBytes(t *testing.T) {
	for name, output := range outputs {
		var first, second bytes.Buffer
		if err := errors.Join(output(&first, showtest.Record()), output(&second, showtest.Record())); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two outputs of one record differ", name)
		}
		if folder := os.Getenv("SHOW_OUT"); folder != "" {
			if err := os.WriteFile(filepath.Join(folder, name), first.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Records with parts missing are shown all the same.
func TestBareRecords(t *testing.T) {
	article := &isnad.Article{ID: "a1", Text: "Words.", Outlet: isnad.Outlet{Name: "x"}, Parts: []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{End: 6}, CopyOf: -1}}}
	for name, record := range map[string]*isnad.Record{
		"empty":       {},
		"no story":    {Docs: []*isnad.Doc{{Article: article}}},
		"bare story":  {Docs: []*isnad.Doc{{Article: article}}, Stories: []isnad.Story{{ID: "s1", Articles: []int{0}}}},
		"no articles": {Stories: []isnad.Story{{ID: "s1"}}},
		"no sources":  {Docs: []*isnad.Doc{{Article: article}}, Entries: []isnad.Entry{{ID: "ev-1"}}, Commitments: []isnad.CommitmentEntry{{ID: "co-1"}}},
	} {
		for kind, output := range outputs {
			var out bytes.Buffer
			if err := output(&out, record); err != nil || out.Len() == 0 {
				t.Errorf("%s as %s: %d bytes, %v", name, kind, out.Len(), err)
			}
		}
	}
}

type brokenWriter struct{}

var errBroken = errors.New("broken")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWriterErrors(t *testing.T) {
	record := showtest.Record()
	for name, err := range map[string]error{
		"text": Text(brokenWriter{}, record, TextOptions{}),
		"json": JSON(brokenWriter{}, record),
		"html": HTML(brokenWriter{}, record, HTMLOptions{}),
	} {
		if !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func ExampleJSON() {
	var out bytes.Buffer
	if err := JSON(&out, showtest.Record()); err != nil {
		panic(err)
	}
	var document struct {
		Schema  string
		Stories []struct{ From, To string }
	}
	if err := json.Unmarshal(out.Bytes(), &document); err != nil {
		panic(err)
	}
	os.Stdout.WriteString(document.Schema + " " + document.Stories[0].From + " " + document.Stories[0].To + "\n")
	// Output: isnad-record/1 2026-03-11 2026-03-12
}
