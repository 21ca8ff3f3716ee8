package sqlite_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/store/sqlite"
)

// demoRecord is the record of the demo's reports, made by the real stages.
var demoRecord = sync.OnceValue(func() *isnad.Record {
	own, err := demo.Facts()
	if err != nil {
		panic(err)
	}
	record, err := engine.New(engine.Options{Facts: known.Default().With(own)}).ReadSnapshots(context.Background(), demo.Snapshots()...)
	if err != nil {
		panic(err)
	}
	return record
})

// demoIntakes are the demo's reports as they come in.
func demoIntakes(t testing.TB) []isnad.Intake {
	t.Helper()
	snapshots := map[string]isnad.Snapshot{}
	for _, snapshot := range demo.Snapshots() {
		snapshots[snapshot.Source] = snapshot
	}
	var batch []isnad.Intake
	for _, doc := range demoRecord().Docs {
		snapshot, ok := snapshots[doc.Article.Source]
		if !ok {
			t.Fatalf("no snapshot of %s", doc.Article.Source)
		}
		batch = append(batch, isnad.Intake{Snapshot: snapshot, Article: doc.Article, Doc: doc, Rules: "demo"})
	}
	return batch
}

func put(t testing.TB, store *sqlite.Store, batch []isnad.Intake) []isnad.Outcome {
	t.Helper()
	outcomes, err := store.Put(context.Background(), batch)
	if err != nil {
		t.Fatal(err)
	}
	return outcomes
}

// many are n reports of their own, made of those of the demo.
func many(t testing.TB, from, n int) []isnad.Intake {
	batch := make([]isnad.Intake, n)
	demo := demoIntakes(t)
	for i := range batch {
		batch[i] = another(demo[i%len(demo)], from+i)
	}
	return batch
}

// another is an intake with another ID and other bytes.
func another(intake isnad.Intake, n int) isnad.Intake {
	article, doc := *intake.Article, *intake.Doc
	article.ID = fmt.Sprintf("a%012x", uint64(n+1)*0x9E3779B97F4A%(1<<48))
	doc.Article = &article
	intake.Article, intake.Doc = &article, &doc
	intake.Snapshot.Bytes = fmt.Append(nil, n, "\n", string(intake.Snapshot.Bytes))
	intake.Snapshot.SHA256 = digest(intake.Snapshot.Bytes)
	intake.Snapshot.Record = n + 1
	return intake
}

// fill puts reports until the store takes no more, and returns how many it
// acknowledged.
func fill(t testing.TB, store *sqlite.Store) (kept int, err error) {
	t.Helper()
	for ; kept < 20_000; kept += 20 {
		if _, err := store.Put(context.Background(), many(t, kept, 20)); err != nil {
			return kept, err
		}
	}
	return kept, nil
}

// intact asks for a sound store with at least so many articles.
func intact(t testing.TB, store *sqlite.Store, kept int) {
	t.Helper()
	problems, err := store.Check(context.Background())
	if err != nil || len(problems) > 0 {
		t.Errorf("check: %q, error %v", problems, err)
	}
	totals, err := store.Totals(context.Background())
	if err != nil || totals.Articles < kept {
		t.Errorf("%d articles, want %d or more; error %v", totals.Articles, kept, err)
	}
}

// The demo goes through the store unchanged, its stories too.
func TestDemo(t *testing.T) {
	store := opened(t, t.TempDir()+"/news.db", sqlite.Options{})
	record := demoRecord()
	put(t, store, demoIntakes(t))
	if err := store.PutRecord(t.Context(), record); err != nil {
		t.Fatal(err)
	}
	docs := map[string]*isnad.Doc{}
	for doc, err := range store.Docs(t.Context(), isnad.Days{}) {
		if err != nil {
			t.Fatal(err)
		}
		docs[doc.Article.ID+doc.Article.Version] = doc
	}
	for _, want := range record.Docs {
		got := docs[want.Article.ID+want.Article.Version]
		if got == nil { // an edited report: the other version is current
			var err error
			if got, err = store.Doc(t.Context(), want.Article.ID, want.Article.Version); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("doc (-want +got):\n%s", diff)
		}
	}
	for id, want := range record.ByStory() {
		got, err := store.Record(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("story (-want +got):\n%s", diff)
		}
	}
	intact(t, store, 1)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
