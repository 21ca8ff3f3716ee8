package positions

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

// world is a record of one story in the making; its reports are one paragraph
// each, a sentence a line.
type world struct {
	t      *testing.T
	record *isnad.Record
}

// The parties of the tests.
const (
	orva = iota
	melt
	judge
)

func newWorld(t *testing.T, story isnad.StoryID) *world {
	return &world{t, &isnad.Record{
		Stories: []isnad.Story{{ID: story}},
		Entities: []isnad.Entity{
			{ID: "orva", Country: "ORV", Label: map[isnad.Lang]string{isnad.English: "Orva"}},
			{ID: "melt", Country: "MLT", Label: map[isnad.Lang]string{isnad.English: "Melt"}},
			{ID: "judge", Label: map[isnad.Lang]string{isnad.English: "the judge"}},
		},
	}}
}

// report adds a report that came out on a day.
func (w *world) report(id, day string, lang isnad.Lang, sentences ...string) int {
	article := &isnad.Article{ID: id, Lang: lang, Text: strings.Join(sentences, "\n"), Outlet: isnad.Outlet{Name: id}}
	article.Parts = []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{End: len(article.Text)}, CopyOf: -1}}
	if at, err := time.Parse(time.DateOnly, day); err == nil {
		article.Published = isnad.Published{Time: at, How: isnad.Given}
	}
	doc, at := &isnad.Doc{Article: article}, 0
	for _, sentence := range sentences {
		doc.Sentences = append(doc.Sentences, isnad.Sentence{Span: isnad.Span{Start: at, End: at + len(sentence)}, Voice: isnad.OutletVoice})
		at += len(sentence) + 1
	}
	d := len(w.record.Docs)
	w.record.Docs, w.record.Local = append(w.record.Docs, doc), append(w.record.Local, nil)
	w.record.Stories[0].Articles = append(w.record.Stories[0].Articles, d)
	w.record.Witnesses = append(w.record.Witnesses, isnad.Witness{Articles: []int{d}})
	return d
}

func (w *world) span(d int, words string) isnad.Span {
	i := strings.Index(w.record.Docs[d].Article.Text, words)
	if i < 0 {
		w.t.Fatalf("%q is not in report %d", words, d)
	}
	return isnad.Span{Start: i, End: i + len(words)}
}

// pledge adds a commitment that one report tells.
func (w *world) pledge(id string, kind isnad.CommitmentKind, party, d int, words string) {
	doc := w.record.Docs[d]
	doc.Commitments = append(doc.Commitments, isnad.Commitment{Kind: kind, What: w.span(d, words), Statement: -1, Event: -1})
	w.record.Commitments = append(w.record.Commitments, isnad.CommitmentEntry{
		ID: id, Story: w.record.Stories[0].ID, Kind: kind, By: []int{party}, Status: isnad.Open,
		Sources: []isnad.CommitmentSource{{Article: d, Commitment: len(doc.Commitments) - 1}},
	})
}

// event adds an event that one report tells, on a day or on none that is told.
func (w *world) event(id string, kind isnad.EventType, when string, party, d int, trigger, clause string) {
	doc := w.record.Docs[d]
	doc.Events = append(doc.Events, isnad.Event{Type: kind, Status: isnad.Happened, Trigger: w.span(d, trigger), Span: w.span(d, clause), When: when})
	w.record.Entries = append(w.record.Entries, isnad.Entry{
		ID: id, Kind: isnad.EventEntry, Story: w.record.Stories[0].ID, Type: kind, Status: isnad.Happened, When: when, Parties: []int{party}, Witnesses: 1,
		Sources: []isnad.Source{{Article: d, Statement: -1, Event: len(doc.Events) - 1}},
	})
}

// statement adds words said with a force.
func (w *world) statement(id, force string, polarity isnad.Polarity, party, d int, words string) {
	doc := w.record.Docs[d]
	doc.Statements = append(doc.Statements, isnad.Statement{
		Speakers: []isnad.Party{{Entity: -1, Text: "x"}}, Content: []isnad.Span{w.span(d, words)}, Force: force, Polarity: polarity, Within: -1,
	})
	w.record.Entries = append(w.record.Entries, isnad.Entry{
		ID: id, Kind: isnad.StatementEntry, Story: w.record.Stories[0].ID, Parties: []int{party}, Witnesses: 1,
		Sources: []isnad.Source{{Article: d, Statement: len(doc.Statements) - 1, Event: -1}},
	})
}

// rejected notes that an event turned a commitment down.
func (w *world) rejected(pledge, event string) {
	i := slices.IndexFunc(w.record.Commitments, func(c isnad.CommitmentEntry) bool { return c.ID == pledge })
	w.record.Commitments[i].Status, w.record.Commitments[i].Closed = isnad.Rejected, event
}

// of is the position of a party on the subject of that label; nil if it has none.
func of(list []isnad.Position, party isnad.EntityID, label string) *isnad.Position {
	for i := range list {
		if list[i].Party == party && list[i].Subject.Labels[isnad.English] == label {
			return &list[i]
		}
	}
	return nil
}

// valley is a quarrel over a valley, told by two reports.
func valley(t *testing.T) *world {
	w := newWorld(t, "s1")
	a := w.report("a1", "2026-05-01", isnad.English,
		"Orva demanded that Melt pull its soldiers out of the valley.",
		"Melt rejected the demand.",
		"The judge offered to send observers into the valley.")
	b := w.report("b1", "2026-05-09", isnad.English,
		"Melt agreed to take its soldiers out of the valley by June.",
		"The judge declined to comment on the valley.")
	w.pledge("co-1", isnad.Demand, orva, a, "Melt pull its soldiers out of the valley")
	w.event("ev-no", isnad.Reject, "", melt, a, "rejected", "rejected the demand")
	w.rejected("co-1", "ev-no")
	w.pledge("co-2", isnad.Proposal, judge, a, "send observers into the valley")
	w.event("ev-yes", isnad.Agree, "2026-05-08", melt, b, "agreed", "Melt agreed to take its soldiers out of the valley by June")
	w.event("ev-silent", isnad.Reject, "", judge, b, "declined", "declined to comment on the valley")
	return w
}
