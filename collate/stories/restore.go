package stories

import "slices"

// Restore puts stories into an empty stream as they stood, with their IDs and
// those that lead to them, so that a stream can go on where an earlier one, or a
// batch, left off. Articles of told that have no sketch wait no more; sketches
// that no story of told holds are taken in behind the others, as [Stream.Add]
// does.
func (s *Stream) Restore(sketches []*Sketch, told []Told) {
	sketches = slices.Clone(sketches)
	slices.SortStableFunc(sketches, canonical)
	of := map[string]int{}
	for i := range told {
		for _, id := range told[i].Articles {
			of[id] = i
		}
	}
	made := make([]*story, len(told))
	var rest []*Sketch
	for _, sketch := range sketches {
		i, ok := of[sketch.id]
		if _, twice := s.slots[sketch.id]; !ok || twice {
			rest = append(rest, sketch)
			continue
		}
		if made[i] == nil {
			made[i] = &story{id: told[i].ID}
		}
		s.waits(sketch).story = made[i]
	}
	for i, one := range made {
		if one != nil {
			s.resume(one, &told[i])
		}
	}
	for _, sketch := range rest {
		s.Add(sketch)
	}
}

// waits takes an article in without looking for its story.
func (s *Stream) waits(sketch *Sketch) *member {
	s.look(sketch.at)
	m := s.enter(sketch)
	for _, one := range s.index.find(m.report) {
		s.tie(m, s.reports[one.slot])
	}
	s.index.add(m.slot, m.report)
	return m
}

// resume makes a story live again whose articles wait.
func (s *Stream) resume(one *story, told *Told) {
	for _, id := range told.Articles {
		slot, ok := s.slots[id]
		if !ok || s.reports[slot].story != one {
			one.gone = append(one.gone, id)
			continue
		}
		one.members = append(one.members, slot)
	}
	slices.Sort(one.members)
	one.looked = len(one.members)
	s.stories[one.id] = one
	s.ids.live[one.id] = true
	for _, old := range told.Was {
		s.ids.leads[old] = one.id
	}
	s.ids.was[one.id] = slices.Clone(told.Was)
}
