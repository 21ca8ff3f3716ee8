package copies

// ties joins texts into groups.
type ties struct {
	parent []int
	share  []float64 // of each text: the most that it has in common with another
}

func newTies(n int) *ties {
	t := &ties{make([]int, n), make([]float64, n)}
	for i := range t.parent {
		t.parent[i] = i
	}
	return t
}

func (t *ties) find(i int) int {
	for t.parent[i] != i {
		t.parent[i] = t.parent[t.parent[i]]
		i = t.parent[i]
	}
	return i
}

// join ties a and b, which have share in common.
func (t *ties) join(a, b int, share float64) {
	t.share[a], t.share[b] = max(t.share[a], share), max(t.share[b], share)
	a, b = t.find(a), t.find(b)
	t.parent[max(a, b)] = min(a, b)
}

// groups lists the groups, members ascending.
func (t *ties) groups() [][]int {
	at := map[int]int{}
	var list [][]int
	for i := range t.parent {
		root := t.find(i)
		if _, ok := at[root]; !ok {
			at[root] = len(list)
			list = append(list, nil)
		}
		list[at[root]] = append(list[at[root]], i)
	}
	return list
}
