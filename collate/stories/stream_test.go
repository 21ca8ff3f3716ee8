package stories

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

// bcubed is the F1 of stories against the true ones.
func bcubed(told []Told, of map[string]int) float64 {
	sizes := map[int]int{}
	for _, s := range of {
		sizes[s]++
	}
	var precision, recall float64
	for _, one := range told {
		counts := map[int]int{}
		for _, id := range one.Articles {
			counts[of[id]]++
		}
		for s, n := range counts {
			precision += float64(n*n) / float64(len(one.Articles))
			recall += float64(n*n) / float64(sizes[s])
		}
	}
	precision, recall = precision/float64(len(of)), recall/float64(len(of))
	return 2 * precision * recall / (precision + recall)
}

// checkStream holds what is true of the stories of a stream at any time: they
// part the articles, IDs and old IDs name one story each.
func checkStream(t interface{ Fatalf(string, ...any) }, s *Stream, added map[string]bool) {
	seen, ids := map[string]bool{}, map[isnad.StoryID]bool{}
	for _, one := range s.Stories() {
		for _, id := range append(slices.Clone(one.Was), one.ID) {
			if ids[id] {
				t.Fatalf("%s names two stories", id)
			}
			ids[id] = true
			if got, ok := s.Story(id); !ok || got.ID != one.ID {
				t.Fatalf("%s leads to %s, want %s", id, got.ID, one.ID)
			}
		}
		if len(one.Why) != len(one.Articles) {
			t.Fatalf("%s: %d reasons for %d articles", one.ID, len(one.Why), len(one.Articles))
		}
		for _, id := range one.Articles {
			if seen[id] || !added[id] {
				t.Fatalf("%s stands in two stories or came never", id)
			}
			seen[id] = true
		}
	}
	if len(seen) != len(added) {
		t.Fatalf("%d of %d articles stand in a story", len(seen), len(added))
	}
}

// Law: the order of arrival hardly matters.
func TestStreamOrder(t *testing.T) {
	sketches, of := invented(400, 6, 1)
	low, high := 1.0, 0.0
	for seed := range uint64(20) {
		s := NewStream(Options{Window: 30 * 24 * time.Hour})
		added := map[string]bool{}
		for _, i := range rand.New(rand.NewPCG(seed, 0)).Perm(len(sketches)) {
			s.Add(sketches[i])
			added[sketches[i].id] = true
		}
		checkStream(t, s, added)
		f1 := bcubed(s.Stories(), of)
		low, high = math.Min(low, f1), math.Max(high, f1)
	}
	if low < 0.95 || high-low > 0.01 {
		t.Errorf("BCubed from %.3f to %.3f in 20 orders", low, high)
	}
}

// A stream and a batch of the same articles tell the same stories.
func TestStreamAgreesWithBatch(t *testing.T) {
	sketches, _ := invented(300, 4, 2)
	s := NewStream(Options{Window: 30 * 24 * time.Hour})
	for _, one := range sketches {
		s.Add(one)
	}
	b := newBatch(sketches)
	of := map[string]int{}
	for place, g := range b.of {
		of[b.reports[place].id] = g
	}
	if f1 := bcubed(s.Stories(), of); f1 < 0.99 {
		t.Errorf("BCubed between stream and batch %.3f", f1)
	}
}

// Laws: after each article the stories part those that came; what a change
// says is so; a stream of the same articles in the same order says the same.
func TestStreamLaws(t *testing.T) {
	words := strings.Fields("korrin veld arden halt doran benton zulfawi border deal strike port drones teachers wages summit bridge")
	rapid.Check(t, func(t *rapid.T) {
		var docs []*isnad.Doc
		for range rapid.IntRange(0, 14).Draw(t, "articles") {
			id := fmt.Sprintf("a%012x", rapid.IntRange(0, 11).Draw(t, "id"))
			text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 12).Draw(t, "text"), " ")
			doc := plain(id, time.Date(2031, 3, rapid.IntRange(1, 9).Draw(t, "day"), 0, 0, 0, 0, time.UTC), text)
			if rapid.IntRange(0, 4).Draw(t, "undated") == 0 {
				doc.Article.Published = isnad.Published{}
			}
			docs = append(docs, doc)
		}
		run := func() ([]Change, []Told) {
			s, added := NewStream(Options{Window: 30 * 24 * time.Hour}), map[string]bool{}
			var changes []Change
			for _, doc := range docs {
				change := s.Add(NewSketch(doc))
				added[doc.Article.ID] = true
				checkStream(t, s, added)
				told, ok := s.Story(change.Story)
				if !ok || !slices.Contains(told.Articles, change.Article) {
					t.Fatalf("%s is said to stand in %s", change.Article, change.Story)
				}
				if change.Opened && len(told.Articles) != 1 {
					t.Fatalf("%s opened a story of %d", change.Article, len(told.Articles))
				}
				for _, e := range change.Effects {
					if got, ok := s.Story(e.Into); !ok || e.Kind == Merged && func() bool { led, ok := s.Story(e.From); return !ok || led.ID != got.ID }() {
						t.Fatalf("%+v: %v", e, got)
					}
				}
				changes = append(changes, change)
			}
			return changes, s.Stories()
		}
		changes, told := run()
		again, toldAgain := run()
		if diff := cmp.Diff(changes, again) + cmp.Diff(told, toldAgain); diff != "" {
			t.Fatalf("another time: %s", diff)
		}
	})
}

