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
	score := make(map[[2]int]float64, len(pairs))
	for _, p := range pairs {
		score[[2]int{p.a, p.b}] = p.score
	}
	group := make([]int, n)
	members := make([][]int, n)
	why = make([]string, n)
	for i := range n {
		group[i], members[i] = i, []int{i}
	}
	for _, p := range pairs {
		a, b := group[p.a], group[p.b]
		if p.score < need || a == b || average(members[a], members[b], score, doc) < need/2 || anyApart(members[a], members[b], apart) {
			continue
		}
		if b < a {
			a, b = b, a
		}
		for _, item := range members[b] {
			group[item] = a
		}
		members[a] = append(members[a], members[b]...)
		members[b] = nil
	}
	// Each item gives the best pair that ties it to its group as its reason.
	for _, p := range pairs {
		if group[p.a] != group[p.b] || p.score < need {
			continue
		}
		for _, i := range [...]int{p.a, p.b} {
			if why[i] == "" {
				why[i] = p.why
			}
		}
	}
	for _, list := range members {
		if len(list) > 0 {
			sort.Ints(list)
			groups = append(groups, list)
		}
	}
	return groups, why
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
