// Package entities joins what reports name into entities over reports,
// spellings and scripts.
package entities

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// Resolve joins the local entities of docs. local[d][e] is the index into list
// of docs[d].Entities[e].
func Resolve(docs []*isnad.Doc, facts *known.Facts) (list []isnad.Entity, local [][]int) {
	index := map[string]int{}
	local = make([][]int, len(docs))
	for d, doc := range docs {
		local[d] = make([]int, len(doc.Entities))
		for e, entity := range doc.Entities {
			key := entity.Known
			if key == "" && len(entity.Names) > 0 {
				key = string(entity.Kind) + " " + entity.Names[0]
			}
			i, ok := index[key]
			if !ok {
				i = len(list)
				index[key] = i
				list = append(list, isnad.Entity{ID: isnad.EntityID(key), Kind: entity.Kind, Known: entity.Known})
			}
			local[d][e] = i
		}
		for _, mention := range doc.Mentions {
			if mention.Entity >= 0 {
				i := local[d][mention.Entity]
				list[i].Mentions = append(list[i].Mentions, isnad.Evidence{Article: d, Span: mention.Span})
			}
		}
	}
	return list, local
}
