package view

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

func names(entries []*Entry) string {
	var ids []string
	for _, entry := range entries {
		ids = append(ids, entry.ID)
	}
	return strings.Join(ids, " ")
}

func TestView(t *testing.T) {
	v := New(showtest.Record(), isnad.English)
	call, strike := v.Stories[0], v.Stories[1]
	for _, c := range []struct{ what, got, want string }{
		{"days", call.Days, "Wed 11 – Thu 12 March 2026"},
		{"title in the labels' language", call.Second.Words, "Sahlia and Marjania to reopen Wadi crossing after leaders’ call"},
		{"facts: most witnesses first", names(call.Facts), "E1 E2 E4"},
		{"facts of a thin story", names(strike.Facts), "E9 S9"},
		{"events", names(call.Events), "E1 E2 E3 E4 E5 E6 E7 E8"},
		{"names run on over stories", names(strike.Statements), "S9"},
		{"first speaker", call.Speakers[0].Names[0].Words, "Salim Haddaf"},
		{"his role", call.Speakers[0].Role.Words, "President"},
		{"last speaker is unnamed", call.Speakers[len(call.Speakers)-1].Names[0].Words, "مسؤول أمني طلب عدم الكشف عن هويته"},
		{"first day", call.Timeline[0].Words, "April 2025"},
		{"last day", call.Timeline[len(call.Timeline)-1].Words, "No date known"},
		{"what closed the promise", call.Commitments[2].ClosedBy.ID, "E3"},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.what, diff)
		}
	}
	if len(call.Witnesses) != 3 || len(call.Copies()) != 1 {
		t.Errorf("%d witnesses, %d groups of copies", len(call.Witnesses), len(call.Copies()))
	}
	if inner := call.Statements[5]; inner.Within == nil || inner.Within.ID != "S5" {
		t.Errorf("%s lies within %v", inner.ID, inner.Within)
	}
	if !call.Timeline[1].Gap || call.Timeline[2].Gap {
		t.Error("gaps of the timeline are wrong")
	}
}

func TestBriefHoldsASettledOne(t *testing.T) {
	story := New(showtest.Record(), isnad.English).Stories[0]
	brief := story.Brief(2)
	if len(brief) != 2 || brief[0].Standing() == brief[1].Standing() {
		t.Errorf("of four commitments %s and %s are shown", brief[0].ID, brief[1].ID)
	}
	if got := story.Brief(9); len(got) != 4 {
		t.Errorf("%d commitments", len(got))
	}
}

func TestChainNamesEveryLink(t *testing.T) {
	v := New(showtest.Record(), isnad.English)
	var got []string
	for _, cite := range v.Stories[0].Statements[1].Cites {
		if cite.Report.Outlet.Words == "The Harbour Times" {
			for _, link := range cite.Chain {
				got = append(got, link.Name.Words)
			}
		}
	}
	want := []string{"The Harbour Times", "Mina News Agency", "Sada", "Salim Haddaf"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Reports of no story, and entries of none, are shown behind the stories.
func TestStraysAreShown(t *testing.T) {
	record := showtest.Record()
	record.Stories = record.Stories[:1]
	for i := range record.Entries {
		if record.Entries[i].Story == "s0000000000d2" {
			record.Entries[i].Story = ""
		}
	}
	v := New(record, isnad.English)
	if len(v.Reports) != len(record.Docs) {
		t.Errorf("%d of %d reports are shown", len(v.Reports), len(record.Docs))
	}
	last := v.Stories[len(v.Stories)-1]
	if last.Number != 0 || len(last.Reports) != 1 || names(last.Events) != "E9" {
		t.Errorf("strays: %d reports, events %s", len(last.Reports), names(last.Events))
	}
}

func TestEntityFallsBack(t *testing.T) {
	record := &isnad.Record{Entities: []isnad.Entity{
		{ID: "a", Label: map[isnad.Lang]string{isnad.English: "A", isnad.Arabic: "أ"}},
		{ID: "b", Label: map[isnad.Lang]string{isnad.Arabic: "ب"}},
		{ID: "c", Names: []isnad.Name{{Lang: isnad.English, Text: "C"}}},
		{ID: "d"},
	}}
	for i, want := range []string{"A", "ب", "C", "d"} {
		if got := New(record, isnad.English).Entity(i).Words; got != want {
			t.Errorf("entity %d is called %q, want %q", i, got, want)
		}
	}
	if got := New(record, isnad.Arabic).Entity(0).Words; got != "أ" {
		t.Errorf("in Arabic entity 0 is called %q", got)
	}
	if got := New(record, isnad.English).Entity(9).Words; got != "unknown" {
		t.Errorf("an entity that is not there is called %q", got)
	}
}

func TestBest(t *testing.T) {
	own, attributed := &isnad.Event{}, &isnad.Event{According: []isnad.Attribution{{}}}
	cites := []Cite{
		{Lang: isnad.Arabic, Event: own}, {Lang: isnad.English, Event: attributed}, {Lang: isnad.English, Event: own}, {Lang: isnad.English, Event: own},
	}
	if got := Best(cites, isnad.English); got != 2 {
		t.Errorf("source %d is the best", got)
	}
	if got := Best(cites, isnad.Arabic); got != 0 {
		t.Errorf("source %d is the best in Arabic", got)
	}
	if got := Best(cites[:2], "fr"); got != 0 {
		t.Errorf("source %d is the best in neither language", got)
	}
}
