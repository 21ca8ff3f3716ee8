package engine_test

import (
	"context"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
)

// The demo's sixteen reports are four happenings told by fourteen witnesses:
// one is a copy through an agency, one a corrected version. The call and the
// summit, a week apart and of the same two leaders, stay apart.
func TestDemoStories(t *testing.T) {
	record, err := engine.New(engine.Options{Facts: facts()}).ReadSnapshots(context.Background(), demo.Snapshots()...)
	if err != nil {
		t.Fatal(err)
	}
	kinds := func(articles []int) map[string]int {
		count := map[string]int{}
		for _, d := range articles {
			_, name, _ := strings.Cut(path.Base(record.Docs[d].Article.Source), "-")
			kind, _, _ := strings.Cut(name, "-")
			count[kind]++
		}
		return count
	}
	got := map[string]int{}
	for _, story := range record.Stories {
		count := kinds(story.Articles)
		if len(count) != 1 {
			t.Errorf("one story of several happenings: %v", count)
		}
		for kind, n := range count {
			got[kind] = max(got[kind], n)
		}
	}
	if diff := cmp.Diff(map[string]int{"call": 5, "summit": 3, "port": 4, "strike": 4}, got); diff != "" || len(record.Stories) != 4 {
		t.Errorf("%d stories, want 4; the longest of each (-want +got):\n%s", len(record.Stories), diff)
	}
	var groups []string
	for _, witness := range record.Witnesses {
		if len(witness.Articles) > 1 {
			var names []string
			for _, d := range witness.Articles {
				names = append(names, path.Base(record.Docs[d].Article.Source))
			}
			groups = append(groups, strings.Join(names, " "))
		}
	}
	want := []string{"04-call-corvus-ar.txt 05-call-corvus-copy.txt", "09-port-mawj-v1.txt 10-port-mawj-corrected.txt"}
	if diff := cmp.Diff(want, groups); diff != "" {
		t.Errorf("copies (-want +got):\n%s", diff)
	}
}
