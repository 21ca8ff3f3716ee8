package stories

import (
	"strconv"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// world is the entities that test reports speak of, by name.
type world struct {
	list  []isnad.Entity
	at    map[string]int
	docs  []*isnad.Doc
	local [][]int
}

func newWorld() *world { return &world{at: map[string]int{}} }

// entity returns the index of the entity of that name; one that begins with a
// capital L is a place, the others are persons.
func (w *world) entity(name string) int {
	i, ok := w.at[name]
	if !ok {
		kind := isnad.Person
		if strings.HasPrefix(name, "L") {
			kind = isnad.Place
		}
		i = len(w.list)
		w.at[name] = i
		w.list = append(w.list, isnad.Entity{ID: isnad.EntityID(name), Kind: kind})
	}
	return i
}

// act is an event of a test report.
type act struct {
	kind   isnad.EventType
	mode   string
	actors string // names with spaces between them
	when   string // TIMEX3, or "-1" for a day counted from publication
	late   bool   // told below the lead
}

// report adds a doc published on a day ("" if unknown) that names people and
// places, once for each time they stand in names, and tells of acts. Every
// sentence of its text is one word.
func (w *world) report(source, published, names string, acts ...act) int {
	b := &draft{world: w, own: map[string]int{}, doc: &isnad.Doc{Article: &isnad.Article{
		ID: "a" + source, Source: source, Outlet: isnad.Outlet{Name: source},
	}}}
	if published != "" {
		when, err := time.Parse(time.DateOnly, published)
		if err != nil {
			panic(err)
		}
		b.doc.Article.Published = isnad.Published{Time: when, How: isnad.Given}
	}
	for _, a := range acts {
		if !a.late {
			b.act(a)
		}
	}
	for _, name := range strings.Fields(names) {
		b.doc.Mentions = append(b.doc.Mentions, isnad.Mention{Entity: b.entity(name), Span: b.say(name)})
	}
	for _, a := range acts {
		if a.late {
			for range 6 {
				b.say("so")
			}
			b.act(a)
		}
	}
	b.doc.Article.Parts = []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{End: len(b.doc.Article.Text)}, CopyOf: -1}}
	w.docs, w.local = append(w.docs, b.doc), append(w.local, b.local)
	return len(w.docs) - 1
}

// draft is a doc while it is made.
type draft struct {
	world *world
	doc   *isnad.Doc
	own   map[string]int // name → index into doc.Entities
	local []int
}

func (b *draft) entity(name string) int {
	e, ok := b.own[name]
	if !ok {
		e = len(b.local)
		b.own[name] = e
		b.local = append(b.local, b.world.entity(name))
		b.doc.Entities = append(b.doc.Entities, isnad.LocalEntity{Names: []string{name}})
	}
	return e
}

// say adds a sentence of one word and returns its span.
func (b *draft) say(word string) isnad.Span {
	a := b.doc.Article
	if a.Text != "" {
		a.Text += " "
	}
	span := isnad.Span{Start: len(a.Text), End: len(a.Text) + len(word)}
	a.Text += word
	b.doc.Sentences = append(b.doc.Sentences, isnad.Sentence{Span: span})
	return span
}

func (b *draft) act(a act) {
	event := isnad.Event{Type: a.kind, Mode: a.mode, When: a.when, Status: isnad.Happened, Trigger: b.say("act")}
	for _, name := range strings.Fields(a.actors) {
		event.Actors = append(event.Actors, isnad.Party{Entity: b.entity(name)})
	}
	if offset, err := strconv.Atoi(a.when); err == nil && offset <= 0 {
		event.WhenSpan = b.say("then")
		event.When = ""
		b.doc.Dates = append(b.doc.Dates, isnad.Date{Span: event.WhenSpan, Offset: offset, Relative: true})
		if p := b.doc.Article.Published; p.Known() {
			event.When = p.Time.AddDate(0, 0, offset).Format(time.DateOnly)
		}
	}
	b.doc.Events = append(b.doc.Events, event)
}

// stories clusters the reports and lists them by source.
func (w *world) stories(witnesses ...isnad.Witness) [][]string {
	var list [][]string
	for _, story := range Cluster(w.docs, w.list, w.local, witnesses) {
		var names []string
		for _, d := range story.Articles {
			names = append(names, w.docs[d].Article.Source)
		}
		list = append(list, names)
	}
	return list
}
