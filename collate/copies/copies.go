// Package copies finds articles that are one text: the same report carried by
// two outlets, an agency's story printed with other words around it, a later
// version of one article. Copies count as one witness.
package copies

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/disjoint"
)

const (
	// Two texts are copies when they share half of all their shingles, or
	// when one holds three quarters of the other.
	jaccard     = 0.5
	containment = 0.75
	fewest      = 12 // shingles below which only the very same words are a copy
)

// Group returns the witnesses: every article is in exactly one, copies
// together. Two articles are copies if they are versions of one article, have
// the same words, or share most of their word triples. Articles within a
// witness are ordered by publication, then by ID; witnesses by their first
// article. The result does not depend on the order of docs but for the indexes
// in it.
func Group(docs []*isnad.Doc) []isnad.Witness {
	texts := make([]text, len(docs))
	for i, doc := range docs {
		texts[i] = newText(doc.Article)
	}
	sets, share := disjoint.New(len(docs)), make([]float64, len(docs))
	same := func(key func(int) string) {
		first := map[string]int{}
		for i := range docs {
			if at, ok := first[key(i)]; ok {
				sets.Join(at, i)
				share[at], share[i] = 1, 1
			} else {
				first[key(i)] = i
			}
		}
	}
	same(func(i int) string { return docs[i].Article.ID })
	same(func(i int) string { return texts[i].words })
	for _, pair := range candidates(docs, texts) {
		if both, ok := copied(texts[pair[0]].shingles, texts[pair[1]].shingles); ok {
			sets.Join(pair[0], pair[1])
			for _, i := range pair {
				share[i] = max(share[i], both)
			}
		}
	}
	var list []isnad.Witness
	for _, members := range sets.Groups() {
		list = append(list, witness(docs, members, share))
	}
	slices.SortFunc(list, func(a, b isnad.Witness) int { return order(docs, a.Articles[0], b.Articles[0]) })
	return list
}

// order compares docs by publication, then by ID, then by version.
func order(docs []*isnad.Doc, a, b int) int {
	x, y := docs[a].Article, docs[b].Article
	if x.ID == y.ID && x.Published.Time.Equal(y.Published.Time) && x.Version != y.Version {
		return cmp.Compare(x.Version, y.Version)
	}
	switch {
	case x.Before(y):
		return -1
	case y.Before(x):
		return 1
	}
	return 0
}

// witness makes one of members. share holds for each article how much of it
// the closest copy shares.
func witness(docs []*isnad.Doc, members []int, share []float64) isnad.Witness {
	slices.SortFunc(members, func(a, b int) int { return order(docs, a, b) })
	w := isnad.Witness{Articles: members}
	least, versions := 1.0, true
	for _, i := range members {
		if agency := docs[i].Article.Agency.Name; w.Agency == "" {
			w.Agency = agency
		}
		least = min(least, share[i])
		versions = versions && docs[i].Article.ID == docs[members[0]].Article.ID
	}
	switch {
	case len(members) == 1:
	case versions:
		w.Why = "versions of one article"
	case least == 1:
		w.Why = "one text: the shorter one's words are all in the other"
	default:
		w.Why = fmt.Sprintf("one text: %.0f %% of the shorter one's word triples are shared", least*100)
	}
	return w
}

// copied returns the share of the smaller set that the larger one holds, and
// whether the two are copies.
func copied(a, b []uint64) (float64, bool) {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			both, i, j = both+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	contained := float64(both) / float64(min(len(a), len(b)))
	union := len(a) + len(b) - both
	return contained, float64(both)/float64(union) >= jaccard || contained >= containment
}
