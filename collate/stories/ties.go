package stories

import (
	"cmp"
	"slices"
)

// link is a tie from one article to another.
type link struct {
	to    int32
	score int32
}

// mostTies is how many ties an article keeps, the strongest.
const mostTies = 96

// tie compares two articles and notes what speaks for one happening.
func (s *Stream) tie(a, b *member) {
	t := compare(a.report, b.report)
	score := shipped().odds(a.report, b.report, &t)
	if score == absent {
		return
	}
	a.hold(link{b.slot, int32(score)})
	b.hold(link{a.slot, int32(score)})
	for _, m := range [...]*member{a, b} {
		if len(m.ties) > mostTies {
			least := m.weakest()
			s.reports[least].untie(m.slot)
			m.untie(least)
		}
	}
}

func (l link) compare(to int32) int { return cmp.Compare(l.to, to) }

func (m *member) hold(l link) {
	i, _ := slices.BinarySearchFunc(m.ties, l.to, link.compare)
	m.ties = slices.Insert(m.ties, i, l)
}

func (m *member) untie(slot int32) {
	if i, ok := slices.BinarySearchFunc(m.ties, slot, link.compare); ok {
		m.ties = slices.Delete(m.ties, i, i+1)
	}
}

// weakest is the article to which m is tied least.
func (m *member) weakest() int32 {
	least := m.ties[0]
	for _, l := range m.ties[1:] {
		if l.score < least.score {
			least = l
		}
	}
	return least.to
}
