package storetest

import (
	"fmt"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

func testStale(t *testing.T, place Place) {
	store := open(t, place)
	bare := mina.intake("a.zip")
	bare.Doc, bare.Rules = nil, ""
	put(t, store, isnad.Added, harbour.intake("a.zip"), bare, bridge.intake("a.zip"))
	stale := func(name string, limit int) (ids []string) {
		t.Helper()
		articles, err := store.Stale(t.Context(), name, limit)
		if err != nil {
			t.Fatal(err)
		}
		for _, article := range articles {
			ids = append(ids, article.ID)
		}
		return ids
	}
	first, middle, last := harbour.article().ID, mina.article().ID, bridge.article().ID
	same(t, "without a doc", []string{middle}, stale(rules, 9))
	same(t, "other rules", []string{first, middle, last}, stale("hand 2", 9))
	same(t, "limit", []string{first, middle}, stale("hand 2", 2))
	same(t, "no limit", []string(nil), stale("hand 2", 0))
	_, err := store.Doc(t.Context(), middle, "")
	fails(t, "no doc", err, isnad.NotFound)
	dated := undated.doc() // never put
	fails(t, "not in the store", store.PutDocs(t.Context(), "hand 2", []*isnad.Doc{mina.doc(), dated}), isnad.NotFound)
	same(t, "nothing of a bad batch", []string{middle}, stale(rules, 9))
	better := mina.doc()
	better.Statements[0].By = "hand 2"
	if err := store.PutDocs(t.Context(), "hand 2", []*isnad.Doc{better}); err != nil {
		t.Fatal(err)
	}
	same(t, "the others", []string{first, last}, stale("hand 2", 9))
	doc, err := store.Doc(t.Context(), middle, "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "doc", better, doc)
}

func testDays(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"))
	for days, want := range map[isnad.Days][]report{
		{}:                                     {harbour, mina, bridge, undated},
		{From: "2031-05-04"}:                   {mina, bridge},
		{To: "2031-05-04"}:                     {harbour, mina},
		{From: "2031-05-04", To: "2031-05-04"}: {mina},
		{From: "2031-07-01"}:                   nil,
		{From: "2031-06-01", Undated: true}:    {bridge, undated},
	} {
		var expected, docs []*isnad.Doc
		for _, one := range want {
			expected = append(expected, one.doc())
		}
		sortDocs(expected)
		for doc, err := range store.Docs(t.Context(), days) {
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, doc)
		}
		same(t, fmt.Sprint(days), expected, docs)
	}
	// A doc may have the day that its story told; the article keeps what was put.
	dated := undated.doc()
	dated.Article.Published = isnad.Published{Time: time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC), How: isnad.FromStory, Evidence: "told with others"}
	if err := store.PutDocs(t.Context(), rules, []*isnad.Doc{dated}); err != nil {
		t.Fatal(err)
	}
	doc, err := store.Doc(t.Context(), dated.Article.ID, "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "dated doc", dated, doc)
	article, err := store.Article(t.Context(), dated.Article.ID, "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "article", undated.article(), article)
}

// The body of a loop over docs may read, write and forget.
func testDocsWhileWriting(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"))
	n := 0
	for doc, err := range store.Docs(t.Context(), isnad.Days{}) {
		if err != nil {
			t.Fatal(err)
		}
		if _, err := store.Article(t.Context(), doc.Article.ID, ""); err != nil {
			t.Fatal(err)
		}
		if err := store.PutDocs(t.Context(), "hand 2", []*isnad.Doc{doc}); err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 3 {
		t.Errorf("%d docs, want 3", n)
	}
}

func testNotFound(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"))
	id := harbour.article().ID
	for name, err := range map[string]error{
		"article":  second(store.Article(t.Context(), "a0", "")),
		"version":  second(store.Article(t.Context(), id, "0")),
		"doc":      second(store.Doc(t.Context(), "a0", "")),
		"versions": second(store.Versions(t.Context(), "a0")),
		"snapshot": second(store.Snapshot(t.Context(), hexOf(nil, 64))),
		"story":    second(store.Record(t.Context(), "s0")),
		"forget":   second(store.Forget(t.Context(), "a0", "")),
	} {
		fails(t, name, err, isnad.NotFound)
	}
}

func testTotals(t *testing.T, place Place) {
	store := open(t, place)
	totals, err := store.Totals(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	totals.Bytes = 0
	same(t, "empty", isnad.Totals{}, totals)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"))
	put(t, store, isnad.Edited, harbour.edited("the harbour would open on Tuesday").intake("b.zip"))
	put(t, store, isnad.Unread, unread("<html>"))
	if err := store.PutSources(t.Context(), []isnad.FollowedSource{{Name: "Mawj"}}); err != nil {
		t.Fatal(err)
	}
	if err := store.PutRecord(t.Context(), record(true, mina, bridge)); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Forget(t.Context(), undated.article().ID, "asked"); err != nil {
		t.Fatal(err)
	}
	if totals, err = store.Totals(t.Context()); err != nil {
		t.Fatal(err)
	}
	if totals.Bytes <= 0 {
		t.Error("no bytes on the disk")
	}
	totals.Bytes = 0
	same(t, "totals", isnad.Totals{
		Articles: 3, Versions: 4, Docs: 4, Snapshots: 5, Unread: 1, Forgotten: 1,
		Stories: 1, Entities: 2, Entries: 2, Sources: 1, From: "2031-05-03", To: "2031-06-10",
	}, totals)
}
