package stories

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

// Where only some may wait, one that came out long before the others is taken in
// as well, and the one that came out first goes.
func TestStreamMost(t *testing.T) {
	s := NewStream(Options{Most: 2})
	for i := range 5 {
		change := s.Add(NewSketch(plain(fmt.Sprint("a", i), at(9-i), quake)))
		if told, ok := s.Story(change.Story); !ok || !slices.Contains(told.Articles, change.Article) || s.Len() > 2 {
			t.Fatalf("%+v: %v, %d wait", change, told, s.Len())
		}
	}
}

// An article that comes again with a day far from its story's leaves it: that
// story stands for itself, and the article for another.
func TestStreamRedated(t *testing.T) {
	s := NewStream(Options{})
	first := s.Add(NewSketch(plain("a1", at(1), quake)))
	if second := s.Add(NewSketch(plain("a2", at(1), quake2))); second.Story != first.Story {
		t.Fatalf("%+v, %+v", first, second)
	}
	again := s.Add(NewSketch(plain("a1", at(7), quake)))
	if told, ok := s.Story(again.Story); !ok || !slices.Equal(told.Articles, []string{"a1"}) || len(s.Stories()) != 1 || again.Story == first.Story {
		t.Errorf("after %+v: %v of %v", again, told, s.Stories())
	}
	if len(again.Left) != 1 || again.Left[0].ID != first.Story || !slices.Equal(again.Left[0].Articles, []string{"a2"}) {
		t.Errorf("left %+v", again.Left)
	}
	if len(again.Effects) != 1 || again.Effects[0].From != first.Story || again.Effects[0].Into != again.Story {
		t.Errorf("effects %+v", again.Effects)
	}
}

// A story ends: a report every twelve hours of one text for forty days makes
// stories of four days, as long as those of a batch, one after the other.
func TestStreamStoryEnds(t *testing.T) {
	s := NewStream(Options{})
	var sketches []*Sketch
	left := map[string]Told{}
	for i := range 80 {
		sketch := NewSketch(plain(fmt.Sprintf("a%02d", i), at(1).Add(time.Duration(i)*12*time.Hour), quake))
		sketches = append(sketches, sketch)
		for _, told := range s.Add(sketch).Left {
			left[told.Articles[0]] = told
		}
	}
	for _, told := range s.Stories() {
		left[told.Articles[0]] = told
	}
	sizes := map[int]int{}
	for _, told := range left {
		sizes[len(told.Articles)]++
		if (stretch{dayAt(told.From), dayAt(told.From)}).far(stretch{dayAt(told.To), dayAt(told.To)}) {
			t.Errorf("%s lasts from %s to %s", told.ID, told.From, told.To)
		}
	}
	if len(left) != 10 || sizes[8] != 10 {
		t.Errorf("stories by size %v, want ten of eight", sizes)
	}
	for _, group := range newBatch(sketches).groups {
		if len(group) > 8 {
			t.Errorf("a story of the batch has %d reports", len(group))
		}
	}
	if len(s.past) > 80 || s.Len() > 10 {
		t.Errorf("%d wait, %d are known that do not", s.Len(), len(s.past))
	}
}

// What is parted at once is bounded, however large the stories are, and a large
// story still takes in what is of it.
func TestStreamLargeStory(t *testing.T) {
	const reports, others = mostPooled + 60, 6
	s := NewStream(Options{})
	aside, _ := invented(reports*others, 1, 4)
	largest, story := 0, isnad.StoryID("")
	for i := range reports {
		for _, other := range aside[i*others : (i+1)*others] {
			s.Add(other)
		}
		id := fmt.Sprintf("b%04d", i)
		story = s.Add(NewSketch(plain(id, at(1), quake))).Story
		largest = max(largest, len(s.pool(s.reports[s.slots[id]]).articles))
	}
	if told, _ := s.Story(story); len(told.Articles) != reports {
		t.Errorf("the story has %d articles of %d", len(told.Articles), reports)
	}
	if largest > mostPooled+1 {
		t.Errorf("%d articles are parted at once", largest)
	}
}

