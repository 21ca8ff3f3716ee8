package isnad_test

import (
	"context"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
)

// demoDocs are the docs of the demo's reports.
var demoDocs = sync.OnceValue(func() *isnad.Record {
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

// The laws of Of, for records of any of the demo's reports.
func TestOf(t *testing.T) {
	own, err := demo.Facts()
	if err != nil {
		t.Fatal(err)
	}
	reader := engine.New(engine.Options{Facts: known.Default().With(own)})
	all := demo.Snapshots()
	records := []*isnad.Record{demoDocs()}
	rapid.Check(t, func(r *rapid.T) {
		if len(records) < 6 { // making one takes long; each is cut many times
			some := rapid.Permutation(all).Draw(r, "reports")[:rapid.IntRange(1, len(all)).Draw(r, "how many")]
			record, err := reader.ReadSnapshots(context.Background(), some...)
			if err != nil {
				r.Fatal(err)
			}
			records = append(records, record)
		}
		record := rapid.SampledFrom(records).Draw(r, "record")
		story := record.Stories[rapid.IntRange(0, len(record.Stories)-1).Draw(r, "story")]
		part := record.Of(story.ID)
		if err := part.Check(); err != nil {
			r.Fatal(err)
		}
		if len(part.Stories) != 1 || part.Stories[0].ID != story.ID || len(part.Docs) != len(story.Articles) {
			r.Fatalf("%d stories and %d docs of one story of %d articles", len(part.Stories), len(part.Docs), len(story.Articles))
		}
		if diff := cmp.Diff(told(record, story.ID), told(part, story.ID)); diff != "" {
			r.Fatalf("entries (-whole +part):\n%s", diff)
		}
		if diff := cmp.Diff(part, part.Of(story.ID), cmpopts.EquateEmpty()); diff != "" {
			r.Fatalf("cut again (-want +got):\n%s", diff)
		}
		used := map[int]bool{}
		use := func(lists ...[]int) {
			for _, list := range lists {
				for _, e := range list {
					used[e] = true
				}
			}
		}
		use(part.Local...)
		for _, entry := range part.Entries {
			use(entry.Parties, entry.Recipients, entry.According)
		}
		for _, commitment := range part.Commitments {
			use(commitment.By, commitment.To)
		}
		for e := range part.Entities {
			if !used[e] {
				r.Fatalf("nothing names entity %s", part.Entities[e].ID)
			}
		}
	})
	if demoDocs().Of("s0") != nil {
		t.Error("a story that is not there")
	}
}

// telling is an entry or commitment with its indexes replaced by what they
// point at.
type telling struct {
	ID, Kind, When, Status string
	Witnesses              int
	Parties, Sources       []string
	Stances                []string
}

func told(record *isnad.Record, story isnad.StoryID) (all []telling) {
	article := func(d int) string { return record.Docs[d].Article.ID + record.Docs[d].Article.Version }
	name := func(lists ...[]int) (names []string) {
		for _, list := range lists {
			for _, e := range list {
				names = append(names, string(record.Entities[e].ID))
			}
			names = append(names, "")
		}
		return names
	}
	for _, entry := range record.Entries {
		if entry.Story != story {
			continue
		}
		one := telling{ID: entry.ID, Kind: string(entry.Kind), When: entry.When, Status: string(entry.Status), Witnesses: entry.Witnesses,
			Parties: name(entry.Parties, entry.Recipients, entry.According)}
		for _, source := range entry.Sources {
			at := source.Statement
			if entry.Kind == isnad.EventEntry {
				at = source.Event
			}
			one.Sources = append(one.Sources, article(source.Article)+string(rune('0'+at))+source.Why)
		}
		for _, stance := range entry.Stances {
			one.Stances = append(one.Stances, article(stance.Article)+string(stance.Kind))
		}
		all = append(all, one)
	}
	for _, commitment := range record.Commitments {
		if commitment.Story != story {
			continue
		}
		one := telling{ID: commitment.ID, Kind: string(commitment.Kind), When: commitment.Due, Status: string(commitment.Status) + commitment.Why,
			Parties: name(commitment.By, commitment.To)}
		for _, source := range commitment.Sources {
			one.Sources = append(one.Sources, article(source.Article)+string(rune('0'+source.Commitment)))
		}
		all = append(all, one)
	}
	return all
}
