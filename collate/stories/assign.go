package stories

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"

	"github.com/isnad-news/isnad"
)

// register knows which IDs are in use and where old ones lead.
type register struct {
	leads map[isnad.StoryID]isnad.StoryID // old → the story it leads to
	was   map[isnad.StoryID][]isnad.StoryID
	live  map[isnad.StoryID]bool
}

func newRegister() *register {
	return &register{leads: map[isnad.StoryID]isnad.StoryID{}, was: map[isnad.StoryID][]isnad.StoryID{}, live: map[isnad.StoryID]bool{}}
}

// storyID names the story that an article opens; n tells further ones apart.
func storyID(article string, n int) isnad.StoryID {
	if n > 0 {
		article = fmt.Sprintf("%s %d", article, n)
	}
	sum := sha256.Sum256([]byte(article))
	return isnad.StoryID("s" + hex.EncodeToString(sum[:6]))
}

// open gives an ID to the story of these articles: that of the first of them
// whose own is free.
func (r *register) open(articles []string) isnad.StoryID {
	for n := 0; ; n++ {
		for _, article := range articles {
			id := storyID(article, n)
			if _, led := r.leads[id]; !led && !r.live[id] {
				r.live[id] = true
				return id
			}
		}
	}
}

// lead lets from lead to into, with all that led to it.
func (r *register) lead(from, into isnad.StoryID) {
	delete(r.live, from)
	list := append(r.was[from], from)
	delete(r.was, from)
	for _, old := range list {
		r.leads[old] = into
	}
	r.was[into] = append(r.was[into], list...)
	slices.Sort(r.was[into])
}

func (r *register) forget(id isnad.StoryID) {
	delete(r.live, id)
	for _, old := range r.was[id] {
		delete(r.leads, old)
	}
	delete(r.was, id)
}

// assign makes stories of the groups that a pool was parted into. A story keeps
// the ID under which most of its articles stood.
func (s *Stream) assign(m *member, groups [][]*member, old []*story) Change {
	heirs := s.heirs(groups, old)
	stood := map[int32]*story{} // where each article of the pool stood
	for _, group := range groups {
		for _, one := range group {
			stood[one.slot] = one.story
		}
	}
	made := make([]*story, len(groups))
	for g, group := range groups {
		if made[g] = heirs[g]; made[g] == nil {
			made[g] = &story{id: s.ids.open(articles(group))}
			s.stories[made[g].id] = made[g]
		}
	}
	for g, group := range groups {
		made[g].members = made[g].members[:0]
		for _, one := range group {
			one.story = made[g]
			made[g].members = append(made[g].members, one.slot)
		}
		slices.Sort(made[g].members)
		if !made[g].whole {
			made[g].looked = len(group)
		}
		s.keep(made[g])
	}
	change := Change{Article: m.id, Story: m.story.id, Why: s.why(m), Effects: s.effects(made, stood, old)}
	change.Opened = len(m.story.members) == 1 && len(m.story.gone) == 0 && stood[m.slot] != m.story
	return change
}

func articles(group []*member) []string {
	ids := make([]string, len(group))
	for i, one := range group {
		ids[i] = one.id
	}
	slices.Sort(ids)
	return ids
}

// keep remembers a story for those that go on from it, each time that it has
// grown by half.
func (s *Stream) keep(one *story) {
	if n := len(one.members); n >= 2 && 2*n >= 3*one.kept {
		one.kept = n
		s.sagas.keep(s.gist(one))
	}
}

func (s *Stream) gist(one *story) *gist {
	reports := make([]*report, len(one.members))
	for i, slot := range one.members {
		reports[i] = s.reports[slot].report
	}
	slices.SortFunc(reports, func(a, b *report) int { return canonical(a.Sketch, b.Sketch) })
	return newGist(one.id, reports)
}

// heirs gives each group the old story that most of its articles stood in, each
// story to one group.
func (s *Stream) heirs(groups [][]*member, old []*story) []*story {
	type claim struct {
		group, count int
		story        *story
	}
	var claims []claim
	for g, group := range groups {
		counts := map[*story]int{}
		for _, one := range group {
			if one.story != nil {
				counts[one.story]++
			}
		}
		for _, one := range old {
			if n := counts[one]; n > 0 {
				claims = append(claims, claim{g, n, one})
			}
		}
	}
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.story.id, b.story.id), cmp.Compare(a.group, b.group))
	})
	heirs := make([]*story, len(groups))
	taken := map[*story]bool{}
	for _, c := range claims {
		if heirs[c.group] == nil && !taken[c.story] {
			heirs[c.group] = c.story
			taken[c.story] = true
		}
	}
	return heirs
}

// effects says what became of the old stories, and lets the IDs of those that
// are no more lead on to where most of their articles stand.
func (s *Stream) effects(made []*story, stood map[int32]*story, old []*story) []Effect {
	var list []Effect
	for _, one := range old {
		heir, most := (*story)(nil), 0
		for _, now := range made {
			n := 0
			for _, slot := range now.members {
				if stood[slot] == one {
					n++
				}
			}
			if n > most {
				heir, most = now, n
			}
			if n > 0 && now != one {
				list = append(list, s.effect(one, now, stood))
			}
		}
		if heir == nil || slices.Contains(made, one) {
			continue
		}
		heir.gone = append(heir.gone, one.gone...)
		delete(s.stories, one.id)
		s.sagas.forget(one.id)
		s.ids.lead(one.id, heir.id)
		for i := range list {
			if list[i].From == one.id && list[i].Into == heir.id {
				list[i].Kind = Merged
			}
		}
	}
	return list
}

// effect says that articles of one story stand in another now: what ties them
// to it, or that they were tied too little to those they stood with.
func (s *Stream) effect(from, into *story, stood map[int32]*story) Effect {
	e := Effect{Kind: Split, From: from.id, Into: into.id, Why: "too little in common with the rest"}
	var a, b *member
	score := int32(math.MinInt32)
	for _, slot := range into.members {
		if stood[slot] != from {
			continue
		}
		for _, l := range s.reports[slot].ties {
			if other := s.reports[l.to]; other.story == into && stood[l.to] != from && l.score > score {
				a, b, score = s.reports[slot], other, l.score
			}
		}
	}
	if a != nil {
		e.Kind, e.Why = Moved, reason(a.report, b.report, int(score))
	}
	return e
}
