package shingles

import (
	"math"
	"testing"
)

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		name, taken, wanted string
		want                Match
	}{
		{"the same", "one two three four five", "one, two; three (four) five", Match{1, 0, 0}},
		{"nothing taken", "", "one two three four five", Match{0, 0, 1}},
		{"nothing wanted", "one two", "", Match{0, 1, 0}},
		{"both empty", " . ", "", Match{}},
		{"a short text is one shingle", "one two", "one two", Match{1, 0, 0}},
		{"a word more", "one two three four five", "one two three four", Match{.5, .5, 0}},
		{"a passage twice", "a b c d a b c d", "a b c d", Match{.2, .8, 0}},
		{"case counts", "One two three four", "one two three four", Match{0, .5, .5}},
		{"Arabic", "قال الوزير إن السد يعمل", "قال الوزير إن السد", Match{.5, .5, 0}},
	} {
		if got := Compare(test.taken, test.wanted); !near(got.Both, test.want.Both) || !near(got.Extra, test.want.Extra) || !near(got.Missed, test.want.Missed) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestMean holds the benchmark's ways with empty texts: what took nothing
// lowers recall alone.
func TestMean(t *testing.T) {
	got := Mean([]Match{{1, 0, 0}, {.5, .5, 0}, {0, 0, 1}})
	if !near(got.Precision, .75) || !near(got.Recall, 2./3) || !near(got.F1, 2*.75*2/3/(.75+2./3)) {
		t.Errorf("%+v", got)
	}
	if got := Mean(nil); got != (Score{}) {
		t.Errorf("of nothing: %+v", got)
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
