package entities

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/disjoint"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/translit"
)

// Thresholds of agreement between words of names, as the letter table scores
// them.
const (
	lastWord  = 0.5
	firstWord = 0.38
	initial   = 0.6 // what an initial scores against its name
	shortWord = 0.6
)

// person is a distinct full name with the nodes that bear it.
type person struct {
	words []string
	nodes []int
	row   *known.Row // a known person nobody was resolved to yet, or the row of the nodes
	// Whether the offices of bearers of this name, or of one that agrees with
	// it, keep some of them apart.
	contested bool
}

// pair is two names that agree; the nodes of the second may be none.
type pair struct {
	x, y *person
	why  string
}

// joinPeople joins persons by full names.
func (r *resolver) joinPeople() {
	people := r.fullNames()
	if len(people) == 0 {
		return
	}
	listed := listedNames(r.facts)
	blocks := map[string][]int{}
	for i := range people {
		for _, key := range people[i].blocks() {
			blocks[key] = append(blocks[key], i)
		}
	}
	var pairs []pair
	names := disjoint.New(len(people))
	for _, key := range sortedKeys(blocks) {
		block := blocks[key]
		for a, x := range block {
			for _, y := range block[a+1:] {
				if why := agree(&people[x], &people[y]); why != "" {
					pairs = append(pairs, pair{&people[x], &people[y], why})
					names.Join(x, y)
				}
			}
			for _, y := range listed.peopleBlocks[key] {
				if why := agree(&people[x], &listed.people[y]); why != "" {
					pairs = append(pairs, pair{&people[x], &listed.people[y], why})
				}
			}
		}
	}
	var contested [][]int
	for _, group := range names.Groups() {
		var nodes []int
		for _, i := range group {
			nodes = append(nodes, people[i].nodes...)
		}
		slices.Sort(nodes)
		nodes = slices.Compact(nodes)
		if r.contested(nodes) {
			contested = append(contested, nodes)
			for _, i := range group {
				people[i].contested = true
			}
		}
	}
	for i := range people {
		r.joinBearers(people[i].nodes, people[i].contested)
	}
	for _, p := range pairs {
		r.joinPair(p)
	}
	for _, nodes := range contested {
		r.joinCompany(nodes)
	}
}

// fullNames lists the distinct names of two words or more, ordered.
func (r *resolver) fullNames() []person {
	byName := map[string]*person{}
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.entity.Kind != isnad.Person || n.alone {
			continue
		}
		for _, words := range n.names {
			if len(words) < 2 {
				continue
			}
			key := strings.Join(words, " ")
			if byName[key] == nil {
				byName[key] = &person{words: words}
			}
			p := byName[key]
			if !slices.Contains(p.nodes, i) {
				p.nodes = append(p.nodes, i)
			}
			if row, ok := r.facts.Row(n.entity.Known); ok {
				p.row = row
			}
		}
	}
	var list []person
	for _, key := range sortedKeys(byName) {
		list = append(list, *byName[key])
	}
	return list
}

