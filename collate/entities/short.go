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
	type join struct {
		short, long int
		why         string
	}
	var joins []join
	lands := map[int][]int{} // by root, those who would join it
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.entity.Kind != isnad.Person || n.alone || len(n.full) != 1 || n.entity.Known != "" {
			continue
		}
		if j, why := r.longName(i, ends); j >= 0 {
			joins = append(joins, join{i, j, why})
			lands[j] = append(lands[j], i)
		}
	}
	contested := map[int]bool{}
	for root, nodes := range lands {
		contested[root] = r.contested(nodes)
	}
	// All are found before any is joined: none may lean on another. Where
	// several countries claim a full name without one, none has it.
	for _, j := range joins {
		if contested[j.long] && r.nodes[j.short].country != r.land[r.find(j.long)] {
			continue
		}
		if r.union(j.short, j.long) {
			r.note(j.short, j.why)
		}
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

// longName returns the root of the person whose full name ends in node i's
// word, with the reason, or -1 if there is none or it could be one of several.
func (r *resolver) longName(i int, ends map[string][]int) (int, string) {
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
	switch word := r.nodes[i].full[0]; {
	case tie || best < 0:
		return -1, ""
	case len(company) == 1:
		return best, "the only full name that ends in " + word
	default:
		return best, "of the full names that end in " + word + " the one that keeps most of the same company"
	}
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
	long := map[int]bool{} // roots of sets that hold a full name
	for i := range r.nodes {
		if len(r.nodes[i].full) >= 2 {
			long[r.find(i)] = true
		}
	}
	bearers := map[string][]int{}
	for i := range r.nodes {
		n := &r.nodes[i]
		if root := r.find(i); n.entity.Kind == isnad.Person && !n.alone && len(n.full) == 1 && !long[root] && r.row[root] == "" {
			bearers[n.full[0]] = append(bearers[n.full[0]], i)
		}
	}
	for _, word := range sortedKeys(bearers) {
		nodes := bearers[word]
		contested := r.contested(nodes)
		r.joinBearers(nodes, contested)
		if contested {
			r.joinCompany(nodes)
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
			if r.union(i, found[0]) {
				r.note(i, "the one who is called "+n.entity.Names[0]+" elsewhere")
			}
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
