package records_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/records"
)

// What two reports tell otherwise of one event is kept side by side in one
// entry; what could be two events stays two.
func TestDisputes(t *testing.T) {
	const words = "Hasan and Kori met in Marsa to talk about the grain harbour."
	parties := parties([]int{0, 1})
	type telling struct {
		published string
		event     isnad.Event
	}
	met := func(when string) isnad.Event {
		return isnad.Event{Type: isnad.Consult, Mode: "visit", When: when, Status: isnad.Happened, Actors: parties}
	}
	with := func(event isnad.Event, change func(*isnad.Event)) isnad.Event { change(&event); return event }
	tests := []struct {
		name string
		a, b telling
		want []string // what differs; nil for two entries
	}{
		{"another day, both told later", telling{"2031-05-07", met("2031-05-05")}, telling{"2031-05-07", met("2031-05-06")}, []string{"date"}},
		{"another day, told as it came", telling{"2031-05-05", met("2031-05-05")}, telling{"2031-05-06", met("2031-05-06")}, nil},
		{"days apart", telling{"2031-05-09", met("2031-05-05")}, telling{"2031-05-09", met("2031-05-08")}, nil},
		{"agreed or discussed", telling{"2031-05-06", met("2031-05-05")}, telling{"2031-05-06", with(met("2031-05-05"), func(e *isnad.Event) { e.Type, e.Mode = isnad.Agree, "" })}, []string{"kind"}},
		{"agreed another day", telling{"2031-05-06", met("2031-05-05")}, telling{"2031-05-06", with(met("2031-05-06"), func(e *isnad.Event) { e.Type = isnad.Agree })}, nil},
		{"still planned a day later", telling{"2031-05-06", met("2031-05-05")}, telling{"2031-05-06", with(met("2031-05-05"), func(e *isnad.Event) { e.Status = isnad.Planned })}, []string{"status"}},
		{"planned the day before", telling{"2031-05-06", met("2031-05-05")}, telling{"2031-05-04", with(met("2031-05-05"), func(e *isnad.Event) { e.Status = isnad.Planned })}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var docs []*isnad.Doc
			for i, one := range [...]telling{tt.a, tt.b} {
				doc := report([]string{"a1", "a2"}[i], one.published, words)
				span := doc.Sentences[0].Span
				one.event.Span, one.event.Trigger, one.event.By = span, isnad.Span{Start: 15, End: 18}, "test"
				doc.Events = []isnad.Event{one.event}
				docs = append(docs, doc)
			}
			record := build(docs...)
			if err := record.Check(); err != nil {
				t.Fatal(err)
			}
			list := entries(record)
			if tt.want == nil {
				if len(list) != 2 {
					t.Fatalf("%d entries, want two events", len(list))
				}
				return
			}
			if len(list) != 1 {
				t.Fatalf("%d entries, want one event", len(list))
			}
			var got []string
			for _, stance := range list[0].Stances {
				for _, difference := range stance.Differences {
					got = append(got, difference.What)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if list[0].Witnesses != 2 {
				t.Errorf("%d witnesses", list[0].Witnesses)
			}
		})
	}
}

// A report that says that it did not happen denies the entry, and vouches not
// for it.
func TestDenialOfEvent(t *testing.T) {
	first, second := report("a1", "2031-05-06", "Hasan's gunboats fired on the grain harbour of Kori."), report("a2", "2031-05-06", "Hasan's gunboats did not fire on the grain harbour of Kori.")
	fired := event(first, 0, isnad.Assault, "", "2031-05-05", []int{0}, []int{1})
	not := event(second, 0, isnad.Assault, "", "2031-05-05", []int{0}, []int{1})
	not.Status = isnad.DidNotHappen
	first.Events, second.Events = []isnad.Event{fired}, []isnad.Event{not}
	record := build(first, second)
	if err := record.Check(); err != nil {
		t.Fatal(err)
	}
	list := entries(record)
	if len(list) != 1 {
		t.Fatalf("%d entries, want one that is denied", len(list))
	}
	if got := list[0]; got.Status != isnad.Happened || got.Witnesses != 1 || got.Stances[0].Kind != isnad.Reports || got.Stances[1].Kind != isnad.DeniesIt {
		t.Errorf("%s by %d witnesses, stances %+v", got.Status, got.Witnesses, got.Stances)
	}
}

// The merged view takes the value that most independent witnesses give: three
// copies of one text weigh less than two reports.
func TestMostWitnesses(t *testing.T) {
	var docs []*isnad.Doc
	for i, mode := range []string{"phone", "phone", "phone", "video", "video"} {
		doc := report(string(rune('a'+i)), "2031-05-06", "Hasan and Kori talked about the grain harbour.")
		one := event(doc, 0, isnad.Assault, mode, "2031-05-05", []int{0, 1}, nil)
		doc.Events = []isnad.Event{one}
		docs = append(docs, doc)
	}
	record := build(docs...)
	if got := entries(record); len(got) != 1 || got[0].Mode != "phone" || got[0].Witnesses != 5 {
		t.Fatalf("%d entries, %+v", len(got), got)
	}
	copies := []isnad.Witness{{Articles: []int{0, 1, 2}}, {Articles: []int{3}}, {Articles: []int{4}}}
	again := records.Build(record.Docs, record.Entities, record.Local, copies, record.Stories)
	if got := entries(again); len(got) != 1 || got[0].Mode != "video" || got[0].Witnesses != 3 {
		t.Errorf("%d entries, %+v", len(got), got)
	}
}
