package commitments

import (
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
)

// gives reports whether events of this type do something for another, so that
// who announces one of its own binds himself. A meeting, a march or an attack
// of one's own is a plan.
func gives(kind isnad.EventType) bool {
	switch kind {
	case isnad.Retreat, isnad.Aid, isnad.Concede, isnad.Support, isnad.Agree:
		return true
	}
	return false
}

// planned makes a plan of a planned event, or a promise where who speaks for
// those who act announces what others ask for.
func (f *finder) planned(i int, e *isnad.Event) {
	c := isnad.Commitment{
		Kind: isnad.Plan, By: e.Actors, To: e.Recipients, What: e.Span,
		Statement: f.statement(e), Event: i, Rule: "planned event",
	}
	if f.dueOn(e) {
		c.Due, c.DueSpan = e.When, e.WhenSpan
	}
	if c.Statement >= 0 && gives(e.Type) && f.speaksFor(f.doc.Statements[c.Statement].Speakers, e.Actors) {
		c.Kind, c.Rule = isnad.Promise, "announced by who is bound"
	}
	if c.Due == "" {
		f.due(&c, e.Trigger.End)
	}
	f.add(c)
}

// dueOn reports whether the time of a planned event is told as its own: its words
// hold it, and it has not passed on the day of publication.
func (f *finder) dueOn(e *isnad.Event) bool {
	if e.When == "" || e.WhenSpan.Empty() || !e.Span.Contains(e.WhenSpan) || isnad.LastDay(e.When) < f.today() {
		return false
	}
	return len(e.When) == len(time.DateOnly) || f.binds(min(e.Trigger.Start, e.WhenSpan.Start), e.WhenSpan)
}

// speaksFor reports whether one of the speakers is, or holds an office of, one
// of the parties: a mention of the party stands in the speaker's role.
func (f *finder) speaksFor(speakers, parties []isnad.Party) bool {
	return slices.ContainsFunc(speakers, func(p isnad.Party) bool {
		return p.Entity >= 0 && (holds(parties, p) || slices.ContainsFunc(parties, func(q isnad.Party) bool { return f.serves(p.Entity, q.Entity) }))
	})
}

func (f *finder) serves(person, body int) bool {
	if body < 0 {
		return false
	}
	for i := range f.doc.Mentions {
		m := &f.doc.Mentions[i]
		if m.Entity != person {
			continue
		}
		for _, role := range m.Roles {
			if f.doc.Entities[body].Kind == isnad.Place && f.ofOrigin(role.Text, f.doc.Entities[body].Names) {
				return true
			}
			first := sort.Search(len(f.doc.Mentions), func(j int) bool { return f.doc.Mentions[j].Span.Start >= role.Span.Start })
			for _, inner := range f.doc.Mentions[first:] {
				if inner.Span.Start >= role.Span.End {
					break
				}
				if inner.Entity == body && role.Span.Contains(inner.Span) {
					return true
				}
			}
		}
	}
	return false
}

// answered makes a demand or a proposal of what an answer presupposes: "rejected
// the union's demand for full pay", "accepted the offer of X". It stands as the
// answer leaves it.
func (f *finder) answered(i int, e *isnad.Event) {
	for j := range f.doc.Promised {
		asked := &f.doc.Promised[j]
		if asked.Type != isnad.Request && asked.Type != isnad.Agree || asked.Trigger == e.Trigger || !e.Span.Contains(asked.Trigger) {
			continue
		}
		if !resolved(asked.Actors) || slices.ContainsFunc(asked.Actors, func(p isnad.Party) bool { return holds(e.Actors, p) }) {
			continue
		}
		c := isnad.Commitment{
			Kind: isnad.Demand, By: implied(asked.Actors), To: implied(e.Actors), Status: isnad.Open,
			What: isnad.Span{Start: asked.Trigger.Start, End: e.Span.End}, Statement: f.statement(e), Event: -1, Rule: "answered",
		}
		if asked.Type == isnad.Agree || f.lex.has(f.bareKey(f.token(asked.Trigger.Start)), "proposal") {
			c.Kind = isnad.Proposal
		}
		if e.Type == isnad.Reject {
			c.Status = isnad.Rejected
		}
		f.due(&c, asked.Trigger.End)
		f.add(c)
	}
}

// asPromised finds what a report or speaker says was done as promised: «كما
// وعدنا», "as promised". The promise is kept by the event told before it.
func (f *finder) asPromised() {
	for t := range f.p.Tokens {
		n := f.lex.at(f.p, t, "aspromised")
		if n == 0 {
			continue
		}
		at := f.doneBefore(f.p.Tokens[t].Start)
		if at < 0 {
			continue
		}
		e := &f.doc.Events[at]
		by := implied(e.Actors)
		if s := f.holding(e.Trigger); s >= 0 && resolved(f.doc.Statements[s].Speakers) {
			by = merge(by, implied(f.doc.Statements[s].Speakers))
		}
		if f.keep(by, at) {
			continue
		}
		f.add(isnad.Commitment{
			Kind: isnad.Promise, By: by, To: e.Recipients, What: e.Span, Status: isnad.Kept,
			Statement: f.statement(e), Event: at, Rule: "as promised",
		})
	}
}

// keep marks a promise by one of the parties, told in the same passage, as kept
// by the event at index at.
func (f *finder) keep(by []isnad.Party, at int) bool {
	for i := range f.found {
		c := &f.found[i]
		if c.Kind != isnad.Promise || c.Event == at || !f.p.Span.Contains(c.What) || !slices.ContainsFunc(by, func(p isnad.Party) bool { return holds(c.By, p) }) {
			continue
		}
		c.Status, c.Event = isnad.Kept, at
		return true
	}
	return false
}

// doneBefore is the last event that has happened and is told before byte at in
// its sentence; -1 if there is none.
func (f *finder) doneBefore(at int) int {
	last := -1
	for i := range f.doc.Events {
		e := &f.doc.Events[i]
		if e.Status == isnad.Happened && e.Trigger.End <= at && f.sameSentence(e.Trigger.Start, at) {
			last = i
		}
	}
	return last
}

// ofOrigin reports whether a word of the role is an adjective made of one of
// the names of a country: «وزير الخارجية التركي», "Turkish foreign minister". It
// begins as the name does, but for the name's last letters.
func (f *finder) ofOrigin(role string, names []string) bool {
	for word := range strings.FieldsSeq(role) {
		word = origin(word)
		for _, name := range names {
			name = origin(name)
			n := 0
			for n < min(len(word), len(name)) && word[n] == name[n] {
				n++
			}
			if n >= shortestOrigin && n >= len(name)-lastLetters && word != name {
				return true
			}
		}
	}
	return false
}

const (
	shortestOrigin = 4 // bytes that adjective and name share at least
	lastLetters    = 2 // bytes of the name that the adjective may change
)

// origin is the key of a word without the Arabic article.
func origin(word string) string { return strings.TrimPrefix(arabic.Fold(word), alef+lam) }
