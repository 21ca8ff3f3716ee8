package profiles

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

// text is a report of the tests: its people are invented.
const text = "Minister Anneke Strell met Jonas Veld. Strell said: we agreed."

// report is a doc in which Strell meets Veld and says something.
func report(id, outlet, day string) *isnad.Doc {
	when, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	span := func(from, to int) isnad.Span { return isnad.Span{Start: from, End: to} }
	article := &isnad.Article{ID: id, Lang: isnad.English, Outlet: isnad.Outlet{Name: outlet}, Text: text, Published: isnad.Published{Time: when, How: isnad.Given},
		Parts: []isnad.Part{{Kind: isnad.Paragraph, Span: span(0, len(text)), CopyOf: -1}}}
	return &isnad.Doc{
		Article:  article,
		Entities: []isnad.LocalEntity{{Kind: isnad.Person, Names: []string{"Anneke Strell", "Strell"}}, {Kind: isnad.Person, Names: []string{"Jonas Veld"}}},
		Mentions: []isnad.Mention{
			{Span: span(9, 22), Kind: isnad.Person, Form: isnad.Named, Roles: []isnad.Role{{Text: "Minister", Span: span(0, 8)}}},
			{Span: span(27, 37), Kind: isnad.Person, Form: isnad.Named, Entity: 1},
			{Span: span(39, 45), Kind: isnad.Person, Form: isnad.Named},
		},
		Statements: []isnad.Statement{{Speakers: []isnad.Party{{Span: span(39, 45)}}, Cue: span(46, 50), Content: []isnad.Span{span(52, 61)}, Kind: isnad.Indirect, Within: -1}},
		Events:     []isnad.Event{{Type: isnad.Consult, Actors: []isnad.Party{{}, {Entity: 1}}, Trigger: span(23, 26), Span: span(0, 37)}},
	}
}

// record is a story told by reports of one outlet each, from one day on.
func record(story string, first string, outlets ...string) *isnad.Record {
	r := &isnad.Record{
		Stories: []isnad.Story{{ID: isnad.StoryID(story), From: first, To: first, Title: "Talks in Tarn"}},
		Entities: []isnad.Entity{
			{ID: "anneke-strell", Kind: isnad.Person, Names: []isnad.Name{{Lang: isnad.English, Text: "Anneke Strell"}}, Label: map[isnad.Lang]string{isnad.English: "Anneke Strell"}},
			{ID: "jonas-veld", Kind: isnad.Person, Names: []isnad.Name{{Lang: isnad.English, Text: "Jonas Veld"}}, Label: map[isnad.Lang]string{isnad.English: "Jonas Veld"}, Known: "veld"},
		},
	}
	statement := isnad.Entry{ID: "st-" + story, Kind: isnad.StatementEntry, Story: isnad.StoryID(story), Parties: []int{0}, Witnesses: len(outlets)}
	event := isnad.Entry{ID: "ev-" + story, Kind: isnad.EventEntry, Story: isnad.StoryID(story), Parties: []int{0, 1}, When: first, Type: isnad.Consult, Witnesses: len(outlets)}
	for d, outlet := range outlets {
		doc := report(fmt.Sprintf("a%s%d", story, d), outlet, first)
		r.Docs, r.Local = append(r.Docs, doc), append(r.Local, []int{0, 1})
		r.Stories[0].Articles = append(r.Stories[0].Articles, d)
		statement.Sources = append(statement.Sources, isnad.Source{Article: d, Event: -1})
		event.Sources = append(event.Sources, isnad.Source{Article: d, Statement: -1})
	}
	r.Entries = []isnad.Entry{statement, event}
	r.Commitments = []isnad.CommitmentEntry{{ID: "co-" + story, Story: isnad.StoryID(story), By: []int{0}, Status: isnad.Open}, {ID: "co-2" + story, To: []int{0}, Status: isnad.Kept}}
	return r
}

func named(name string, rows ...string) isnad.Condition {
	return isnad.Condition{Field: isnad.EntityName, Value: name, Known: rows}
}

