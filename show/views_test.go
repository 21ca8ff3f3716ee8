package show

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

// views are all the ways to show the views of the fixture.
var views = map[string]func(io.Writer) error{
	"story.txt": func(w io.Writer) error {
		return Story(w, showtest.Record(), showtest.Overview(), showtest.News(), TextOptions{})
	},
	"story.json": func(w io.Writer) error {
		return StoryJSON(w, showtest.Record(), showtest.Overview(), showtest.News())
	},
	"story.html": func(w io.Writer) error {
		return StoryHTML(w, showtest.Record(), showtest.Overview(), showtest.News(), HTMLOptions{Lang: isnad.Arabic})
	},
	"positions.txt":    func(w io.Writer) error { return Positions(w, records(), showtest.Positions(), TextOptions{}) },
	"positions.json":   func(w io.Writer) error { return PositionsJSON(w, records(), showtest.Positions()) },
	"positions.html":   func(w io.Writer) error { return PositionsHTML(w, records(), showtest.Positions(), HTMLOptions{}) },
	"commitments.txt":  func(w io.Writer) error { return Commitments(w, records(), TextOptions{}) },
	"commitments.json": func(w io.Writer) error { return CommitmentsJSON(w, records()) },
	"commitments.html": func(w io.Writer) error { return CommitmentsHTML(w, records(), HTMLOptions{}) },
}

func records() []*isnad.Record { return []*isnad.Record{showtest.Record()} }

// The same views give the same bytes, and an error of the writer is told. With
// SHOW_OUT set to a folder, the outputs are left there to be looked at.
func TestViews(t *testing.T) {
	for name, write := range views {
		var first, second bytes.Buffer
		if err := errors.Join(write(&first), write(&second)); err != nil || first.Len() == 0 {
			t.Fatalf("%s: %d bytes, %v", name, first.Len(), err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two outputs of one view differ", name)
		}
		if err := write(brokenWriter{}); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", name, err)
		}
		if folder := os.Getenv("SHOW_OUT"); folder != "" {
			if err := os.WriteFile(filepath.Join(folder, name), first.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