// blocks are the keys under which a name meets others: the skeleton of its
// last word with the first sound of its first, or its initial.
func (p *person) blocks() []string {
	var keys []string
	for _, last := range skeletons(p.words[len(p.words)-1]) {
		for _, first := range skeletons(p.words[0]) {
			opening := ""
			if first != "" {
				opening = first[:1]
			}
			if key := last + " " + opening; !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
		if isLatin(p.words[0]) {
			keys = append(keys, last+" "+p.words[0][:1]+".") // where an initial meets names
		}
	}
	return keys
}

// contested reports whether the offices of nodes keep two of them apart.
func (r *resolver) contested(nodes []int) bool {
	first := map[string]int{} // of each office
	for _, i := range nodes {
		office := r.office(i)
		if _, ok := first[office]; ok || office == "" {
			continue
		}
		for _, j := range first {
			if r.land[r.find(i)] != r.land[r.find(j)] && r.land[r.find(i)] != "" && r.land[r.find(j)] != "" || r.conflict(i, j) {
				return true
			}
		}
		first[office] = i
	}
	return false
}

// office is the country and the body that a node's set serves, or "".
func (r *resolver) office(i int) string {
	root := r.find(i)
	if r.land[root] == "" && r.body[root] == "" {
		return ""
	}
	return r.land[root] + " " + r.body[root]
}

// joinBearers joins the bearers of one name. Of a contested name only those
// whose offices do not conflict are joined: someone without office could be
// any.
func (r *resolver) joinBearers(nodes []int, contested bool) {
	var firsts []int // of those kept apart
	for _, i := range nodes {
		if contested && r.office(i) == "" {
			continue
		}
		joined := false
		for _, j := range firsts {
			if joined = r.find(i) == r.find(j) || r.union(j, i); joined {
				break
			}
		}
		if !joined {
			firsts = append(firsts, i)
		}
	}
}

// joinCompany joins those bearers of a contested name that no office tells
// apart to the one who keeps most of the same company, if there is one.
func (r *resolver) joinCompany(nodes []int) {
	settled, open := map[int]map[string]bool{}, map[int]map[string]bool{} // by root, the known rows around it
	for _, i := range nodes {
		root, of := r.find(i), settled
		if r.office(root) == "" && r.row[root] == "" {
			of = open
		}
		if of[root] == nil {
			of[root] = map[string]bool{}
		}
		for _, e := range r.docs[r.nodes[i].doc].Entities {
			if e.Known != "" {
				of[root][e.Known] = true
			}
		}
	}
	var joins [][2]int
	for root, company := range open {
		best, most, tie := -1, 0, false
		for other, around := range settled {
			shared := 0
			for id := range company {
				shared += flag(around[id])
			}
			switch {
			case shared > most:
				best, most, tie = other, shared, false
			case shared == most:
				tie = true
			}
		}
		if best >= 0 && !tie {
			joins = append(joins, [2]int{root, best})
		}
	}
	// All are found before any is joined: none may lean on another.
	for _, j := range joins {
		if r.union(j[0], j[1]) {
			r.note(j[0], "of several by the name "+strings.Join(r.nodes[j[0]].full, " ")+" the one in whose company it stands")
		}
	}
}

// agree says why two names read as one; "" if they do not.
func agree(x, y *person) string {
	if x.row != nil && y.row != nil && x.row != y.row {
		return ""
	}
	score := agreement(x.words, y.words)
	if score == 0 {
		return ""
	}
	return fmt.Sprintf("%s and %s read as one name (%.2f)", strings.Join(x.words, " "), strings.Join(y.words, " "), score)
}

// joinPair joins the bearers of two names that agree.
func (r *resolver) joinPair(p pair) {
	if len(p.y.nodes) == 0 {
		r.joinRow(p.x, p.y.row, p.why)
		return
	}
	for _, a := range p.x.nodes {
		for _, b := range p.y.nodes {
			if p.x.contested && (r.office(a) == "" || r.office(b) == "") {
				continue
			}
			if r.union(a, b) {
				r.note(b, p.why)
			}
		}
	}
}

// joinRow gives the bearers of a name a known row.
func (r *resolver) joinRow(p *person, row *known.Row, why string) {
	for _, i := range p.nodes {
		n := &r.nodes[i]
		root := r.find(i)
		if n.entity.Known != "" || r.row[root] != "" && r.row[root] != row.ID {
			continue
		}
		if land := r.land[root]; land != "" && row.Country != "" && land != row.Country {
			continue
		}
		r.note(i, why)
		r.row[root] = row.ID
		if first, ok := r.rows[row.ID]; ok {
			r.union(first, i)
		} else {
			r.rows[row.ID] = i
		}
	}
}

// note keeps the first reason in the order of names, whatever order the
// reports came in.
func (r *resolver) note(i int, why string) {
	if old, ok := r.why[i]; !ok || why < old {
		r.why[i] = why
	}
}

// agreement scores two full names; 0 if they are not one.
func agreement(a, b []string) float64 {
	last := wordAgreement(a[len(a)-1], b[len(b)-1])
	if last < lastWord {
		return 0
	}
	first := wordAgreement(a[0], b[0])
	if isInitial(a[0], b[0]) {
		first = initial
	}
	if first < firstWord || !middles(a[1:len(a)-1], b[1:len(b)-1]) {
		return 0
	}
	return (last + first) / 2
}

// wordAgreement scores two folded words from 0 to 1: 1 for equal ones, else
// what the letter table says. Unequal spellings are never as good as equal
// ones.
func wordAgreement(a, b string) float64 {
	if a == b {
		return 1
	}
	table := translit.Default()
	return 0.98 * max(table.Same(a, b), table.Same(withoutHelp(a), withoutHelp(b)))
}

// withoutHelp takes the helping alef off a Maghrebi spelling: «اعلي» is «علي».
func withoutHelp(word string) string {
	if strings.HasPrefix(word, alef+ain) {
		return word[len(alef):]
	}
	return word
}

// skeletons are the keys under which a word meets its other spellings.
func skeletons(word string) []string { return translit.Default().Skeletons(word) }

// middles reports whether the words between agree: where both names have
// some, one must be in the other.
func middles(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if wordAgreement(x, y) >= lastWord || isInitial(x, y) {
				return true
			}
		}
	}
	return false
}

// isInitial reports whether one Latin word is the initial of the other.
func isInitial(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	a = strings.TrimSuffix(a, ".")
	return len(a) == 1 && len(b) > 1 && isLatin(b) && a[0] == b[0]
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
