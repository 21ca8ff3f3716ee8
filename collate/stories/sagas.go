package stories

import (
	"cmp"
	"math"
	"slices"

	"github.com/isnad-news/isnad"
)

// A saga is a chain of stories: a later one tells of the same actors and the
// same subject as an earlier one, and is another happening. What a story leaves
// behind for those that go on from it is its gist.
type gist struct {
	id       isnad.StoryID
	from, to int32 // first and last day of publication; 0 if none is known
	features []weighted
	norm     float64
}

// weighted is a feature of a gist. A list of them is ascending by place.
type weighted struct {
	place
	weight float32
}

const (
	mostGist    = 32   // features that a story is remembered by
	mostFollows = 3    // stories that one goes on from, the nearest of the likest
	leastSaga   = 0.2  // likeness of the gists of two stories of a saga
	leastActors = 2    // names that they have in common
	mostCarried = 0.25 // share of the articles of a gist's story from which on a feature counts
)

// newGist finds what most of a story's reports tell of: a feature counts by its
// rarity and by how many reports have it.
func newGist(id isnad.StoryID, reports []*report) *gist {
	g := &gist{id: id}
	sums, counts := map[place]float32{}, map[place]int{}
	for _, r := range reports {
		if r.day != 0 {
			if g.from == 0 || r.day < g.from {
				g.from = r.day
			}
			g.to = max(g.to, r.day)
		}
		for i := range r.features.places {
			f := r.features.at(i)
			switch f.kind() {
			case term, name, spot, concept:
				sums[f.place] += f.worth()
				counts[f.place]++
			}
		}
	}
	for at, sum := range sums {
		if float64(counts[at]) >= mostCarried*float64(len(reports)) {
			g.features = append(g.features, weighted{at, sum / float32(len(reports))})
		}
	}
	slices.SortFunc(g.features, func(a, b weighted) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.place, b.place))
	})
	g.features = slices.Clip(g.features[:min(len(g.features), mostGist)])
	slices.SortFunc(g.features, func(a, b weighted) int { return cmp.Compare(a.place, b.place) })
	for _, f := range g.features {
		g.norm += float64(f.weight) * float64(f.weight)
	}
	g.norm = math.Sqrt(g.norm)
	return g
}

// like is the cosine of two gists, and how many names they share.
func (g *gist) like(h *gist) (cosine float64, names int) {
	if g.norm == 0 || h.norm == 0 {
		return 0, 0
	}
	dot := 0.0
	for i, j := 0, 0; i < len(g.features) && j < len(h.features); {
		a, b := g.features[i], h.features[j]
		switch {
		case a.place < b.place:
			i++
		case a.place > b.place:
			j++
		default:
			dot += float64(a.weight) * float64(b.weight)
			if a.kind() == name || a.kind() == spot {
				names++
			}
			i, j = i+1, j+1
		}
	}
	return dot / (g.norm * h.norm), names
}

// sagas remembers stories by their gists.
type sagas struct {
	gists map[isnad.StoryID]*gist
	lists map[place][]isnad.StoryID
	order []isnad.StoryID // as they were first kept
}

func newSagas() *sagas {
	return &sagas{gists: map[isnad.StoryID]*gist{}, lists: map[place][]isnad.StoryID{}}
}

const (
	widest   = 64     // stories that one feature leads to
	mostKept = 20_000 // stories that are remembered, those kept last
)

// keep remembers a story as it stands. Of those that a feature leads to the
// last ones are kept.
func (s *sagas) keep(g *gist) {
	s.forget(g.id)
	s.gists[g.id] = g
	if s.order = append(s.order, g.id); len(s.order) > mostKept {
		oldest := s.order[0]
		s.order = s.order[1:]
		s.forget(oldest)
	}
	for _, f := range g.features {
		list := slices.DeleteFunc(s.lists[f.place], func(id isnad.StoryID) bool { return id == g.id })
		if len(list) >= widest {
			s.release(list[0], f.place)
			list = slices.Delete(list, 0, 1)
		}
		s.lists[f.place] = append(list, g.id)
	}
}

// release takes a feature from a gist that it leads to no more.
func (s *sagas) release(id isnad.StoryID, at place) {
	g := s.gists[id]
	if g == nil {
		return
	}
	short := *g
	short.features = slices.DeleteFunc(slices.Clone(g.features), func(f weighted) bool { return f.place == at })
	s.gists[id] = &short
}

// forget takes a story out.
func (s *sagas) forget(id isnad.StoryID) {
	g := s.gists[id]
	if g == nil {
		return
	}
	delete(s.gists, id)
	if i := slices.Index(s.order, id); i >= 0 {
		s.order = slices.Delete(s.order, i, i+1)
	}
	for _, f := range g.features {
		list := slices.DeleteFunc(s.lists[f.place], func(one isnad.StoryID) bool { return one == id })
		if s.lists[f.place] = list; len(list) == 0 {
			delete(s.lists, f.place)
		}
	}
}

// before lists the stories that g goes on from, the nearest in time first: they
// began before it did, and are of those that are likest to it.
func (s *sagas) before(g *gist) []isnad.StoryID {
	type earlier struct {
		*gist
		likeness float64
	}
	var list []earlier
	seen := map[isnad.StoryID]bool{g.id: true}
	for _, f := range g.features {
		for _, id := range s.lists[f.place] {
			other := s.gists[id]
			if seen[id] || other == nil {
				continue
			}
			seen[id] = true
			if g.from == 0 || other.from == 0 || other.from >= g.from {
				continue
			}
			if cosine, names := g.like(other); names >= leastActors && cosine >= leastSaga {
				list = append(list, earlier{other, cosine})
			}
		}
	}
	slices.SortFunc(list, func(a, b earlier) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(a.id, b.id))
	})
	list = list[:min(len(list), mostFollows)]
	slices.SortFunc(list, func(a, b earlier) int {
		return cmp.Or(cmp.Compare(b.to, a.to), cmp.Compare(b.likeness, a.likeness), cmp.Compare(a.id, b.id))
	})
	ids := make([]isnad.StoryID, len(list))
	for i, one := range list {
		ids[i] = one.id
	}
	return ids
}
