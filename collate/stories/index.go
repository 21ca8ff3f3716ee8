package stories

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad"
)

// index finds the articles that share rare features with one.
type index struct {
	within  postings                 // words, names, places, numbers and days
	across  map[isnad.Lang]*postings // what words mean, by the language of the article
	sums    []float32                // slot → of one search; zero between searches
	norms   []float32                // slot → of its words
	touched []int32
	order   []feature
	best    []found
}

// found is an article by how much it shares with the one that is looked for.
type found struct {
	slot int32
	sum  float32
}

// Bounds of a search, whatever was there before.
const (
	mostLooked = 8000 // places in lists that one search looks at
	mostPairs  = 60   // articles that one is compared with
)

// commonest is the rarity below which a feature leads nowhere.
var commonest = rankOf(2.2)

func newIndex() *index { return &index{within: newPostings(), across: map[isnad.Lang]*postings{}} }

func (x *index) add(slot int32, r *report) {
	x.weigh(slot, r)
	meaning := x.across[r.lang]
	if meaning == nil {
		own := newPostings()
		meaning = &own
		x.across[r.lang] = meaning
	}
	for _, at := range r.features.places {
		if at.kind() < concept {
			x.within.add(at, slot)
		} else {
			meaning.add(at, slot)
		}
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
	for _, at := range r.features.places {
		if at.kind() < concept {
			x.within.drop(at, slot)
		} else {
			x.across[r.lang].drop(at, slot)
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

// gather sums the rarity of what each article shares with r: of words within
// its language, of their meanings with articles of the others.
func (x *index) gather(r *report) {
	x.order, x.touched = x.order[:0], x.touched[:0]
	alone := len(x.across) == 0 || len(x.across) == 1 && x.across[r.lang] != nil
	for i := range r.features.places {
		if f := r.features.at(i); f.rank() >= commonest && (f.kind() < concept || !alone) {
			x.order = append(x.order, f)
		}
	}
	slices.SortFunc(x.order, func(a, b feature) int {
		return cmp.Or(cmp.Compare(b.rank(), a.rank()), cmp.Compare(a.place, b.place))
	})
	looked := 0
	for _, f := range x.order {
		if f.kind() < concept {
			looked += x.follow(&x.within, f)
		} else {
			for _, lang := range [...]isnad.Lang{isnad.Arabic, isnad.English} {
				if other := x.across[lang]; other != nil && lang != r.lang {
					looked += x.follow(other, f)
				}
			}
		}
		if looked > mostLooked {
			return
		}
	}
}

// follow adds the worth of f to all articles of the postings that have it, and
// says how many they are.
func (x *index) follow(p *postings, f feature) int {
	w := f.worth() * f.worth()
	list := p.of(f.place)
	for _, slot := range list {
		x.touch(slot, w)
	}
	return len(list)
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
