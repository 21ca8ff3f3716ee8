package corpora

import (
	"math"
	"testing"
)

func TestAgreeGroups(t *testing.T) {
	cases := []struct {
		name              string
		truth, groups     [][]string
		aside             map[string]bool
		precision, recall float64
		items             int
	}{
		{name: "nothing", precision: 1, recall: 1},
		{name: "as they are", truth: [][]string{{"a", "b"}, {"c"}}, groups: [][]string{{"b", "a"}, {"c"}}, precision: 1, recall: 1, items: 3},
		{name: "each alone", truth: [][]string{{"a", "b", "c"}}, groups: nil, precision: 1, recall: 1.0 / 3, items: 3},
		{name: "all in one", truth: [][]string{{"a", "b"}, {"c", "d"}}, groups: [][]string{{"a", "b", "c", "d"}}, precision: 0.5, recall: 1, items: 4},
		{name: "a stranger", truth: [][]string{{"a", "b"}}, groups: [][]string{{"a", "b", "x", "y"}}, precision: 0.5, recall: 1, items: 2},
		{name: "a stranger set aside", truth: [][]string{{"a", "b"}}, groups: [][]string{{"a", "b", "x"}}, aside: map[string]bool{"x": true}, precision: 1, recall: 1, items: 2},
		{name: "one is set aside", truth: [][]string{{"a", "b", "c"}}, groups: [][]string{{"a", "b"}, {"c"}}, aside: map[string]bool{"c": true}, precision: 1, recall: 1, items: 2},
		{name: "split in two", truth: [][]string{{"a", "b", "c", "d"}}, groups: [][]string{{"a", "b", "c"}, {"d"}}, precision: 1, recall: (3*0.75 + 0.25) / 4, items: 4},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := AgreeGroups(c.truth, c.groups, c.aside)
			if math.Abs(got.Precision-c.precision) > 1e-12 || math.Abs(got.Recall-c.recall) > 1e-12 || got.Items != c.items {
				t.Errorf("got %+v, want %g, %g over %d", got, c.precision, c.recall, c.items)
			}
		})
	}
}

func TestBCubedF1(t *testing.T) {
	if f1 := (BCubed{Precision: 1, Recall: 0.5}).F1(); math.Abs(f1-2.0/3) > 1e-12 {
		t.Errorf("F1 %g", f1)
	}
	if f1 := (BCubed{}).F1(); f1 != 0 {
		t.Errorf("F1 of nothing right is %g", f1)
	}
}
