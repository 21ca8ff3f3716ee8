package contract

import (
	"io"

	"github.com/isnad-news/isnad"
)

// HitsSchema names the contract of what a search found.
const HitsSchema = "isnad-hits/1"

// HitsDocument is what a search found, the best first.
type HitsDocument struct {
	Schema  string `json:"schema"`
	Offsets string `json:"offsets"`
	Query   string `json:"query"`
	Of      int    `json:"of"`
	Hits    []Hit  `json:"hits"`
}

// Hit is one report that was found.
type Hit struct {
	Article    Cited           `json:"article"`
	Annotated  bool            `json:"annotated"`
	Story      isnad.StoryID   `json:"story"`
	Found      []*Selector     `json:"found"`
	Statements []FoundSpeech   `json:"statements"`
	Events     []FoundHappened `json:"events"`
}

// FoundSpeech is a statement of a report that was found.
type FoundSpeech struct {
	Speakers []FoundParty        `json:"speakers"`
	Content  []*Selector         `json:"content"`
	Cue      *Selector           `json:"cue"`
	Force    string              `json:"force"`
	Kind     isnad.StatementKind `json:"kind"`
	Polarity isnad.Polarity      `json:"polarity"`
	Said     string              `json:"said"`
}

// FoundHappened is an event of a report that was found.
type FoundHappened struct {
	Type       isnad.EventType   `json:"type"`
	Mode       string            `json:"mode"`
	Actors     []FoundParty      `json:"actors"`
	Recipients []FoundParty      `json:"recipients"`
	When       string            `json:"when"`
	Status     isnad.EventStatus `json:"status"`
	Selector   *Selector         `json:"selector"`
	Trigger    *Selector         `json:"trigger"`
}

// FoundParty is a party as one report names it.
type FoundParty struct {
	Name     string    `json:"name"`
	Known    string    `json:"known"`
	Unnamed  bool      `json:"unnamed"`
	Selector *Selector `json:"selector"`
}

// WriteHits writes what a query found after the contract; all is how many match
// it. The only error is the writer's.
func WriteHits(w io.Writer, query string, hits []isnad.Hit, all int) error {
	return encode(w, &HitsDocument{
		Schema: HitsSchema, Offsets: Offsets, Query: query, Of: max(all, len(hits)),
		Hits: list(len(hits), func(i int) Hit { return hitOf(&hits[i]) }),
	})
}

func hitOf(hit *isnad.Hit) Hit {
	at := measure(hit.Article)
	out := Hit{
		Article: citedOf(hit.Article), Annotated: hit.Doc != nil, Story: hit.Story, Statements: []FoundSpeech{}, Events: []FoundHappened{},
		Found: list(len(hit.Spans), func(i int) *Selector { return at.selector(hit.Spans[i]) }),
	}
	for _, i := range hit.Statements {
		out.Statements = append(out.Statements, foundSpeech(hit.Doc, at, &hit.Doc.Statements[i]))
	}
	for _, i := range hit.Events {
		out.Events = append(out.Events, foundHappened(hit.Doc, at, &hit.Doc.Events[i]))
	}
	return out
}

func foundSpeech(doc *isnad.Doc, at *points, statement *isnad.Statement) FoundSpeech {
	return FoundSpeech{
		Speakers: foundParties(doc, at, statement.Speakers), Cue: at.selector(statement.Cue), Force: statement.Force,
		Kind: statement.Kind, Polarity: statement.Polarity, Said: statement.Said,
		Content: list(len(statement.Content), func(i int) *Selector { return at.selector(statement.Content[i]) }),
	}
}

func foundHappened(doc *isnad.Doc, at *points, event *isnad.Event) FoundHappened {
	return FoundHappened{
		Type: event.Type, Mode: event.Mode, Actors: foundParties(doc, at, event.Actors), Recipients: foundParties(doc, at, event.Recipients),
		When: event.When, Status: event.Status, Selector: at.selector(event.Span), Trigger: at.selector(event.Trigger),
	}
}

// foundParties names parties as the report does: there is no record that joins
// them with those of others.
func foundParties(doc *isnad.Doc, at *points, parties []isnad.Party) []FoundParty {
	return list(len(parties), func(i int) FoundParty {
		party := parties[i]
		one := FoundParty{Name: party.Text, Unnamed: party.Unnamed, Selector: at.selector(party.Span)}
		switch {
		case party.Entity >= 0:
			one.Name, one.Known = doc.Entities[party.Entity].Names[0], doc.Entities[party.Entity].Known
		case one.Name == "":
			one.Name = doc.Words(party.Span)
		}
		return one
	})
}

func citedOf(a *isnad.Article) Cited {
	return Cited{a.ID, a.Version, a.URL, Outlet(a.Outlet), a.Lang, a.Title, published(a.Published)}
}
