package stories

import (
	"slices"
	"time"

	"github.com/isnad-news/isnad"
)

// Options say how far back a stream looks. The zero value gives the defaults.
type Options struct {
	Window time.Duration    // how long an article waits for companions, by publication; 4 days by default
	Most   int              // articles that wait at most, the oldest go first; 250,000 by default, of some 4.5 KB each
	Now    func() time.Time // the clock: an article dated ahead of it takes none of their window from the others; nil for none
}

// Stream puts articles into stories as they come, in any order. What it costs
// to take one in does not grow with what came before. A Stream belongs to one
// goroutine.
//
// A story takes in what came out within three days of all its articles. It lasts
// as long as one of them waits; then it leaves the stream as it stands. One that
// has articles which wait no more is not parted any further.
type Stream struct {
	options Options
	now     time.Time // of the latest publication seen, and not ahead of the clock
	counts  *frequencies
	index   *index
	reports []*member // slot → the article; nil where none is
	free    []int32   // slots
	waiting int
	slots   map[string]int32  // article that waits → slot
	past    map[string]*story // article that waits no more → its story, while others of it wait
	leaving queue
	next    int // slot that was looked at last
	stories map[isnad.StoryID]*story
	held    *story // does not leave now, since an article of it is being taken in again
	left    []Told // what left with the article that is being taken in
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

// story is a set of articles while one of them waits.
type story struct {
	id      isnad.StoryID
	members []int32 // those that wait, ascending
	gone    []gone  // those that wait no more
	past    stretch // days of what is gone
	days    stretch // of all articles
	looked  int     // members when it was last parted anew
	kept    int     // members when it was last kept for those that go on from it
}

// gone is an article that waits no more.
type gone struct{ id, why string }

// has reports whether the article waits in the story.
func (one *story) has(slot int32) bool {
	_, ok := slices.BinarySearch(one.members, slot)
	return ok
}

// takes reports whether the days of a story let an article in.
func (one *story) takes(day int32) bool {
	all := item{days: one.days, past: len(one.gone) > 0}
	return all.joins(&item{days: onDay(day)})
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
		options: options, counts: newFrequencies(), index: newIndex(), slots: map[string]int32{}, past: map[string]*story{},
		stories: map[isnad.StoryID]*story{}, ids: newRegister(), sagas: newSagas(),
	}
}

// Len is how many articles wait for companions.
func (s *Stream) Len() int { return s.waiting }

// Waits reports whether an article waits for companions.
func (s *Stream) Waits(article string) bool {
	_, ok := s.slots[article]
	return ok
}

// Add takes in an article and says what that did to the stories. An article
// that stands in one of them already, in another version too, stands for itself
// anew; what left the stream earlier it does not know (see [Stream.Restore]). One
// that came out long before the window opens a story or joins those articles
// that still wait.
func (s *Stream) Add(sketch *Sketch) Change {
	s.look(sketch.at)
	had := s.withdraw(sketch.id)
	s.held = had
	s.retire()
	m := s.enter(sketch)
	parted := had != nil && had.days.far(onDay(m.day))
	if !parted {
		m.story = had
	}
	for _, one := range s.index.find(m.report) {
		s.tie(m, s.reports[one.slot])
	}
	s.index.add(m.slot, m.report)
	change := s.settle(m)
	if parted {
		change.Effects = append(change.Effects, Effect{Split, had.id, change.Story, "too many days from the rest"})
	}
	s.held = nil
	if had != nil && s.stories[had.id] == had && len(had.members) == 0 {
		s.shut(had)
	}
	change.Effects = append(change.Effects, s.revisit()...)
	change.Left, s.left = s.left, nil
	return change
}

// withdraw takes an article out of its story, which is returned, to be taken in
// anew.
func (s *Stream) withdraw(id string) *story {
	if slot, ok := s.slots[id]; ok {
		one := s.reports[slot].story
		s.remove(slot)
		one.days = s.days(one)
		return one
	}
	one := s.past[id]
	if one != nil {
		delete(s.past, id)
		one.gone = slices.DeleteFunc(one.gone, func(g gone) bool { return g.id == id })
		if len(one.gone) == 0 {
			one.past = stretch{}
		}
		one.days = s.days(one)
	}
	return one
}

// days are those of all articles of a story.
func (s *Stream) days(one *story) stretch {
	days := one.past
	for _, slot := range one.members {
		days = days.with(onDay(s.reports[slot].day))
	}
	return days
}

// look moves the time on. What came undated before any day was known waits from
// the first one.
func (s *Stream) look(at time.Time) {
	if s.options.Now != nil && at.After(s.now) {
		if now := s.options.Now(); at.After(now) {
			at = now
		}
	}
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
	if sketch.day != 0 && sketch.at.Before(s.now) {
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

// retire takes out what has waited long enough, and makes room for one more.
func (s *Stream) retire() {
	for s.leaving.Len() > 0 {
		at, slot := s.leaving.first()
		if !at.Before(s.now) && s.waiting < s.options.Most {
			return
		}
		s.leaving.pop()
		if m := s.reports[slot]; m != nil && m.expires.Equal(at) {
			s.leave(m)
		}
	}
}

// leave ends the wait of an article. It stays in its story, which leaves the
// stream with the last one that waits.
func (s *Stream) leave(m *member) {
	one := m.story
	if len(one.members) == 1 && one != s.held {
		s.shut(one)
		s.remove(m.slot)
		return
	}
	one.gone = append(one.gone, gone{m.id, s.why(m)})
	one.past = one.past.with(onDay(m.day))
	s.past[m.id] = one
	s.remove(m.slot)
}

// shut lets a story leave as it stands.
func (s *Stream) shut(one *story) {
	s.left = append(s.left, s.told(one))
	for _, g := range one.gone {
		delete(s.past, g.id)
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
	if i, ok := slices.BinarySearch(m.story.members, slot); ok {
		m.story.members = slices.Delete(m.story.members, i, i+1)
	}
}
