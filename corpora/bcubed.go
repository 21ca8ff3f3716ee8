package corpora

// BCubed is how a grouping agrees with a true one, item by item: the precision
// of an item is the share of its group that truly belongs with it, its recall
// the share of what truly belongs with it that stands in its group; both are
// averaged over the items that are judged.
//
// Source: Bagga and Baldwin, Algorithms for scoring coreference chains, 1998.
type BCubed struct {
	Precision, Recall float64
	Items             int
}

// F1 is the harmonic mean of precision and recall.
func (b BCubed) F1() float64 {
	if b.Precision+b.Recall == 0 {
		return 0
	}
	return 2 * b.Precision * b.Recall / (b.Precision + b.Recall)
}

// AgreeGroups compares a grouping with true groups, of which no two share an
// item. Every item of a true group is judged. Items of the grouping that no true
// group holds count against the precision of those that they stand with, but for
// those in aside, which count for neither side. An item that the grouping lacks
// stands alone in it.
//
// With no items all is 1.
func AgreeGroups[Item comparable](truth, groups [][]Item, aside map[Item]bool) BCubed {
	of := map[Item]int{}
	sizes := make([]int, len(groups))
	for g, members := range groups {
		for _, item := range members {
			if _, twice := of[item]; twice || aside[item] {
				continue
			}
			of[item] = g
			sizes[g]++
		}
	}
	var sum BCubed
	for _, members := range truth {
		together, size := map[int]int{}, 0
		for _, item := range members {
			if aside[item] {
				continue
			}
			size++
			if g, ok := of[item]; ok {
				together[g]++
			}
		}
		for _, item := range members {
			if aside[item] {
				continue
			}
			shared, held := 1, 1
			if g, ok := of[item]; ok {
				shared, held = together[g], sizes[g]
			}
			sum.Precision += float64(shared) / float64(held)
			sum.Recall += float64(shared) / float64(size)
			sum.Items++
		}
	}
	if sum.Items == 0 {
		return BCubed{Precision: 1, Recall: 1}
	}
	sum.Precision /= float64(sum.Items)
	sum.Recall /= float64(sum.Items)
	return sum
}
