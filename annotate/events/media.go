package events

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// media takes the platforms and outlets that words are carried by from the
// recipients of acts: «a statement on the attack posted on X» attacks no one
// there.
func media(doc *isnad.Doc, facts *known.Facts, list []isnad.Event) {
	for i := range list {
		list[i].Recipients = slices.DeleteFunc(list[i].Recipients, func(party isnad.Party) bool {
			if party.Entity < 0 {
				return false
			}
			row, ok := facts.Row(doc.Entities[party.Entity].Known)
			return ok && row.Class == known.Medium
		})
	}
}
