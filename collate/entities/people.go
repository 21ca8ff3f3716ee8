package entities

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// Thresholds of agreement between words of names.
const (
	lastWord   = 0.80
	firstWord  = 0.75
	initial    = 0.85 // what an initial scores against its name
	shortWord  = 0.86
	fourSounds = 4
)

// person is a distinct full name with the nodes that bear it.
type person struct {
	words []string
	nodes []int
	row   *known.Row // a known person nobody was resolved to yet, or the row of the nodes
}

// joinPeople joins persons by full names.
func (r *resolver) joinPeople() {
	people := r.fullNames()
	if len(people) == 0 {
		return
	}
	people = append(people, r.knownPeople()...)
	blocks := map[string][]int{}
	for i := range people {
		for _, key := range people[i].blocks() {
			blocks[key] = append(blocks[key], i)
		}
	}
	for i := range people {
		r.joinBearers(&people[i])
	}
	for _, key := range sortedKeys(blocks) {
		block := blocks[key]
		for a, x := range block {
			for _, y := range block[a+1:] {
				r.joinPair(&people[x], &people[y])
			}
		}
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

// knownPeople lists the full names of known persons, so that an unlisted
// spelling finds its row.
func (r *resolver) knownPeople() []person {
	var list []person
	for row := range r.facts.Rows() {
		if row.Kind != isnad.Person {
			continue
		}
		for _, name := range row.Names {
			if words := personWords(wordsOf(name.Text)); len(words) >= 2 {
				list = append(list, person{words: words, row: row})
			}
		}
	}
	return list
}

// blocks are the keys under which a name meets others: the skeleton of its
// last word with the first sound of its first.
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
	}
	return keys
}

// joinBearers joins the bearers of one name, unless their offices are of
// different countries.
func (r *resolver) joinBearers(p *person) {
	for i, a := range p.nodes {
		for _, b := range p.nodes[i+1:] {
			if !r.conflict(a, b) {
				r.union(a, b)
			}
		}
	}
}

// joinPair joins the bearers of two names that agree.
func (r *resolver) joinPair(x, y *person) {
	if len(x.nodes) == 0 {
		x, y = y, x
	}
	if len(x.nodes) == 0 || x.row != nil && y.row != nil && x.row != y.row {
		return
	}
	score := agreement(x.words, y.words)
	if score == 0 {
		return
	}
	why := fmt.Sprintf("%s and %s read as one name (%.2f)", strings.Join(x.words, " "), strings.Join(y.words, " "), score)
	if len(y.nodes) == 0 {
		r.joinRow(x, y.row, why)
		return
	}
	for _, a := range x.nodes {
		for _, b := range y.nodes {
			if r.find(a) != r.find(b) && !r.conflict(a, b) {
				r.note(b, why)
				r.union(a, b)
			}
		}
	}
}

// joinRow gives the bearers of a name a known row.
func (r *resolver) joinRow(p *person, row *known.Row, why string) {
	for _, i := range p.nodes {
		n := &r.nodes[i]
		if n.entity.Known != "" || n.country != "" && row.Country != "" && n.country != row.Country {
			continue
		}
		root := r.find(i)
		if r.row[root] != "" && r.row[root] != row.ID {
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

// conflict reports whether two persons cannot be one: known as two, or in the
// service of two countries.
func (r *resolver) conflict(a, b int) bool {
	x, y := &r.nodes[a], &r.nodes[b]
	if x.entity.Known != "" && y.entity.Known != "" && x.entity.Known != y.entity.Known {
		return true
	}
	return x.country != "" && y.country != "" && x.country != y.country
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

// wordAgreement is alike, with the caution that names of one script call for.
func wordAgreement(a, b string) float64 {
	score := alike(a, b)
	if a == b || isLatin(a) != isLatin(b) || consonants(a) >= fourSounds {
		return score
	}
	if bareSounds(a) == bareSounds(b) {
		return score
	}
	return 0
}

// bareSounds is the commonest reading of a word with its vowels: two spellings
// with one letter for another («ج» and «غ») have the same.
func bareSounds(word string) string { return readings(word)[0] }

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
