package page

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// person is an entity as the table of names shows it.
type person struct {
	Label    view.Text
	Kind     isnad.EntityKind
	Forms    []view.Text
	Roles    []view.Text
	Country  string
	Sector   string
	Inferred string
	Mentions []spot
}

// spot is one place where an entity is mentioned.
type spot struct {
	Report *view.Report
	Place  string
	Mark   string
}

const spotsShown = 12

// People are the entities that the story's reports mention, in order of the
// record; each with where it is first mentioned.
func (c chapter) People() []person {
	places := map[int][]spot{}
	for _, report := range c.Story.Reports {
		if report.Index >= len(c.page.Record.Local) {
			continue
		}
		local := c.page.Record.Local[report.Index]
		for i, mention := range report.Doc.Mentions {
			if mention.Entity < 0 || mention.Entity >= len(local) || local[mention.Entity] < 0 {
				continue
			}
			entity := local[mention.Entity]
			places[entity] = append(places[entity], spot{report, report.Place(mention.Span), report.Mark("m", i)})
		}
	}
	var list []person
	for i := range c.page.Record.Entities {
		if spots := places[i]; len(spots) > 0 {
			list = append(list, c.person(i, spots[:min(spotsShown, len(spots))]))
		}
	}
	return list
}

func (c chapter) person(index int, spots []spot) person {
	entity := &c.page.Record.Entities[index]
	p := person{
		Label: c.page.Entity(index), Kind: entity.Kind, Country: entity.Country, Sector: entity.Sector,
		Inferred: entity.Inferred, Mentions: spots,
	}
	for _, name := range entity.Names {
		p.Forms = append(p.Forms, view.Text{Words: name.Text, Lang: name.Lang})
	}
	seen := map[string]bool{}
	for _, office := range entity.Offices {
		if !seen[office.Text] {
			seen[office.Text] = true
			p.Roles = append(p.Roles, view.Text{Words: office.Text, Lang: office.Lang})
		}
	}
	return p
}
