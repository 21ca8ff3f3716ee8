package eval

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/learn"
)

var someScores = []learn.Score{
	{Task: "names-ar", Set: "a cut", Measure: "F1", Value: 76.26},
	{Task: "names-ar", Set: "a cut", Measure: "F1 person", Value: 80},
	{Task: "ports", Set: "Dorsania", Measure: "ships", Value: 12345},
}

func TestTable(t *testing.T) {
	var text, raw bytes.Buffer
	table := NewTable(someScores, []Missing{{"words", "x.conllu: not in the data folder"}})
	if err := table.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(text.String(), "\n")
	for i, want := range []string{"task      set       measure      ours  others", "names-ar  a cut     F1           76.3  AraBERT", "names-ar  a cut     F1 person    80.0", "ports     Dorsania  ships      12,345", "", "[1] https://"} {
		if !strings.HasPrefix(lines[i], want) {
			t.Errorf("line %d is %q, want %q", i, lines[i], want)
		}
	}
	if !strings.HasSuffix(text.String(), "\n\nnot measured: words: x.conllu: not in the data folder\n") {
		t.Errorf("%s", &text)
	}
	if err := table.WriteJSON(&raw); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(raw.String(), `"measure": "F1 person",`) || !strings.Contains(raw.String(), `"source": "https://`) {
		t.Errorf("%s", &raw)
	}
	if diff := cmp.Diff(someScores, table.WithPublished().Scores()); diff != "" {
		t.Errorf("published numbers are not ours: %s", diff)
	}
	if got, want := len(table.WithPublished().WithPublished().Rows), len(table.WithPublished().Rows); got != want || got <= len(someScores) {
		t.Errorf("%d rows with published ones, then %d", want, got)
	}
}

// TestPublished holds that every published number has a source that can be
// read, and that labels mean one kind each.
func TestPublished(t *testing.T) {
	for _, one := range published() {
		if one.Task == "" || one.Set == "" || one.Measure == "" || one.System == "" || strings.Trim(one.Value, "0123456789.,") != "" || one.Source == "" {
			t.Errorf("%+v", one)
		}
	}
	for label, kind := range commonLabels() {
		if label != strings.ToLower(label) || !slices.Contains([]string{kindPerson, kindOrganisation, kindPlace, kindOther}, kind) {
			t.Errorf("%s is %s", label, kind)
		}
	}
}

func TestKinds(t *testing.T) {
	sentences := []corpora.Sentence{{Words: make([]string, 5), Tags: strings.Fields("B-PER B-Organisation B-DATE B-SHIP B-MISC")}}
	kinds, err := Kinds(sentences, []string{"SHIP=other", "MISC=none"})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"person": "person", "organisation": "organisation", "place": "place", "other": "other",
		"PER": "person", "Organisation": "organisation", "SHIP": "other",
	}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Error(diff)
	}
	for _, own := range []string{"SHIP", "=other", "SHIP=vessel"} {
		if _, err := Kinds(nil, []string{own}); !errors.Is(err, isnad.Invalid) {
			t.Errorf("%s: %v", own, err)
		}
	}
}

// TestRun holds that a task without its data is told and keeps none from
// running, that one with other data is too, and that a task's own error ends
// the run.
func TestRun(t *testing.T) {
	here := learn.Corpus{Path: "a.txt", SHA256: learn.Digest([]byte("a")), Origin: "https://corpus.example"}
	gone := learn.Corpus{Path: "b.txt", Origin: "https://corpus.example"}
	other := learn.Corpus{Path: "a.txt", SHA256: learn.Digest(nil)}
	data := learn.Files(fstest.MapFS{"a.txt": {Data: []byte("a")}})
	runs := func(name string, err error, needs ...learn.Corpus) Task {
		return Task{Name: name, Needs: needs, Run: func(_ context.Context, d learn.Data, _ io.Writer) ([]learn.Score, error) {
			return []learn.Score{{Task: name}}, err
		}}
	}
	table, err := Run(context.Background(), []Task{runs("one", nil, here, gone), runs("two", nil, other), runs("three", nil, here)}, data, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]learn.Score{{Task: "three"}}, table.Scores()); diff != "" {
		t.Error(diff)
	}
	if len(table.Missing) != 2 || table.Missing[0].Why != "b.txt: not in the data folder (it comes from https://corpus.example)" || table.Missing[1].Task != "two" {
		t.Errorf("%+v", table.Missing)
	}
	broken := errors.New("broken")
	if _, err := Run(context.Background(), []Task{runs("one", broken)}, data, io.Discard); !errors.Is(err, broken) {
		t.Error(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Run(stopped, []Task{runs("one", nil)}, data, io.Discard); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
