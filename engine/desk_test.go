package engine_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/store/sqlite"
)

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
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "isnad.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
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

// told lists the stories of a store, each by the files of its reports, and their
// IDs in the same order.
func told(t *testing.T, store *sqlite.Store) (stories []string, ids []isnad.StoryID) {
	t.Helper()
	byFiles := map[string]isnad.StoryID{}
	for record, err := range store.Records(t.Context(), isnad.StoryMatch{}) {
		if err != nil {
			t.Fatal(err)
		}
		if err := record.Check(); err != nil {
			t.Error(err)
		}
		var files []string
		for _, doc := range record.Docs {
			files = append(files, filepath.Base(doc.Article.Source))
		}
		slices.Sort(files)
		byFiles[strings.Join(files, " ")] = record.Stories[0].ID
	}
	for files := range byFiles {
		stories = append(stories, files)
	}
	slices.Sort(stories)
	for _, files := range stories {
		ids = append(ids, byFiles[files])
	}
	return stories, ids
}

// Reports that arrive one by one, in whatever order, come to the stories that
// collating all of them at once makes, and collating keeps the stories' IDs.
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
			stories, ids := told(t, store)
			if _, err := reader.Collate(t.Context(), store, isnad.Days{}); err != nil {
				t.Fatal(err)
			}
			all, kept := told(t, store)
			if diff := cmp.Diff(all, stories); diff != "" {
				t.Errorf("stories (-at once +one by one):\n%s", diff)
			}
			if diff := cmp.Diff(ids, kept); diff != "" {
				t.Errorf("IDs before and after collating:\n%s", diff)
			}
		})
	}
}
