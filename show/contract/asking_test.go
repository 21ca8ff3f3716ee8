package contract

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

// asked are the documents of what a store is asked, on the fixture.
var asked = map[string]struct {
	document any
	write    func(*bytes.Buffer) error
}{
	"hits": {HitsDocument{}, func(w *bytes.Buffer) error { return WriteHits(w, "speaker:haddaf", showtest.Hits(), 39) }},
	"stories": {StoriesDocument{}, func(w *bytes.Buffer) error {
		briefs, news := showtest.Briefs()
		return WriteBriefs(w, briefs, news, 0)
	}},
	"entity": {EntityDocument{}, func(w *bytes.Buffer) error {
		return WriteProfile(w, showtest.Profile(), []isnad.EntityID{"haddaf-2"})
	}},
}

func TestGoldenAnswers(t *testing.T) {
	for name, one := range asked {
		var out bytes.Buffer
		if err := one.write(&out); err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", name+".json")
		if *update {
			if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), out.String()); diff != "" {
			t.Errorf("%s: run with -update and read the diff: (-want +got)\n%s", name, diff)
		}
	}
}

// The document of the contract names every key of the answers and their schemas.
func TestDocumentNamesEveryKeyOfAnswers(t *testing.T) {
	text, err := os.ReadFile("../../docs/output.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(kind reflect.Type) {
		for kind.Kind() == reflect.Pointer || kind.Kind() == reflect.Slice {
			kind = kind.Elem()
		}
		if kind.Kind() != reflect.Struct || seen[kind] {
			return
		}
		seen[kind] = true
		for i := range kind.NumField() {
			if key := kind.Field(i).Tag.Get("json"); !namesKey(string(text), key) {
				t.Errorf("docs/output.md does not name %q of %s", key, kind.Name())
			}
			walk(kind.Field(i).Type)
		}
	}
	for name, one := range asked {
		walk(reflect.TypeOf(one.document))
		if schema := "isnad-" + name + "/1"; !strings.Contains(string(text), schema) {
			t.Errorf("docs/output.md does not name %s", schema)
		}
	}
}

// Every list is there, also where it is empty, and what is no object says so.
func TestAnswersHoldNoNull(t *testing.T) {
	bare := &isnad.Article{ID: "a1", Text: "Words.", Parts: []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{End: 6}, CopyOf: -1}}}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"hits":    func(w *bytes.Buffer) error { return WriteHits(w, "", []isnad.Hit{{Article: bare}}, 1) },
		"none":    func(w *bytes.Buffer) error { return WriteHits(w, "", nil, 0) },
		"stories": func(w *bytes.Buffer) error { return WriteBriefs(w, make([]isnad.StoryBrief, 1), nil, 1) },
		"entity":  func(w *bytes.Buffer) error { return WriteProfile(w, &isnad.Profile{}, nil) },
	} {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(err)
		}
		if !json.Valid(out.Bytes()) {
			t.Errorf("%s is no JSON", name)
		}
		if text := strings.ReplaceAll(out.String(), `"news": null`, ""); strings.Contains(text, "null") {
			t.Errorf("%s: %s", name, text)
		}
	}
}
