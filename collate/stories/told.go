package stories

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad"
)

// Told is a story by the IDs of its articles.
type Told struct {
	ID       isnad.StoryID
	Articles []string        // ascending
	Why      []string        // parallel to Articles, or nil
	Was      []isnad.StoryID // IDs that lead here, ascending
	Follows  []isnad.StoryID // earlier stories that this one goes on from, the nearest first
	From, To string          // days of publication of the first and the last, as 2006-01-02; empty if none is known
}

// Stories lists the stories that still have an article in the window, by ID.
func (s *Stream) Stories() []Told {
	list := make([]Told, 0, len(s.stories))
	for _, one := range s.stories {
		list = append(list, s.told(one))
	}
	slices.SortFunc(list, func(a, b Told) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// Story returns the story that an ID leads to, whether it is its own or an old
// one.
func (s *Stream) Story(id isnad.StoryID) (Told, bool) {
	one, ok := s.stories[cmp.Or(s.ids.leads[id], id)]
	if !ok {
		return Told{}, false
	}
	return s.told(one), true
}

func (s *Stream) told(one *story) Told {
	t := Told{ID: one.id, Was: slices.Clone(s.ids.was[one.id]), Follows: s.sagas.before(s.kept(one))}
	t.From, t.To = dateOf(one.days.from), dateOf(one.days.to)
	list := slices.Clone(one.gone)
	for _, slot := range one.members {
		m := s.reports[slot]
		list = append(list, gone{m.id, s.why(m)})
	}
	slices.SortFunc(list, func(a, b gone) int { return cmp.Compare(a.id, b.id) })
	for _, article := range list {
		t.Articles, t.Why = append(t.Articles, article.id), append(t.Why, article.why)
	}
	return t
}

// kept is the gist of a story: of one with a past as it was last kept.
func (s *Stream) kept(one *story) *gist {
	if g := s.sagas.gists[one.id]; g != nil && len(one.gone) > 0 {
		return g
	}
	return s.gist(one)
}

// Continue gives the stories of a fresh batch the IDs that they had before. Of
// the pairs of a story before and one now, those that share the most articles
// go first, then those of the least IDs: the one now takes the ID of the one
// before, if neither has gone with another. A story before that went with none
// leads to the one now that has most of its articles: its ID, and what led to
// it, go to Was. A story now that went with none keeps its fresh ID; where that
// is in use or leads elsewhere, it takes the next one that its articles open.
//
// Laws: no ID names two stories or leads to two; Continue(x, x) is x; the
// result does not depend on the order of either list, but that it is in the
// order of now.
func Continue(before, now []Told) []Told {
	result := slices.Clone(now)
	c := overlaps(before, now)
	ids := newRegister()
	heir := make([]int, len(before)) // before → now
	for i := range heir {
		heir[i] = -1
	}
	named := make([]bool, len(now))
	for _, o := range c {
		if heir[o.before] < 0 && !named[o.now] {
			heir[o.before], named[o.now] = o.now, true
			result[o.now].ID = before[o.before].ID
			result[o.now].Was = nil
			ids.live[before[o.before].ID] = true
		}
	}
	for _, o := range c {
		if heir[o.before] < 0 {
			heir[o.before] = o.now
		}
	}
	for b, n := range heir {
		for _, old := range before[b].Was {
			ids.leads[old] = before[b].ID
		}
		if n >= 0 && result[n].ID != before[b].ID || n < 0 {
			ids.leads[before[b].ID] = ""
		}
	}
	for _, n := range byID(now) {
		if named[n] {
			continue
		}
		id := now[n].ID
		if _, led := ids.leads[id]; led || ids.live[id] {
			articles := slices.Sorted(slices.Values(now[n].Articles))
			id = ids.open(articles, "")
		}
		ids.live[id] = true
		result[n].ID, result[n].Was = id, nil
	}
	for b, n := range heir {
		if n < 0 {
			continue
		}
		was := slices.Clone(before[b].Was)
		if result[n].ID != before[b].ID {
			was = append(was, before[b].ID)
		}
		result[n].Was = append(result[n].Was, was...)
	}
	for n := range result {
		slices.Sort(result[n].Was)
	}
	return result
}

// overlap is how many articles a story before and one now share.
type overlap struct{ before, now, count int }

func overlaps(before, now []Told) []overlap {
	at := map[string]int{}
	for n := range now {
		for _, article := range now[n].Articles {
			at[article] = n
		}
	}
	var list []overlap
	for b := range before {
		counts := map[int]int{}
		for _, article := range before[b].Articles {
			if n, ok := at[article]; ok {
				counts[n]++
			}
		}
		for n, count := range counts {
			list = append(list, overlap{b, n, count})
		}
	}
	slices.SortFunc(list, func(x, y overlap) int {
		return cmp.Or(cmp.Compare(y.count, x.count),
			cmp.Compare(before[x.before].ID, before[y.before].ID), cmp.Compare(now[x.now].ID, now[y.now].ID))
	})
	return list
}

func byID(list []Told) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(list[a].ID, list[b].ID) })
	return order
}
