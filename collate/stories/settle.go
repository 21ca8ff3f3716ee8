package stories

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// mostPooled is how many articles are parted anew at once; stories beyond it
// take part as they stand.
const mostPooled = 200

// settle finds the story of m: the stories that m has ties to are parted anew,
// together with it, by the ties between all their articles. A story that is too
// large for that takes part whole, but for each time that it has doubled.
func (s *Stream) settle(m *member) Change {
	pool, old := s.pool(m)
	if len(pool) == 1 && m.story != nil && slices.Contains(m.story.members, m.slot) {
		return Change{Article: m.id, Story: m.story.id}
	}
	groups := s.part(pool)
	return s.assign(m, groups, old)
}

// pool lists the articles of the stories that m may join, m last.
func (s *Stream) pool(m *member) ([]*member, []*story) {
	var old []*story
	if m.story != nil {
		old = append(old, m.story)
	}
	for _, l := range m.ties {
		if l.score < floor {
			continue
		}
		if one := s.reports[l.to].story; !slices.Contains(old, one) {
			old = append(old, one)
		}
	}
	var pool []*member
	for _, one := range old {
		for _, slot := range one.members {
			if slot != m.slot {
				pool = append(pool, s.reports[slot])
			}
		}
	}
	return append(pool, m), old
}

// part groups a pool by its ties.
func (s *Stream) part(pool []*member) [][]*member {
	if len(pool) == 1 {
		return [][]*member{pool}
	}
	slices.SortFunc(pool, func(a, b *member) int { return canonical(a.Sketch, b.Sketch) })
	at := make(map[int32]int, len(pool))
	for i, m := range pool {
		at[m.slot] = i
	}
	var ties []tie
	for i, m := range pool {
		for _, l := range m.ties {
			if j, ok := at[l.to]; ok && i < j {
				ties = append(ties, tie{i, j, int(l.score)})
			}
		}
	}
	of := agglomerate(len(pool), ties, s.frozen(pool), absent, floor)
	var groups [][]*member
	place := map[int]int{}
	for i, first := range of {
		g, ok := place[first]
		if !ok {
			g = len(groups)
			place[first] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], pool[i])
	}
	return groups
}

// frozen keeps copies together, and in a large pool the stories that have not
// doubled since they were last parted anew.
func (s *Stream) frozen(pool []*member) []int {
	first, copies := map[*story]int{}, map[int32]int{}
	bound := make([]int, len(pool))
	for i, m := range pool {
		bound[i] = i
		if m.copyOf != 0 {
			if j, ok := copies[m.copyOf]; ok {
				bound[i] = j
				continue
			}
			copies[m.copyOf] = i
		}
		if m.story == nil {
			continue
		}
		m.story.whole = len(pool) > mostPooled && len(m.story.members) < 2*m.story.looked
		if j, ok := first[m.story]; ok && m.story.whole {
			bound[i] = j
		} else if !ok {
			first[m.story] = i
		}
	}
	return bound
}

// Change is what taking in an article did.
type Change struct {
	Article string
	Story   isnad.StoryID
	Opened  bool     // no article of the story was there before
	Why     string   // why the article stands in its story; empty for one that stands alone
	Effects []Effect // what became of other stories
}

// Effect is what became of a story.
type Effect struct {
	Kind EffectKind
	From isnad.StoryID // the story that was
	Into isnad.StoryID // where articles of it stand now
	Why  string
}

// EffectKind says what became of a story.
type EffectKind string

// The effects.
const (
	Merged EffectKind = "merged" // all of From stands in Into, and its ID leads there
	Split  EffectKind = "split"  // a part of From is a story of its own, Into
	Moved  EffectKind = "moved"  // a part of From went over to Into, which was there
)
