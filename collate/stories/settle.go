package stories

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad"
)

// Bounds of what is parted anew at once. Stories beyond them take part as they
// stand.
const (
	mostPooled = 200   // articles of several stories
	mostParted = 1_000 // articles of one story that has doubled since it was last parted
)

// settle finds the story of m: the stories that m has ties to are parted anew,
// together with it, by the ties between all their articles. A story that is too
// large for that, or has a past, takes part whole, but for each time that it has
// doubled.
func (s *Stream) settle(m *member) Change {
	stands := m.story != nil && m.story.has(m.slot)
	if stands && m.story.whole(mostPooled) {
		return Change{Article: m.id, Story: m.story.id}
	}
	p := s.pool(m)
	if stands && len(p.articles)+len(p.wholes) == 1 {
		return Change{Article: m.id, Story: m.story.id}
	}
	return s.assign(m, s.part(p), p.old)
}

// pool is what is parted at once.
type pool struct {
	articles []*member
	wholes   []*story // that take part as they stand
	old      []*story // where all of them stood
}

// whole reports whether a story is to be left as it stands where there is room
// for so many articles.
func (one *story) whole(room int) bool {
	n := len(one.members)
	return len(one.gone) > 0 || n > room && (n < 2*one.looked || n > mostParted)
}

// pool lists the articles of the stories that m may join, and m. Of many stories
// those that m has the strongest ties to are parted.
func (s *Stream) pool(m *member) *pool {
	p := &pool{articles: []*member{m}, old: s.near(m)}
	room := mostPooled
	for _, one := range p.old {
		switch {
		case len(one.members) == 0: // m stood there alone
		case one.whole(room):
			p.wholes = append(p.wholes, one)
		default:
			room -= len(one.members)
			for _, slot := range one.members {
				if slot != m.slot {
					p.articles = append(p.articles, s.reports[slot])
				}
			}
		}
	}
	return p
}

// near lists the story of m, if it has one, and those that m has ties to and that
// its day lets it join, the strongest tie first.
func (s *Stream) near(m *member) []*story {
	best := map[*story]int32{}
	var list []*story
	for _, l := range m.ties {
		one := s.reports[l.to].story
		if l.score < floor || one == m.story || !one.takes(m.day) {
			continue
		}
		if score, ok := best[one]; !ok {
			list = append(list, one)
			best[one] = l.score
		} else {
			best[one] = max(score, l.score)
		}
	}
	slices.SortFunc(list, func(a, b *story) int {
		return cmp.Or(cmp.Compare(best[b], best[a]), cmp.Compare(a.id, b.id))
	})
	if m.story != nil {
		list = slices.Insert(list, 0, m.story)
	}
	return list
}

// group is what belongs together of a pool.
type group struct {
	articles []*member
	wholes   []*story
}

// part groups a pool by its ties.
func (s *Stream) part(p *pool) []group {
	slices.SortFunc(p.articles, func(a, b *member) int { return canonical(a.Sketch, b.Sketch) })
	slices.SortFunc(p.wholes, func(a, b *story) int { return cmp.Compare(a.id, b.id) })
	n := len(p.articles)
	items := make([]item, n, n+len(p.wholes))
	for i, m := range p.articles {
		items[i] = item{size: 1, days: onDay(m.day)}
		if m.day == 0 && m.story != nil && len(m.story.gone) > 0 {
			items[i].days = m.story.days // it stood there before
		}
	}
	for _, one := range p.wholes {
		items = append(items, item{size: len(one.members), days: one.days, past: len(one.gone) > 0})
	}
	of := agglomerate(items, s.tiesOf(p), nil, absent, floor)
	var groups []group
	place := map[int]int{}
	for i, first := range of {
		g, ok := place[first]
		if !ok {
			g = len(groups)
			place[first] = g
			groups = append(groups, group{})
		}
		if i < n {
			groups[g].articles = append(groups[g].articles, p.articles[i])
		} else {
			groups[g].wholes = append(groups[g].wholes, p.wholes[i-n])
		}
	}
	return groups
}

// tiesOf lists the ties of the articles of a pool to each other and to the
// stories that stand whole, which come behind them.
func (s *Stream) tiesOf(p *pool) []tie {
	at := make(map[int32]int, len(p.articles))
	for i, m := range p.articles {
		at[m.slot] = i
	}
	wholes := make(map[*story]int, len(p.wholes))
	for i, one := range p.wholes {
		wholes[one] = len(p.articles) + i
	}
	var ties []tie
	for i, m := range p.articles {
		for _, l := range m.ties {
			if j, ok := at[l.to]; ok {
				if i < j {
					ties = append(ties, tie{i, j, int(l.score)})
				}
			} else if j, ok := wholes[s.reports[l.to].story]; ok {
				ties = append(ties, tie{i, j, int(l.score)})
			}
		}
	}
	return ties
}

// Change is what taking in an article did.
type Change struct {
	Article string
	Story   isnad.StoryID
	Opened  bool     // no article of the story was there before
	Why     string   // why the article stands in its story; empty for one that stands alone
	Effects []Effect // what became of other stories
	Left    []Told   // stories that left the stream before the article came, as they stood
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