const (
	quake  = "Strong earthquake shakes the harbour town of Selene overnight. Rescue teams search collapsed houses near the market, the civil defence chief Doran Halt said, and schools stay closed."
	quake2 = "Rescue teams in Selene search collapsed houses after the strong earthquake that shook the harbour town overnight; schools stay closed and the civil defence chief Doran Halt asked for tents."
	strike = "Teachers of the northern province walked out over unpaid wages, and their union leader Mira Sand announced a march to the ministry of education on Sunday."
)

func at(day int) time.Time { return time.Date(2031, 3, day, 9, 0, 0, 0, time.UTC) }

// A later report joins the story and says why; another happening opens one; the
// same thing a week later is another story, that goes on from the first.
func TestStreamJoins(t *testing.T) {
	s := NewStream(Options{})
	first := s.Add(NewSketch(plain("a1", at(1), quake)))
	second := s.Add(NewSketch(plain("a2", at(1), quake2)))
	other := s.Add(NewSketch(plain("a3", at(1), strike)))
	if !first.Opened || second.Opened || second.Story != first.Story || !other.Opened || other.Story == first.Story {
		t.Fatalf("%+v\n%+v\n%+v", first, second, other)
	}
	if second.Why == "" || first.Why != "" {
		t.Errorf("why %q and %q", first.Why, second.Why)
	}
	later := s.Add(NewSketch(plain("a4", at(12), quake2)))
	if !later.Opened || later.Story == first.Story {
		t.Errorf("a week later: %+v", later)
	}
	if _, ok := s.Story(first.Story); ok || s.Len() != 1 {
		t.Errorf("the window holds %d articles, and the story of the first day", s.Len())
	}
}

// An article that is there already stands for its new version alone, and a story
// that loses its only article so keeps its ID.
func TestStreamEdited(t *testing.T) {
	s := NewStream(Options{})
	first := s.Add(NewSketch(plain("a1", at(1), quake)))
	again := s.Add(NewSketch(plain("a1", at(1), quake2)))
	if again.Story != first.Story || s.Len() != 1 || len(s.Stories()) != 1 {
		t.Errorf("%+v, then %+v", first, again)
	}
}

// Two stories that a third report shows to be one become one: both IDs lead to it.
func TestStreamMergesAndKeepsIDs(t *testing.T) {
	s := NewStream(Options{})
	words := strings.Fields(quake + " " + strike)
	half := len(words) / 2
	a := s.Add(NewSketch(plain("a1", at(1), strings.Join(words[:half], " "))))
	b := s.Add(NewSketch(plain("a2", at(1), strings.Join(words[half:], " "))))
	if a.Story == b.Story {
		t.Fatal("halves of a text are one story before the whole came")
	}
	var merged []Effect
	for i := range 4 {
		whole := s.Add(NewSketch(plain(fmt.Sprint("a", 3+i), at(1), quake+" "+strike)))
		for _, e := range whole.Effects {
			if e.Kind == Merged {
				merged = append(merged, e)
			}
		}
	}
	if len(merged) != 1 || merged[0].Why == "" {
		t.Fatalf("merged %+v of %+v", merged, s.Stories())
	}
	told, _ := s.Story(a.Story)
	if other, _ := s.Story(b.Story); other.ID != told.ID || !slices.Equal(told.Was, []isnad.StoryID{merged[0].From}) {
		t.Errorf("%+v and %+v after %+v", told, other, merged)
	}
}

func BenchmarkNewSketch(b *testing.B) {
	doc := plain("a1", at(1), strings.Repeat(quake+" "+strike+" ", 4))
	for b.Loop() {
		NewSketch(doc)
	}
}

// BenchmarkStream takes articles in while 30,000 wait.
func BenchmarkStream(b *testing.B) {
	const live = 30_000
	sketches, _ := invented(live+10_000, 8, 3)
	slices.SortFunc(sketches, canonical)
	s := NewStream(Options{Most: live, Window: 30 * 24 * time.Hour})
	for _, one := range sketches[:live] {
		s.Add(one)
	}
	next := live
	b.ResetTimer()
	for b.Loop() {
		s.Add(sketches[next%len(sketches)])
		next++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
