package stories

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

// call and visit are what two presidents do, again and again.
func call(when string) act {
	return act{kind: isnad.Consult, mode: "phone", actors: "korrin veld", when: when}
}
func visit(when string) act {
	return act{kind: isnad.Consult, mode: "visit", actors: "korrin veld", when: when}
}

const pair = "korrin korrin veld LMaravia LTolland"

func TestCluster(t *testing.T) {
	cases := []struct {
		name  string
		world func(*world)
		want  [][]string
	}{
		{"one happening told twice", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-03"))
			w.report("b", "2031-03-04", pair, call("2031-03-03"))
		}, [][]string{{"a", "b"}}},
		{"a week apart", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-03"))
			w.report("b", "2031-03-10", pair, call("2031-03-10"))
		}, [][]string{{"a"}, {"b"}}},
		{"a week apart, and the later one recalls", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-03"))
			w.report("b", "2031-03-10", pair, visit("2031-03-10"), call("2031-03-03"))
		}, [][]string{{"a"}, {"b"}}},
		{"two calls on two days", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-03"))
			w.report("b", "2031-03-05", pair, call("2031-03-05"))
		}, [][]string{{"a"}, {"b"}}},
		{"same who and where without any event", func(w *world) {
			w.report("a", "2031-03-03", pair)
			w.report("b", "2031-03-04", pair)
		}, [][]string{{"a", "b"}}},
		{"one country in common", func(w *world) {
			w.report("a", "2031-03-03", "korrin veld LMaravia")
			w.report("b", "2031-03-03", "doran benton lim LMaravia")
		}, [][]string{{"a"}, {"b"}}},
		{"undated goes to its best companion", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-03"))
			w.report("b", "2031-03-10", pair+" zulfawi LZahrawa", visit("2031-03-10"))
			w.report("u", "", pair, call("-1"))
		}, [][]string{{"a", "u"}, {"b"}}},
		{"undated ties no two happenings together", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-03"))
			w.report("b", "2031-03-10", pair, visit("2031-03-10"))
			w.report("u", "", pair, call(""), visit(""))
		}, [][]string{{"a", "u"}, {"b"}}},
		{"undated on something else", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-03"))
			w.report("u", "", "doran benton LMaravia", act{kind: isnad.Protest, actors: "doran"})
		}, [][]string{{"a"}, {"u"}}},
		{"all undated", func(w *world) {
			w.report("a", "", pair, call(""))
			w.report("b", "", pair, call(""))
			w.report("c", "", "doran benton lim", act{kind: isnad.Protest, actors: "doran"})
		}, [][]string{{"a", "b"}, {"c"}}},
		{"nobody named", func(w *world) {
			w.report("a", "2031-03-03", "")
			w.report("b", "2031-03-03", "")
		}, [][]string{{"a"}, {"b"}}},
		{"nothing", func(*world) {}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld()
			c.world(w)
			got := w.stories()
			if diff := cmp.Diff(c.want, got, sortedStories); diff != "" {
				t.Errorf("stories (-want +got):\n%s", diff)
			}
		})
	}
}

// Of two companions as good the one with the lesser ID counts, wherever it
// stands.
func TestUndatedBetweenEquals(t *testing.T) {
	days := map[string]string{"a": "2031-03-03", "b": "2031-03-10", "u": ""}
	for _, order := range []string{"abu", "bau", "uba", "uab"} {
		w := newWorld()
		for _, source := range strings.Split(order, "") {
			w.report(source, days[source], pair, call(""))
		}
		if diff := cmp.Diff([][]string{{"a", "u"}, {"b"}}, w.stories()); diff != "" {
			t.Errorf("%s: %s", order, diff)
		}
	}
}

// sortedStories compares stories as a set: of two that begin on one day the
// hash of an ID decides, which no test foretells.
var sortedStories = cmp.Transformer("set", func(stories [][]string) map[string]int {
	set := map[string]int{}
	for _, story := range stories {
		set[fmt.Sprint(story)]++
	}
	return set
})

