package storetest

import (
	"fmt"
	"slices"
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
	stories, err := store.Stories(t.Context(), days)
	if err != nil {
		t.Fatal(err)
	}
	for _, story := range stories {
		if story.Articles != nil {
			t.Errorf("story %s has articles", story.ID)
		}
		ids = append(ids, story.ID)
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
