package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/isnad-news/isnad"
)

// putRecord stores a record of reports that are in the store.
func putRecord(t *testing.T, store Store, r *isnad.Record) {
	t.Helper()
	if err := store.PutRecord(t.Context(), r); err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, store Store, days isnad.Days) (ids []isnad.StoryID) {
	t.Helper()
	stories, err := store.Stories(t.Context(), isnad.StoryMatch{Days: days})
	if err != nil {
		t.Fatal(err)
	}
	for _, story := range stories {
		if story.Story.Articles != nil {
			t.Errorf("story %s has articles", story.Story.ID)
		}
		ids = append(ids, story.Story.ID)
	}
	return ids
}

func testStories(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"))
	pair, alone := record(true, harbour, mina), record(false, bridge, undated)
	putRecord(t, store, pair)
	putRecord(t, store, alone)
	two := pair.Stories[0].ID
	of := func(r report) isnad.StoryID { return isnad.StoryID("s" + r.article().ID[1:]) }
	same(t, "all", []isnad.StoryID{of(bridge), two, of(undated)}, names(t, store, isnad.Days{}))
	same(t, "from", []isnad.StoryID{of(bridge), two}, names(t, store, isnad.Days{From: "2031-05-04"}))
	same(t, "to", []isnad.StoryID{two}, names(t, store, isnad.Days{To: "2031-05-03"}))
	same(t, "and undated", []isnad.StoryID{of(bridge), of(undated)}, names(t, store, isnad.Days{From: "2031-06-01", Undated: true}))
	same(t, "between", []isnad.StoryID(nil), names(t, store, isnad.Days{From: "2031-05-05", To: "2031-06-09"}))
	got, err := store.Record(t.Context(), two)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "pair", pair, got)
	for _, one := range []report{bridge, undated} {
		got, err := store.Record(t.Context(), of(one))
		if err != nil {
			t.Fatal(err)
		}
		if err := got.Check(); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(alone.Of(of(one)), got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("one of two (-want +got):\n%s", diff)
		}
	}
}

func testStoriesReplaced(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"))
	putRecord(t, store, record(false, harbour, mina, bridge))
	putRecord(t, store, record(true, mina, harbour))
	if got := names(t, store, isnad.Days{}); len(got) != 2 {
		t.Errorf("stories %v, want the pair and the bridge", got)
	}
	before := exported(t, store)
	putRecord(t, store, record(true, mina, harbour))
	same(t, "put again", before, exported(t, store))
	// The story of an earlier version goes when the article is in a new one.
	later := harbour.edited("the harbour would open on Tuesday")
	put(t, store, isnad.Edited, later.intake("b.zip"))
	putRecord(t, store, record(false, later))
	if got := names(t, store, isnad.Days{}); len(got) != 2 {
		t.Errorf("stories %v, want the new one and the bridge", got)
	}
	totals, err := store.Totals(t.Context())
	if err != nil || totals.Entities != 2 || totals.Entries != 2 {
		t.Errorf("totals %+v, error %v", totals, err)
	}
}

func testStoryOfNothing(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"))
	putRecord(t, store, record(true, harbour))
	before := exported(t, store)
	fails(t, "article that is not there", store.PutRecord(t.Context(), record(false, harbour, mina)), isnad.NotFound)
	broken := record(true, harbour)
	broken.Entries[0].Sources = nil
	fails(t, "entry without a source", store.PutRecord(t.Context(), broken), isnad.Invalid)
	same(t, "export", before, exported(t, store))
	putRecord(t, store, &isnad.Record{})
}

