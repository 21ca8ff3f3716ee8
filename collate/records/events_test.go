package records_test

import (
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/records"
)

// report is a doc whose sentences are its paragraphs, published on day.
func report(id, day string, sentences ...string) *isnad.Doc {
	article := &isnad.Article{ID: id, Source: id, Lang: isnad.English, Outlet: isnad.Outlet{Name: id}}
	article.Published.Time, _ = time.Parse(time.DateOnly, day)
	doc := &isnad.Doc{Article: article}
	for i, sentence := range sentences {
		if i > 0 {
			article.Text += "\n"
		}
		span := isnad.Span{Start: len(article.Text), End: len(article.Text) + len(sentence)}
		article.Text += sentence
		article.Parts = append(article.Parts, isnad.Part{Kind: isnad.Paragraph, Span: span, CopyOf: -1})
		doc.Sentences = append(doc.Sentences, isnad.Sentence{Span: span, Part: i})
	}
	for _, name := range []string{"Hasan", "Kori", "Marsa"} {
		doc.Entities = append(doc.Entities, isnad.LocalEntity{Kind: isnad.Person, Names: []string{name}})
	}
	return doc
}

// event is told by sentence i of doc.
func event(doc *isnad.Doc, i int, kind isnad.EventType, mode, when string, actors, recipients []int) isnad.Event {
	span := doc.Sentences[i].Span
	return isnad.Event{
		Type: kind, Mode: mode, When: when, Status: isnad.Happened, Actors: parties(actors), Recipients: parties(recipients),
		Span: span, Trigger: isnad.Span{Start: span.Start, End: span.Start + 1}, By: "test",
	}
}

func parties(list []int) []isnad.Party {
	var out []isnad.Party
	for _, entity := range list {
		out = append(out, isnad.Party{Entity: entity})
	}
	return out
}

// build makes one story of docs that name the same three entities.
func build(docs ...*isnad.Doc) *isnad.Record {
	list := []isnad.Entity{{ID: "hasan"}, {ID: "kori"}, {ID: "marsa"}}
	story := isnad.Story{ID: "story", From: docs[0].Article.Published.Time.Format(time.DateOnly)}
	var local [][]int
	var witnesses []isnad.Witness
	for d, doc := range docs {
		local = append(local, []int{0, 1, 2})
		witnesses = append(witnesses, isnad.Witness{Articles: []int{d}})
		story.Articles = append(story.Articles, d)
		story.To = max(story.To, doc.Article.Published.Time.Format(time.DateOnly))
	}
	return records.Build(docs, list, local, witnesses, []isnad.Story{story})
}

func entries(record *isnad.Record) []isnad.Entry {
	var list []isnad.Entry
	for _, entry := range record.Entries {
		if entry.Kind == isnad.EventEntry {
			list = append(list, entry)
		}
	}
	return list
}

func TestAttackWithoutActor(t *testing.T) {
	dead := func(n float64, unit string) []isnad.Number {
		return []isnad.Number{{Value: n, Unit: unit, About: "dead"}}
	}
	first, second := report("a1", "2031-05-05", "12 died in Marsa."), report("a2", "2031-05-06", "15 were killed in Marsa.", "Hasan says he did it.")
	one := event(first, 0, isnad.Assault, "", "2031-05-05", nil, []int{2})
	one.Numbers = dead(12, "people")
	two := event(second, 0, isnad.Assault, "heavy-weapons", "2031-05-05", nil, []int{2})
	two.Numbers = dead(15, "soldiers")
	first.Events = []isnad.Event{one}
	second.Events = []isnad.Event{two, event(second, 1, isnad.Assault, "", "2031-05-05", []int{0}, []int{2})}
	list := entries(build(first, second))
	if len(list) != 1 {
		t.Fatalf("%d entries, want the attack once", len(list))
	}
	if got := list[0]; len(got.Parties) != 1 || got.Parties[0] != 0 {
		t.Errorf("parties %v, want who claims it", got.Parties)
	}
	differ := 0
	for _, stance := range list[0].Stances {
		differ += len(stance.Differences)
	}
	if differ == 0 {
		t.Error("12 and 15 dead are no difference")
	}
}

func TestClosing(t *testing.T) {
	tests := []struct {
		name string
		kind isnad.CommitmentKind
		said isnad.EventType // what the commitment speaks of
		what isnad.Event     // what the second report tells
		day  string
		want isnad.CommitmentStatus
	}{
		{"promised call is made", isnad.Promise, isnad.Consult, isnad.Event{Type: isnad.Consult, Mode: "phone", Actors: parties([]int{0, 1})}, "2031-05-05", isnad.Kept},
		{"call of the week before", isnad.Promise, isnad.Consult, isnad.Event{Type: isnad.Consult, Mode: "phone", Actors: parties([]int{0, 1})}, "2031-04-28", isnad.Open},
		{"call with another", isnad.Promise, isnad.Consult, isnad.Event{Type: isnad.Consult, Mode: "phone", Actors: parties([]int{0, 2})}, "2031-05-05", isnad.Open},
		{"meeting is no call", isnad.Promise, isnad.Consult, isnad.Event{Type: isnad.Consult, Mode: "visit", Actors: parties([]int{0, 1})}, "2031-05-05", isnad.Open},
		{"demand is refused", isnad.Demand, isnad.Retreat, isnad.Event{Type: isnad.Reject, Actors: parties([]int{1}), Recipients: parties([]int{0})}, "2031-05-05", isnad.Rejected},
		{"another's demand is refused", isnad.Demand, isnad.Retreat, isnad.Event{Type: isnad.Reject, Actors: parties([]int{1}), Recipients: parties([]int{2})}, "2031-05-05", isnad.Open},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			first, second := report("a1", "2031-05-05", "I will call Kori."), report("a2", "2031-05-06", "It came to pass.")
			first.Promised = []isnad.Event{event(first, 0, tt.said, "phone", "", []int{0, 1}, nil)}
			first.Commitments = []isnad.Commitment{{
				Kind: tt.kind, By: parties([]int{0}), To: parties([]int{1}), What: first.Sentences[0].Span,
				Status: isnad.Open, Statement: -1, Event: -1, Rule: "test",
			}}
			told := event(second, 0, tt.what.Type, tt.what.Mode, tt.day, nil, nil)
			told.Actors, told.Recipients = tt.what.Actors, tt.what.Recipients
			second.Events = []isnad.Event{told}
			record := build(first, second)
			if len(record.Commitments) != 1 {
				t.Fatalf("%d commitments", len(record.Commitments))
			}
			got := record.Commitments[0]
			if got.Status != tt.want {
				t.Errorf("status %q (%s), want %q", got.Status, got.Why, tt.want)
			}
			if (got.Closed != "") != (got.Status != isnad.Open) {
				t.Errorf("%s, closed by %q", got.Status, got.Closed)
			}
			if err := record.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}
