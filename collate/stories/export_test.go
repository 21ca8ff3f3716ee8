package stories

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Permuted is the sketch of an article of another world: its names, places and
// numbers are others, everywhere in that world the same ones; so are its words
// that rare tells to be no common words, since names are among them. It comes
// out so many days later.
func (s *Sketch) Permuted(world uint32, days int, rare func(key uint32) bool) *Sketch {
	other := *s
	other.id = fmt.Sprintf("%s.%d", s.id, world)
	other.copyOf = 0
	other.at = s.at.AddDate(0, 0, days)
	if s.day != 0 {
		other.day += int32(days)
	}
	list := make([]feature, len(s.features.places))
	other.labels.text = strings.Clone(s.labels.text) // as much memory as its own would take
	other.labels.places, other.labels.ends = slices.Clone(s.labels.places), slices.Clone(s.labels.ends)
	for i := range list {
		f := s.features.at(i)
		list[i] = f
		switch f.kind() {
		case name, spot, number, date:
		case term, sense:
			if !rare(uint32(f.place)) {
				continue
			}
		default:
			continue
		}
		list[i].place = placeOf(f.kind(), mixed(uint32(f.place), world)<<kindBits)
	}
	shares := map[place]uint8{}
	for i, share := range s.shares {
		shares[list[len(list)-len(s.shares)+i].place] = share
	}
	slices.SortFunc(list, func(a, b feature) int { return cmp.Compare(a.place, b.place) })
	list = slices.CompactFunc(list, func(a, b feature) bool { return a.place == b.place })
	other.shares = nil
	other.features = features{make([]place, len(list)), make([]mark, len(list))}
	for i, f := range list {
		other.features.places[i], other.features.marks[i] = f.place, f.mark
		if f.kind() == sense {
			other.shares = append(other.shares, shares[f.place])
		}
	}
	other.events = slices.Clone(s.events)
	for i := range other.events {
		actors := make([]uint32, len(other.events[i].actors))
		for j, actor := range other.events[i].actors {
			actors[j] = mixed(actor, world)
		}
		slices.Sort(actors)
		other.events[i].actors, other.events[i].when = actors, ""
	}
	return &other
}

// mixed is one key for each other key and world.
func mixed(key, world uint32) uint32 {
	h := key ^ world*0x9E3779B9
	h ^= h >> 16
	h *= 0x85EBCA6B
	h ^= h >> 13
	h *= 0xC2B2AE35
	return h ^ h>>16
}

// Terms calls visit with the key of each word of the sketch.
func (s *Sketch) Terms(visit func(key uint32)) {
	for _, at := range s.features.places {
		if k := at.kind(); k == term || k == sense {
			visit(uint32(at))
		}
	}
}
