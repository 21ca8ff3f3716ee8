package stories

import (
	"math"
	"sort"

	"github.com/isnad-news/isnad"
)

// link ties two articles that tell of one happening.
type link struct {
	a, b  int
	score float64
}

// linked finds the links. A dated pair links on its own merits; an undated
// article links to its best companion alone, so that it cannot tie together
// two happenings that their dates keep apart. Of two as good the one with the
// lesser ID counts.
func linked(profiles []profile) []link {
	var links []link
	best := map[int]link{}
	for _, pair := range candidates(profiles) {
		a, b := &profiles[pair[0]], &profiles[pair[1]]
		score, ok := likeness(a, b)
		if !ok {
			continue
		}
		l := link{pair[0], pair[1], score}
		if !a.day.IsZero() && !b.day.IsZero() {
			links = append(links, l)
			continue
		}
		for i, d := range pair {
			if !profiles[d].day.IsZero() {
				continue
			}
			had, ok := best[d]
			companion := profiles[pair[1-i]].id
			if !ok || score > had.score || score == had.score && companion < profiles[had.a+had.b-d].id {
				best[d] = l
			}
		}
	}
	undated := make([]int, 0, len(best))
	for d := range best {
		undated = append(undated, d)
	}
	sort.Ints(undated)
	for _, d := range undated {
		links = append(links, best[d])
	}
	return links
}

// candidates are the pairs that share at least two entities, or one that only
// few articles name. An entity in more than a hundred articles finds nothing.
func candidates(profiles []profile) [][2]int {
	index := map[int][]int{}
	for d, p := range profiles {
		for entity := range p.weight {
			index[entity] = append(index[entity], d)
		}
	}
	count := map[[2]int]int{}
	for _, owners := range index {
		if len(owners) > 100 && len(owners) > len(profiles)/4 {
			continue
		}
		for i, a := range owners {
			for _, b := range owners[i+1:] {
				count[[2]int{a, b}]++
			}
		}
	}
	var pairs [][2]int
	for pair, n := range count {
		if n >= 2 {
			pairs = append(pairs, pair)
		}
	}
	sort.Slice(pairs, func(i, j int) bool {
		return pairs[i][0] < pairs[j][0] || pairs[i][0] == pairs[j][0] && pairs[i][1] < pairs[j][1]
	})
	return pairs
}

// likeness is the cosine of who and where, and whether it is enough: with an
// event in common less is.
func likeness(a, b *profile) (float64, bool) {
	dated := !a.day.IsZero() && !b.day.IsZero()
	if dated {
		gap := a.day.Sub(b.day)
		if gap < 0 {
			gap = -gap
		}
		if gap > maxGap {
			return 0, false
		}
	}
	if a.norm == 0 || b.norm == 0 {
		return 0, false
	}
	dot := 0.0
	for _, entity := range sortedKeys(a.weight) {
		dot += a.weight[entity] * b.weight[entity]
	}
	score := dot / (a.norm * b.norm)
	shared := sharedEvent(a, b)
	switch {
	case shared == clash:
		return score, false
	case shared > 0:
		return score + 0.2*float64(shared), score >= together
	}
	if !dated {
		// An undated article joins its best companion alone, so less will do.
		return score, score >= companion
	}
	return score, score >= alone
}

// clash stands for two leads that tell the same kind of thing by the same
// parties on different days: two happenings, not one.
const clash = -1

// sharedEvent is 2 if an event with two actors is common, 1 if one with a
// single actor is, 0 if none.
func sharedEvent(a, b *profile) int {
	best := 0
	apart := false
	for i := range a.events {
		for j := range b.events {
			x, y := &a.events[i], &b.events[j]
			if x.kind != y.kind || x.mode != "" && y.mode != "" && x.mode != y.mode {
				continue
			}
			both := 0
			for actor := range x.actors {
				if y.actors[actor] {
					both++
				}
			}
			if both == 0 || float64(both) < 0.5*math.Max(float64(len(x.actors)), float64(len(y.actors))) {
				continue
			}
			if !compatible(x.when, y.when) {
				apart = apart || both >= 2 && x.lead && y.lead
				continue
			}
			if x.when != "" && y.when != "" || both >= 2 {
				best = max(best, min(both, 2))
			}
		}
	}
	if best == 0 && apart {
		return clash
	}
	return best
}

// compatible reports whether two TIMEX3 values can be one time: one is unknown
// or less exact.
func compatible(a, b string) bool {
	return a == "" || b == "" || a == b || isnad.Within(a, b) || isnad.Within(b, a)
}
