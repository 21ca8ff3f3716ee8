package records

import "sort"

// scored is a pair of items and how alike they are, 0 to 1.
type scored struct {
	a, b  int
	score float64
	why   string
}

// cluster joins items greedily, the most alike first. Two groups join when the
// pair that ties them is good and their other pairs over articles are, on
// average, at least half as good as need; doc gives the article of an item, and
// pairs within an article have no say. Groups that hold two items which cannot
// be one, as apart tells, stay two; nil bars nothing. It returns the groups by
// their least item, and for each item why it joined.
func cluster(n int, pairs []scored, need float64, doc func(int) int, apart func(i, j int) bool) (groups [][]int, why []string) {
	sort.SliceStable(pairs, func(i, j int) bool {
		if pairs[i].score != pairs[j].score {
			return pairs[i].score > pairs[j].score
		}
		if pairs[i].a != pairs[j].a {
			return pairs[i].a < pairs[j].a
		}
		return pairs[i].b < pairs[j].b
	})
	c := &clustering{pairs: pairs, need: need, doc: doc, apart: apart, score: make(map[[2]int]float64, len(pairs)), failed: map[[4]int]bool{}}
	for _, p := range pairs {
		c.score[[2]int{p.a, p.b}] = p.score
	}
	for i := range n {
		c.group, c.members = append(c.group, i), append(c.members, []int{i})
	}
	for _, p := range pairs {
		if p.score >= need {
			c.join(c.group[p.a], c.group[p.b])
		}
	}
	for _, list := range c.members {
		if len(list) > 0 {
			sort.Ints(list)
			groups = append(groups, list)
		}
	}
	return groups, c.reasons()
}

// clustering is the groups in the making.
type clustering struct {
	pairs   []scored
	need    float64
	doc     func(int) int
	apart   func(i, j int) bool
	score   map[[2]int]float64
	group   []int   // item → its group, which is named by an item of it
	members [][]int // group → its items; nil for one that joined another
	// failed are two groups and their sizes that are not to join: a group only
	// grows, so its size says what it holds.
	failed map[[4]int]bool
}

// join makes two groups one if they are to be.
func (c *clustering) join(a, b int) {
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	tried := [4]int{a, b, len(c.members[a]), len(c.members[b])}
	if c.failed[tried] {
		return
	}
	if average(c.members[a], c.members[b], c.score, c.doc) < c.need/2 || anyApart(c.members[a], c.members[b], c.apart) {
		c.failed[tried] = true
		return
	}
	for _, item := range c.members[b] {
		c.group[item] = a
	}
	c.members[a] = append(c.members[a], c.members[b]...)
	c.members[b] = nil
}

// reasons gives each item the best pair that ties it to its group as its reason.
func (c *clustering) reasons() []string {
	why := make([]string, len(c.group))
	for _, p := range c.pairs {
		if c.group[p.a] != c.group[p.b] || p.score < c.need {
			continue
		}
		for _, i := range [...]int{p.a, p.b} {
			if why[i] == "" {
				why[i] = p.why
			}
		}
	}
	return why
}

func anyApart(a, b []int, apart func(i, j int) bool) bool {
	if apart == nil {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if apart(x, y) {
				return true
			}
		}
	}
	return false
}

func average(a, b []int, score map[[2]int]float64, doc func(int) int) float64 {
	sum, n := 0.0, 0
	for _, x := range a {
		for _, y := range b {
			if doc(x) == doc(y) && len(a)+len(b) > 2 {
				continue
			}
			sum += score[[2]int{min(x, y), max(x, y)}]
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return sum / float64(n)
}
