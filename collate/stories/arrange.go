package stories

import (
	"sort"

	"github.com/isnad-news/isnad"
)

// Arrange makes stories of docs that are told apart already, in the order of
// told; those that none of the docs stands in are left out.
func Arrange(docs []*isnad.Doc, told []Told) []isnad.Story {
	at := make(map[string][]int, len(docs))
	for d, doc := range docs {
		at[doc.Article.ID] = append(at[doc.Article.ID], d)
	}
	var list []isnad.Story
	for _, one := range told {
		var members []int
		reasons := map[int]string{}
		for i, id := range one.Articles {
			members = append(members, at[id]...)
			for _, d := range at[id] {
				if i < len(one.Why) {
					reasons[d] = one.Why[i]
				}
			}
		}
		if len(members) == 0 {
			continue
		}
		story := newStory(docs, one.ID, members, reasons)
		story.Was, story.Follows = one.Was, one.Follows
		list = append(list, story)
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].From < list[j].From })
	return list
}
