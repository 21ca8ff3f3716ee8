// Package mentions finds the people, bodies, places and occasions that a
// report names.
package mentions

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
)

// Annotate fills doc.Mentions and doc.Entities.
func Annotate(r *reading.Reading, facts *known.Facts, doc *isnad.Doc) {
	locals := map[string]int{}
	for p := range r.Passages {
		passage := &r.Passages[p]
		keys := make([]string, len(passage.Tokens))
		for i, token := range passage.Tokens {
			keys[i] = token.Key
		}
		for i := 0; i < len(keys); {
			ids, n := facts.Match(keys[i:])
			if n == 0 {
				i++
				continue
			}
			row, _ := facts.Row(ids[0])
			span := isnad.Span{Start: passage.Tokens[i].Start, End: passage.Tokens[i+n-1].End}
			local, ok := locals[row.ID]
			if !ok {
				local = len(doc.Entities)
				locals[row.ID] = local
				doc.Entities = append(doc.Entities, isnad.LocalEntity{Kind: row.Kind, Names: []string{doc.Words(span)}, Known: row.ID})
			}
			doc.Mentions = append(doc.Mentions, isnad.Mention{Span: span, Kind: row.Kind, Form: isnad.Named, Entity: local, By: "known"})
			i += n
		}
	}
}
