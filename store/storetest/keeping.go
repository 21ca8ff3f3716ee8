package storetest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/isnad-news/isnad"
)

func sortDocs(docs []*isnad.Doc) {
	slices.SortFunc(docs, func(a, b *isnad.Doc) int { return strings.Compare(a.Article.ID, b.Article.ID) })
}

// same compares values as stores keep them: no elements is nil.
func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// fails asks for an error of a kind.
func fails(t *testing.T, what string, err error, kind isnad.Kind) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Errorf("%s: error %v, want kind %q", what, err, kind)
	}
}

func testPut(t *testing.T, place Place) {
	store := open(t, place)
	batch := []isnad.Intake{harbour.intake("a.zip"), mina.intake("a.zip"), undated.intake("b.zip")}
	put(t, store, isnad.Added, batch...)
	for _, intake := range batch {
		article, err := store.Article(t.Context(), intake.Article.ID, "")
		if err != nil {
			t.Fatal(err)
		}
		same(t, "article", intake.Article, article)
		doc, err := store.Doc(t.Context(), intake.Article.ID, intake.Article.Version)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "doc", intake.Doc, doc)
		snapshot, err := store.Snapshot(t.Context(), intake.Snapshot.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "snapshot", intake.Snapshot, snapshot)
	}
	seen, err := store.Seen(t.Context(), []string{batch[0].Snapshot.SHA256, hexOf([]byte("never"), 64), "no digest"})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "seen", map[string]bool{batch[0].Snapshot.SHA256: true}, seen)
}

func testTwice(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), bridge.intake("a.zip"))
	before := exported(t, store)
	put(t, store, isnad.Same, harbour.intake("a.zip"), bridge.intake("a.zip"), harbour.intake("a.zip"))
	same(t, "export", before, exported(t, store))
	put(t, store, isnad.Same, harbour.intake("b.zip"))
	versions, err := store.Versions(t.Context(), harbour.article().ID)
	if err != nil || len(versions) != 1 || versions[0].Source != "a.zip#3" {
		t.Errorf("versions %v, error %v", versions, err)
	}
}

func testEdited(t *testing.T, place Place) {
	store := open(t, place)
	later := harbour.edited("the harbour would open on Tuesday")
	put(t, store, isnad.Added, harbour.intake("a.zip"))
	put(t, store, isnad.Edited, later.intake("b.zip"))
	id := harbour.article().ID
	versions, err := store.Versions(t.Context(), id)
	if err != nil || len(versions) != 2 {
		t.Fatalf("versions %v, error %v", versions, err)
	}
	want := []isnad.Version{
		{Article: id, Version: harbour.article().Version, Snapshot: harbour.intake("a.zip").Snapshot.SHA256, Source: "a.zip#3", Title: harbour.title, Outlet: harbour.outlet},
		{Article: id, Version: later.article().Version, Snapshot: later.intake("b.zip").Snapshot.SHA256, Source: "b.zip#3", Title: harbour.title, Outlet: harbour.outlet, Current: true},
	}
	if diff := cmp.Diff(want, versions, cmpopts.IgnoreFields(isnad.Version{}, "Seen")); diff != "" {
		t.Errorf("versions (-want +got):\n%s", diff)
	}
	if versions[0].Seen.IsZero() || versions[1].Seen.Before(versions[0].Seen) {
		t.Errorf("seen %v and %v", versions[0].Seen, versions[1].Seen)
	}
	for version, want := range map[string]*isnad.Article{"": later.article(), harbour.article().Version: harbour.article()} {
		article, err := store.Article(t.Context(), id, version)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "version "+version, want, article)
	}
	put(t, store, isnad.Added, bridge.intake("a.zip"))
	ids, err := store.EditedArticles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "edited articles", []string{id}, ids)
}

func testComesBack(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"))
	put(t, store, isnad.Edited, harbour.edited("the harbour would open on Tuesday").intake("b.zip"))
	put(t, store, isnad.Same, harbour.intake("a.zip")) // the snapshot of before turns nothing back
	put(t, store, isnad.Edited, harbour.intake("c.zip"))
	versions, err := store.Versions(t.Context(), harbour.article().ID)
	if err != nil || len(versions) != 2 || !versions[0].Current || versions[1].Current {
		t.Errorf("versions %v, error %v", versions, err)
	}
}

