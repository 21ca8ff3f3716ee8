package collate

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/copies"
	"github.com/isnad-news/isnad/collate/entities"
	"github.com/isnad-news/isnad/collate/stories"
	"github.com/isnad-news/isnad/known"
)

// Stories joins docs into stories as [Record] does, by index into docs.
func Stories(docs []*isnad.Doc, facts *known.Facts) [][]int {
	list, local := entities.Resolve(docs, facts)
	var groups [][]int
	for _, story := range stories.Cluster(docs, list, local, copies.Group(docs)) {
		groups = append(groups, story.Articles)
	}
	return groups
}

// Arrivals tells how docs are joined into stories one after the other: the
// result gives, for an order of their indexes, the stories by index, those
// that ended on the way, as they stood then, before the others. What
// of docs is one article stands in one place alone.
func Arrivals(docs []*isnad.Doc) func(order []int) [][]int {
	sketches, at := make([]*stories.Sketch, len(docs)), map[string]int{}
	for d, doc := range docs {
		sketches[d], at[doc.Article.ID] = stories.NewSketch(doc), d
	}
	return func(order []int) [][]int {
		stream := stories.NewStream(stories.Options{})
		var all []stories.Told
		for _, d := range order {
			all = append(all, stream.Add(sketches[d]).Left...)
		}
		all = append(all, stream.Stories()...)
		placed := map[string]bool{}
		var groups [][]int
		for _, told := range slices.Backward(all) { // where an article stood last counts
			var members []int
			for _, id := range told.Articles {
				if !placed[id] {
					placed[id] = true
					members = append(members, at[id])
				}
			}
			if len(members) > 0 {
				groups = append(groups, members)
			}
		}
		slices.Reverse(groups)
		return groups
	}
}