func TestProfile(t *testing.T) {
	gatherer := New(named("strell"), 10)
	gatherer.Add(record("s1", "2031-05-01", "Mawj", "Lamp"))
	gatherer.Add(record("s2", "2031-05-09", "Mawj"))
	list := gatherer.Profiles()
	if len(list) != 1 {
		t.Fatalf("%d profiles", len(list))
	}
	p := list[0]
	if p.ID != "anneke-strell" || p.Reports != 3 || p.AllStories != 2 || p.From != "2031-05-01" || p.To != "2031-05-09" || p.Open != 2 {
		t.Errorf("profile %+v", p)
	}
	name := func(text string) isnad.NameUse {
		return isnad.NameUse{Name: isnad.Name{Lang: isnad.English, Text: text}, Mentions: 3, Outlets: []isnad.OutletUse{{Outlet: "Mawj", Mentions: 2}, {Outlet: "Lamp", Mentions: 1}}}
	}
	if diff := cmp.Diff([]isnad.NameUse{name("Anneke Strell"), name("Strell")}, p.Names); diff != "" {
		t.Errorf("names (-want +got)\n%s", diff)
	}
	if len(p.Offices) != 1 || p.Offices[0].Office.Text != "Minister" || p.Offices[0].Reports != 3 || p.Offices[0].From != "2031-05-01" || p.Offices[0].To != "2031-05-09" {
		t.Errorf("offices %+v", p.Offices)
	}
	if len(p.Said) != 2 || p.Said[0].ID != "st-s2" || !p.Said[0].Reported || p.Said[0].When != "2031-05-09" || p.Said[1].Witnesses != 2 {
		t.Errorf("said %+v", p.Said)
	}
	if len(p.Events) != 2 || p.Events[0].Reported || p.Events[1].When != "2031-05-01" || p.Events[1].Event != 0 {
		t.Errorf("events %+v", p.Events)
	}
	with := []isnad.Company{{ID: "jonas-veld", Kind: isnad.Person, Label: map[isnad.Lang]string{isnad.English: "Jonas Veld"}, Entries: 2, Reports: 3, Stories: 2}}
	if diff := cmp.Diff(with, p.With); diff != "" {
		t.Errorf("with (-want +got)\n%s", diff)
	}
	if len(p.Stories) != 2 || p.Stories[0].Story.ID != "s2" || p.Stories[1].Reports != 2 || p.Stories[1].Of != 2 {
		t.Errorf("stories %+v", p.Stories)
	}
}

// Cut lists hold the latest, whatever the order in which records came, and say
// how many there are.
func TestCut(t *testing.T) {
	var records []*isnad.Record
	for i := range 20 {
		records = append(records, record(fmt.Sprintf("s%02d", i), fmt.Sprintf("2031-05-%02d", i+1), "Mawj"))
	}
	profile := func() *isnad.Profile {
		gatherer := New(named("Anneke Strell"), 3)
		for _, one := range records {
			gatherer.Add(one)
		}
		return gatherer.Profiles()[0]
	}
	forth := profile()
	slices.Reverse(records)
	back := profile()
	if diff := cmp.Diff(forth, back); diff != "" {
		t.Errorf("the order of records changes the profile:\n%s", diff)
	}
	var ids []string
	for _, act := range forth.Said {
		ids = append(ids, act.ID)
	}
	if diff := cmp.Diff([]string{"st-s19", "st-s18", "st-s17"}, ids); diff != "" || forth.AllSaid != 20 || len(forth.Stories) != 3 || forth.AllStories != 20 {
		t.Errorf("said %v of %d, %d stories of %d", ids, forth.AllSaid, len(forth.Stories), forth.AllStories)
	}
}

// A part of a name is meant only where it is nobody's whole name.
func TestWholeNames(t *testing.T) {
	r := record("s1", "2031-05-01", "Mawj")
	r.Entities[1].Names[0].Text = "Strell"
	r.Entities[1].Label = nil
	for name, want := range map[string]int{"strell": 1, "anneke": 1, "Anneke Strell": 1, "x": 0} {
		gatherer := New(named(name), 3)
		gatherer.Add(r)
		if got := len(gatherer.Profiles()); got != want {
			t.Errorf("%s: %d profiles, want %d", name, got, want)
		}
	}
}

