package records

import "slices"

const (
	// few items are compared each with each.
	few = 400
	// frequent features are those that more items hold: they alone do not make two
	// of them worth comparing.
	frequent = 64
	// window is how many of the items behind it that hold a frequent feature an
	// item is looked at with, and leastPart the part of the features of the one
	// that has fewer that the two must share by these.
	window, leastPart = 256, 0.4
)

// pairs visits the pairs of items that are worth comparing, a before b, each
// once: all of them where they are few; else those that share a feature of any of
// the sets (an item's words, its sense) that is not frequent, and those near one
// another that share many frequent ones, as the reports do that all tell one
// thing. So of n items with k features no more than n·k·(frequent+window) pairs
// are looked at.
func pairs(visit func(a, b int), sets ...[]terms) {
	n := len(sets[0])
	if n <= few {
		for a := range n {
			for b := a + 1; b < n; b++ {
				visit(a, b)
			}
		}
		return
	}
	x := newHolders(n, sets)
	for a := range n {
		for _, b := range x.worth(a) {
			visit(a, b)
		}
	}
}

// holders are the items that hold each feature.
type holders struct {
	keys   [][]int // per item, its features
	items  [][]int // per feature, the items that hold it, ascending
	passed []int   // per feature, how many of its items are behind us
	common []int   // per item, how many frequent features it shares with the one at hand
	rare   []bool  // per item, whether it shares another one
}

func newHolders(n int, sets [][]terms) *holders {
	x := &holders{keys: make([][]int, n), common: make([]int, n), rare: make([]bool, n)}
	ids := map[string]int{}
	for i := range n {
		for _, set := range sets {
			for _, key := range set[i].keys {
				id, ok := ids[key]
				if !ok {
					id = len(x.items)
					ids[key], x.items = id, append(x.items, nil)
				}
				if owners := x.items[id]; len(owners) == 0 || owners[len(owners)-1] != i {
					x.items[id], x.keys[i] = append(owners, i), append(x.keys[i], id)
				}
			}
		}
	}
	x.passed = make([]int, len(x.items))
	return x
}

// worth are the items behind item a that are worth comparing with it, ascending.
// Items are to be asked for in their order.
func (x *holders) worth(a int) []int {
	var met []int
	for _, id := range x.keys[a] {
		x.passed[id]++
		behind := x.items[id][x.passed[id]:]
		often := len(x.items[id]) > frequent
		if often {
			behind = behind[:min(len(behind), window)]
		}
		for _, b := range behind {
			if x.common[b] == 0 && !x.rare[b] {
				met = append(met, b)
			}
			if often {
				x.common[b]++
			} else {
				x.rare[b] = true
			}
		}
	}
	list := met[:0]
	for _, b := range met {
		fewer := float64(min(len(x.keys[a]), len(x.keys[b])))
		if x.rare[b] || x.common[b] >= leastShared && float64(x.common[b]) >= leastPart*fewer {
			list = append(list, b)
		}
		x.common[b], x.rare[b] = 0, false
	}
	slices.Sort(list)
	return list
}
