package positions

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

func TestFind(t *testing.T) {
	w := valley(t)
	list := Find([]*isnad.Record{w.record})
	if len(list) != 3 {
		t.Fatalf("%d positions", len(list))
	}
	for i := range list {
		if err := list[i].Check([]*isnad.Record{w.record}); err != nil {
			t.Error(err)
		}
		if list[i].Subject.ID != list[0].Subject.ID {
			t.Errorf("%s stands on a subject of its own: %v", list[i].Party, list[i].Subject.Labels)
		}
	}
	position := of(list, "melt", "valley")
	if position == nil {
		t.Fatalf("no position of melt: %+v", list)
	}
	var kinds []isnad.StandKind
	for _, stand := range position.Stands {
		kinds = append(kinds, stand.Kind)
	}
	if diff := cmp.Diff([]isnad.StandKind{isnad.Refuses, isnad.Agrees}, kinds); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if position.Moved != isnad.CameRound || position.Side != "MLT" {
		t.Errorf("moved %q, side %q", position.Moved, position.Side)
	}
	if stand := position.Stands[0]; stand.When != "2026-05-01" || !stand.Reported {
		t.Errorf("an undated refusal stands at %q, reported %t", stand.When, stand.Reported)
	}
	if judge := of(list, "judge", "valley"); judge == nil || len(judge.Stands) != 1 || judge.Stands[0].Kind != isnad.Offers {
		t.Errorf("who keeps silent takes a stand: %+v", judge)
	}
}

// Where nothing links a refusal to a demand, it speaks of the last one before it.
func TestRefusalWithoutWords(t *testing.T) {
	w := valley(t)
	w.record.Commitments[0].Status, w.record.Commitments[0].Closed = isnad.Open, ""
	if position := of(Find([]*isnad.Record{w.record}), "melt", "valley"); position == nil || position.Stands[0].Kind != isnad.Refuses {
		t.Errorf("position %+v", position)
	}
}

// What one sentence says in several layers is one stand, and only what is
// affirmed is one.
func TestOneStandASentence(t *testing.T) {
	w := newWorld(t, "s1")
	d := w.report("a1", "2026-05-01", isnad.English, "Orva demanded that the harbour be opened.", "Orva denied a demand for tolls.")
	w.pledge("co-1", isnad.Demand, orva, d, "that the harbour be opened")
	w.event("ev-1", isnad.Request, "", orva, d, "demanded", "Orva demanded that the harbour be opened")
	w.statement("st-1", "demand", isnad.Affirms, orva, d, "the harbour be opened")
	w.statement("st-2", "demand", isnad.Denies, orva, d, "a demand for tolls")
	list := Find([]*isnad.Record{w.record})
	if len(list) != 1 || len(list[0].Stands) != 1 || list[0].Stands[0].Commitment != "co-1" {
		t.Errorf("positions %+v", list)
	}
}

// A plan binds nobody, and what parties without a name say belongs to nobody.
func TestNoStand(t *testing.T) {
	w := newWorld(t, "s1")
	d := w.report("a1", "2026-05-01", isnad.English, "Orva plans a bridge.", "Someone wants a tunnel.")
	w.pledge("co-1", isnad.Plan, orva, d, "a bridge")
	w.pledge("co-2", isnad.Demand, orva, d, "a tunnel")
	w.record.Commitments[1].By = nil
	if list := Find([]*isnad.Record{w.record}); len(list) != 0 {
		t.Errorf("positions %+v", list)
	}
}

// A subject goes over records where a party speaks of the same in both, and the
// same word of other parties is another subject.
func TestSubjectsOverRecords(t *testing.T) {
	second := newWorld(t, "s2")
	d := second.report("c1", "2026-06-01", isnad.English, "Melt promised observers free passage through the valley.")
	second.pledge("co-9", isnad.Promise, melt, d, "observers free passage through the valley")
	other := newWorld(t, "s3")
	e := other.report("d1", "2026-06-02", isnad.English, "Farmers of Lun demanded a road through the valley.")
	other.record.Entities = []isnad.Entity{{ID: "farmers", Label: map[isnad.Lang]string{isnad.English: "Farmers"}}}
	other.pledge("co-8", isnad.Demand, 0, e, "a road through the valley")
	records := []*isnad.Record{valley(t).record, second.record, other.record}
	list := Find(records)
	position := of(list, "melt", "valley")
	if position == nil || len(position.Stands) != 3 || !slices.Equal(position.Subject.Stories, []isnad.StoryID{"s1", "s2"}) {
		t.Errorf("position of melt %+v", position)
	}
	for _, one := range list {
		if one.Party == "farmers" && one.Subject.ID == position.Subject.ID {
			t.Error("the farmers' valley is that of the quarrel")
		}
	}
}

