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
// whose own is free. One that comes out of another story is named by both, so
// that nobody opens a story again under an ID that left.
func (r *register) open(articles []string, from isnad.StoryID) isnad.StoryID {
	for n := 0; ; n++ {
		for _, article := range articles {
			if from != "" {
				article += " " + string(from)
			}
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
func (s *Stream) assign(m *member, groups []group, old []*story) Change {
	parts, stood := stoodIn(groups)
	made := s.heirs(groups, parts, old)
	for g := range groups {
		if made[g] == nil {
			made[g] = &story{id: s.open(&groups[g])}
			s.stories[made[g].id] = made[g]
		}
	}
	for g := range groups {
		s.gather(made[g], &groups[g], stood)
	}
	change := Change{Article: m.id, Story: m.story.id, Effects: s.effects(made, parts, stood, old)}
	for _, one := range made {
		s.keep(one)
	}
	change.Why = s.why(m)
	change.Opened = len(m.story.members) == 1 && len(m.story.gone) == 0 && stood[m.slot] != m.story
	return change
}

// stoodIn counts for each group the articles that stood in each story, and says
// where each article stood, but for those that stay where they are.
func stoodIn(groups []group) (parts []map[*story]int, stood map[int32]*story) {
	parts, stood = make([]map[*story]int, len(groups)), map[int32]*story{}
	for g := range groups {
		parts[g] = map[*story]int{}
		for _, one := range groups[g].articles {
			if stood[one.slot] = one.story; one.story != nil {
				parts[g][one.story]++
			}
		}
		for _, one := range groups[g].wholes {
			parts[g][one] += len(one.members) + len(one.gone)
		}
	}
	return parts, stood
}

// open gives an ID to a story that no other lives on in.
func (s *Stream) open(g *group) isnad.StoryID {
	ids := make([]string, len(g.articles))
	var from isnad.StoryID
	for i, one := range g.articles {
		ids[i] = one.id
		if one.story != nil && (from == "" || one.story.id < from) {
			from = one.story.id
		}
	}
	if from == "" && s.held != nil {
		from = s.held.id // which the article left that is being taken in
	}
	slices.Sort(ids)
	return s.ids.open(ids, from)
}

// gather puts a group into its story. stood notes where those stood that stood
// in others.
func (s *Stream) gather(one *story, g *group, stood map[int32]*story) {
	stays := slices.Contains(g.wholes, one)
	if !stays {
		one.members, one.days = one.members[:0], one.past
	}
	for _, m := range g.articles {
		m.story = one
		one.members = append(one.members, m.slot)
		one.days = one.days.with(onDay(m.day))
	}
	for _, other := range g.wholes {
		if other == one {
			continue
		}
		for _, slot := range other.members {
			s.reports[slot].story, stood[slot] = one, other
		}
		one.members = append(one.members, other.members...)
		for _, article := range other.gone {
			s.past[article.id] = one
		}
		one.gone = append(one.gone, other.gone...)
		one.past, one.days = one.past.with(other.past), one.days.with(other.days)
	}
	slices.Sort(one.members)
	if !stays {
		one.looked = len(one.members)
	}
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
// story to one group; nil where it has none.
func (s *Stream) heirs(groups []group, parts []map[*story]int, old []*story) []*story {
	type claim struct {
		group, count int
		story        *story
	}
	var claims []claim
	whole := map[*story]int{} // that stands as it was → its group
	for g := range groups {
		for _, one := range groups[g].wholes {
			whole[one] = g
		}
	}
	for g := range groups {
		for _, one := range old {
			if at, ok := whole[one]; ok && at != g {
				continue // an article of it went elsewhere that is taken in anew
			}
			if n := parts[g][one]; n > 0 && one.holds(&groups[g]) {
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

// holds reports whether what is gone of a story may stand with a group.
func (one *story) holds(g *group) bool {
	days := stretch{}
	for _, m := range g.articles {
		days = days.with(onDay(m.day))
	}
	for _, other := range g.wholes {
		days = days.with(other.days)
	}
	return !one.past.far(days)
}

// effects says what became of the old stories, and lets the IDs of those that
// are no more lead on to where most of their articles stand.
func (s *Stream) effects(made []*story, parts []map[*story]int, stood map[int32]*story, old []*story) []Effect {
	var list []Effect
	for _, one := range old {
		heir, most := (*story)(nil), 0
		for g, now := range made {
			n := parts[g][one]
			if n > most {
				heir, most = now, n
			}
			if n > 0 && now != one {
				list = append(list, s.effect(one, now, stood))
			}
		}
		alone := len(one.gone) > 0 && most > 0 && s.past[one.gone[0].id] == one // what is gone of it went with nobody
		if heir == nil || alone || slices.Contains(made, one) {
			continue
		}
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
