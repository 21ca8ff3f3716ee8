// Package copies finds articles that are one text: the same report carried by
// two outlets, an agency's story printed with other words around it, a later
// version of one article. Copies count as one witness.
package copies

import (
	"fmt"
	"hash/fnv"
	"slices"
	"sort"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

const (
	window = 3   // words in a shingle
	sketch = 128 // smallest hashes kept to find candidates
	common = 6   // sketch hashes that two candidates share at least
	// Two texts are copies when they share half of all their shingles, or
	// when one holds three quarters of the other.
	jaccard     = 0.5
	containment = 0.75
	fewest      = 12 // shingles below which a text is too short to call a copy
)

// Group returns the witnesses: every article is in exactly one, copies
// together. Articles within a witness are ordered by publication, then by ID;
// witnesses by their first article. The result does not depend on the order of
// docs but for the indexes in it.
func Group(docs []*isnad.Doc) []isnad.Witness {
	shingles := make([][]uint64, len(docs))
	for i, doc := range docs {
		shingles[i] = shinglesOf(doc.Article)
	}
	parent := make([]int, len(docs))
	for i := range parent {
		parent[i] = i
	}
	var find func(int) int
	find = func(i int) int {
		if parent[i] != i {
			parent[i] = find(parent[i])
		}
		return parent[i]
	}
	share := map[int]float64{}
	for _, pair := range candidates(shingles) {
		both, ok := same(shingles[pair[0]], shingles[pair[1]])
		if !ok {
			continue
		}
		a, b := find(pair[0]), find(pair[1])
		parent[b] = a
		share[pair[0]], share[pair[1]] = max(share[pair[0]], both), max(share[pair[1]], both)
	}
	groups := map[int][]int{}
	for i := range docs {
		groups[find(i)] = append(groups[find(i)], i)
	}
	var list []isnad.Witness
	for _, members := range groups {
		list = append(list, witness(docs, members, share))
	}
	sort.Slice(list, func(i, j int) bool {
		return docs[list[i].Articles[0]].Article.Before(docs[list[j].Articles[0]].Article)
	})
	return list
}

func witness(docs []*isnad.Doc, members []int, share map[int]float64) isnad.Witness {
	sort.Slice(members, func(i, j int) bool { return docs[members[i]].Article.Before(docs[members[j]].Article) })
	w := isnad.Witness{Articles: members}
	least := 1.0
	for _, i := range members {
		if agency := docs[i].Article.Agency.Name; agency != "" && w.Agency == "" {
			w.Agency = agency
		}
		least = min(least, share[i])
	}
	if len(members) > 1 {
		w.Why = fmt.Sprintf("one text: %.0f %% of the shorter one's word triples are shared", least*100)
	}
	return w
}

// shinglesOf hashes the word triples of what the article says itself, sorted,
// each once.
func shinglesOf(article *isnad.Article) []uint64 {
	var keys []string
	for _, part := range article.Parts {
		if part.Kind != isnad.Paragraph {
			continue
		}
		tokens := arabic.Tokens
		if article.Lang == isnad.English {
			tokens = english.Tokens
		}
		for _, token := range tokens(part.Span.Of(article.Text)) {
			if token.Kind == lang.Word || token.Kind == lang.Digits {
				keys = append(keys, token.Key)
			}
		}
	}
	var list []uint64
	for i := 0; i+window <= len(keys); i++ {
		h := fnv.New64a()
		for _, key := range keys[i : i+window] {
			h.Write([]byte(key))
			h.Write([]byte{0})
		}
		list = append(list, h.Sum64())
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// candidates are the pairs that share enough of their smallest hashes. Hashes
// that stand in more than 64 texts are boilerplate and find nothing.
func candidates(shingles [][]uint64) [][2]int {
	index := map[uint64][]int{}
	for i, list := range shingles {
		if len(list) < fewest {
			continue
		}
		for _, hash := range list[:min(sketch, len(list))] {
			index[hash] = append(index[hash], i)
		}
	}
	count := map[[2]int]int{}
	for _, owners := range index {
		if len(owners) > 64 {
			continue
		}
		for i, a := range owners {
			for _, b := range owners[i+1:] {
				count[[2]int{a, b}]++
			}
		}
	}
	var pairs [][2]int
	for pair, n := range count {
		if n >= common {
			pairs = append(pairs, pair)
		}
	}
	sort.Slice(pairs, func(i, j int) bool {
		return pairs[i][0] < pairs[j][0] || pairs[i][0] == pairs[j][0] && pairs[i][1] < pairs[j][1]
	})
	return pairs
}

// same returns the share of the smaller set that the larger one holds, and
// whether the two are copies.
func same(a, b []uint64) (float64, bool) {
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
