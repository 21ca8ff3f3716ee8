package stories

import (
	"cmp"
	"slices"
)

// index finds the articles that share rare features with one.
type index struct {
	one     map[place]int32   // feature that one article has → that
	lists   map[place][]int32 // feature that more have → them, in the order in which they came
	sums    []float32         // slot → of one search; zero between searches
	norms   []float32         // slot → of its words
	touched []int32
	order   []int
	best    []found
}

// found is an article by how much it shares with the one that is looked for.
type found struct {
	slot int32
	sum  float32
}

// Bounds of a search, whatever was there before.
const (
	longest    = 256  // articles through which one feature leads
	mostLooked = 8000 // places in lists that one search looks at
	mostPairs  = 60   // articles that one is compared with
	commonest  = 2.2  // rarity below which a feature leads nowhere
)

func newIndex() *index { return &index{one: map[place]int32{}, lists: map[place][]int32{}} }

func (x *index) add(slot int32, r *report) {
	x.weigh(slot, r)
	for _, f := range r.features {
		list := x.lists[f.place]
		if list == nil {
			first, ok := x.one[f.place]
			if !ok {
				x.one[f.place] = slot
				continue
			}
			delete(x.one, f.place)
			list = []int32{first}
		}
		if len(list) >= longest {
			copy(list, list[1:])
			list = list[:longest-1]
		}
		x.lists[f.place] = append(list, slot)
	}
}

// weigh notes how long r is: what shares much because it is long comes behind
// what shares as much and is short.
func (x *index) weigh(slot int32, r *report) {
	if n := int(slot) + 1; n > len(x.sums) {
		x.sums = append(x.sums, make([]float32, n-len(x.sums))...)
		x.norms = append(x.norms, make([]float32, n-len(x.norms))...)
	}
	x.norms[slot] = max(1, r.norms[bodies])
}

func (x *index) drop(slot int32, r *report) {
	for _, f := range r.features {
		if only, ok := x.one[f.place]; ok {
			if only == slot {
				delete(x.one, f.place)
			}
			continue
		}
		list := x.lists[f.place]
		i := slices.Index(list, slot)
		switch {
		case i < 0:
		case len(list) == 2:
			delete(x.lists, f.place)
			x.one[f.place] = list[1-i]
		default:
			x.lists[f.place] = slices.Delete(list, i, i+1)
		}
	}
}

// find returns the articles that share most with r, the likeliest first. Its
// cost is bounded: rare features are looked up before common ones. The result
// is good until the next search.
func (x *index) find(r *report) []found {
	x.gather(r)
	x.best = x.best[:0]
	for _, slot := range x.touched {
		one := found{slot, x.sums[slot] / x.norms[slot]}
		x.sums[slot] = 0
		switch {
		case len(x.best) < mostPairs:
			x.best = append(x.best, one)
			for i := len(x.best) - 1; i > 0 && less(x.best[i], x.best[(i-1)/2]); i = (i - 1) / 2 {
				x.best[i], x.best[(i-1)/2] = x.best[(i-1)/2], x.best[i]
			}
		case less(x.best[0], one):
			x.best[0] = one
			sink(x.best)
		}
	}
	slices.SortFunc(x.best, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(a.slot, b.slot))
	})
	return x.best
}

// gather sums the rarity of what each article shares with r.
func (x *index) gather(r *report) {
	x.order, x.touched = x.order[:0], x.touched[:0]
	for i := range r.features {
		if r.worth[i] >= commonest {
			x.order = append(x.order, i)
		}
	}
	slices.SortFunc(x.order, func(a, b int) int {
		return cmp.Or(cmp.Compare(r.worth[b], r.worth[a]), cmp.Compare(a, b))
	})
	looked := 0
	for _, i := range x.order {
		w := r.worth[i] * r.worth[i]
		if slot, ok := x.one[r.features[i].place]; ok {
			x.touch(slot, w)
			continue
		}
		list := x.lists[r.features[i].place]
		if looked += len(list); looked > mostLooked {
			return
		}
		for _, slot := range list {
			x.touch(slot, w)
		}
	}
}

func (x *index) touch(slot int32, w float32) {
	if x.sums[slot] == 0 {
		x.touched = append(x.touched, slot)
	}
	x.sums[slot] += w
}

func less(a, b found) bool { return a.sum < b.sum || a.sum == b.sum && a.slot > b.slot }

// sink restores a heap, the least first, whose first one has grown.
func sink(heap []found) {
	for i := 0; ; {
		child := 2*i + 1
		if child+1 < len(heap) && less(heap[child+1], heap[child]) {
			child++
		}
		if child >= len(heap) || !less(heap[child], heap[i]) {
			return
		}
		heap[i], heap[child] = heap[child], heap[i]
		i = child
	}
}
