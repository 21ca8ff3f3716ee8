package eval

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/learn"
)

// twelve are invented documents of two segments each.
func twelve() []corpora.Translated {
	var list []corpora.Translated
	for i := range 12 {
		for k := range 2 {
			list = append(list, corpora.Translated{Document: fmt.Sprint("d", i), English: fmt.Sprintf("school %d, part %d", i, k), Arabic: fmt.Sprintf("مدرسة %d، جزء %d", i, k)})
		}
	}
	return list
}

func TestTwinScores(t *testing.T) {
	texts := documents(twelve(), 1)
	if len(texts.arabic) != 12 || texts.english[3] != "school 3, part 0\n" || texts.arabic[11] != "مدرسة 11، جزء 0\n" {
		t.Fatalf("%d documents: %q", len(texts.arabic), texts.english)
	}
	lists := foldLists(twelve(), io.Discard)
	used := 0
	program := Twins{
		Texts: func(_ context.Context, texts []string, language isnad.Lang) ([]*isnad.Doc, error) {
			docs := make([]*isnad.Doc, len(texts))
			for i := range docs {
				docs[i] = &isnad.Doc{Article: &isnad.Article{Lang: language, Text: texts[i]}}
			}
			return docs, nil
		},
		// Document 4 in English is like every other; 7 is as like 8 as itself.
		Likeness: func(words []byte, left, right []*isnad.Doc) ([][]float64, error) {
			if string(words) != string(lists[used%len(lists)]) || left[0].Article.Lang != isnad.Arabic || right[0].Article.Lang != isnad.English {
				t.Error("another list, or the languages the other way round")
			}
			used++
			table := make([][]float64, len(left))
			for i := range table {
				table[i] = make([]float64, len(right))
				table[i][4], table[i][i] = .9, .5
			}
			table[4][4], table[7][8] = .95, .5
			return table, nil
		},
	}
	scores, err := program.score(context.Background(), lists, "twelve", texts)
	if err != nil {
		t.Fatal(err)
	}
	want := []learn.Score{
		{Task: TwinsTask, Set: "twelve", Measure: "English twin first", Value: 100. / 12, Note: "among all 12 of the other language"},
		{Task: TwinsTask, Set: "twelve", Measure: "Arabic twin first", Value: 1100. / 12, Note: "among all 12 of the other language"},
	}
	if diff := cmp.Diff(want, scores, cmp.Comparer(func(x, y float64) bool { return x-y < 1e-9 && y-x < 1e-9 })); diff != "" {
		t.Error(diff)
	}
	broken := errors.New("broken")
	program.Likeness = func([]byte, []*isnad.Doc, []*isnad.Doc) ([][]float64, error) { return nil, broken }
	if _, err := program.score(context.Background(), lists, "twelve", texts); !errors.Is(err, broken) {
		t.Error(err)
	}
}

// TestCrossing holds that pairs over the languages are counted without twins,
// and that the labels name each document once.
func TestCrossing(t *testing.T) {
	var segments []corpora.Translated
	for _, name := range []string{"rt.com.91337", "reuters.218932", "alone"} {
		segments = append(segments, corpora.Translated{Document: name, English: "a bird", Arabic: "طائر"})
	}
	program := Twins{
		Texts: func(_ context.Context, texts []string, _ isnad.Lang) ([]*isnad.Doc, error) {
			return make([]*isnad.Doc, len(texts)), nil
		},
		Likeness: func([]byte, []*isnad.Doc, []*isnad.Doc) ([][]float64, error) {
			return [][]float64{{.9, .6, .1}, {.4, .9, .7}, {0, 0, .9}}, nil
		},
	}
	scores, err := program.crossing(context.Background(), segments)
	if err != nil || len(scores) != 3 {
		t.Fatal(scores, err)
	}
	for i, want := range []float64{50, 50, 50} { // one of two joined is right, one of two right ones is joined
		if scores[i].Value != want || !strings.HasPrefix(scores[i].Note, "2 pairs of an Arabic and an English report of 6;") {
			t.Errorf("%+v, want %v", scores[i], want)
		}
	}
	if len(crossing()) != 18 {
		t.Errorf("%d documents are labelled", len(crossing()))
	}
}
