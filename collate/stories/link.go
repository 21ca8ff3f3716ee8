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

// other is the article that l ties d to.
func (l link) other(d int) int {
	if l.a == d {
		return l.b
	}
	return l.a
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
		if !a.loose && !b.loose {
			links = append(links, l)
			continue
		}
		for _, d := range pair {
			if !profiles[d].loose {
				continue
			}
			had, ok := best[d]
			if !ok || score > had.score || score == had.score && profiles[l.other(d)].id < profiles[had.other(d)].id {
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

// neighbours is with how many others that name an entity an article is
// compared through it: those nearest to it by day.
const neighbours = 150

// candidates are the pairs that share at least two entities and are not too far
// apart in time. Through an entity that many articles name each is compared with
// its neighbours by day alone, so that the cost grows with the number of
// articles and not with its square.
func candidates(profiles []profile) [][2]int {
	byDay := make([]int, len(profiles))
	for d := range profiles {
		byDay[d] = d
	}
	sort.SliceStable(byDay, func(i, j int) bool {
		a, b := &profiles[byDay[i]], &profiles[byDay[j]]
		if !a.day.Equal(b.day) {
			return a.day.Before(b.day)
		}
		return a.id < b.id
	})
	owners := map[int][]int{} // entity → places in byDay
	for place, d := range byDay {
		for entity := range profiles[d].weight {
			owners[entity] = append(owners[entity], place)
		}
	}
	var pairs [][2]int
	count := map[int]int{}
	for place, d := range byDay {
		clear(count)
		for entity := range profiles[d].weight {
			list := owners[entity]
			from := sort.SearchInts(list, place) + 1
			to := min(len(list), from+neighbours)
			if profiles[d].day.IsZero() {
				to = len(list) // an undated article has no neighbours by day
			}
			for _, other := range list[from:to] {
				count[other]++
			}
		}
		for other, n := range count {
			if e := byDay[other]; n >= 2 && together(&profiles[d], &profiles[e]) {
				pairs = append(pairs, [2]int{min(d, e), max(d, e)})
			}
		}
	}
	sort.Slice(pairs, func(i, j int) bool {
		return pairs[i][0] < pairs[j][0] || pairs[i][0] == pairs[j][0] && pairs[i][1] < pairs[j][1]
	})
	return pairs
}

// together reports whether two articles can be of one happening by their days.
func together(a, b *profile) bool {
	if a.day.IsZero() || b.day.IsZero() {
		return true
	}
	gap := a.day.Sub(b.day)
	return -maxGap <= gap && gap <= maxGap
}

// likeness is the cosine of who and where, and whether it is enough: with an
// event in common less is.
func likeness(a, b *profile) (float64, bool) {
	if !together(a, b) {
		return 0, false
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
		return score + 0.2*float64(shared), score >= shares
	}
	if a.loose || b.loose {
		// An undated article joins its best companion alone, so less will do.
		return score, score >= company
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
