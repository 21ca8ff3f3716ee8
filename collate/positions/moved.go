package positions

import (
	"fmt"
	"slices"

	"github.com/isnad-news/isnad"
)

// step is one stand of a party, with what it speaks of.
type step struct {
	*isnad.Stand
	keys  []string
	drops bool // its words give something up
}

// one reports whether two stands rest on one report alone that does not tell when
// either came to be: neither is the earlier one.
func (s *step) one(other *step) bool {
	if len(s.Sources) != 1 || len(other.Sources) != 1 || s.Sources[0].Article != other.Sources[0].Article || s.Record != other.Record {
		return false
	}
	return s.Reported || other.Reported
}

// near is the part of their keys that two stands share which speak to one
// another: a party that refuses one thing and agrees to another within a subject
// has not moved.
const near = 0.4

// moved tells how a party moved over its stands, which are in order of time, and
// by which two of them, the last ones that tell.
//
// Who refused, and later agreed or promised, came round; the other way he backed
// out. A number of a demand or an offer that counts the same thing was raised or
// lowered; one whose later words give it up was dropped. The same kind of stand
// on the same at another time is unchanged. Where stands speak against each other
// and the reports do not tell which came last, it is unsure.
func moved(steps []step) (isnad.Movement, string) {
	move, why := isnad.NoMovement, ""
	for i := len(steps) - 1; i > 0; i-- {
		for j := i - 1; j >= 0; j-- {
			earlier, later := &steps[j], &steps[i]
			found := between(earlier, later)
			if earlier.one(later) {
				continue // of one report, told in one breath
			}
			if share, n := alike(earlier.keys, later.keys); found == isnad.NoMovement || share < near || against(earlier.Kind, later.Kind) && n < 2 && share < 1 {
				continue
			}
			reason := fmt.Sprintf("%s %s, %s %s", earlier.Kind, earlier.When, later.Kind, later.When)
			switch {
			case after(earlier.When, later.When):
			case against(earlier.Kind, later.Kind):
				found, reason = isnad.UnsureMove, fmt.Sprintf("%s and %s: which came last is not told", earlier.Kind, later.Kind)
			default:
				continue
			}
			if found != isnad.Unchanged {
				return found, reason
			}
			move, why = found, reason // since the earliest
		}
	}
	return move, why
}

// grants are the kinds of stand by which a party gives in to what it refused. An
// offer does not: who refuses a demand may offer less.
var grants = []isnad.StandKind{isnad.Agrees, isnad.Promises}

// against reports whether two kinds of stand cannot be held at once.
func against(a, b isnad.StandKind) bool {
	return a == isnad.Refuses && slices.Contains(grants, b) || b == isnad.Refuses && slices.Contains(grants, a)
}

// between is the movement from one stand to a later one.
func between(earlier, later *step) isnad.Movement {
	asked := earlier.Kind == isnad.Demands || earlier.Kind == isnad.Offers
	switch {
	case asked && later.drops && !earlier.drops:
		return isnad.Dropped
	case earlier.Kind == isnad.Refuses && slices.Contains(grants, later.Kind):
		return isnad.CameRound
	case later.Kind == isnad.Refuses && slices.Contains(grants, earlier.Kind):
		return isnad.BackedOut
	case earlier.Kind != later.Kind:
		return isnad.NoMovement
	}
	for _, a := range earlier.Numbers {
		for _, b := range later.Numbers {
			if unit(a) == unit(b) && a.Value != b.Value {
				if a.Value < b.Value {
					return isnad.Raised
				}
				return isnad.Lowered
			}
		}
	}
	return isnad.Unchanged
}

// unit is what a number counts, over languages and inflections.
func unit(n isnad.Number) string {
	for _, l := range []isnad.Lang{isnad.Arabic, isnad.English} {
		for _, token := range tokensOf(n.Unit, l) {
			if key := keyOf(n.Unit, token, l); key != "" {
				return key
			}
		}
	}
	return n.Unit
}
