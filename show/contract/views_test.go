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

// views are the documents of the views on the fixture.
func views() map[string]any {
	record := showtest.Record()
	return map[string]any{
		"story":       NewStory(record, showtest.Overview(), showtest.News()),
		"positions":   NewPositions([]*isnad.Record{record}, showtest.Positions()),
		"commitments": NewCommitments([]*isnad.Record{record}),
	}
}

func TestGoldenViews(t *testing.T) {
	for name, document := range views() {
		if story, ok := document.(*StoryDocument); ok {
			story.Record = nil // has a golden file of its own
		}
		var out bytes.Buffer
		if err := encode(&out, document); err != nil {
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

// The document of the contract names every key of the views and their schemas.
func TestDocumentNamesEveryKeyOfViews(t *testing.T) {
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
	for name, document := range views() {
		walk(reflect.TypeOf(document))
		if schema := reflect.ValueOf(document).Elem().FieldByName("Schema").String(); !strings.Contains(string(text), schema) {
			t.Errorf("docs/output.md does not name the schema %s of %s", schema, name)
		}
	}
}

// Every list of the views is there, also where it is empty.
func TestViewsHoldNoNull(t *testing.T) {
	record := showtest.Record()
	for name, document := range map[string]any{
		"story":       NewStory(record, &isnad.Overview{}, &isnad.News{}),
		"positions":   NewPositions(nil, nil),
		"commitments": NewCommitments(nil),
	} {
		if story, ok := document.(*StoryDocument); ok {
			story.Record = &Document{}
		}
		raw, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		var keys map[string]any
		if err := json.Unmarshal(raw, &keys); err != nil {
			t.Fatal(err)
		}
		delete(keys, "record")
		if text, _ := json.Marshal(keys); bytes.Contains(text, []byte("null")) {
			t.Errorf("%s: %s", name, text)
		}
	}
}