func testOneBatch(t *testing.T, place Place) {
	store := open(t, place)
	later := harbour.edited("the harbour would open on Tuesday")
	outcomes, err := store.Put(t.Context(), []isnad.Intake{
		harbour.intake("a.zip"), harbour.intake("a.zip"), later.intake("a.zip"), harbour.intake("b.zip"), harbour.intake("c.zip"), later.intake("a.zip"),
	})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "outcomes", []isnad.Outcome{isnad.Added, isnad.Same, isnad.Edited, isnad.Edited, isnad.Same, isnad.Same}, outcomes)
	if outcomes, err = store.Put(t.Context(), nil); err != nil || len(outcomes) != 0 {
		t.Errorf("empty batch: %v, error %v", outcomes, err)
	}
}

func unread(text string) isnad.Intake {
	return isnad.Intake{
		Snapshot: isnad.Snapshot{SHA256: hexOf([]byte(text), 64), Source: "bad.html", Bytes: []byte(text)},
		Problem:  "no text found", Fetch: &isnad.Fetch{Address: "https://mawj.example/bad", Status: 200},
	}
}

func testUnread(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Unread, unread("<html>"), unread("<html>"), unread(""))
	snapshot, err := store.Snapshot(t.Context(), hexOf([]byte("<html>"), 64))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "snapshot", unread("<html>").Snapshot, snapshot)
	fetch, err := store.Fetch(t.Context(), "https://mawj.example/bad")
	if err != nil || fetch.Status != 200 {
		t.Errorf("fetch %v, error %v", fetch, err)
	}
	totals, err := store.Totals(t.Context())
	if err != nil || totals.Unread != 2 || totals.Articles != 0 {
		t.Errorf("totals %+v, error %v", totals, err)
	}
}

func testAllOrNothing(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, bridge.intake("a.zip"))
	before := exported(t, store)
	bad := map[string]func(*isnad.Intake){
		"part outside the text":   func(i *isnad.Intake) { i.Article.Parts[1].Span.End++ },
		"statement of nobody":     func(i *isnad.Intake) { i.Doc.Statements[0].Speakers = nil },
		"digest of other bytes":   func(i *isnad.Intake) { i.Snapshot.Bytes = append(i.Snapshot.Bytes, '.') },
		"version of another text": func(i *isnad.Intake) { i.Article.Version = bridge.article().Version },
		"article without ID":      func(i *isnad.Intake) { i.Article.ID = "" },
		"doc of another article":  func(i *isnad.Intake) { i.Doc = bridge.doc() },
		"rules without a name":    func(i *isnad.Intake) { i.Rules = "" },
		"text that is not UTF-8":  func(i *isnad.Intake) { i.Article.Title = "\xff" },
		"year that has no form":   func(i *isnad.Intake) { i.Snapshot.Fetched = time.Date(12031, 1, 1, 0, 0, 0, 0, time.UTC) },
		"fetch without address":   func(i *isnad.Intake) { i.Fetch = &isnad.Fetch{} },
	}
	for name, spoil := range bad {
		intake := mina.intake("a.zip")
		spoil(&intake)
		outcomes, err := store.Put(t.Context(), []isnad.Intake{harbour.intake("a.zip"), intake})
		fails(t, name, err, isnad.Invalid)
		if outcomes != nil {
			t.Errorf("%s: outcomes %v", name, outcomes)
		}
	}
	same(t, "export", before, exported(t, store))
}

func testCancelled(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, bridge.intake("a.zip"), harbour.intake("a.zip"))
	before := exported(t, store)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for doc, err := range store.Docs(ctx, isnad.Days{}) {
		if err != nil || doc == nil {
			t.Fatalf("doc %v, error %v", doc, err)
		}
		cancel()
		break
	}
	for name, err := range map[string]error{
		"put":     second(store.Put(ctx, []isnad.Intake{mina.intake("a.zip")})),
		"article": second(store.Article(ctx, bridge.article().ID, "")),
		"docs":    store.PutDocs(ctx, "other", []*isnad.Doc{bridge.doc()}),
		"record":  store.PutRecord(ctx, record(true, bridge, harbour)),
		"forget":  second(store.Forget(ctx, bridge.article().ID, "why")),
		"import":  store.Import(ctx, strings.NewReader(before)),
		"check":   second(store.Check(ctx)),
		"backup":  store.Backup(ctx, place.File()),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	same(t, "export", before, exported(t, store))
}

func second[T any](_ T, err error) error { return err }

func testReopened(t *testing.T, place Place) {
	store := place.Open(t)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"))
	if err := store.PutRecord(t.Context(), record(true, harbour, mina)); err != nil {
		t.Fatal(err)
	}
	before := exported(t, store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Put(t.Context(), []isnad.Intake{bridge.intake("a.zip")}); err == nil {
		t.Error("a closed store takes in")
	}
	store = open(t, place)
	same(t, "export", before, exported(t, store))
	put(t, store, isnad.Same, harbour.intake("a.zip"))
	put(t, store, isnad.Added, bridge.intake("a.zip"))
}
