package stories

import (
	"cmp"
	"slices"
)

// Restore puts stories into a stream as they stood, with their IDs and those that
// lead to them, so that a stream can go on where an earlier one, or a batch, left
// off, and so that an article of a story that left can come again. Where one of
// them still is in the stream, those of its articles wait again that have a
// sketch. Articles of told that have no sketch wait no more; sketches that no
// story of told holds are taken in behind the others, as [Stream.Add] does.
// What waits already stays where it stands.
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
			made[i] = s.resumed(&told[i])
		}
		if other := s.past[sketch.id]; other != nil && other != made[i] {
			continue // it stands elsewhere
		}
		s.withdraw(sketch.id)
		m := s.waits(sketch)
		m.story = made[i]
		made[i].members = append(made[i].members, m.slot)
		slices.Sort(made[i].members)
	}
	for i, one := range made {
		switch {
		case one == nil:
		case len(one.members) == 0: // all of it stands elsewhere
			delete(s.stories, one.id)
		default:
			s.resume(one, &told[i])
		}
	}
	for _, sketch := range rest {
		s.Add(sketch)
	}
}

// resumed is the story of the stream that told tells of; one without articles if
// it left.
func (s *Stream) resumed(told *Told) *story {
	if one := s.stories[cmp.Or(s.ids.leads[told.ID], told.ID)]; one != nil {
		return one
	}
	one := &story{id: told.ID}
	s.stories[one.id] = one
	return one
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

// resume makes a story whole of which articles wait again.
func (s *Stream) resume(one *story, told *Told) {
	for i, id := range told.Articles {
		_, waits := s.slots[id]
		if waits || s.past[id] != nil {
			continue
		}
		why := ""
		if i < len(told.Why) {
			why = told.Why[i]
		}
		one.gone = append(one.gone, gone{id, why})
		s.past[id] = one
		one.past = one.past.with(stretch{dayAt(told.From), dayAt(told.To)})
	}
	one.days = s.days(one)
	one.looked = len(one.members)
	s.ids.live[one.id] = true
	for _, old := range told.Was {
		if _, led := s.ids.leads[old]; !led && !s.ids.live[old] {
			s.ids.leads[old] = one.id
			s.ids.was[one.id] = append(s.ids.was[one.id], old)
		}
	}
	slices.Sort(s.ids.was[one.id])
}
