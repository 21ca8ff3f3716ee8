package stories

import (
	"cmp"
	"slices"
)

// batch is sketches that are parted into stories at once.
type batch struct {
	order   []int // place → index of the sketch, in canonical order
	reports []*report
	ties    []tie
	groups  [][]int // places, ascending
	of      []int   // place → index into groups
}

// newBatch parts sketches into stories. The stories depend on the set of
// sketches alone.
func newBatch(sketches []*Sketch) *batch {
	b := &batch{order: make([]int, len(sketches)), reports: make([]*report, len(sketches)), of: make([]int, len(sketches))}
	for i := range b.order {
		b.order[i] = i
	}
	slices.SortStableFunc(b.order, func(i, j int) int { return canonical(sketches[i], sketches[j]) })
	counts := newFrequencies()
	for _, s := range sketches {
		counts.add(s, 1)
	}
	for place, i := range b.order {
		b.reports[place] = weigh(sketches[i], counts.rarity)
	}
	b.compare()
	at := map[int]int{}
	for place, first := range agglomerate(items(b.reports), b.ties, bound(b.reports), absent, floor) {
		g, ok := at[first]
		if !ok {
			g = len(b.groups)
			at[first] = g
			b.groups = append(b.groups, nil)
		}
		b.groups[g] = append(b.groups[g], place)
		b.of[place] = g
	}
	return b
}

// canonical orders sketches by publication, undated last, then by article.
func canonical(a, b *Sketch) int {
	switch {
	case (a.day == 0) != (b.day == 0):
		return cmp.Compare(b.day, a.day)
	case !a.at.Equal(b.at):
		return a.at.Compare(b.at)
	}
	return cmp.Compare(a.id, b.id)
}

// compare ties each report to those before it that share rare features.
func (b *batch) compare() {
	x := newIndex()
	for i, r := range b.reports {
		for _, j := range x.find(r) {
			t := compare(b.reports[j.slot], r)
			if score := shipped().odds(b.reports[j.slot], r, &t); score != absent {
				b.ties = append(b.ties, tie{int(j.slot), i, score})
			}
		}
		x.add(int32(i), r)
	}
}

func items(reports []*report) []item {
	list := make([]item, len(reports))
	for i, r := range reports {
		list[i] = item{size: 1, days: onDay(r.day)}
	}
	return list
}

// bound gives each report the first that is a copy of it.
func bound(reports []*report) []int {
	first := map[int32]int{}
	to := make([]int, len(reports))
	for i, r := range reports {
		to[i] = i
		if r.copyOf == 0 {
			continue
		}
		if j, ok := first[r.copyOf]; ok {
			to[i] = j
		} else {
			first[r.copyOf] = i
		}
	}
	return to
}

// why says for each place what ties it to its story: what it has in common with
// its best companion there. The first article of a story needs no reason.
func (b *batch) why() []string {
	best := make([]int, len(b.reports))
	for i := range best {
		best[i] = -1
	}
	for t := range b.ties {
		x := &b.ties[t]
		if b.of[x.a] != b.of[x.b] {
			continue
		}
		for _, i := range [...]int{x.a, x.b} {
			if best[i] < 0 || x.score > b.ties[best[i]].score {
				best[i] = t
			}
		}
	}
	why := make([]string, len(b.reports))
	for _, group := range b.groups {
		for _, i := range group[1:] {
			switch {
			case best[i] >= 0:
				x := &b.ties[best[i]]
				why[i] = reason(b.reports[i], b.reports[x.a+x.b-i], x.score)
			case b.reports[i].copyOf != 0:
				why[i] = copied
			}
		}
	}
	return why
}
