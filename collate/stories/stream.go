package stories

import (
	"cmp"
	"slices"
	"time"

	"github.com/isnad-news/isnad"
)

// Options say how far back a stream looks. The zero value gives the defaults.
type Options struct {
	Window time.Duration // how long an article waits for companions, by publication; 4 days by default
	Most   int           // articles that wait at most, the oldest go first; 250,000 by default, of some 4.5 KB each
}

// Stream puts articles into stories as they come, in any order. What it costs
// to take one in does not grow with what came before. A Stream belongs to one
// goroutine.
type Stream struct {
	options Options
	now     time.Time // of the latest publication seen
	counts  *frequencies
	index   *index
	reports []*member // slot → the article; nil where none is
	free    []int32   // slots
	waiting int
	slots   map[string]int32 // article → slot
	leaving queue
	next    int // slot that was looked at last
	stories map[isnad.StoryID]*story
	ids     *register
	sagas   *sagas
}

// member is an article that waits for companions.
type member struct {
	*report
	slot    int32
	ties    []link // to those of other articles, ascending by slot
	among   int    // articles that waited when it was weighed
	story   *story
	expires time.Time
}

// link is a tie from one article to another.
type link struct {
	to    int32
	score int32
}

// story is a set of articles while it is live.
type story struct {
	id      isnad.StoryID
	members []int32  // those that wait, ascending
	gone    []string // articles that wait no more
	looked  int      // members when it was last parted anew
	whole   bool     // it took part as it stood when it was last looked at
	kept    int      // members when it was last kept for those that go on from it
}

// NewStream returns a stream without articles.
func NewStream(options Options) *Stream {
	if options.Window <= 0 {
		options.Window = 4 * 24 * time.Hour
	}
	if options.Most <= 0 {
		options.Most = 250_000
	}
	return &Stream{
		options: options, counts: newFrequencies(), index: newIndex(),
		slots: map[string]int32{}, stories: map[isnad.StoryID]*story{}, ids: newRegister(), sagas: newSagas(),
	}
}

// Len is how many articles wait for companions.
func (s *Stream) Len() int { return s.waiting }

// Add takes in an article and says what that did to the stories. An article
// that is there already, in another version too, stands for itself anew. One
// that came out long before the window opens a story or joins those articles
// that still wait.
func (s *Stream) Add(sketch *Sketch) Change {
	var had *story
	if slot, ok := s.slots[sketch.id]; ok {
		had = s.reports[slot].story
		s.remove(slot)
	}
	s.look(sketch.at)
	m := s.enter(sketch)
	m.story = had
	s.retire()
	for _, one := range s.index.find(m.report) {
		s.tie(m, s.reports[one.slot])
	}
	s.index.add(m.slot, m.report)
	change := s.settle(m)
	change.Effects = append(change.Effects, s.revisit()...)
	return change
}

// look moves the time on. What came undated before any day was known waits from
// the first one.
func (s *Stream) look(at time.Time) {
	if !at.After(s.now) {
		return
	}
	first := s.now.IsZero()
	if s.now = at; !first {
		return
	}
	for _, m := range s.reports {
		if m != nil {
			m.expires = at.Add(s.options.Window)
			s.leaving.push(m.expires, m.slot)
		}
	}
}

func (s *Stream) enter(sketch *Sketch) *member {
	s.counts.add(sketch, 1)
	m := &member{report: weigh(sketch, s.counts.rarity), slot: s.slot(), among: s.counts.articles}
	s.waiting++
	s.reports[m.slot], s.slots[sketch.id] = m, m.slot
	m.expires = s.now
	if sketch.day != 0 {
		m.expires = sketch.at
	}
	m.expires = m.expires.Add(s.options.Window)
	if m.expires.Before(s.now) {
		m.expires = s.now // a late one waits for those that are late with it
	}
	s.leaving.push(m.expires, m.slot)
	return m
}

// slot returns a free one.
func (s *Stream) slot() int32 {
	if n := len(s.free); n > 0 {
		slot := s.free[n-1]
		s.free = s.free[:n-1]
		return slot
	}
	s.reports = append(s.reports, nil)
	return int32(len(s.reports) - 1)
}

// retire takes out what has waited long enough.
func (s *Stream) retire() {
	for s.leaving.Len() > 0 {
		at, slot := s.leaving.first()
		if !at.Before(s.now) && s.waiting <= s.options.Most {
			return
		}
		s.leaving.pop()
		if m := s.reports[slot]; m != nil && m.expires.Equal(at) {
			s.leave(m)
		}
	}
}

// leave ends the wait of an article. It stays in its story, which is forgotten
// with the last one that waits.
func (s *Stream) leave(m *member) {
	s.remove(m.slot)
	one := m.story
	if one.gone = append(one.gone, m.id); len(one.members) > 0 {
		return
	}
	delete(s.stories, one.id)
	s.ids.forget(one.id)
}

// remove takes an article out.
func (s *Stream) remove(slot int32) {
	m := s.reports[slot]
	s.counts.add(m.Sketch, -1)
	s.index.drop(slot, m.report)
	for _, l := range m.ties {
		s.reports[l.to].untie(slot)
	}
	s.reports[slot], s.free = nil, append(s.free, slot)
	s.waiting--
	delete(s.slots, m.id)
	m.story.members = slices.DeleteFunc(m.story.members, func(one int32) bool { return one == slot })
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