// A story is what was put, also when its docs are made again.
func testStoryKeepsLayers(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"))
	told := record(true, harbour, mina)
	told.Docs[0].Article.Published.Evidence = "told by the story"
	putRecord(t, store, told)
	empty := mina.doc()
	empty.Statements, empty.Events = nil, nil
	if err := store.PutDocs(t.Context(), "hand 2", []*isnad.Doc{empty}); err != nil {
		t.Fatal(err)
	}
	got, err := store.Record(t.Context(), told.Stories[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "record", told, got)
	doc, err := store.Doc(t.Context(), mina.article().ID, "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "doc", empty, doc)
	roundTrip(t, store, place)
}

func testCompanions(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"))
	put(t, store, isnad.Edited, harbour.edited("the harbour would open on Tuesday").intake("b.zip")) // its story holds the version of before
	putRecord(t, store, record(true, harbour, mina, bridge))
	putRecord(t, store, record(true, undated))
	h, m, b, u := harbour.article().ID, mina.article().ID, bridge.article().ID, undated.article().ID
	for _, c := range []struct{ of, want []string }{
		{nil, nil}, {[]string{"a0"}, nil}, {[]string{u}, nil},
		{[]string{h}, []string{m, b}}, {[]string{m, u, m}, []string{h, b}}, {[]string{b, "a0", h}, []string{m}}, {[]string{h, m, b, u}, nil},
	} {
		slices.Sort(c.want)
		got, err := store.Companions(t.Context(), c.of)
		if err != nil {
			t.Fatal(err)
		}
		same(t, fmt.Sprint("companions of ", c.of), c.want, got)
	}
}

func testBriefs(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"))
	pair, alone := owing(record(true, harbour, mina), isnad.Open, isnad.Kept, isnad.Overdue), record(false, bridge, undated)
	putRecord(t, store, pair)
	putRecord(t, store, owing(alone, isnad.Broken))
	story := pair.Stories[0]
	story.Articles = nil
	want := isnad.StoryBrief{Story: story, Reports: 2, Witnesses: 2, Statements: 2, Commitments: 3, Open: 2, Langs: []isnad.Lang{isnad.English},
		Titles: map[isnad.Lang]string{isnad.English: pair.Docs[pair.Stories[0].Articles[0]].Article.Title}}
	for _, d := range pair.Stories[0].Articles {
		want.Outlets = append(want.Outlets, pair.Docs[d].Article.Outlet.Name)
	}
	for _, s := range []Store{store, roundTrip(t, store, place)} {
		for _, id := range []isnad.StoryID{story.ID, story.ID[:isnad.MinStoryPrefix]} {
			brief, err := s.Story(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "brief", want, brief)
		}
	}
	of := func(r report) isnad.StoryID { return isnad.StoryID("s" + r.article().ID[1:]) }
	name := func(name string, rows ...string) isnad.Condition {
		return isnad.Condition{Field: isnad.EntityName, Value: name, Known: rows}
	}
	for _, c := range []struct {
		what  string
		match isnad.StoryMatch
		want  []isnad.StoryID
	}{
		{"all", isnad.StoryMatch{}, []isnad.StoryID{of(bridge), story.ID, of(undated)}},
		{"limit", isnad.StoryMatch{Limit: 2}, []isnad.StoryID{of(bridge), story.ID}},
		{"open", isnad.StoryMatch{Open: true}, []isnad.StoryID{story.ID}},
		{"open then", isnad.StoryMatch{Open: true, Days: isnad.Days{From: "2031-06-01", Undated: true}}, nil},
		{"name", isnad.StoryMatch{Entity: []isnad.Condition{name("strell")}}, []isnad.StoryID{story.ID}},
		{"names", isnad.StoryMatch{Entity: []isnad.Condition{name("Strell"), name("\u0633\u062a\u0631\u0644")}}, []isnad.StoryID{story.ID}},
		{"names apart", isnad.StoryMatch{Entity: []isnad.Condition{name("Strell"), name("Veld")}}, nil},
		{"ID of an entity", isnad.StoryMatch{Entity: []isnad.Condition{name("nobody", string(alone.Entities[0].ID))}}, []isnad.StoryID{alone.Stories[0].ID}},
	} {
		briefs, err := store.Stories(t.Context(), c.match)
		if err != nil {
			t.Fatal(err)
		}
		var listed, given []isnad.StoryID
		for _, brief := range briefs {
			listed = append(listed, brief.Story.ID)
		}
		same(t, c.what, c.want, listed)
		for one, err := range store.Records(t.Context(), c.match) {
			if err != nil {
				t.Fatal(err)
			}
			whole, err := store.Record(t.Context(), one.Stories[0].ID)
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.what, whole, one)
			given = append(given, one.Stories[0].ID)
		}
		same(t, c.what+", records", c.want, given)
	}
}

// owing gives the first story of a record commitments, one of each status.
func owing(r *isnad.Record, statuses ...isnad.CommitmentStatus) *isnad.Record {
	d := r.Stories[0].Articles[0]
	doc := r.Docs[d]
	for i, status := range statuses {
		doc.Commitments = append(doc.Commitments, isnad.Commitment{Kind: isnad.Promise, What: doc.Statements[0].Content[0], Status: isnad.Open, Statement: 0, Event: -1})
		r.Commitments = append(r.Commitments, isnad.CommitmentEntry{ID: fmt.Sprint("co-", i), Story: r.Stories[0].ID, Kind: isnad.Promise, Status: status,
			Sources: []isnad.CommitmentSource{{Article: d, Commitment: i}}})
	}
	return r
}

// rename gives a story of a record another ID.
func rename(r *isnad.Record, story int, id isnad.StoryID) {
	for e := range r.Entries {
		if r.Entries[e].Story == r.Stories[story].ID {
			r.Entries[e].Story = id
		}
	}
	r.Stories[story].ID = id
}

// What the loop over stories does with the store changes nothing of the loop.
func testRecordsWhileWriting(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"))
	putRecord(t, store, record(false, harbour, mina, bridge))
	n := 0
	for one, err := range store.Records(t.Context(), isnad.StoryMatch{}) {
		if err != nil || one == nil {
			t.Fatal(err)
		}
		joined := record(true, harbour, mina, bridge)
		rename(joined, 0, "s000000000001")
		putRecord(t, store, joined)
		n++
	}
	if n != 1 {
		t.Errorf("%d stories given, want the first alone: the others were replaced", n)
	}
}

// IDs of stories that are no more lead on.
func testFormer(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"))
	apart := record(false, harbour, mina, bridge)
	putRecord(t, store, apart)
	of := map[string]isnad.StoryID{}
	for _, story := range apart.Stories {
		of[apart.Docs[story.Articles[0]].Article.ID] = story.ID
	}
	h, m, b := of[harbour.article().ID], of[mina.article().ID], of[bridge.article().ID]
	leads := func(s Store, from isnad.StoryID, to isnad.StoryID) {
		t.Helper()
		got, err := s.Record(t.Context(), from)
		if err != nil {
			t.Fatalf("%s: %v", from, err)
		}
		if got.Stories[0].ID != to {
			t.Errorf("%s leads to %s, want %s", from, got.Stories[0].ID, to)
		}
		brief, err := s.Story(t.Context(), from[:9])
		if err != nil || brief.Story.ID != to {
			t.Errorf("%s leads to %s, want %s; error %v", from[:9], brief.Story.ID, to, err)
		}
		if from != to && !slices.Contains(got.Stories[0].Was, from) {
			t.Errorf("%s was %v, not %s", to, got.Stories[0].Was, from)
		}
		same(t, "was", got.Stories[0].Was, brief.Story.Was)
	}
	// Merged, with an ID that the record gives.
	merged := record(true, harbour, mina, bridge)
	rename(merged, 0, "s000000000001")
	merged.Stories[0].Was = []isnad.StoryID{"s00000000aaaa"}
	putRecord(t, store, merged)
	for _, s := range []Store{store, roundTrip(t, store, place)} {
		for _, from := range []isnad.StoryID{h, m, b, "s00000000aaaa", "s000000000001"} {
			leads(s, from, "s000000000001")
		}
	}
	// Split: the ID leads to where most articles went; those behind it stay with
	// their articles as long as these are in a story.
	two := record(true, harbour, mina)
	putRecord(t, store, two)
	pair := two.Stories[0].ID
	leads(store, b, pair)
	leads(store, "s000000000001", pair)
	leads(store, "s00000000aaaa", pair)
	leads(store, h, pair)
	putRecord(t, store, record(false, bridge))
	leads(store, b, b)
	leads(store, "s000000000001", pair)
	// Forgotten: what is left of the story is found when it is put again.
	if _, err := store.Forget(t.Context(), harbour.article().ID, "asked"); err != nil {
		t.Fatal(err)
	}
	fails(t, "not collated", second(store.Record(t.Context(), "s000000000001")), isnad.NotFound)
	roundTrip(t, store, place)
	putRecord(t, store, record(false, mina))
	for _, from := range []isnad.StoryID{h, m, "s000000000001", "s00000000aaaa"} {
		leads(store, from, m)
	}
	if _, err := store.Forget(t.Context(), mina.article().ID, "asked"); err != nil {
		t.Fatal(err)
	}
	fails(t, "nothing left", second(store.Story(t.Context(), "s000000000001")), isnad.NotFound)
	fails(t, "too short", second(store.Story(t.Context(), b[:isnad.MinStoryPrefix-1])), isnad.NotFound)
	fails(t, "no ID", second(store.Story(t.Context(), "")), isnad.NotFound)
	roundTrip(t, store, place)
}

// The beginning of an ID must lead to one story.
func testPrefix(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"))
	apart := record(false, harbour, mina)
	rename(apart, 0, "s00aa00000001")
	rename(apart, 1, "s00aa00000002")
	putRecord(t, store, apart)
	_, err := store.Story(t.Context(), "s00aa")
	fails(t, "two", err, isnad.Invalid)
	if !strings.Contains(fmt.Sprint(err), "s00aa00000001") || !strings.Contains(fmt.Sprint(err), "s00aa00000002") {
		t.Errorf("error %v names not both", err)
	}
	brief, err := store.Story(t.Context(), "s00aa00000002")
	if err != nil || brief.Story.ID != "s00aa00000002" {
		t.Errorf("%s, error %v", brief.Story.ID, err)
	}
	fails(t, "wildcards", second(store.Story(t.Context(), "s%_a")), isnad.NotFound)
}
