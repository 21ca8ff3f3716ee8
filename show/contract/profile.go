package contract

import (
	"io"

	"github.com/isnad-news/isnad"
)

// EntitySchema names the contract of what stories tell of an entity.
const EntitySchema = "isnad-entity/1"

// EntityDocument is what stories tell of one entity.
type EntityDocument struct {
	Schema   string                `json:"schema"`
	Offsets  string                `json:"offsets"`
	ID       isnad.EntityID        `json:"id"`
	Kind     isnad.EntityKind      `json:"kind"`
	Label    map[isnad.Lang]string `json:"label"`
	Country  string                `json:"country"`
	Sector   string                `json:"sector"`
	Known    string                `json:"known"`
	From     string                `json:"from"`
	To       string                `json:"to"`
	Counts   EntityCounts          `json:"counts"`
	Names    []NameUse             `json:"names"`
	Offices  []OfficeUse           `json:"offices"`
	Said     []Act                 `json:"said"`
	Events   []Act                 `json:"events"`
	With     []Company             `json:"with"`
	Stories  []Appearance          `json:"stories"`
	Articles []Cited               `json:"articles"`
	Others   []isnad.EntityID      `json:"others"`
}

// EntityCounts is how much there is, where the lists are cut.
type EntityCounts struct {
	Reports int `json:"reports"`
	Stories int `json:"stories"`
	Said    int `json:"said"`
	Events  int `json:"events"`
	With    int `json:"with"`
	Open    int `json:"open"`
}

// NameUse is a form of a name with who uses it.
type NameUse struct {
	Lang     isnad.Lang  `json:"lang"`
	Text     string      `json:"text"`
	Mentions int         `json:"mentions"`
	Outlets  []OutletUse `json:"outlets"`
}

// OutletUse is how often an outlet uses a form.
type OutletUse struct {
	Outlet   string `json:"outlet"`
	Mentions int    `json:"mentions"`
}

// OfficeUse is an office that reports give.
type OfficeUse struct {
	Lang     isnad.Lang    `json:"lang"`
	Text     string        `json:"text"`
	From     string        `json:"from"`
	To       string        `json:"to"`
	Held     string        `json:"held"`
	Until    string        `json:"until"`
	Reports  int           `json:"reports"`
	Story    isnad.StoryID `json:"story"`
	Selector *Selector     `json:"selector"`
}

// Act is a statement or event that the entity has a part in.
type Act struct {
	ID        string                  `json:"id"`
	Story     isnad.StoryID           `json:"story"`
	Kind      isnad.EntryKind         `json:"kind"`
	When      string                  `json:"when"`
	Reported  bool                    `json:"reported"`
	Type      isnad.EventType         `json:"type"`
	Mode      string                  `json:"mode"`
	Status    isnad.EventStatus       `json:"status"`
	Force     string                  `json:"force"`
	Said      isnad.StatementKind     `json:"said"`
	By        []map[isnad.Lang]string `json:"by"`
	To        []map[isnad.Lang]string `json:"to"`
	Witnesses int                     `json:"witnesses"`
	Content   []*Selector             `json:"content"`
}

// Company is somebody who stands beside the entity.
type Company struct {
	ID      isnad.EntityID        `json:"id"`
	Kind    isnad.EntityKind      `json:"kind"`
	Label   map[isnad.Lang]string `json:"label"`
	Entries int                   `json:"entries"`
	Reports int                   `json:"reports"`
	Stories int                   `json:"stories"`
}

// Appearance is a story that tells of the entity.
type Appearance struct {
	ID      isnad.StoryID `json:"id"`
	Title   string        `json:"title"`
	From    string        `json:"from"`
	To      string        `json:"to"`
	Reports int           `json:"reports"`
	Of      int           `json:"of"`
	Said    int           `json:"said"`
	Events  int           `json:"events"`
}

// WriteProfile writes what stories tell of an entity after the contract. others
// are those who have the name too. The only error is the writer's.
func WriteProfile(w io.Writer, p *isnad.Profile, others []isnad.EntityID) error {
	return encode(w, newEntityDocument(p, others))
}

func newEntityDocument(p *isnad.Profile, others []isnad.EntityID) *EntityDocument {
	c := citedArticles{at: map[*isnad.Article]*points{}, list: []Cited{}}
	document := &EntityDocument{
		Schema: EntitySchema, Offsets: Offsets, ID: p.ID, Kind: p.Kind, Label: named(p.Label), Country: p.Country, Sector: p.Sector, Known: p.Known,
		From: p.From, To: p.To, Counts: EntityCounts{p.Reports, p.AllStories, p.AllSaid, p.AllEvents, p.AllWith, p.Open},
		Names: list(len(p.Names), func(i int) NameUse {
			use := p.Names[i]
			return NameUse{use.Name.Lang, use.Name.Text, use.Mentions, list(len(use.Outlets), func(i int) OutletUse { return OutletUse(use.Outlets[i]) })}
		}),
		Offices: list(len(p.Offices), func(i int) OfficeUse {
			use := p.Offices[i]
			return OfficeUse{use.Office.Lang, use.Office.Text, use.From, use.To, use.Held, use.Until, use.Reports, use.Where.Story, c.selector(use.Where.Article, use.Where.Span)}
		}),
		Said:   list(len(p.Said), func(i int) Act { return c.act(&p.Said[i]) }),
		Events: list(len(p.Events), func(i int) Act { return c.act(&p.Events[i]) }),
		With: list(len(p.With), func(i int) Company {
			one := p.With[i]
			return Company{one.ID, one.Kind, named(one.Label), one.Entries, one.Reports, one.Stories}
		}),
		Stories: list(len(p.Stories), func(i int) Appearance {
			one := p.Stories[i]
			return Appearance{one.Story.ID, one.Story.Title, one.Story.From, one.Story.To, one.Reports, one.Of, one.Said, one.Happened}
		}),
		Others: append([]isnad.EntityID{}, others...),
	}
	document.Articles = c.list
	return document
}

// citedArticles lists articles in the order in which they are first pointed at.
type citedArticles struct {
	at   map[*isnad.Article]*points
	list []Cited
}

func (c *citedArticles) selector(article *isnad.Article, span isnad.Span) *Selector {
	if article == nil {
		return nil
	}
	if c.at[article] == nil {
		c.at[article] = measure(article)
		one := citedOf(article)
		known := false
		for _, other := range c.list {
			known = known || other.ID == one.ID && other.Version == one.Version
		}
		if !known {
			c.list = append(c.list, one)
		}
	}
	return c.at[article].selector(span)
}

func (c *citedArticles) act(act *isnad.Act) Act {
	label := func(labels []map[isnad.Lang]string) []map[isnad.Lang]string {
		return list(len(labels), func(i int) map[isnad.Lang]string { return named(labels[i]) })
	}
	out := Act{
		ID: act.ID, Story: act.Story, Kind: act.Kind, When: act.When, Reported: act.Reported, Type: act.Type, Mode: act.Mode, Status: act.Status,
		By: label(act.By), To: label(act.To), Witnesses: act.Witnesses,
	}
	if act.Statement < 0 {
		event := &act.Doc.Events[act.Event]
		out.Content = []*Selector{c.selector(act.Doc.Article, event.Span.Cover(event.Trigger))}
		return out
	}
	statement := &act.Doc.Statements[act.Statement]
	out.Force, out.Said = statement.Force, statement.Kind
	out.Content = list(len(statement.Content), func(i int) *Selector { return c.selector(act.Doc.Article, statement.Content[i]) })
	return out
}
