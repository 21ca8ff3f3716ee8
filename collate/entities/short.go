package entities

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// joinShort joins persons by one word to the one person whose full name ends
// in it.
func (r *resolver) joinShort() {
	ends := r.ends()
	var joins [][2]int
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.entity.Kind != isnad.Person || n.alone || len(n.full) != 1 || n.entity.Known != "" {
			continue
		}
		if j := r.longName(i, ends); j >= 0 {
			joins = append(joins, [2]int{i, j})
		}
	}
	// All are found before any is joined: none may lean on another.
	for _, j := range joins {
		r.note(j[0], "the only full name that ends in "+r.nodes[j[0]].full[0])
		r.union(j[0], j[1])
	}
	r.joinSingles()
}

// ends lists the nodes with full names by the skeletons of their last words.
func (r *resolver) ends() map[string][]int {
	ends := map[string][]int{}
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.entity.Kind != isnad.Person || n.alone || len(n.full) < 2 {
			continue
		}
		for _, key := range skeletons(n.full[len(n.full)-1]) {
			ends[key] = append(ends[key], i)
		}
	}
	return ends
}

// longName returns a node of the person whose full name ends in node i's word,
// or -1 if there is none or it could be one of several.
func (r *resolver) longName(i int, ends map[string][]int) int {
	company := map[int]int{} // root to how much company it shares
	for _, key := range skeletons(r.nodes[i].full[0]) {
		for _, j := range ends[key] {
			n := &r.nodes[j]
			if wordAgreement(r.nodes[i].full[0], n.full[len(n.full)-1]) < shortWord || r.conflict(i, j) {
				continue
			}
			root := r.find(j)
			company[root] = max(company[root], r.shared(i, j))
		}
	}
	best, most, tie := -1, -1, false
	for root, shared := range company {
		switch {
		case shared > most:
			best, most, tie = root, shared, false
		case shared == most:
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}

// shared counts the known rows that the reports of two nodes both name.
func (r *resolver) shared(i, j int) int {
	a, b := r.docs[r.nodes[i].doc], r.docs[r.nodes[j].doc]
	count := 0
	for _, x := range a.Entities {
		if x.Known == "" {
			continue
		}
		for _, y := range b.Entities {
			if x.Known == y.Known {
				count++
				break
			}
		}
	}
	return count
}

// joinSingles joins those who are known by one word everywhere.
func (r *resolver) joinSingles() {
	first := map[string]int{}
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.entity.Kind != isnad.Person || n.alone || len(n.full) != 1 || n.entity.Known != "" || r.find(i) != i {
			continue
		}
		if j, ok := first[n.full[0]]; !ok {
			first[n.full[0]] = i
		} else if !r.conflict(i, j) {
			r.union(i, j)
		}
	}
}

// joinRoles joins those known by role alone to the one person who is given
// the same role with its country elsewhere, and to one another.
func (r *resolver) joinRoles() {
	holders := map[string][]int{}
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.entity.Kind != isnad.Person {
			continue
		}
		for _, role := range n.entity.Roles {
			if key := r.roleKey(role.Text); key != "" {
				if root := r.find(i); !slices.Contains(holders[key], root) && !n.alone {
					holders[key] = append(holders[key], root)
				}
			}
		}
	}
	first := map[string]int{}
	for i := range r.nodes {
		n := &r.nodes[i]
		if !n.alone || n.entity.Kind != isnad.Person || len(n.entity.Names) == 0 {
			continue
		}
		key := r.roleKey(n.entity.Names[0])
		if key == "" {
			continue
		}
		if found := holders[key]; len(found) == 1 {
			r.note(i, "the one who is called "+n.entity.Names[0]+" elsewhere")
			r.union(i, found[0])
		} else if j, ok := first[key]; ok {
			r.union(i, j)
		} else {
			first[key] = i
		}
	}
}

// roleKey is what a role means, or "" for one that many hold: it must name a
// country, place or body beside the office.
func (r *resolver) roleKey(text string) string {
	s := r.sign(wordsOf(text))
	if s.anchors == 0 {
		return ""
	}
	return strings.Join(s.known, " ") + "/" + strings.Join(s.odd, " ")
}