// A report dated ahead of the clock does not end the wait of those of today.
func TestStreamClock(t *testing.T) {
	s := NewStream(Options{Now: func() time.Time { return at(4) }})
	first := s.Add(NewSketch(plain("a1", at(1), quake)))
	s.Add(NewSketch(plain("a2", at(6), strike)))
	if again := s.Add(NewSketch(plain("a3", at(3), quake2))); again.Story != first.Story {
		t.Errorf("%+v, then %+v", first, again)
	}
}

// archive keeps stories as a store does: a story stands in place of all that hold
// one of its articles.
type archive map[isnad.StoryID]Told

func (a archive) put(told Told) {
	maps.DeleteFunc(a, func(id isnad.StoryID, one Told) bool {
		return id == told.ID || slices.ContainsFunc(one.Articles, func(article string) bool { return slices.Contains(told.Articles, article) })
	})
	a[told.ID] = told
}

// standing lists the stories that hold an article.
func (a archive) standing(article string) (list []Told) {
	for _, one := range a {
		if slices.Contains(one.Articles, article) {
			list = append(list, one)
		}
	}
	return list
}

// Laws: with the window as it is, late reports, edits, small streams and batches,
// what a stream tells while articles leave it is whole: whoever stores what each
// batch touched has every article in exactly one story, and no story lasts longer
// than it may; IDs that the stream knows name one story each.
func TestStreamLawsOfLeaving(t *testing.T) {
	words := strings.Fields("korrin veld arden halt doran benton zulfawi border deal strike port drones")
	rapid.Check(t, func(t *rapid.T) {
		s, stored, sketches := NewStream(Options{Most: rapid.SampledFrom([]int{0, 2, 5}).Draw(t, "most")}), archive{}, map[string]*Sketch{}
		recall := rapid.Bool().Draw(t, "recall") // brings back what left, as a desk does
		for range rapid.IntRange(1, 5).Draw(t, "batches") {
			touched, left := map[isnad.StoryID]bool{}, map[isnad.StoryID]Told{}
			flush := func() {
				var list []Told
				for id := range touched {
					one, ok := s.Story(id)
					if !ok {
						one, ok = left[id]
					}
					if ok && !slices.ContainsFunc(list, func(had Told) bool { return had.ID == one.ID }) {
						list = append(list, one)
					}
				}
				for _, one := range list {
					stored.put(one)
				}
				clear(touched)
				clear(left)
			}
			for range rapid.IntRange(1, 6).Draw(t, "size") {
				id := fmt.Sprintf("a%d", rapid.IntRange(0, 9).Draw(t, "id"))
				text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 10).Draw(t, "text"), " ")
				doc := plain(id, at(rapid.IntRange(1, 14).Draw(t, "day")), text)
				if rapid.IntRange(0, 5).Draw(t, "undated") == 0 {
					doc.Article.Published = isnad.Published{}
				}
				if sketches[id] != nil && !s.Waits(id) {
					if !recall {
						continue
					}
					flush()
					var companions []*Sketch
					told := stored.standing(id)
					for _, one := range told {
						for _, article := range one.Articles {
							if !s.Waits(article) {
								companions = append(companions, sketches[article])
							}
						}
					}
					s.Restore(companions, told)
				}
				sketches[id] = NewSketch(doc)
				change := s.Add(sketches[id])
				touched[change.Story] = true
				for _, e := range change.Effects {
					touched[e.From], touched[e.Into] = true, true
				}
				for _, one := range change.Left {
					left[one.ID] = one
				}
				if got, ok := s.Story(change.Story); !ok || !slices.Contains(got.Articles, id) {
					t.Fatalf("%s is said to stand in %s: %v", id, change.Story, got)
				}
				within := map[string]bool{}
				for article := range s.slots {
					within[article] = true
				}
				for article := range s.past {
					within[article] = true
				}
				checkStream(t, s, within)
			}
			flush()
			for article := range sketches {
				if list := stored.standing(article); len(list) != 1 {
					t.Fatalf("%s stands in %d stories: %v", article, len(list), list)
				}
			}
			for _, one := range stored {
				if onDay(dayAt(one.From)).far(onDay(dayAt(one.To))) {
					t.Fatalf("%s lasts from %s to %s", one.ID, one.From, one.To)
				}
			}
		}
	})
}