// The order of the records changes nothing but the index of each.
func TestOrderOfRecords(t *testing.T) {
	second := newWorld(t, "s2")
	d := second.report("c1", "2026-06-01", isnad.English, "Melt promised observers free passage through the valley.")
	second.pledge("co-9", isnad.Promise, melt, d, "observers free passage through the valley")
	first := valley(t)
	there, back := Find([]*isnad.Record{first.record, second.record}), Find([]*isnad.Record{second.record, first.record})
	for i := range back {
		for j := range back[i].Stands {
			back[i].Stands[j].Record = 1 - back[i].Stands[j].Record
		}
	}
	if diff := cmp.Diff(there, back); diff != "" {
		t.Errorf("(-there +back)\n%s", diff)
	}
}

// Reports that tell a demand in nearly the same words make one stand of it.
func TestRepeatedStand(t *testing.T) {
	w := newWorld(t, "s1")
	a := w.report("a1", "2026-05-01", isnad.English, "Orva demanded free passage for grain ships through the strait.")
	b := w.report("b1", "2026-05-02", isnad.English, "Free passage of grain ships through the strait was demanded by Orva.")
	w.pledge("co-1", isnad.Demand, orva, a, "free passage for grain ships through the strait")
	w.pledge("co-2", isnad.Demand, orva, b, "Free passage of grain ships through the strait")
	list := Find([]*isnad.Record{w.record})
	if len(list) != 1 || len(list[0].Stands) != 1 || len(list[0].Stands[0].Sources) != 2 || list[0].Stands[0].Witnesses != 2 {
		t.Errorf("positions %+v", list)
	}
}

func TestMoved(t *testing.T) {
	at := func(kind isnad.StandKind, when string, keys ...string) step {
		return step{&isnad.Stand{Kind: kind, When: when}, keys, false}
	}
	counts := func(kind isnad.StandKind, when string, value float64, unit string) step {
		one := at(kind, when, "c:salary", "c:worker")
		one.Numbers = []isnad.Number{{Value: value, Unit: unit}}
		return one
	}
	gives := at(isnad.Promises, "2026-05-09", "c:toll")
	gives.drops = true
	for name, test := range map[string]struct {
		steps []step
		want  isnad.Movement
	}{
		"once":            {[]step{at(isnad.Demands, "2026-05-01", "c:toll")}, isnad.NoMovement},
		"same again":      {[]step{at(isnad.Demands, "2026-05-01", "c:toll"), at(isnad.Demands, "2026-05-09", "c:toll")}, isnad.Unchanged},
		"same day":        {[]step{at(isnad.Demands, "2026-05-01", "c:toll"), at(isnad.Demands, "2026-05-01", "c:toll")}, isnad.NoMovement},
		"came round":      {[]step{at(isnad.Refuses, "2026-05-01", "c:toll"), at(isnad.Agrees, "2026-05-09", "c:toll")}, isnad.CameRound},
		"backed out":      {[]step{at(isnad.Promises, "2026-05-01", "c:toll"), at(isnad.Refuses, "2026-05-09", "c:toll")}, isnad.BackedOut},
		"offers less":     {[]step{at(isnad.Refuses, "2026-05-01", "c:toll"), at(isnad.Offers, "2026-05-09", "c:toll")}, isnad.NoMovement},
		"other thing":     {[]step{at(isnad.Refuses, "2026-05-01", "c:toll", "c:ship"), at(isnad.Agrees, "2026-05-09", "c:road", "c:tree")}, isnad.NoMovement},
		"which came last": {[]step{at(isnad.Refuses, "2026-05-01", "c:toll"), at(isnad.Agrees, "2026-05-01", "c:toll")}, isnad.UnsureMove},
		"undated":         {[]step{at(isnad.Refuses, "2026-05-01", "c:toll"), at(isnad.Agrees, "", "c:toll")}, isnad.UnsureMove},
		"in that month":   {[]step{at(isnad.Refuses, "2026-05", "c:toll"), at(isnad.Agrees, "2026-05-09", "c:toll")}, isnad.UnsureMove},
		"raised":          {[]step{counts(isnad.Demands, "2026-05-01", 3, "months"), counts(isnad.Demands, "2026-05-09", 5, "months")}, isnad.Raised},
		"lowered":         {[]step{counts(isnad.Demands, "2026-05-01", 3, "months"), counts(isnad.Demands, "2026-05-09", 1, "month")}, isnad.Lowered},
		"other unit":      {[]step{counts(isnad.Demands, "2026-05-01", 3, "months"), counts(isnad.Demands, "2026-05-09", 5, "ships")}, isnad.Unchanged},
		"dropped":         {[]step{at(isnad.Demands, "2026-05-01", "c:toll"), gives}, isnad.Dropped},
	} {
		t.Run(name, func(t *testing.T) {
			got, why := moved(test.steps)
			if got != test.want || (why == "") != (got == isnad.NoMovement) {
				t.Errorf("moved %q because %q, want %q", got, why, test.want)
			}
		})
	}
}

