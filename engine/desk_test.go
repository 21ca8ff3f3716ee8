package engine_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/store/sqlite"
)

// emptyStore is an empty store that ends with the test.
func emptyStore(t *testing.T) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "isnad.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// desked is the demo's reports taken in by a desk, in the order given, the desk
// closed and opened again in the middle.
func desked(t *testing.T, order []int) (*engine.Engine, *sqlite.Store) {
	t.Helper()
	own, err := demo.Facts()
	if err != nil {
		t.Fatal(err)
	}
	reader := engine.New(engine.Options{Facts: known.Default().With(own), Rules: "demo"})
	record, err := reader.ReadSnapshots(t.Context(), demo.Snapshots()...)
	if err != nil {
		t.Fatal(err)
	}
	snapshots := map[string]isnad.Snapshot{}
	for _, snapshot := range demo.Snapshots() {
		snapshots[snapshot.Source] = snapshot
	}
	store := emptyStore(t)
	var keeper engine.FollowStore
	for i, d := range order {
		if i%(len(order)/2) == 0 {
			desk, err := reader.Desk(t.Context(), store)
			if err != nil {
				t.Fatal(err)
			}
			keeper = desk.Keeper(store)
		}
		doc := record.Docs[d]
		intake := isnad.Intake{Snapshot: snapshots[doc.Article.Source], Article: doc.Article, Doc: doc, Rules: "demo"}
		if _, err := keeper.Put(t.Context(), []isnad.Intake{intake}); err != nil {
			t.Fatalf("report %d: %v", d, err)
		}
	}
	return reader, store
}

// Reports that arrive one by one, in whatever order, stand in one story each,
// never beside one that collating all of them at once keeps apart; and the IDs
// under which they stood lead to where they stand then.
func TestDesk(t *testing.T) {
	n := len(demo.Snapshots())
	forwards := make([]int, n)
	for i := range forwards {
		forwards[i] = i
	}
	backwards := slices.Clone(forwards)
	slices.Reverse(backwards)
	for name, order := range map[string][]int{"forwards": forwards, "backwards": backwards} {
		t.Run(name, func(t *testing.T) {
			reader, store := desked(t, order)
			before := standing(t, store)
			if len(before) != n {
				t.Errorf("%d reports stand in a story, want %d", len(before), n)
			}
			if _, err := reader.Collate(t.Context(), store, isnad.Days{}); err != nil {
				t.Fatal(err)
			}
			after := standing(t, store)
			heir := map[isnad.StoryID]isnad.StoryID{}
			for article, old := range before {
				now := after[article]
				if had, ok := heir[old]; ok && had != now {
					t.Errorf("story %s has reports of %s and %s", old, had, now)
				}
				heir[old] = now
				if brief, err := store.Story(t.Context(), old); err != nil || brief.Story.ID != now {
					t.Errorf("%s leads to %s, want %s: %v", old, brief.Story.ID, now, err)
				}
			}
			if len(after) != n || len(heir) > 8 {
				t.Errorf("%d reports in stories, which were %d before", len(after), len(heir))
			}
		})
	}
}

// standing is the story of each report of a store. Each stands in one.
func standing(t *testing.T, store *sqlite.Store) map[string]isnad.StoryID {
	t.Helper()
	of := map[string]isnad.StoryID{}
	for record, err := range store.Records(t.Context(), isnad.StoryMatch{}) {
		if err != nil {
			t.Fatal(err)
		}
		if err := record.Check(); err != nil {
			t.Error(err)
		}
		for _, doc := range record.Docs {
			if _, twice := of[doc.Article.ID]; twice {
				t.Errorf("%s stands in two stories", doc.Article.Source)
			}
			of[doc.Article.ID] = record.Stories[0].ID
		}
	}
	return of
}
