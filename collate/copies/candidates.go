package copies

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad"
)

const (
	sketch = 128 // smallest hashes kept to find candidates
	common = 6   // sketch hashes that two candidates share at least, if they are long enough
	// A hash that stands in more texts than crowd is boilerplate, or the text
	// of many copies: each text is then held against its next neighbours alone,
	// which are the same ones for every hash that copies share.
	crowd, neighbours = 64, 8
)

// candidates are the pairs that share enough of their smallest hashes, in
// order of the articles' IDs.
func candidates(docs []*isnad.Doc, texts []text) [][2]int {
	count := map[[2]int]int{}
	for _, owners := range owners(docs, texts) {
		reach := len(owners)
		if reach > crowd {
			reach = neighbours
		}
		for i, a := range owners {
			for _, b := range owners[i+1 : min(len(owners), i+1+reach)] {
				count[[2]int{a, b}]++
			}
		}
	}
	var pairs [][2]int
	for pair, n := range count {
		if n >= enough(len(texts[pair[0]].shingles), len(texts[pair[1]].shingles)) {
			pairs = append(pairs, pair)
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return pairs
}

// owners lists for each hash of a sketch the texts that have it, by ID. Of
// texts with the same words one stands for all.
func owners(docs []*isnad.Doc, texts []text) map[uint64][]int {
	ids := make([]int, len(docs))
	for i := range ids {
		ids[i] = i
	}
	slices.SortStableFunc(ids, func(a, b int) int {
		return cmp.Or(cmp.Compare(docs[a].Article.ID, docs[b].Article.ID), cmp.Compare(docs[a].Article.Version, docs[b].Article.Version))
	})
	index := map[uint64][]int{}
	seen := map[string]bool{}
	for _, i := range ids {
		if seen[texts[i].words] || len(texts[i].shingles) < fewest {
			continue
		}
		seen[texts[i].words] = true
		for _, hash := range texts[i].shingles[:min(sketch, len(texts[i].shingles))] {
			index[hash] = append(index[hash], i)
		}
	}
	return index
}

// enough is how many hashes the sketches of two texts of a and b shingles must
// share: half of what is to be expected of a text held by a longer one, whose
// sketch passes over most of it.
func enough(a, b int) int {
	expected := containment * float64(min(a, b)) * min(1, sketch/float64(max(a, b)))
	return max(1, min(common, int(expected/2)))
}
