package overviews

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

func TestHeadline(t *testing.T) {
	overview := Of(strike(t).record)
	if len(overview.Headlines) != 2 || overview.Headlines[0].Lang != isnad.Arabic || overview.Headlines[1].Lang != isnad.English {
		t.Fatalf("headlines %+v", overview.Headlines)
	}
	if got := overview.Headlines[1].Words; got == "Will Orvane run out of fruit?" {
		t.Errorf("headline is a question: %q", got)
	}
}

// A question serves where there is no other title; a report of a column, and one
// whose number most reports do not give, stand behind the others.
func TestHeadlineOrder(t *testing.T) {
	only := newWorld(t)
	only.report("alpha", "2026-05-02", isnad.English, "Will Orvane run out of fruit?", "Dockers walked out of the port of Orvane.")
	if got := Of(only.record).Headlines; len(got) != 1 {
		t.Errorf("a story of one title has %d headlines", len(got))
	}
	for name, make := range map[string]func(*world) (wrong int){
		"column": func(w *world) int {
			d := w.report("alpha", "2026-05-01", isnad.English, "Three dead in blast at Orvane mill", "Three people died in a blast at the mill of Orvane.")
			w.record.Docs[d].Article.URL = "https://alpha.example/opinion/mill"
			return d
		},
		"outvoted": func(w *world) int {
			d := w.report("alpha", "2026-05-01", isnad.English, "Nine dead in blast at Orvane mill", "Nine people died in a blast at the mill of Orvane.")
			return d
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			wrong := make(w)
			count := map[string]float64{"column": 3, "outvoted": 9}[name]
			b := w.report("beta", "2026-05-02", isnad.English, "Blast at Orvane mill: three dead", "A blast at the mill of Orvane left three dead.")
			c := w.report("gamma", "2026-05-02", isnad.English, "Orvane mill blast kills three", "Three were killed in a blast at a mill in Orvane.")
			w.event("ev-blast", isnad.Assault, "2026-05-01", isnad.Happened, told{wrong, "died", count}, told{b, "left", 3}, told{c, "killed", 3})
			if got := Of(w.record).Headlines[0].Of.Article; got == wrong {
				t.Errorf("headline is %q", Of(w.record).Headlines[0].Words)
			}
		})
	}
}

func TestLead(t *testing.T) {
	overview := Of(strike(t).record)
	var english isnad.Lead
	for _, lead := range overview.Leads {
		if lead.Lang == isnad.English {
			english = lead
		}
	}
	var roles []isnad.LineRole
	for _, line := range english.Lines {
		roles = append(roles, line.Role)
	}
	if diff := cmp.Diff([]isnad.LineRole{isnad.TheHappening, isnad.TheReaction, isnad.TheOpen}, roles); diff != "" {
		t.Fatalf("roles (-want +got)\n%s", diff)
	}
	if !slices.Contains(english.Lines[0].Entries, "ev-walkout") {
		t.Errorf("lead begins with %q", english.Lines[0].Words)
	}
	if english.Lines[1].Words != "The harbour chief called the walkout reckless." || english.Lines[2].Words != "A mediator is to meet both sides on Monday." {
		t.Errorf("lead goes on with %q, %q", english.Lines[1].Words, english.Lines[2].Words)
	}
}

// No line says again what another says, leans on a sentence that is not shown,
// or is too long where there is a shorter one.
func TestLinesStandAlone(t *testing.T) {
	w := newWorld(t)
	long := "Engineers in Orvane " + string(slices.Repeat([]byte("and further engineers "), 20)) + "opened the bridge on Friday."
	a := w.report("alpha", "2026-05-02", isnad.English, "Orvane bridge opens", long, "It is the longest in the land and they were glad.")
	b := w.report("beta", "2026-05-02", isnad.English, "Bridge opens in Orvane", "Engineers in Orvane opened the new bridge on Friday.", "On Friday engineers opened the new bridge in Orvane.")
	w.event("ev-bridge", isnad.Cooperate, "2026-05-01", isnad.Happened, told{a, "opened", 0}, told{b, "opened", 0})
	lead := Of(w.record).Leads[0]
	if len(lead.Lines) != 1 || lead.Lines[0].Words != "Engineers in Orvane opened the new bridge on Friday." {
		t.Errorf("lead is %+v", lead.Lines)
	}
}

