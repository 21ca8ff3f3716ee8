package overviews

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

// world is a record of one story in the making, of reports with invented words.
type world struct {
	t      *testing.T
	record *isnad.Record
}

func newWorld(t *testing.T) *world {
	return &world{t, &isnad.Record{Stories: []isnad.Story{{ID: "s1"}}, Entities: []isnad.Entity{{ID: "one"}, {ID: "two"}}}}
}

// report adds a report: its title, and one paragraph of the sentences. It came
// out at published, as 2006-01-02 or 2006-01-02T15:04, or on no known day.
func (w *world) report(outlet, published string, lang isnad.Lang, title string, sentences ...string) int {
	article := &isnad.Article{
		ID: "a" + outlet, Lang: lang, Title: title, Outlet: isnad.Outlet{Name: outlet}, Source: outlet,
		Text: title + "\n" + strings.Join(sentences, " "),
	}
	article.Parts = []isnad.Part{
		{Kind: isnad.Title, Span: isnad.Span{End: len(title)}, CopyOf: -1},
		{Kind: isnad.Paragraph, Span: isnad.Span{Start: len(title) + 1, End: len(article.Text)}, CopyOf: -1},
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04"} {
		if at, err := time.Parse(layout, published); err == nil {
			article.Published = isnad.Published{Time: at, Clock: strings.Contains(layout, "T"), How: isnad.Given}
		}
	}
	doc := &isnad.Doc{Article: article, Sentences: []isnad.Sentence{{Span: article.Parts[0].Span, Voice: isnad.OutletVoice}}}
	at := len(title) + 1
	for _, sentence := range sentences {
		doc.Sentences = append(doc.Sentences, isnad.Sentence{Span: isnad.Span{Start: at, End: at + len(sentence)}, Part: 1, Voice: isnad.OutletVoice})
		at += len(sentence) + 1
	}
	d := len(w.record.Docs)
	w.record.Docs = append(w.record.Docs, doc)
	w.record.Local = append(w.record.Local, nil)
	w.record.Stories[0].Articles = append(w.record.Stories[0].Articles, d)
	w.record.Witnesses = append(w.record.Witnesses, isnad.Witness{Articles: []int{d}})
	return d
}

// copies makes one witness of reports.
func (w *world) copies(list ...int) {
	w.record.Witnesses = slices.DeleteFunc(w.record.Witnesses, func(x isnad.Witness) bool { return slices.Contains(list, x.Articles[0]) })
	w.record.Witnesses = append(w.record.Witnesses, isnad.Witness{Articles: list})
}

// told is one place that tells an entry: a report and the words there.
type told struct {
	doc   int
	words string
	count float64 // dead, if any
}

// event adds an entry that several reports tell.
func (w *world) event(id string, kind isnad.EventType, when string, status isnad.EventStatus, places ...told) {
	entry := isnad.Entry{ID: id, Kind: isnad.EventEntry, Story: "s1", Type: kind, When: when, Status: status, Parties: []int{0}}
	for _, place := range places {
		doc := w.record.Docs[place.doc]
		span := w.find(place)
		event := isnad.Event{Type: kind, Status: status, When: when, Trigger: span, Span: span}
		if place.count > 0 {
			event.Numbers = []isnad.Number{{Value: place.count, About: "dead", Span: span}}
		}
		doc.Events = append(doc.Events, event)
		entry.Sources = append(entry.Sources, isnad.Source{Article: place.doc, Statement: -1, Event: len(doc.Events) - 1})
	}
	w.add(entry)
}

// statement adds an entry of words said.
func (w *world) statement(id, when string, places ...told) {
	entry := isnad.Entry{ID: id, Kind: isnad.StatementEntry, Story: "s1", When: when, Parties: []int{1}}
	for _, place := range places {
		doc := w.record.Docs[place.doc]
		doc.Statements = append(doc.Statements, isnad.Statement{
			Speakers: []isnad.Party{{Entity: -1, Text: "two"}}, Content: []isnad.Span{w.find(place)}, Within: -1, Force: "say", Kind: isnad.Indirect,
		})
		entry.Sources = append(entry.Sources, isnad.Source{Article: place.doc, Statement: len(doc.Statements) - 1, Event: -1})
	}
	w.add(entry)
}

func (w *world) find(place told) isnad.Span {
	text := w.record.Docs[place.doc].Article.Text
	i := strings.Index(text, place.words)
	if i < 0 {
		w.t.Fatalf("%q is not in report %d", place.words, place.doc)
	}
	return isnad.Span{Start: i, End: i + len(place.words)}
}

func (w *world) add(entry isnad.Entry) {
	seen := map[int]bool{}
	for _, source := range entry.Sources {
		for i, witness := range w.record.Witnesses {
			seen[i] = seen[i] || slices.Contains(witness.Articles, source.Article)
		}
	}
	for _, ok := range seen {
		if ok {
			entry.Witnesses++
		}
	}
	for _, d := range w.record.Stories[0].Articles {
		stance := isnad.Stance{Article: d, Kind: isnad.Silent}
		if slices.ContainsFunc(entry.Sources, func(source isnad.Source) bool { return source.Article == d }) {
			stance.Kind = isnad.Reports
		}
		entry.Stances = append(entry.Stances, stance)
	}
	w.record.Entries = append(w.record.Entries, entry)
}

// strike is a story of three reports in English and one in Arabic, of which the
// second copies the first.
func strike(t *testing.T) *world {
	w := newWorld(t)
	a := w.report("alpha", "2026-05-02T09:00", isnad.English, "Dockers in Orvane walk out over pay",
		"Dockers in the port of Orvane walked out on Saturday after talks on pay failed, the union said.",
		"The harbour chief called the walkout reckless.",
		"A mediator is to meet both sides on Monday.")
	b := w.report("beta", "2026-05-02T12:00", isnad.English, "Will Orvane run out of fruit?",
		"Dockers in the port of Orvane walked out on Saturday after talks on pay failed, the union said.",
		"Fruit rots on the quays.")
	c := w.report("gamma", "2026-05-03", isnad.English, "Orvane dockers begin strike in pay dispute",
		"But he stayed at home and so on and on he went.",
		"Some 400 dockers began a strike in Orvane on Saturday in a dispute over pay.")
	d := w.report("delta", "", isnad.Arabic,
		"\u0639\u0645\u0627\u0644 \u0645\u064a\u0646\u0627\u0621 \u0623\u0648\u0631\u0641\u0627\u0646 \u064a\u0636\u0631\u0628\u0648\u0646", // dockers strike
		"\u0628\u062f\u0623 \u0639\u0645\u0627\u0644 \u0645\u064a\u0646\u0627\u0621 \u0623\u0648\u0631\u0641\u0627\u0646 \u0625\u0636\u0631\u0627\u0628\u0627 \u064a\u0648\u0645 \u0627\u0644\u0633\u0628\u062a.")
	w.copies(a, b)
	w.event("ev-walkout", isnad.Protest, "2026-05-02", isnad.Happened,
		told{a, "walked out", 0}, told{b, "walked out", 0}, told{c, "began a strike", 0}, told{d, "\u0628\u062f\u0623", 0})
	w.event("ev-talks", isnad.Consult, "2026-05-04", isnad.Planned, told{a, "to meet", 0})
	w.event("ev-rot", isnad.Assault, "", isnad.Happened, told{b, "rots", 0})
	w.statement("st-reckless", "", told{a, "reckless", 0})
	return w
}
