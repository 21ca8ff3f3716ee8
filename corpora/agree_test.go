package corpora

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAgreement(t *testing.T) {
	for _, test := range []struct {
		a                     Agreement
		precision, recall, f1 float64
	}{
		{Agreement{}, 1, 1, 1},
		{Agreement{Gold: 3}, 1, 0, 0},
		{Agreement{Answers: 3}, 0, 1, 0},
		{Agreement{Right: 3, Gold: 4, Answers: 6}, .5, .75, .6},
	} {
		got := [3]float64{test.a.Precision(), test.a.Recall(), test.a.F1()}
		for i, want := range [3]float64{test.precision, test.recall, test.f1} {
			if math.Abs(got[i]-want) > 1e-12 {
				t.Errorf("%+v: %v, want %v", test.a, got, want)
			}
		}
	}
}

func TestAgreeNames(t *testing.T) {
	gold := []Sentence{
		{Words: strings.Fields("Ada Strell left Dorsania"), Tags: strings.Fields("B-PER I-PER O B-GPE")},
		{Words: strings.Fields("on Monday"), Tags: strings.Fields("O B-DATE")},
	}
	tag := func(words []string) []Span {
		if words[0] == "on" {
			return []Span{{0, 2, "org"}, {0, 2, "org"}, {1, 2, "DATE"}}
		}
		return []Span{{0, 1, "person"}, {3, 4, "place"}}
	}
	kinds := map[string]string{"PER": "person", "person": "person", "GPE": "place", "place": "place", "org": "org"}
	all, byKind := AgreeNames(gold, tag, kinds)
	if want := (Agreement{Right: 1, Gold: 2, Answers: 3}); all != want {
		t.Errorf("all %+v, want %+v", all, want)
	}
	want := map[string]Agreement{"person": {0, 1, 1}, "place": {1, 1, 1}, "org": {0, 0, 1}}
	if diff := cmp.Diff(want, byKind); diff != "" {
		t.Error(diff)
	}
	if all, _ := AgreeNames(gold, tag, nil); all != (Agreement{Right: 1, Gold: 3, Answers: 4}) {
		t.Errorf("labels as they are: %+v", all)
	}
}

func TestAgreeExtents(t *testing.T) {
	gold := Extents([]string{"ab cd", "e", "fgh"})
	if diff := cmp.Diff([]Extent{{0, 4}, {4, 5}, {5, 8}}, gold); diff != "" {
		t.Fatal(diff)
	}
	for _, test := range []struct {
		pieces string
		right  int
	}{{"abcd|e|fgh", 3}, {"abcde|fgh", 1}, {"ab|cd|e|f|gh", 1}, {"abcdefgh", 0}, {"a|b|c|d|e|f|g|h", 1}} {
		got := Extents(strings.Split(test.pieces, "|"))
		if agreed := AgreeExtents(gold, got); agreed != (Agreement{test.right, 3, len(got)}) {
			t.Errorf("%s: %+v, want %d right", test.pieces, agreed, test.right)
		}
	}
}

func TestAgreeWords(t *testing.T) {
	for _, test := range []struct {
		name, gold, got string // tokens by spaces, "=w+w" the words of one
		right           int
		matches         []WordMatch
	}{
		{"the same", "a bc", "a bc", 2, []WordMatch{{0, 0}, {1, 1}}},
		{"joined", "a bc", "abc", 0, nil},
		{"parted", "abc d", "a bc d", 1, []WordMatch{{1, 2}}},
		{"fused", "wab=w+ab d", "wab=w+ab d", 3, []WordMatch{{0, 0}, {1, 1}, {2, 2}}},
		{"fused on one side", "wab=w+ab d", "wab d", 1, []WordMatch{{2, 1}}},
		{"parted as written", "wab=w+ab d", "w ab d", 3, []WordMatch{{0, 0}, {1, 1}, {2, 2}}},
		{"other words in it", "llab=l+alab d", "llab=l+lab d", 2, []WordMatch{{0, 0}, {2, 2}}},
		{"overlap over two", "wab=w+ab cd", "wabc=w+abc d", 1, []WordMatch{{0, 0}}},
		{"ends before", "a b", "a", 1, []WordMatch{{0, 0}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			gold, got := tokens(test.gold), tokens(test.got)
			agreed, matches := AgreeWords(gold, got)
			if agreed != (Agreement{test.right, countWords(gold), countWords(got)}) {
				t.Errorf("%+v, want %d right", agreed, test.right)
			}
			if diff := cmp.Diff(test.matches, matches); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// tokens reads "wab=w+ab d".
func tokens(s string) []Token {
	var written []string
	words := map[string][]string{}
	for _, one := range strings.Fields(s) {
		token, parts, ok := strings.Cut(one, "=")
		written = append(written, token)
		if ok {
			words[token] = strings.Split(parts, "+")
		}
	}
	return Tokens(written, func(token string) []string { return words[token] })
}

func TestAgreeRanks(t *testing.T) {
	pairs := []Pair{{"ada", "A", 1}, {"ada", "B", 1}, {"oluf", "C", 1}, {"bo", "D", 1}}
	answers := map[string][]string{"ada": {"B", "X"}, "oluf": {"X", "C", "Y"}, "bo": {"X", "Y", "D"}}
	first, two := AgreeRanks(pairs, 2, func(latin string, k int) []string { return answers[latin] })
	if first != (Agreement{2, 4, 4}) || two != (Agreement{3, 4, 4}) {
		t.Errorf("first %+v, among two %+v", first, two)
	}
}

func TestJoin(t *testing.T) {
	joined := Join([]string{"Ada", "", "Strell"}, nil, []string{"left"})
	if joined.Text != "Ada  Strell\nleft" {
		t.Fatalf("%q", joined.Text)
	}
	for _, test := range []struct{ from, to, start, end int }{
		{0, 3, 0, 1}, {1, 2, 0, 1}, {0, 11, 0, 3}, {5, 11, 2, 3}, {11, 12, 3, 3}, {0, 0, 0, 0}, {12, 99, 3, 4}, {99, 120, 4, 4},
	} {
		if start, end := joined.Words(test.from, test.to); start != test.start || end != test.end {
			t.Errorf("bytes [%d, %d) are words [%d, %d), want [%d, %d)", test.from, test.to, start, end, test.start, test.end)
		}
	}
}
