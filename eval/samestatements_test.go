package eval

import (
	"testing"

	"github.com/isnad-news/isnad"
)

// The labels are whole: each row names two statements of two reports, and no
// report stands in both halves.
func TestSameLabels(t *testing.T) {
	half := map[string]string{}
	count := map[string]int{}
	for i, row := range sameLabels() {
		if len(row) < 12 {
			t.Fatalf("row %d has %d cells", i+1, len(row))
		}
		count[row[0]+" "+row[11]]++
		for _, digest := range []string{row[3], row[8]} {
			if half[digest] != "" && half[digest] != row[0] {
				t.Errorf("row %d: its report is in both halves", i+1)
			}
			half[digest] = row[0]
		}
		if row[3] == row[8] {
			t.Errorf("row %d: one report twice", i+1)
		}
	}
	for _, kind := range []string{"tune same", "tune not", "test same", "test not"} {
		if count[kind] < 50 {
			t.Errorf("%d pairs of %s", count[kind], kind)
		}
	}
	if len(count) != 4 {
		t.Errorf("kinds of rows: %v", count)
	}
}

func TestStatementAt(t *testing.T) {
	text := "Hasan said the harbour opens. Kori said wheat is dear."
	doc := &isnad.Doc{
		Article: &isnad.Article{Text: text},
		Statements: []isnad.Statement{
			{Content: []isnad.Span{{Start: 11, End: 28}}}, {Content: []isnad.Span{{Start: 40, End: 53}}},
		},
	}
	for _, tt := range []struct {
		words string
		want  int
	}{
		{"the harbour opens", 0}, {"the  harbour\u200f\nopens", 0}, {"opens. Kori said wheat is", 1}, {"Hasan", -1}, {"another text", -1},
	} {
		if got := statementAt(doc, tt.words); got != tt.want {
			t.Errorf("%q: statement %d, want %d", tt.words, got, tt.want)
		}
	}
}

// A pair is joined where one entry holds both statements; it has one speaker
// where the reports' entities are one.
func TestJudge(t *testing.T) {
	doc := func(id string) *isnad.Doc {
		return &isnad.Doc{Article: &isnad.Article{ID: id}, Statements: []isnad.Statement{{Speakers: []isnad.Party{{Entity: 0}}}, {Speakers: []isnad.Party{{Entity: -1, Text: "sources"}}}}}
	}
	a, b := doc("a"), doc("b")
	source := func(article, statement int) isnad.Source {
		return isnad.Source{Article: article, Statement: statement, Event: -1, Why: "test"}
	}
	record := &isnad.Record{
		Docs: []*isnad.Doc{a, b}, Local: [][]int{{3}, {3}},
		Entries: []isnad.Entry{{Sources: []isnad.Source{source(0, 0), source(1, 0)}}, {Sources: []isnad.Source{source(0, 1)}}, {Sources: []isnad.Source{source(1, 1)}}},
	}
	for _, tt := range []struct {
		name            string
		one, other      int
		joined, speaker bool
	}{
		{"one entry", 0, 0, true, true}, {"one description", 1, 1, false, true}, {"two speakers", 0, 1, false, false}, {"not found", 0, -1, false, false},
	} {
		pair := statementPair{sides: [2]statementSide{{b, tt.one}, {a, tt.other}}}
		pair.judge(record)
		if pair.joined != tt.joined || pair.speaker != tt.speaker {
			t.Errorf("%s: joined %t, one speaker %t", tt.name, pair.joined, pair.speaker)
		}
	}
}