func TestMoments(t *testing.T) {
	w := strike(t)
	d := w.report("epsilon", "", isnad.English, "Undated", "A gull flew.")
	w.statement("st-gull", "", told{d, "gull", 0})
	var got []string
	for _, moment := range Of(w.record).Moments {
		for _, dated := range moment.Entries {
			mark := ""
			if dated.Reported {
				mark = "*"
			}
			got = append(got, moment.When+" "+dated.Entry+mark)
		}
	}
	want := []string{"2026-05-02 ev-walkout", "2026-05-02 ev-rot*", "2026-05-02 st-reckless*", "2026-05-04 ev-talks", " st-gull"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestBegin(t *testing.T) {
	order := []string{"2025", "2025-02", "2025-02-09", "2025-W07", "2025-02-11", "2025-02-11T08:00", "2026", ""}
	for i := 1; i < len(order); i++ {
		if begin(order[i-1]) >= begin(order[i]) {
			t.Errorf("%q does not begin before %q", order[i-1], order[i])
		}
	}
}

func TestDisputes(t *testing.T) {
	w := newWorld(t)
	a := w.report("alpha", "2026-05-01", isnad.English, "Blast", "A blast killed twelve.")
	b := w.report("beta", "2026-05-01", isnad.English, "Blast", "A blast killed fifteen.")
	c := w.report("gamma", "2026-05-02", isnad.English, "Blast", "Fifteen were killed.")
	w.event("ev-blast", isnad.Assault, "2026-05-01", isnad.Happened, told{a, "killed", 12}, told{b, "killed", 15}, told{c, "killed", 15})
	want := []isnad.Dispute{{Entry: "ev-blast", What: "number", About: "dead", Values: []isnad.GivenValue{{Value: "15", Articles: []int{b, c}}, {Value: "12", Articles: []int{a}}}}}
	if diff := cmp.Diff(want, Of(w.record).Disputes); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A rounded number agrees with one close to it, and a report does not contradict
// itself.
func TestNoDispute(t *testing.T) {
	w := newWorld(t)
	a := w.report("alpha", "2026-05-01", isnad.English, "Blast", "A blast killed about 40, 39 of them dockers.")
	b := w.report("beta", "2026-05-01", isnad.English, "Blast", "A blast killed 41.")
	w.event("ev-blast", isnad.Assault, "2026-05-01", isnad.Happened, told{b, "killed", 41}, told{a, "killed", 40})
	w.record.Docs[a].Events[0].Numbers[0].Loose = true
	if got := Of(w.record).Disputes; len(got) != 0 {
		t.Errorf("disputes %+v", got)
	}
}

func TestDisputedDays(t *testing.T) {
	w := strike(t)
	w.record.Entries[0].Stances[2].Differences = []isnad.Difference{{What: "date", Value: "2026-05-03", Others: "2026-05-02"}}
	w.record.Docs[2].Events[0].When = "2026-05-03"
	got := Of(w.record).Disputes
	if len(got) != 1 || got[0].What != "date" || got[0].Values[0].Value != "2026-05-02" || got[0].Values[1].Value != "2026-05-03" {
		t.Errorf("disputes %+v", got)
	}
}

// Agreed or discussed: what each report gives stands side by side.
func TestDisputedKinds(t *testing.T) {
	w := newWorld(t)
	a := w.report("alpha", "2026-05-01", isnad.English, "Talks", "They agreed on a bridge.")
	b := w.report("beta", "2026-05-01", isnad.English, "Talks", "They discussed a bridge.")
	w.event("ev-bridge", isnad.Agree, "2026-05-01", isnad.Happened, told{a, "agreed", 0}, told{b, "discussed", 0})
	w.record.Docs[b].Events[0].Type = isnad.Consult
	w.record.Entries[0].Stances[1].Differences = []isnad.Difference{{What: "kind", Value: "CONSULT", Others: "AGREE"}}
	want := []isnad.Dispute{{Entry: "ev-bridge", What: "kind", Values: []isnad.GivenValue{{Value: "AGREE", Articles: []int{a}}, {Value: "CONSULT", Articles: []int{b}}}}}
	if diff := cmp.Diff(want, Of(w.record).Disputes); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Who denies an entry witnesses it no more.
func TestDenialIsNoGain(t *testing.T) {
	w := strike(t)
	w.record.Entries[0].Stances[2].Kind = isnad.DeniesIt
	if news := News(w.record, time.Date(2026, 5, 3, 0, 0, 0, 0, time.UTC)); len(news.Gains) != 0 {
		t.Errorf("gains %+v", news.Gains)
	}
}

func TestNews(t *testing.T) {
	w := strike(t)
	w.record.Commitments = []isnad.CommitmentEntry{
		{ID: "co-old", Story: "s1", Status: isnad.Kept, Closed: "ev-new", Sources: []isnad.CommitmentSource{{Article: 0}}},
		{ID: "co-new", Story: "s1", Status: isnad.Open, Sources: []isnad.CommitmentSource{{Article: 2}}},
	}
	w.event("ev-new", isnad.Protest, "2026-05-03", isnad.Happened, told{2, "dispute", 0})
	since := time.Date(2026, 5, 2, 10, 0, 0, 0, time.UTC)
	news := News(w.record, since)
	want := &isnad.News{
		Story: "s1", Since: since, Articles: []int{1, 2}, Undated: []int{3}, Entries: []string{"ev-rot", "ev-new"},
		Gains:  []isnad.Gain{{Entry: "ev-walkout", Articles: []int{2}, Before: 2, After: 3}},
		Opened: []string{"co-new"}, Closed: []string{"co-old"},
	}
	if diff := cmp.Diff(want, news); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if err := news.Check(w.record); err != nil {
		t.Error(err)
	}
}

// A report that is known by its day alone is new on the day of since.
func TestNewsByDay(t *testing.T) {
	w := strike(t)
	for since, want := range map[string]bool{"2026-05-02T23:00": true, "2026-05-03T23:00": true, "2026-05-04T00:00": false} {
		at, err := time.Parse("2006-01-02T15:04", since)
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Contains(News(w.record, at).Articles, 2); got != want {
			t.Errorf("since %s: new is %t", since, got)
		}
	}
}

func TestNothingToShow(t *testing.T) {
	if got := Of(&isnad.Record{}); len(got.Headlines)+len(got.Leads)+len(got.Moments) > 0 {
		t.Errorf("overview of nothing: %+v", got)
	}
	if got := News(&isnad.Record{}, time.Time{}); !got.Empty() {
		t.Errorf("news of nothing: %+v", got)
	}
}

func TestChecks(t *testing.T) {
	record := strike(t).record
	overview := Of(record)
	if err := overview.Check(record); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*isnad.Overview){
		"other words": func(o *isnad.Overview) { o.Headlines[0].Words = "x" },
		"no sentence": func(o *isnad.Overview) {
			line := &o.Leads[1].Lines[0]
			line.Of.Span.End--
			line.Words = record.Docs[line.Of.Article].Words(line.Of.Span)
		},
		"unknown entry":  func(o *isnad.Overview) { o.Leads[1].Lines[0].Entries[0] = "ev-none" },
		"twice":          func(o *isnad.Overview) { o.Moments = append(o.Moments[:1:1], o.Moments...) },
		"in no moment":   func(o *isnad.Overview) { o.Moments = o.Moments[1:] },
		"nothing given":  func(o *isnad.Overview) { o.Disputes = []isnad.Dispute{{Entry: "ev-walkout"}} },
		"too many lines": func(o *isnad.Overview) { l := &o.Leads[1]; l.Lines = append(l.Lines, l.Lines...) },
	} {
		broken := Of(record)
		spoil(broken)
		if err := broken.Check(record); err == nil {
			t.Errorf("%s: passes", name)
		}
	}
}
