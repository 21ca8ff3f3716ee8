package eval

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

// answers makes the record that a gold file asks for: for each of its items an
// answer that is right.
type answers struct {
	gold   *Gold
	record *isnad.Record
	lines  map[string][]isnad.Span // of each article
	docs   map[string]int
	index  map[string]int   // gold entity to record entity, and local entity of every doc
	stated map[string][]int // gold statement to doc and index
}

// perfect reads the articles under root and answers the gold in full.
func perfect(t testing.TB, g *Gold, root string) *isnad.Record {
	t.Helper()
	a := &answers{
		gold: g, record: &isnad.Record{}, lines: map[string][]isnad.Span{}, docs: map[string]int{},
		index: map[string]int{}, stated: map[string][]int{},
	}
	for i := range g.Entities {
		a.entity(&g.Entities[i])
	}
	for _, article := range g.Articles {
		data, err := os.ReadFile(filepath.Join(root, article.File))
		if err != nil {
			t.Fatal(err)
		}
		a.article(article, strings.TrimSuffix(string(data), "\n"))
	}
	a.roles()
	a.statements()
	a.nested()
	a.same()
	a.events()
	a.commitments()
	for i := range g.Dates {
		date := &g.Dates[i]
		doc := a.doc(date.Article)
		doc.Dates = append(doc.Dates, isnad.Date{Span: a.find(date.goldPlace, date.Text), Value: date.Value})
	}
	a.sort()
	for _, doc := range a.record.Docs {
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
	}
	return a.record
}

func (a *answers) doc(article string) *isnad.Doc { return a.record.Docs[a.docs[article]] }

func (a *answers) entity(gold *goldEntity) {
	a.index[gold.ID] = len(a.record.Entities)
	a.record.Entities = append(a.record.Entities, isnad.Entity{
		ID: isnad.EntityID("e-" + gold.ID), Kind: isnad.EntityKind(gold.Kind),
		Label: map[isnad.Lang]string{isnad.English: gold.En},
	})
}

// article makes a part of every line and a mention of every form.
func (a *answers) article(gold goldArticle, text string) {
	article := &isnad.Article{ID: gold.ID, Source: "./reports/" + gold.File, Text: text}
	doc := &isnad.Doc{Article: article}
	offset := 0
	for n, line := range strings.Split(text, "\n") {
		span := isnad.Span{Start: offset, End: offset + len(line)}
		a.lines[gold.ID] = append(a.lines[gold.ID], span)
		article.Parts = append(article.Parts, isnad.Part{Kind: isnad.Paragraph, Span: span, Line: n + 1, CopyOf: -1})
		offset = span.End + 1
	}
	var local []int
	for i := range a.gold.Entities {
		entity := &a.gold.Entities[i]
		doc.Entities = append(doc.Entities, isnad.LocalEntity{Kind: isnad.EntityKind(entity.Kind), Names: entity.Forms})
		local = append(local, i)
		for _, form := range entity.Forms {
			for at := 0; ; {
				n := strings.Index(text[at:], form)
				if n < 0 {
					break
				}
				doc.Mentions = append(doc.Mentions, isnad.Mention{
					Span: isnad.Span{Start: at + n, End: at + n + len(form)}, Kind: isnad.EntityKind(entity.Kind), Form: isnad.Named, Entity: i,
				})
				at += n + len(form)
			}
		}
	}
	a.docs[gold.ID] = len(a.record.Docs)
	a.record.Docs = append(a.record.Docs, doc)
	a.record.Local = append(a.record.Local, local)
}

// find gives where words stand on a line.
func (a *answers) find(at goldPlace, words string) isnad.Span {
	line := a.lines[at.Article][at.Line-1]
	n := strings.Index(line.Of(a.doc(at.Article).Article.Text), words)
	if n < 0 {
		panic("line lacks " + words)
	}
	return isnad.Span{Start: line.Start + n, End: line.Start + n + len(words)}
}

func (a *answers) roles() {
	for i := range a.gold.Roles {
		role := &a.gold.Roles[i]
		doc, span := a.doc(role.Article), a.find(role.goldPlace, role.Text)
		doc.Mentions = append(doc.Mentions, isnad.Mention{
			Span: span, Kind: isnad.Person, Form: isnad.ByRole, Entity: a.index[role.Entity],
		})
	}
}

func (a *answers) party(name string) isnad.Party {
	if i, ok := a.index[name]; ok {
		return isnad.Party{Entity: i}
	}
	return isnad.Party{Entity: -1, Unnamed: true, Text: name}
}

func (a *answers) statements() {
	for i := range a.gold.Statements {
		item := &a.gold.Statements[i]
		doc := a.doc(item.Article)
		statement := isnad.Statement{Within: -1}
		for _, speaker := range item.speakers() {
			statement.Speakers = append(statement.Speakers, a.party(speaker))
		}
		for _, content := range item.Content {
			statement.Content = append(statement.Content, a.find(item.goldPlace, content))
		}
		for _, link := range item.Chain {
			party := a.party(link.Name)
			statement.Chain = append(statement.Chain, isnad.Link{Kind: isnad.LinkKind(link.Kind), Name: link.Name, Entity: party.Entity, Why: "given"})
		}
		a.stated[item.ID] = []int{a.docs[item.Article], len(doc.Statements)}
		doc.Statements = append(doc.Statements, statement)
	}
}

