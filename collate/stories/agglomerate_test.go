package stories

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// singles are n items of one article each that may all be one.
func singles(n int) []item {
	list := make([]item, n)
	for i := range list {
		list[i].size = 1
	}
	return list
}

// Whatever their ties say, items too many days apart stay apart, and one that
// has a past takes in nothing without a day.
func TestAgglomerateDays(t *testing.T) {
	on := func(from, to int32) item { return item{size: 1, days: stretch{from, to}} }
	past := item{size: 5, days: stretch{10, 11}, past: true}
	cases := []struct {
		name  string
		items []item
		want  []int
	}{
		{"within three days", []item{on(10, 10), on(13, 13)}, []int{0, 0}},
		{"four days apart", []item{on(10, 10), on(14, 14)}, []int{0, 1}},
		{"four days from the first", []item{on(10, 12), on(14, 14)}, []int{0, 1}},
		{"without a day", []item{on(10, 13), on(0, 0)}, []int{0, 0}},
		{"a past, and a day near it", []item{past, on(13, 13)}, []int{0, 0}},
		{"a past, and no day", []item{past, on(0, 0)}, []int{0, 1}},
		{"no chain by the middle", []item{on(10, 10), on(12, 12), on(14, 14)}, []int{0, 0, 2}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var ties []tie
			for b := range c.items {
				for a := range b {
					ties = append(ties, tie{a, b, 9000})
				}
			}
			if diff := cmp.Diff(c.want, agglomerate(c.items, ties, nil, -500, 0)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAgglomerate(t *testing.T) {
	cases := []struct {
		name  string
		n     int
		ties  []tie
		bound []int
		want  []int
	}{
		{"nothing", 0, nil, nil, []int{}},
		{"no ties", 2, nil, nil, []int{0, 1}},
		{"a pair", 3, []tie{{0, 2, 100}}, nil, []int{0, 1, 0}},
		{"against", 2, []tie{{0, 1, -1}}, nil, []int{0, 1}},
		{"a chain holds while its mean does", 3, []tie{{0, 1, 900}, {1, 2, 600}}, nil, []int{0, 0, 0}},
		{"a weak link does not", 3, []tie{{0, 1, 900}, {1, 2, 400}}, nil, []int{0, 0, 2}},
		{"of two it joins the stronger", 3, []tie{{0, 2, 300}, {1, 2, 400}}, nil, []int{0, 1, 1}},
		{"of equals the least", 3, []tie{{0, 2, 300}, {1, 2, 300}}, nil, []int{0, 1, 0}},
		{"bound", 3, []tie{{0, 1, -9000}}, []int{0, 0, 2}, []int{0, 0, 2}},
		{"bound decides with one voice", 3, []tie{{0, 2, 300}, {1, 2, -400}}, []int{0, 0, 2}, []int{0, 0, 2}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, agglomerate(singles(c.n), c.ties, c.bound, -500, 0)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Laws: the order of the ties does not matter; no two clusters are left that
// would join.
func TestAgglomerateLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "items")
		var ties []tie
		scores := map[[2]int]int{}
		for a := range n {
			for b := a + 1; b < n; b++ {
				if rapid.Bool().Draw(t, "tied") {
					score := rapid.IntRange(-450, 900).Draw(t, "score")
					ties = append(ties, tie{a, b, score})
					scores[[2]int{a, b}] = score
				}
			}
		}
		got := agglomerate(singles(n), ties, nil, -500, 0)
		if diff := cmp.Diff(got, agglomerate(singles(n), rapid.Permutation(ties).Draw(t, "order"), nil, -500, 0)); diff != "" {
			t.Fatalf("in another order: %s", diff)
		}
		sums, pairs := map[[2]int]int{}, map[[2]int]int{}
		for a := range n {
			for b := a + 1; b < n; b++ {
				score, ok := scores[[2]int{a, b}]
				if !ok {
					score = -500
				}
				x, y := min(got[a], got[b]), max(got[a], got[b])
				if x != y {
					sums[[2]int{x, y}] += score
					pairs[[2]int{x, y}]++
				}
			}
		}
		for xy, sum := range sums {
			if sum >= 0 {
				t.Fatalf("%v are apart with %d over %d pairs", xy, sum, pairs[xy])
			}
		}
	})
}