// Labels are words of a report, without what is written to them.
func TestLabels(t *testing.T) {
	for _, test := range []struct {
		lang           isnad.Lang
		sentence, want string
	}{
		{isnad.English, "Orva asked for talks on their disputed border.", "disputed border"},
		{isnad.English, "Orva asked to resume talks.", "talks"},
		{isnad.English, "Orva wants a medical team there.", "medical team"},
		// «طالبت أورفا بوقف إطلاق النار»: the noun without its preposition
		{isnad.Arabic, "\u0637\u0627\u0644\u0628\u062a \u0623\u0648\u0631\u0641\u0627 \u0628\u0627\u0644\u0645\u0639\u0627\u0628\u0631", "\u0627\u0644\u0645\u0639\u0627\u0628\u0631"},
		// with an adjective: «بالحدود المغلقة»
		{isnad.Arabic, "\u0637\u0627\u0644\u0628\u062a \u0628\u0627\u0644\u062d\u062f\u0648\u062f \u0627\u0644\u0645\u063a\u0644\u0642\u0629", "\u0627\u0644\u062d\u062f\u0648\u062f \u0627\u0644\u0645\u063a\u0644\u0642\u0629"},
	} {
		tokens := tokensOf(test.sentence, test.lang)
		best := ""
		for i := range tokens {
			phrase := arabicPhrase
			if test.lang == isnad.English {
				phrase = englishPhrase
			}
			if got := phrase(test.sentence, tokens, i); got == test.want {
				best = got
			}
		}
		if best == "" {
			t.Errorf("%q: no word of it is labelled %q", test.sentence, test.want)
		}
	}
}

func TestAfter(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"2026-05-01", "2026-05-02", true}, {"2026-05-02", "2026-05-01", false}, {"2026-05", "2026-05-02", false},
		{"2026-04", "2026-05-02", true}, {"2026-W18", "2026-05-01", false}, {"2026-W18", "2026-05-04", true}, {"", "2026-05-02", false}, {"2026-05-02", "", false},
	} {
		if got := after(test.a, test.b); got != test.want {
			t.Errorf("after(%q, %q) is %t", test.a, test.b, got)
		}
	}
}

func TestCheck(t *testing.T) {
	records := []*isnad.Record{valley(t).record}
	for name, spoil := range map[string]func(*isnad.Position){
		"no stand":      func(p *isnad.Position) { p.Stands = nil },
		"no record":     func(p *isnad.Position) { p.Stands[0].Record = 1 },
		"outside":       func(p *isnad.Position) { p.Stands[0].Evidence.Span.End = 9999 },
		"no source":     func(p *isnad.Position) { p.Stands[0].Sources = nil },
		"unknown entry": func(p *isnad.Position) { p.Stands[0].Entry, p.Stands[0].Commitment = "ev-none", "" },
		"no reason":     func(p *isnad.Position) { p.Moved, p.Why = isnad.Raised, "" },
	} {
		position := Find(records)[0]
		spoil(&position)
		if err := position.Check(records); err == nil {
			t.Errorf("%s: passes", name)
		}
	}
}

// What is demanded of a valley is demanded of nobody; a country is addressed
// also where it keeps silent.
func TestAddressees(t *testing.T) {
	w := newWorld(t, "s1")
	d := w.report("a1", "2026-05-01", isnad.English, "Orva demanded that Lun withdraw its soldiers from the Hazel valley.")
	w.record.Entities = append(w.record.Entities,
		isnad.Entity{ID: "hazel", Kind: isnad.Place, Label: map[isnad.Lang]string{isnad.English: "Hazel valley"}},
		isnad.Entity{ID: "lun", Kind: isnad.Place, Label: map[isnad.Lang]string{isnad.English: "Lun"}})
	w.pledge("co-1", isnad.Demand, orva, d, "Lun withdraw its soldiers from the Hazel valley")
	w.record.Commitments[0].To = []int{3, 4}
	list := Find([]*isnad.Record{w.record})
	if diff := cmp.Diff([]isnad.EntityID{"lun"}, list[0].Stands[0].To); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
