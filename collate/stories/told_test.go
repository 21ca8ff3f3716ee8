package stories

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

func TestContinue(t *testing.T) {
	one := func(id isnad.StoryID, was []isnad.StoryID, articles ...string) Told {
		return Told{ID: id, Was: was, Articles: articles}
	}
	was := func(ids ...isnad.StoryID) []isnad.StoryID { return ids }
	fresh := storyID("a9", 0)
	cases := []struct {
		name              string
		before, now, want []Told
	}{
		{"nothing before", nil, []Told{one("s1", nil, "a1")}, []Told{one("s1", nil, "a1")}},
		{"grown", []Told{one("s1", nil, "a2")}, []Told{one("s0", nil, "a1", "a2")}, []Told{one("s1", nil, "a1", "a2")}},
		{"merged", []Told{one("s1", nil, "a1", "a2"), one("s2", was("s3"), "a4")},
			[]Told{one("s0", nil, "a1", "a2", "a4")}, []Told{one("s1", was("s2", "s3"), "a1", "a2", "a4")}},
		{"split: the larger part keeps the ID", []Told{one("s1", was("s7"), "a1", "a2", "a9")},
			[]Told{one("s0", nil, "a9"), one("s5", nil, "a1", "a2")}, []Told{one("s0", nil, "a9"), one("s1", was("s7"), "a1", "a2")}},
		{"split: the fresh ID is in use", []Told{one("s1", nil, "a1", "a2", "a9")},
			[]Told{one("s1", nil, "a9"), one("s5", nil, "a1", "a2")}, []Told{one(fresh, nil, "a9"), one("s1", nil, "a1", "a2")}},
		{"gone", []Told{one("s1", nil, "a1")}, []Told{one("s2", nil, "a2")}, []Told{one("s2", nil, "a2")}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Continue(c.before, c.now), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Laws: no ID names two stories or leads to two; a story whose articles did not
// change keeps its ID; what continued once continues to itself.
func TestContinueLaws(t *testing.T) {
	part := func(t *rapid.T, name string) []Told {
		groups := map[int][]string{}
		for i := range rapid.IntRange(0, 8).Draw(t, name) {
			g := rapid.IntRange(0, 3).Draw(t, "group")
			groups[g] = append(groups[g], fmt.Sprintf("a%d", i))
		}
		var list []Told
		for g := range 4 {
			if len(groups[g]) > 0 {
				list = append(list, Told{ID: storyID(groups[g][0], 0), Articles: groups[g]})
			}
		}
		return list
	}
	rapid.Check(t, func(t *rapid.T) {
		first := Continue(part(t, "long before"), part(t, "before"))
		now := part(t, "now")
		got := Continue(first, now)
		seen := map[isnad.StoryID]bool{}
		for i, one := range got {
			if !slices.Equal(one.Articles, now[i].Articles) {
				t.Fatalf("articles of %s changed", one.ID)
			}
			for _, id := range append(slices.Clone(one.Was), one.ID) {
				if seen[id] {
					t.Fatalf("%s stands for two stories", id)
				}
				seen[id] = true
			}
			for _, before := range first {
				if slices.Equal(before.Articles, one.Articles) && before.ID != one.ID {
					t.Fatalf("%s became %s with the same articles", before.ID, one.ID)
				}
			}
		}
		if diff := cmp.Diff(got, Continue(got, now), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("continued again: %s", diff)
		}
	})
}
