package stories

// Rarity is that of the moment when an article came. While a stream fills, what
// is rare changes; so articles are weighed anew once there are half as many
// again, a few with each that comes. A stream that neither grows nor shrinks
// does none of it.
const (
	growth = 1.5
	passed = 2 // articles that are looked at with each that comes
)

// revisit weighs anew what was weighed among far fewer articles.
func (s *Stream) revisit() []Effect {
	var effects []Effect
	for range min(passed, len(s.reports)) {
		s.next = (s.next + 1) % len(s.reports)
		m := s.reports[s.next]
		if m == nil || float64(m.among+everyday)*growth > float64(s.counts.articles+everyday) {
			continue
		}
		for _, l := range m.ties {
			s.reports[l.to].untie(m.slot)
		}
		m.ties = nil
		m.report = weigh(m.Sketch, s.counts.rarity)
		m.among = s.counts.articles
		s.index.weigh(m.slot, m.report)
		for _, one := range s.index.find(m.report) {
			if one.slot != m.slot {
				s.tie(m, s.reports[one.slot])
			}
		}
		effects = append(effects, s.settle(m).Effects...)
	}
	return effects
}
