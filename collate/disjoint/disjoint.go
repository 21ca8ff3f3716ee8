// Package disjoint keeps disjoint sets of the numbers 0 to n-1 (union–find).
// The least member of a set is its root, so that the sets do not depend on the
// order in which they were joined.
package disjoint

// Sets are disjoint sets. Make them with [New].
type Sets struct{ parent []int }

// New returns n sets of one member each.
func New(n int) *Sets {
	s := &Sets{make([]int, n)}
	for i := range s.parent {
		s.parent[i] = i
	}
	return s
}

// Find returns the root of i's set: its least member.
func (s *Sets) Find(i int) int {
	for s.parent[i] != i {
		s.parent[i] = s.parent[s.parent[i]]
		i = s.parent[i]
	}
	return i
}

// Join makes one set of a's and b's.
func (s *Sets) Join(a, b int) {
	a, b = s.Find(a), s.Find(b)
	s.parent[max(a, b)] = min(a, b)
}

// Groups lists the sets by their least member, members ascending.
func (s *Sets) Groups() [][]int {
	at := map[int]int{}
	var list [][]int
	for i := range s.parent {
		root := s.Find(i)
		if _, ok := at[root]; !ok {
			at[root] = len(list)
			list = append(list, nil)
		}
		list[at[root]] = append(list[at[root]], i)
	}
	return list
}
