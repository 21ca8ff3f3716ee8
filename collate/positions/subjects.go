package positions

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/disjoint"
)

// subject is a set of stands that speak of one thing.
type subject struct {
	isnad.Subject
	stands    []int // indexes into the finder's stands, ascending
	head      string
	parties   int
	contested int
}

// subjects groups the stands, each into one subject: story by story first, then
// those of several stories that are one thing to a party.
func (f *finder) subjects() []subject {
	byStory := map[isnad.StoryID][]int{}
	for i := range f.stands {
		if len(f.stands[i].keys) > 0 {
			byStory[f.stands[i].story] = append(byStory[f.stands[i].story], i)
		}
	}
	var list []subject
	for _, story := range slices.Sorted(maps.Keys(byStory)) {
		list = append(list, f.divide(byStory[story])...)
	}
	list = f.joined(list)
	for i := range list {
		f.name(&list[i])
	}
	for i := range list {
		list[i].parties, list[i].contested = len(f.parties(list[i])), f.contested(list[i])
	}
	slices.SortFunc(list, func(a, b subject) int {
		return cmp.Or(cmp.Compare(b.contested, a.contested), cmp.Compare(b.parties, a.parties), cmp.Compare(len(b.stands), len(a.stands)), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// contested counts the parties that stand against or meet another: who refuses,
// agrees to, offers or threatens where someone else demands or offers.
func (f *finder) contested(s subject) int {
	asking, answering := map[isnad.EntityID]bool{}, map[isnad.EntityID]bool{}
	for _, i := range s.stands {
		for _, id := range f.who(i) {
			switch f.stands[i].Kind {
			case isnad.Demands, isnad.Offers:
				asking[id] = true
			case isnad.Refuses, isnad.Agrees, isnad.Threatens:
				answering[id] = true
			}
		}
	}
	n := 0
	for id := range answering {
		if len(asking) > 1 || len(asking) == 1 && !asking[id] {
			n++
		}
	}
	return n
}

// divide takes the stands of one story apart: again and again the key that is
// worth most to those that are left heads a subject, which takes them all. A key
// that stands mostly where the head does brings its own stands along.
func (f *finder) divide(stands []int) []subject {
	holders := map[string][]int{}
	for _, i := range stands {
		for _, key := range f.stands[i].keys {
			holders[key] = append(holders[key], i)
		}
	}
	left := map[int]bool{}
	for _, i := range stands {
		left[i] = true
	}
	var list []subject
	for len(left) > 0 {
		head := f.head(holders, left)
		members := f.take(head, holders, left)
		for _, i := range members {
			delete(left, i)
		}
		list = append(list, subject{stands: members, head: head})
	}
	return f.absorb(list)
}

// small is how many stands a subject has at most that another one absorbs.
const small = 3

// absorb adds a small subject to the first larger one of its story in which one
// of its parties speaks of its head in the same breath as of the larger's.
func (f *finder) absorb(list []subject) []subject {
	var kept []subject
	for _, one := range list {
		into := -1
		if len(one.stands) <= small && f.words.worth(one.head) >= leastWorth {
			into = slices.IndexFunc(kept, func(other subject) bool { return len(other.stands) >= len(one.stands) && f.breath(other, one) })
		}
		if into < 0 {
			kept = append(kept, one)
			continue
		}
		kept[into].stands = slices.Sorted(slices.Values(slices.Concat(kept[into].stands, one.stands)))
	}
	return kept
}

// breath reports whether a party of b speaks in a stand of a of the heads of
// both.
func (f *finder) breath(a, b subject) bool {
	parties := f.parties(b)
	return slices.ContainsFunc(a.stands, func(i int) bool {
		keys := f.stands[i].own
		return slices.Contains(keys, a.head) && slices.Contains(keys, b.head) &&
			slices.ContainsFunc(f.who(i), func(id isnad.EntityID) bool { return slices.Contains(parties, id) })
	})
}

// head is the key that is worth most to the stands that are left: its worth
// times the parties that speak of it, and a little for each stand more.
func (f *finder) head(holders map[string][]int, left map[int]bool) string {
	best, most := "", -1.0
	for _, key := range slices.Sorted(maps.Keys(holders)) {
		parties, stands := map[isnad.EntityID]bool{}, 0.0
		for _, i := range holders[key] {
			if !left[i] {
				continue
			}
			stands++
			for _, id := range f.who(i) {
				parties[id] = true
			}
		}
		if stands == 0 {
			continue
		}
		if score := f.words.worth(key) * (float64(len(parties)) + 0.5*(stands-1)); score > most {
			best, most = key, score
		}
	}
	return best
}

// companion is the part of a key's stands that hold the head too, from which on
// it belongs to the head's subject.
const companion = 0.5

// take collects the stands of a head and of its companions.
func (f *finder) take(head string, holders map[string][]int, left map[int]bool) []int {
	members := map[int]bool{}
	for _, i := range holders[head] {
		if left[i] {
			members[i] = true
		}
	}
	own := len(members)
	for _, key := range slices.Sorted(maps.Keys(holders)) {
		both, all := 0, 0
		for _, i := range holders[key] {
			if left[i] {
				all++
				if slices.Contains(f.stands[i].keys, head) {
					both++
				}
			}
		}
		if both < 2 || float64(both) < companion*float64(all) || float64(both) < companion*float64(own) || f.words.worth(key) < leastWorth {
			continue
		}
		for _, i := range holders[key] {
			if left[i] {
				members[i] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(members))
}

// leastWorth is the worth of a key that may bring stands along.
const leastWorth = 0.3

// joined makes one subject of those of several stories that share a party and
// are one thing.
func (f *finder) joined(list []subject) []subject {
	sets := disjoint.New(len(list))
	byParty := map[isnad.EntityID][]int{}
	for i := range list {
		for _, id := range f.parties(list[i]) {
			byParty[id] = append(byParty[id], i)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(byParty)) {
		for n, i := range byParty[id] {
			for _, j := range byParty[id][:n] {
				if f.oneThing(list[i], list[j], id) {
					sets.Join(i, j)
				}
			}
		}
	}
	var out []subject
	for _, group := range sets.Groups() {
		one := subject{head: list[group[0]].head}
		for _, i := range group {
			one.stands = append(one.stands, list[i].stands...)
		}
		slices.Sort(one.stands)
		if len(group) > 1 {
			one.head = f.commonest(one.stands)
		}
		out = append(out, one)
	}
	return out
}

// oneThing reports whether two subjects of different stories are one: a party
// speaks of the same in both, and either subject speaks mostly of the head of the
// other, or the party gives up in one what it wanted in the other.
func (f *finder) oneThing(a, b subject, party isnad.EntityID) bool {
	if f.stands[a.stands[0]].story == f.stands[b.stands[0]].story {
		return false
	}
	close := f.speaks(a, b.head) || f.speaks(b, a.head)
	for _, i := range a.stands {
		for _, j := range b.stands {
			if !slices.Contains(f.who(i), party) || !slices.Contains(f.who(j), party) || !f.meet(i, j) {
				continue
			}
			if close || f.drops(&f.stands[i].Stand) != f.drops(&f.stands[j].Stand) {
				return true
			}
		}
	}
	return false
}

// meet reports whether two stands share a key that is worth it.
func (f *finder) meet(i, j int) bool {
	return slices.ContainsFunc(f.stands[i].keys, func(key string) bool {
		_, ok := slices.BinarySearch(f.stands[j].keys, key)
		return ok && f.words.worth(key) >= leastWorth
	})
}

// speaks reports whether at least half of a subject's stands hold a key.
func (f *finder) speaks(s subject, key string) bool {
	n := 0
	for _, i := range s.stands {
		if slices.Contains(f.stands[i].keys, key) {
			n++
		}
	}
	return 2*n >= len(s.stands)
}

// commonest is the key that is worth most to stands.
func (f *finder) commonest(stands []int) string {
	holders, left := map[string][]int{}, map[int]bool{}
	for _, i := range stands {
		left[i] = true
		for _, key := range f.stands[i].keys {
			holders[key] = append(holders[key], i)
		}
	}
	return f.head(holders, left)
}

// who are the IDs of the parties of stand i.
func (f *finder) who(i int) []isnad.EntityID {
	one := &f.stands[i]
	return ids(f.records[one.Record], one.parties, -1)
}

// parties are those of all stands of a subject, ascending.
func (f *finder) parties(s subject) []isnad.EntityID {
	var list []isnad.EntityID
	for _, i := range s.stands {
		list = append(list, f.who(i)...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// name gives the subject its ID, its stories and its labels.
func (f *finder) name(s *subject) {
	var keys []string
	for _, i := range s.stands {
		one := &f.stands[i]
		keys = append(keys, one.Commitment+" "+one.Entry)
		s.Stories = append(s.Stories, one.story)
	}
	slices.Sort(keys)
	slices.Sort(s.Stories)
	s.Stories = slices.Compact(s.Stories)
	h := sha256.New()
	for _, key := range keys {
		h.Write([]byte(key + "\n"))
	}
	s.ID = "su-" + hex.EncodeToString(h.Sum(nil)[:5])
	s.Labels = f.labels(s)
}
