package mentions

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// capitals links every known capital among the entities of doc to its country,
// which is added where the report does not name it.
func (c *circle) capitals(doc *isnad.Doc) {
	for i := range doc.Entities {
		city, ok := c.facts.Row(doc.Entities[i].Known)
		if !ok || city.Class != known.City {
			continue
		}
		country, ok := c.facts.CountryRow(city.Country)
		if !ok || country.Capital != city.ID {
			continue
		}
		state := slices.IndexFunc(doc.Entities, func(e isnad.LocalEntity) bool { return e.Known == country.ID })
		if state < 0 {
			state = len(doc.Entities)
			doc.Entities = append(doc.Entities, isnad.LocalEntity{
				Kind: country.Kind, Names: []string{country.Label(doc.Article.Lang)}, Known: country.ID,
				Why: "country of the capital that the report names (row " + country.ID + ")",
			})
		}
		doc.Entities[i].State = state + 1
	}
}
