package copies

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad/collate/disjoint"
)

// pair is two texts that are copies.
type pair struct {
	a, b int
	likeness
}

// verify returns the candidates that are copies, most alike first. It tells
// the texts which of their words are rare.
func verify(texts []text, candidates [][2]int) []pair {
	var close [][2]int
	copies := disjoint.New(len(texts))
	for _, c := range candidates {
		l := texts[c[0]].like(&texts[c[1]])
		if l.part >= sure {
			copies.Join(c[0], c[1])
		}
		if l.held >= shingled {
			close = append(close, c)
		}
	}
	setRare(texts, copies)
	var list []pair
	for _, c := range close {
		if l, ok := texts[c[0]].copies(&texts[c[1]]); ok {
			list = append(list, pair{c[0], c[1], l})
		}
	}
	slices.SortStableFunc(list, func(a, b pair) int { return cmp.Compare(b.part, a.part) })
	return list
}

// asked is how many texts of each group are held against each other before two
// groups are joined.
const asked = 5

// groups joins texts that are copies, and returns the group of each. That one
// text is a copy of another which is a copy of a third does not make a group of
// them: two groups are joined only where half of the texts asked are copies
// across, so that a report which gathers several others does not make one
// witness of them. fixed are sets of texts that are one whatever they say.
func groups(texts []text, fixed [][]int, alike []pair) []int {
	of, members := make([]int, len(texts)), make([][]int, len(texts))
	for i := range texts {
		of[i], members[i] = i, []int{i}
	}
	join := func(a, b int) {
		a, b = min(a, b), max(a, b)
		for _, i := range members[b] {
			of[i] = a
		}
		members[a] = append(members[a], members[b]...)
		slices.Sort(members[a])
		members[b] = nil
	}
	for _, set := range fixed {
		for _, i := range set[1:] {
			if of[set[0]] != of[i] {
				join(of[set[0]], of[i])
			}
		}
	}
	for _, pair := range alike {
		if a, b := of[pair.a], of[pair.b]; a != b && agree(texts, members[a], members[b]) {
			join(a, b)
		}
	}
	return of
}

// agree reports whether half of the texts asked of one group are copies of
// those asked of the other.
func agree(texts []text, a, b []int) bool {
	if len(a) == 1 && len(b) == 1 {
		return true
	}
	yes, all := 0, 0
	for _, i := range some(a) {
		for _, j := range some(b) {
			all++
			if _, ok := texts[i].copies(&texts[j]); ok {
				yes++
			}
		}
	}
	return 2*yes >= all
}

// some are members of a group, evenly spread.
func some(members []int) []int {
	if len(members) <= asked {
		return members
	}
	list := make([]int, asked)
	for i := range list {
		list[i] = members[i*(len(members)-1)/(asked-1)]
	}
	return list
}
