package stories

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// happening is an event by what other reports would share of it.
type happening struct {
	kind   isnad.EventType
	mode   string
	actors []uint32 // ascending; never empty
	when   string   // TIMEX3; empty if unknown
	lead   bool     // told in the title or among the first sentences
}

// leadSentences are how many sentences of a report, its title among them, tell
// what it is about.
const leadSentences = 6

func (c *collector) events() []happening {
	var list []happening
	for i := range c.doc.Events {
		event := &c.doc.Events[i]
		if event.Status == isnad.Hypothetical || len(list) == mostEvents {
			continue
		}
		h := happening{kind: event.Type, mode: event.Mode, when: event.When}
		for _, parties := range [...][]isnad.Party{event.Actors, event.Recipients} {
			for _, party := range parties {
				if party.Entity < 0 {
					continue
				}
				if key := c.entity(party.Entity); key != 0 {
					h.actors = append(h.actors, key)
				}
			}
		}
		if len(h.actors) == 0 {
			continue
		}
		slices.Sort(h.actors)
		h.actors = slices.Clone(slices.Compact(h.actors))
		s := c.doc.SentenceAt(event.Trigger.Start)
		h.lead = s >= 0 && s < leadSentences
		list = append(list, h)
	}
	return slices.Clone(list)
}

// shared says how far two articles tell of one event: 2 if of one with two
// actors, 1 if of one with a single actor, 0 if of none. apart is true if they
// tell of none, and their leads tell the same kind of thing by the same
// parties on different days: two happenings, not one.
func shared(a, b []happening) (best int, apart bool) {
	for i := range a {
		for j := range b {
			x, y := &a[i], &b[j]
			if x.kind != y.kind || x.mode != "" && y.mode != "" && x.mode != y.mode {
				continue
			}
			both := inBoth(x.actors, y.actors)
			if both == 0 || 2*both < max(len(x.actors), len(y.actors)) {
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
	return best, apart && best == 0
}

// inBoth counts what two ascending lists share.
func inBoth(a, b []uint32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// compatible reports whether two TIMEX3 values can be one time: one is unknown
// or less exact.
func compatible(a, b string) bool {
	return a == "" || b == "" || a == b || isnad.Within(a, b) || isnad.Within(b, a)
}