// A name whose article lost a letter to a preposition is the name with its
// article, where reports write that.
func TestContracted(t *testing.T) {
	const lam, behind, whole = "\u0644", "\u0644\u0645\u064a\u0646\u0627\u0621", "\u0627\u0644\u0645\u064a\u0646\u0627\u0621" // ل لميناء الميناء
	names := func(texts ...string) (list []isnad.NameUse) {
		r := record("s1", "2031-05-01", "Mawj")
		words := strings.Join(texts, " ")
		doc := r.Docs[0]
		doc.Article.Text, doc.Mentions = words, nil
		r.Entries = nil
		at := 0
		for _, text := range texts {
			start := at
			if strings.HasPrefix(text, lam+lam) {
				start += len(lam)
			}
			doc.Mentions = append(doc.Mentions, isnad.Mention{Span: isnad.Span{Start: start, End: at + len(text)}, Form: isnad.Named})
			at += len(text) + 1
		}
		gatherer := New(named("strell"), 3)
		gatherer.Add(r)
		return gatherer.Profiles()[0].Names
	}
	if got := names(lam+behind, whole); len(got) != 1 || got[0].Name.Text != whole || got[0].Mentions != 2 {
		t.Errorf("names %+v", got)
	}
	if got := names(lam+behind, lam+behind); len(got) != 1 || got[0].Name.Text != behind || got[0].Mentions != 2 {
		t.Errorf("names %+v", got)
	}
}

// A whole name comes before a part of one, and a row or an ID before both.
func TestNamed(t *testing.T) {
	strell := &isnad.Entity{ID: "anneke-strell", Names: []isnad.Name{{Lang: isnad.Arabic, Text: "أنيكة آل سترل"}}, Label: map[isnad.Lang]string{isnad.English: "Anneke al-Strell"}}
	row := &isnad.Entity{ID: "veld", Known: "veld"}
	for _, c := range []struct {
		entity *isnad.Entity
		who    isnad.Condition
		want   int
	}{
		{strell, named("Anneke Strell"), wholly}, {strell, named("strell"), partly}, {strell, named("Strell Anneke"), 0}, {strell, named("انيكه"), partly},
		{strell, named("anneke-strell"), byID}, {strell, named("x", "anneke-strell"), byID}, {strell, named("!"), 0}, {strell, named(""), 0},
		{row, named("x", "veld"), byID}, {row, named("x", ""), 0},
	} {
		if got := likeness(c.entity, c.who); got != c.want {
			t.Errorf("%s for %q: %d, want %d", c.entity.ID, c.who.Value, got, c.want)
		}
	}
}

// TestOrder holds that profiles depend on the set of records alone, also where
// records know and call somebody differently.
func TestOrder(t *testing.T) {
	records := func() []*isnad.Record {
		list := []*isnad.Record{record("s1", "2031-05-01", "Mawj"), record("s2", "2031-05-02", "Mawj"), record("s3", "2031-05-03", "Lamp")}
		for i, r := range list {
			for e := range r.Entities {
				r.Entities[e].Label = map[isnad.Lang]string{isnad.English: fmt.Sprint("Label ", i)}
				r.Entities[e].Country = fmt.Sprint("country-", i)
			}
			r.Entities[0].Offices = []isnad.Office{{Lang: isnad.English, Text: "Minister", From: fmt.Sprintf("202%d-01-01", i)}}
		}
		list[1].Entities[0].Mentions = make([]isnad.Evidence, 3)
		list[0].Entities[0].Label[isnad.Arabic], list[2].Entities[0].Label[isnad.Arabic] = "\u0623", "\u0628"
		list[2].Entities[0].Kind = isnad.Organisation
		list[0].Entities[1].Kind = isnad.Place
		return list
	}
	var want []*isnad.Profile
	for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		gatherer, list := New(named("strell"), 10), records()
		for _, i := range order {
			gatherer.Add(list[i])
		}
		got := gatherer.Profiles()
		if want == nil {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("order %v (-want +got)\n%s", order, diff)
		}
	}
	if want[0].Label[isnad.English] != "Label 1" || want[0].Label[isnad.Arabic] != "\u0623" {
		t.Errorf("labels %v, want those of most mentions, then of the least story", want[0].Label)
	}
}
