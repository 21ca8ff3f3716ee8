// Package entities joins what many reports name into entities: over reports,
// spellings and scripts.
//
// # The score
//
// Two mentions of one known row are one entity. Of the others, two names of
// one kind are compared:
//
//   - Words score 1 if their folded keys are equal, else what the learned
//     letter table of package translit says: the odds that two spellings, of
//     two scripts or of one, are one name. Where its training names know two
//     spellings of one script, each must suit what the other is in the other
//     script, so that Hassan and Hussein stay two.
//   - Persons by two words or more agree if their last words score .5 and their
//     first .38 (or one is the initial of the other), and, where both have
//     words between, one of those agrees too. Offices of different countries
//     keep them apart, and so do those in different bodies where their reports
//     name nothing known in common; who bears a name of such persons without an office joins
//     the one who keeps most of the same company, if there is one.
//   - A person by one word joins the one person whose full name ends in it; of
//     several the one who keeps most of the same company, if there is one.
//   - Someone known by role alone joins the one person who is given the same
//     role with a country or body elsewhere.
//   - Bodies, places, groups and occasions are compared by what their words
//     mean (data/concepts.tsv), by the known places and people in them, and by
//     sound for the rest; order, articles and inflection do not count.
//
// Candidates meet in blocks of one consonant skeleton of that table, so the work grows with
// the number of names, not with its square. The result depends on the set of
// reports alone: unions are taken over all pairs that agree, and ties are
// broken by names and article IDs.
package entities

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/disjoint"
	"github.com/isnad-news/isnad/known"
)

// Resolve joins the local entities of docs. local[d][e] is the index into list
// of docs[d].Entities[e]. The list is ordered by ID. Evidence counts articles
// as docs does.
func Resolve(docs []*isnad.Doc, facts *known.Facts) (list []isnad.Entity, local [][]int) {
	r := &resolver{docs: docs, facts: facts}
	r.read()
	r.joinRows()
	r.joinBodies()
	r.joinPeople()
	r.joinShort()
	r.joinRoles()
	return r.build()
}

// resolver joins nodes by union and find.
type resolver struct {
	docs  []*isnad.Doc
	facts *known.Facts
	nodes []node    // ordered by article ID, then by local entity
	named [][][]int // per doc and local entity, its mentions by name
	sets  *disjoint.Sets
	row   []string       // known row of a set, by its root; empty if none
	land  []string       // alpha-3 of the country that a set serves, by its root; empty if none
	body  []string       // known body in the offices of a set, by its root; empty if none
	rows  map[string]int // known row to a node of it
	why   map[int]string // why a node was joined, where that was inferred
}

// node is one local entity.
type node struct {
	doc, local int
	entity     *isnad.LocalEntity
	full       []string   // words of the fullest name, folded, for a person without titles and sons
	names      [][]string // all names so
	alone      bool       // known by role alone
	country    string     // alpha-3, by an adjective in its roles
	body       string     // known organisation that its roles name
}

func (r *resolver) read() {
	order := make([]int, len(r.docs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.docs[a].Article.ID, r.docs[b].Article.ID) })
	r.named = make([][][]int, len(r.docs))
	for _, d := range order {
		r.named[d] = r.mentionsByName(d)
		for e := range r.docs[d].Entities {
			r.nodes = append(r.nodes, r.node(d, e, len(r.named[d][e]) > 0))
		}
	}
	r.sets, r.row, r.land = disjoint.New(len(r.nodes)), make([]string, len(r.nodes)), make([]string, len(r.nodes))
	r.body = make([]string, len(r.nodes))
	for i := range r.nodes {
		r.row[i], r.land[i], r.body[i] = r.nodes[i].entity.Known, r.nodes[i].country, r.nodes[i].body
	}
	r.why, r.rows = map[int]string{}, map[string]int{}
}

// mentionsByName lists the mentions that name each entity of a doc.
func (r *resolver) mentionsByName(d int) [][]int {
	named := make([][]int, len(r.docs[d].Entities))
	for i, m := range r.docs[d].Mentions {
		if m.Entity >= 0 && m.Form == isnad.Named {
			named[m.Entity] = append(named[m.Entity], i)
		}
	}
	return named
}

func (r *resolver) node(d, e int, named bool) node {
	entity := &r.docs[d].Entities[e]
	n := node{doc: d, local: e, entity: entity, alone: !named && entity.Known == ""}
	for _, name := range entity.Names {
		words := wordsOf(name)
		if entity.Kind == isnad.Person {
			words = personWords(words)
		}
		if len(words) > len(n.full) {
			n.full = words
		}
		n.names = append(n.names, words)
	}
	for _, role := range entity.Roles {
		if n.country == "" {
			n.country = r.demonymOf(role.Text)
		}
		if n.body == "" && entity.Kind == isnad.Person {
			n.body = r.bodyOf(role.Text)
		}
	}
	return n
}

func (r *resolver) find(i int) int { return r.sets.Find(i) }

// union joins the sets of a and b, unless they are one already or conflict,
// and reports whether it did. The
// smaller root stays, so that the result does not depend on the order of
// unions.
func (r *resolver) union(a, b int) bool {
	a, b = r.find(a), r.find(b)
	if a == b || r.conflict(a, b) {
		return false
	}
	a, b = min(a, b), max(a, b)
	r.sets.Join(a, b)
	r.row[a], r.land[a], r.body[a] = cmp.Or(r.row[a], r.row[b]), cmp.Or(r.land[a], r.land[b]), cmp.Or(r.body[a], r.body[b])
	return true
}

// conflict reports whether the sets of two nodes cannot be one: known as two,
// or not known as one and in the service of two countries, or of two bodies
// and in no company that they share.
func (r *resolver) conflict(a, b int) bool {
	a, b = r.find(a), r.find(b)
	if r.row[a] != "" && r.row[b] != "" {
		return r.row[a] != r.row[b]
	}
	if r.land[a] != "" && r.land[b] != "" && r.land[a] != r.land[b] {
		return true
	}
	return r.body[a] != "" && r.body[b] != "" && r.body[a] != r.body[b] && r.shared(a, b) == 0
}

func (r *resolver) joinRows() {
	for i := range r.nodes {
		id := r.nodes[i].entity.Known
		if id == "" {
			continue
		}
		if first, ok := r.rows[id]; ok {
			r.union(first, i)
		} else {
			r.rows[id] = i
		}
	}
}