// Copies are of one story, whatever they share beside their words.
func TestCopiesShareAStory(t *testing.T) {
	w := newWorld()
	a, b := w.report("a", "2031-03-03", "korrin"), w.report("b", "2031-03-20", "")
	got := w.stories(isnad.Witness{Articles: []int{a, b}})
	if diff := cmp.Diff([][]string{{"a", "b"}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestStoryDaysAndTitle(t *testing.T) {
	w := newWorld()
	w.report("b", "2031-03-04", pair, call("2031-03-03"))
	w.report("u", "", pair, call("2031-03-03"))
	a := w.report("a", "2031-03-03", pair, call("2031-03-03"))
	// Half past midnight in the place of publication is the day before in UTC.
	w.docs[a].Article.Published.Time = time.Date(2031, 3, 3, 0, 30, 0, 0, time.FixedZone("", 3*3600))
	stories := Cluster(w.docs, w.list, w.local, nil)
	if len(stories) != 1 {
		t.Fatalf("%d stories", len(stories))
	}
	story := stories[0]
	if story.From != "2031-03-03" || story.To != "2031-03-04" {
		t.Errorf("from %s to %s", story.From, story.To)
	}
	if diff := cmp.Diff([]int{2, 0, 1}, story.Articles); diff != "" {
		t.Errorf("articles: %s", diff)
	}
	if story.Title != "act" || story.TitleOf.Article != a {
		t.Errorf("title %q of article %d, want the first sentence of the first", story.Title, story.TitleOf.Article)
	}
}

// Laws: the stories part the articles; two dated reports that share no story
// with others are not farther apart than a chain of gaps allows; the order of
// the reports does not matter.
func TestClusterLaws(t *testing.T) {
	people := []string{"korrin", "veld", "arden", "halt", "doran", "benton", "zulfawi", "LMaravia", "LTolland", "LZahrawa"}
	kinds := []isnad.EventType{isnad.Consult, isnad.Agree, isnad.Protest, isnad.Assault}
	type report struct {
		source, published, names string
		acts                     []act
	}
	name := rapid.SampledFrom(people)
	rapid.Check(t, func(t *rapid.T) {
		var reports []report
		for i := range rapid.IntRange(0, 8).Draw(t, "reports") {
			r := report{source: fmt.Sprint(i)}
			if rapid.IntRange(0, 3).Draw(t, "dated") > 0 {
				r.published = fmt.Sprintf("2031-03-%02d", rapid.IntRange(1, 20).Draw(t, "day"))
			}
			for _, one := range rapid.SliceOfN(name, 0, 6).Draw(t, "names") {
				r.names += one + " "
			}
			for range rapid.IntRange(0, 3).Draw(t, "acts") {
				r.acts = append(r.acts, act{
					kind: rapid.SampledFrom(kinds).Draw(t, "kind"), actors: name.Draw(t, "actor") + " " + name.Draw(t, "other"),
					when: rapid.SampledFrom([]string{"", "-1", "2031-03-02", "2031-03-09", "2031-W10"}).Draw(t, "when"),
				})
			}
			reports = append(reports, r)
		}
		build := func(order []int) (*world, [][]string) {
			w := newWorld()
			for _, one := range people { // the list of entities has its own order
				w.entity(one)
			}
			for _, i := range order {
				w.report(reports[i].source, reports[i].published, reports[i].names, reports[i].acts...)
			}
			return w, w.stories()
		}
		order := make([]int, len(reports))
		for i := range order {
			order[i] = i
		}
		w, got := build(order)
		seen := map[string]bool{}
		for _, story := range got {
			for _, source := range story {
				if seen[source] {
					t.Fatalf("%s is in two stories", source)
				}
				seen[source] = true
			}
		}
		if len(seen) != len(reports) {
			t.Fatalf("%d of %d articles in a story", len(seen), len(reports))
		}
		for d, published := range Dates(w.docs, w.local, Cluster(w.docs, w.list, w.local, nil)) {
			if w.docs[d].Article.Published.Known() || published.How != isnad.FromStory || published.Evidence == "" {
				t.Fatalf("article %d is dated %v", d, published)
			}
		}
		_, again := build(rapid.Permutation(order).Draw(t, "order"))
		if diff := cmp.Diff(got, again); diff != "" {
			t.Fatalf("in another order:\n%s", diff)
		}
	})
}
