package stories

import (
	"container/heap"
	"slices"
)

// tie is how much speaks for two articles being on one happening, in
// thousandths of the logarithm of the odds: above 0 for, below against. Whole
// numbers, so that sums do not depend on their order.
type tie struct {
	a, b  int // a < b
	score int
}

// item is what is joined: one article, or several that stay together.
type item struct {
	size int // articles
	days stretch
	past bool // articles of it wait no more: it takes in only what has a day near its own
}

// joins reports whether the days of two items let them be one.
func (a *item) joins(b *item) bool {
	if (a.past || b.past) && (a.days.from == 0 || b.days.from == 0) {
		return false
	}
	return !a.days.far(b.days)
}

// agglomerate joins items to clusters: again and again the two with the highest
// mean score over all pairs between them, as long as that is at least floor and
// no two articles are too many days apart. Pairs without a tie count as absent;
// between items of several articles there may be several ties. Of equals those
// with the least items go first. Items i and bound[i] ≤ i are together from the
// start, whatever their days; bound may be nil. It returns the least item of
// each item's cluster.
//
// Law: the result depends on the set of ties alone.
func agglomerate(items []item, ties []tie, bound []int, absent, floor int) []int {
	g := &graph{absent: absent, floor: floor, nodes: make([]node, len(items))}
	for i := range g.nodes {
		g.nodes[i] = node{item: items[i], parent: i, edges: map[int]edge{}}
	}
	for _, t := range ties {
		had := g.nodes[t.a].edges[t.b]
		both := edge{had.sum + t.score, had.count + 1}
		g.nodes[t.a].edges[t.b], g.nodes[t.b].edges[t.a] = both, both
	}
	for i, to := range bound {
		if to != i {
			g.merge(g.root(to), i)
		}
	}
	for a := range g.nodes {
		for b := range g.nodes[a].edges {
			if a < b {
				g.offer(a, b)
			}
		}
	}
	heap.Init(&g.queue)
	for g.queue.Len() > 0 {
		next := heap.Pop(&g.queue).(offer)
		if g.nodes[next.a].parent != next.a || g.nodes[next.b].parent != next.b ||
			g.nodes[next.a].size != next.sizeA || g.nodes[next.b].size != next.sizeB {
			continue // one of them has grown or gone since
		}
		g.join(next.a, next.b)
	}
	of := make([]int, len(items))
	for i := range of {
		of[i] = g.root(i)
	}
	return of
}

// graph is what is left to join: nodes are clusters, by their least item.
type graph struct {
	absent, floor int
	nodes         []node
	queue         offers
}

type node struct {
	item
	parent int
	edges  map[int]edge
}

// edge sums the ties between two clusters.
type edge struct{ sum, count int }

type offer struct {
	mean         float64
	a, b         int // a < b
	sizeA, sizeB int
}

func (g *graph) mean(a, b int) float64 {
	e, pairs := g.nodes[a].edges[b], g.nodes[a].size*g.nodes[b].size
	return float64(e.sum+(pairs-e.count)*g.absent) / float64(pairs)
}

// offer lists two clusters for joining if they are like enough. It does not
// order the queue.
func (g *graph) offer(a, b int) {
	if !g.nodes[a].joins(&g.nodes[b].item) {
		return
	}
	if mean := g.mean(a, b); mean >= float64(g.floor) {
		g.queue = append(g.queue, offer{mean, min(a, b), max(a, b), g.nodes[min(a, b)].size, g.nodes[max(a, b)].size})
	}
}

func (g *graph) root(i int) int {
	for g.nodes[i].parent != i {
		i = g.nodes[i].parent
	}
	return i
}

// merge puts b into a, where a < b.
func (g *graph) merge(a, b int) {
	into, from := &g.nodes[a], &g.nodes[b]
	from.parent = a
	into.size += from.size
	into.days, into.past = into.days.with(from.days), into.past || from.past
	delete(into.edges, b)
	delete(from.edges, a)
	for c, e := range from.edges {
		had := into.edges[c]
		both := edge{had.sum + e.sum, had.count + e.count}
		into.edges[c] = both
		other := g.nodes[c].edges
		delete(other, b)
		other[a] = both
	}
	from.edges = nil
}

// join puts b into a, where a < b, and offers what has changed.
func (g *graph) join(a, b int) {
	g.merge(a, b)
	into := &g.nodes[a]
	near := make([]int, 0, len(into.edges))
	for c := range into.edges {
		near = append(near, c)
	}
	slices.Sort(near)
	for _, c := range near {
		n := len(g.queue)
		if g.offer(a, c); len(g.queue) > n {
			heap.Fix(&g.queue, n)
		}
	}
}

type offers []offer

func (q offers) Len() int { return len(q) }
func (q offers) Less(i, j int) bool {
	a, b := &q[i], &q[j]
	if a.mean != b.mean {
		return a.mean > b.mean
	}
	return a.a < b.a || a.a == b.a && a.b < b.b
}
func (q offers) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *offers) Push(x any)   { *q = append(*q, x.(offer)) }
func (q *offers) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