func (a *answers) nested() {
	for i := range a.gold.Nested {
		item := &a.gold.Nested[i]
		at := a.stated[item.Within]
		doc := a.record.Docs[at[0]]
		outer := &doc.Statements[at[1]]
		text := outer.Content[0].Of(doc.Article.Text)
		n := strings.Index(text, item.Content[0])
		start := outer.Content[0].Start + n
		doc.Statements = append(doc.Statements, isnad.Statement{
			Within: at[1], Speakers: []isnad.Party{a.party(item.Speaker[0])},
			Content: []isnad.Span{{Start: start, End: start + len(item.Content[0])}},
		})
	}
}

func (a *answers) same() {
	for _, pair := range a.gold.Same {
		entry := isnad.Entry{Kind: isnad.StatementEntry}
		for _, id := range pair {
			at := a.stated[id]
			entry.Sources = append(entry.Sources, isnad.Source{Article: at[0], Statement: at[1], Event: -1})
		}
		a.record.Entries = append(a.record.Entries, entry)
	}
}

func (a *answers) ids(names []string) []int {
	var ids []int
	for _, name := range names {
		ids = append(ids, a.index[name])
	}
	return ids
}

func (a *answers) events() {
	for i := range a.gold.Events {
		item := &a.gold.Events[i]
		root, mode, _ := strings.Cut(item.Type, "/")
		entry := isnad.Entry{
			Kind: isnad.EventEntry, Type: isnad.EventType(root), Mode: mode, Parties: a.ids(item.Actors), Status: isnad.EventStatus(item.Status),
		}
		if item.Date != nil {
			entry.When = *item.Date
		}
		for _, at := range item.Evidence {
			doc, line := a.doc(at.Article), a.lines[at.Article][at.Line-1]
			entry.Sources = append(entry.Sources, isnad.Source{Article: a.docs[at.Article], Statement: -1, Event: len(doc.Events)})
			doc.Events = append(doc.Events, isnad.Event{Trigger: line})
		}
		a.record.Entries = append(a.record.Entries, entry)
	}
}

func (a *answers) commitments() {
	for i := range a.gold.Commitments {
		item := &a.gold.Commitments[i]
		entry := isnad.CommitmentEntry{Kind: isnad.CommitmentKind(item.Kind), By: a.ids(item.By), Status: isnad.CommitmentStatus(item.Status)}
		for _, at := range item.Evidence {
			doc, line := a.doc(at.Article), a.lines[at.Article][at.Line-1]
			entry.Sources = append(entry.Sources, isnad.CommitmentSource{Article: a.docs[at.Article], Commitment: len(doc.Commitments)})
			doc.Commitments = append(doc.Commitments, isnad.Commitment{What: line, Statement: -1, Event: -1})
		}
		a.record.Commitments = append(a.record.Commitments, entry)
	}
}

// sort puts the layers that nothing points into in the order that docs keep;
// the others are moved with what points at them.
func (a *answers) sort() {
	for d, doc := range a.record.Docs {
		slices.SortStableFunc(doc.Mentions, func(x, y isnad.Mention) int { return x.Span.Start - y.Span.Start })
		slices.SortStableFunc(doc.Dates, func(x, y isnad.Date) int { return x.Span.Start - y.Span.Start })
		moved := sorted(doc.Statements, func(s *isnad.Statement) int { return s.Span().Start })
		for i := range doc.Statements {
			if within := &doc.Statements[i].Within; *within >= 0 {
				*within = moved[*within]
			}
		}
		events := sorted(doc.Events, func(e *isnad.Event) int { return e.Trigger.Start })
		commitments := sorted(doc.Commitments, func(c *isnad.Commitment) int { return c.What.Start })
		for e := range a.record.Entries {
			for s := range a.record.Entries[e].Sources {
				source := &a.record.Entries[e].Sources[s]
				if source.Article == d && source.Statement >= 0 {
					source.Statement = moved[source.Statement]
				} else if source.Article == d {
					source.Event = events[source.Event]
				}
			}
		}
		for c := range a.record.Commitments {
			for s := range a.record.Commitments[c].Sources {
				if source := &a.record.Commitments[c].Sources[s]; source.Article == d {
					source.Commitment = commitments[source.Commitment]
				}
			}
		}
	}
}

// sorted orders list and returns the new place of each old one.
func sorted[T any](list []T, start func(*T) int) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return start(&list[a]) - start(&list[b]) })
	moved, old := make([]int, len(list)), slices.Clone(list)
	for to, from := range order {
		list[to], moved[from] = old[from], to
	}
	return moved
}
