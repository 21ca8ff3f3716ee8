package contract

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

var update = flag.Bool("update", false, "rewrite the golden file")

func TestGolden(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, showtest.Record()); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "record.json")
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
		t.Errorf("run with -update and read the diff: (-want +got)\n%s", diff)
	}
}

// Every selector must give back its words from the text by code points alone.
func TestSelectorsSelect(t *testing.T) {
	document := New(showtest.Record())
	texts := map[string][]rune{}
	for _, article := range document.Articles {
		texts[article.ID] = []rune(article.Text)
	}
	count := 0
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		if s, ok := v.Interface().(Selector); ok {
			count++
			text := texts[s.Article]
			if got := string(text[s.Start:s.End]); got != s.Exact {
				t.Errorf("%s %d:%d is %q, want %q", s.Article, s.Start, s.End, got, s.Exact)
			}
			if !strings.HasSuffix(string(text[:s.Start]), s.Prefix) || !strings.HasPrefix(string(text[s.End:]), s.Suffix) {
				t.Errorf("%s %d:%d has another prefix or suffix", s.Article, s.Start, s.End)
			}
			return
		}
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	walk(reflect.ValueOf(*document))
	if count < 100 {
		t.Errorf("only %d selectors were seen", count)
	}
}

func TestEveryKeyIsThere(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, showtest.Record()); err != nil {
		t.Fatal(err)
	}
	if err := Write(&out, &isnad.Record{}); err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(&out)
	for decoder.More() {
		var value any
		if err := decoder.Decode(&value); err != nil {
			t.Fatal(err)
		}
		nulls(t, "", value)
	}
}

// nulls fails on a null where the contract promises a list or a string.
func nulls(t *testing.T, path string, value any) {
	switch value := value.(type) {
	case map[string]any:
		for key, inner := range value {
			nulls(t, path+"."+key, inner)
		}
	case []any:
		for _, inner := range value {
			nulls(t, path+"[]", inner)
		}
	case nil:
		key := path[strings.LastIndex(path, ".")+1:]
		if !map[string]bool{"agency": true, "selector": true, "place": true, "when_from": true, "due_from": true, "cue": true, "title_from": true}[key] {
			t.Errorf("%s is null", path)
		}
	}
}

// A reader gets back what was written, and no direction mark stands raw.
func TestHostileTextSurvives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("a \u0628\u202e\u2067\u200f\u0085\x1b\x7f\"<\\\u2028\U0001F600"))).Draw(t, "text")
		record := &isnad.Record{Docs: []*isnad.Doc{{Article: &isnad.Article{ID: "a1", Text: text}}}}
		var out bytes.Buffer
		if err := Write(&out, record); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(out.String(), "\u202e\u2067\u200f\u0085\x1b\x7f") {
			t.Fatalf("a control stands raw in %q", out.String())
		}
		var document Document
		if err := json.Unmarshal(out.Bytes(), &document); err != nil {
			t.Fatal(err)
		}
		if got := document.Articles[0].Text; got != text {
			t.Fatalf("read back %q, wrote %q", got, text)
		}
	})
}

func TestPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("a\u0628\u4e2d\U0001F600\n")), 0, 900, -1).Draw(t, "text")
		at := measure(&isnad.Article{Text: text})
		want := 0
		for i := range text {
			if got := at.at(i); got != want {
				t.Fatalf("byte %d is code point %d, want %d", i, got, want)
			}
			want++
		}
		if got := at.at(len(text)); got != want {
			t.Fatalf("the end is code point %d, want %d", got, want)
		}
	})
}
