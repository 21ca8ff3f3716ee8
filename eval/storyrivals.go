package eval

import (
	"math"
	"slices"
	"sort"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/lang/terms"
)

// termSpace is reports as vectors of their terms, weighed by how often a term
// stands in the report and how few reports have it: what stories are commonly
// told by, and what ours are measured beside.
type termSpace struct {
	days  []float64 // of publication, in days
	order []int     // docs by publication, then by ID
	index map[string][]weighed
	terms [][]weighedTerm // doc → its terms
}

type weighed struct {
	doc    int
	weight float64
}

type weighedTerm struct {
	key    string
	weight float64
}

// commonTerm is the share of reports above which a term tells nothing.
const commonTerm = 8 // one in so many

func newTermSpace(docs []*isnad.Doc) *termSpace {
	s := &termSpace{days: make([]float64, len(docs)), order: make([]int, len(docs)), index: map[string][]weighed{}, terms: make([][]weighedTerm, len(docs))}
	counts, reports := make([]map[string]int, len(docs)), map[string]int{}
	for d, doc := range docs {
		s.order[d] = d
		s.days[d] = float64(doc.Article.Published.Time.Unix()) / (24 * 60 * 60)
		counts[d] = map[string]int{}
		for _, term := range terms.Of(doc.Article.Text) {
			counts[d][term.Key]++
		}
		for key := range counts[d] {
			reports[key]++
		}
	}
	sort.SliceStable(s.order, func(i, j int) bool { return docs[s.order[i]].Article.Before(docs[s.order[j]].Article) })
	for d := range docs {
		s.terms[d] = vector(counts[d], reports, len(docs))
		for _, term := range s.terms[d] {
			s.index[term.key] = append(s.index[term.key], weighed{d, term.weight})
		}
	}
	return s
}

// vector weighs the terms of a report, to the length of 1.
func vector(counts, reports map[string]int, n int) []weighedTerm {
	var list []weighedTerm
	norm := 0.0
	for key, count := range counts {
		if df := reports[key]; df > 1 && df <= n/commonTerm {
			w := (1 + math.Log(float64(count))) * math.Log(float64(n)/float64(df))
			list = append(list, weighedTerm{key, w})
		}
	}
	slices.SortFunc(list, func(a, b weighedTerm) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	for _, term := range list {
		norm += term.weight * term.weight
	}
	for i := range list {
		list[i].weight /= math.Sqrt(norm)
	}
	return list
}

// nearest is the earlier report that each is most like, and how like: the cosine,
// falling with the days between the two unless decay is 0. Of two as like the
// earlier counts.
func (s *termSpace) nearest(decay float64) (near []int, like []float64) {
	place := make([]int, len(s.order))
	for at, d := range s.order {
		place[d] = at
	}
	near, like = make([]int, len(s.order)), make([]float64, len(s.order))
	dots := make([]float64, len(s.order))
	for d := range s.order {
		near[d] = -1
		clear(dots)
		for _, term := range s.terms[d] {
			for _, other := range s.index[term.key] {
				dots[other.doc] += term.weight * other.weight
			}
		}
		for at := range place[d] {
			e := s.order[at]
			score := dots[e]
			if decay > 0 {
				score *= math.Exp(-math.Abs(s.days[d]-s.days[e]) / decay)
			}
			if score > like[d] {
				near[d], like[d] = e, score
			}
		}
	}
	return near, like
}

// tuned groups the reports one after the other: each joins the story of the one
// that it is most like, if it is at least as like as a threshold says. Threshold
// and decay are those that do best on the stories given.
func (s *termSpace) tuned(decays []float64, tune labelled) (groups [][]int) {
	best := -1.0
	for _, decay := range decays {
		near, like := s.nearest(decay)
		for threshold := 0.05; threshold < 0.9; threshold += 0.01 {
			tried := s.joined(near, like, threshold)
			if f1 := corpora.AgreeGroups(tune.truth, tried, tune.aside).F1(); f1 > best {
				best, groups = f1, tried
			}
		}
	}
	return groups
}

func (s *termSpace) joined(near []int, like []float64, threshold float64) [][]int {
	var groups [][]int
	of := make([]int, len(s.order))
	for _, d := range s.order {
		if near[d] >= 0 && like[d] >= threshold {
			of[d] = of[near[d]]
			groups[of[d]] = append(groups[of[d]], d)
			continue
		}
		of[d] = len(groups)
		groups = append(groups, []int{d})
	}
	return groups
}
