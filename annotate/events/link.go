package events

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// link settles what takes the whole report to know, and returns the events in
// order of their triggers.
//
// Dates: an event's date is the one in its clause, else in its sentence, else
// the day its statement was made. An event without one takes the date of an
// event of the same kind between the same parties (the same talk told again);
// an agreement, request, refusal, thanks or complaint among the parties of the
// report's dated talk takes that talk's date, if it is told in the past. What
// the title or the first paragraph tells in the past takes the day of
// publication if neither holds a date. All others stay without.
func link(doc *isnad.Doc, list []found) []isnad.Event {
	list = merge(list)
	complete(list[:min(len(list), linked)])
	claims(list[:min(len(list), linked)])
	answerProposals(list)
	head := list[:min(len(list), linked)]
	for range 2 {
		sameDates(head)
		talkDates(head)
	}
	headDates(head)
	leadDates(doc, list)
	events := make([]isnad.Event, 0, len(list))
	for i := range list {
		events = append(events, list[i].event)
	}
	slices.SortStableFunc(events, func(a, b isnad.Event) int {
		if a.Trigger.Before(b.Trigger) {
			return -1
		}
		if b.Trigger.Before(a.Trigger) {
			return 1
		}
		return 0
	})
	return events
}

// linked is how many events of a report are compared with one another. No
// news report comes near it; it bounds the time that a hostile text takes.
const linked = 500

// merge joins events of one type and the same actors that one sentence tells.
func merge(list []found) []found {
	var out []found
	for _, f := range list {
		at := len(out) - 1
		for ; at >= 0 && !sameTelling(&out[at], &f); at-- {
			if out[at].passage != f.passage || out[at].sentence != f.sentence {
				at = -1
				break
			}
		}
		if at < 0 {
			out = append(out, f)
			continue
		}
		o := &out[at].event
		o.Actors = addParties(o.Actors, f.event.Actors)
		o.Recipients = addParties(o.Recipients, f.event.Recipients)
		for _, n := range f.event.Numbers {
			if !slices.ContainsFunc(o.Numbers, func(m isnad.Number) bool { return m.Span == n.Span }) {
				o.Numbers = append(o.Numbers, n)
			}
		}
		if o.Mode == "" {
			o.Mode = f.event.Mode
		}
		if o.When == "" {
			o.When, o.WhenSpan = f.event.When, f.event.WhenSpan
		}
		if o.Place == nil {
			o.Place = f.event.Place
		}
	}
	return out
}

// sameTelling reports whether one sentence tells of one happening in a and b.
func sameTelling(a, b *found) bool {
	return a.passage == b.passage && a.sentence == b.sentence && a.event.Type == b.event.Type &&
		a.event.Status == b.event.Status && !twoComplements(a, b) &&
		(sameParties(a.event.Actors, b.event.Actors) || a.event.Type == isnad.Assault && (len(a.event.Actors) == 0 || len(b.event.Actors) == 0))
}

// twoComplements keeps apart what one sentence tells of two sets of recipients.
func twoComplements(a, b *found) bool {
	x, y := a.event.Recipients, b.event.Recipients
	return len(x) > 0 && len(y) > 0 && !overlap(x, y) && x[0].Entity >= 0 && y[0].Entity >= 0 && a.event.Type != isnad.Request
}

func sameParties(a, b []isnad.Party) bool {
	if len(a) != len(b) {
		return false
	}
	for i, p := range a {
		if p.Entity < 0 {
			if b[i].Entity >= 0 || b[i].Text != p.Text {
				return false
			}
			continue
		}
		if !slices.ContainsFunc(b, func(q isnad.Party) bool { return q.Entity == p.Entity }) {
			return false
		}
	}
	return true
}

func overlap(a, b []isnad.Party) bool {
	return slices.ContainsFunc(a, func(p isnad.Party) bool {
		return p.Entity >= 0 && slices.ContainsFunc(b, func(q isnad.Party) bool { return q.Entity == p.Entity })
	})
}

// complete gives an event without actors those of the same event told elsewhere.
func complete(list []found) {
	for i := range list {
		e := &list[i].event
		if len(e.Actors) > 0 {
			continue
		}
		for j := range list {
			o := &list[j].event
			if i != j && o.Type == e.Type && len(o.Actors) > 0 && overlap(o.Recipients, e.Recipients) {
				e.Actors = implied(o.Actors)
				break
			}
		}
	}
}

// askedOf gives a request that names no one whom it is made of those who are to
// do what it asks for: "demanded that X withdraw".
func askedOf(list []found, promised []isnad.Event) {
	for i := range list {
		e := &list[i].event
		if e.Type != isnad.Request || len(e.Recipients) > 0 {
			continue
		}
		first, _ := slices.BinarySearchFunc(promised, e.Trigger.End, func(p isnad.Event, at int) int { return p.Trigger.Start - at })
		for _, p := range promised[first:] {
			if !e.Span.Contains(p.Trigger) {
				break
			}
			if len(p.Actors) > 0 && !p.Actors[0].Span.Empty() && e.Span.Contains(p.Actors[0].Span) && p.Actors[0].Entity >= 0 && !overlap(p.Actors, e.Actors) {
				e.Recipients = implied(p.Actors)
				break
			}
		}
	}
}

// answerProposals ties a refusal of "the proposal" to the request told before
// it: in the same passage, or in the one before where the words take it up.
func answerProposals(list []found) {
	for i := range list {
		f := &list[i]
		if f.event.Type != isnad.Reject || f.charge || len(f.event.Recipients) > 0 {
			continue
		}
		for j := i - 1; j >= max(0, i-answerReach); j-- {
			before := &list[j]
			if f.passage-before.passage > 1 || f.passage != before.passage && !f.backward {
				break
			}
			if before.event.Type != isnad.Request || overlap(f.event.Actors, before.event.Actors) || f.passage == before.passage && f.sentence-before.sentence > 1 {
				continue
			}
			f.event.Recipients = implied(before.event.Actors)
			if len(before.event.Recipients) == 0 && f.passage == before.passage {
				before.event.Recipients = implied(f.event.Actors)
			}
			break
		}
	}
}

// answerReach is how many events before a refusal what it refuses may stand.
const answerReach = 4

// sameDates passes dates between events of one type and the same parties.
func sameDates(list []found) {
	for i := range list {
		f := &list[i]
		if f.event.When != "" || f.loose || f.event.Status != isnad.Happened {
			continue
		}
		for j := range list {
			o := &list[j]
			if o.event.When == "" || o.event.Type != f.event.Type || o.event.Status != isnad.Happened || !sameParties(o.event.Actors, f.event.Actors) {
				continue
			}
			if !f.entry.symmetric() && !overlap(f.event.Recipients, o.event.Recipients) {
				continue
			}
			f.event.When = o.event.When
			if f.event.Mode == "" && f.event.Type == isnad.Consult {
				f.event.Mode = o.event.Mode
			}
			break
		}
	}
}

// talkDates dates what the parties of the report's talk did in it.
func talkDates(list []found) {
	var talk *found
	for i := range list {
		if e := &list[i].event; e.Type == isnad.Consult && e.When != "" && e.Status == isnad.Happened && len(e.Actors) > 1 {
			talk = &list[i]
			break
		}
	}
	if talk == nil {
		return
	}
	for i := range list {
		f := &list[i]
		if f.event.When != "" || f.loose || f.event.Status != isnad.Happened || !f.entry.symmetric() && !f.entry.has(speechAct) {
			continue
		}
		all := append(slices.Clone(f.event.Actors), f.event.Recipients...)
		if len(all) > 1 && subset(all, talk.event.Actors) {
			f.event.When = talk.event.When
		}
	}
}

// headDates gives what the title tells the day of the first event of its type
// that the lead dates, where their actors do not differ; and a talk of two known
// parties that its clause does not date the day of what the lead tells of them.
func headDates(list []found) {
	for i := range list {
		f := &list[i]
		if f.event.When != "" || f.event.Status != isnad.Happened || f.dated {
			continue
		}
		for j := range list {
			o := &list[j]
			if i == j || !o.lead || o.event.Status != isnad.Happened || len(o.event.When) != len("2006-01-02") || o.event.When[5] == 'W' {
				continue
			}
			same := f.title && o.event.Type == f.event.Type && (len(f.event.Actors) == 0 || len(o.event.Actors) == 0 || related(f, o))
			talk := f.event.Type == isnad.Consult && f.entry.has(twoParties) && f.passage <= headPassages && o.event.Type == isnad.Agree && len(f.event.Actors) > 1 && overlap(f.event.Actors, o.event.Actors)
			if same || talk {
				f.event.When = o.event.When
				break
			}
		}
	}
}

// related reports whether one of two tellings may name those who act for the
// parties of the other: an agreement of states, told again of their ministers.
func related(a, b *found) bool {
	return overlap(a.event.Actors, b.event.Actors) || a.event.Type == isnad.Agree
}

// headPassages is how far into a report the head reaches.
const headPassages = 4

// leadDates dates by publication what the head of a report that holds no date
// there tells as fresh.
func leadDates(doc *isnad.Doc, list []found) {
	if !doc.Article.Published.Known() {
		return
	}
	for i := range list {
		f := &list[i]
		if f.lead && f.event.When == "" && f.event.Status == isnad.Happened && !f.loose && !headHasDate(doc) {
			f.event.When = doc.Article.Published.Time.Format("2006-01-02")
		}
	}
}

// headHasDate reports whether the title or the first two paragraphs hold a date.
func headHasDate(doc *isnad.Doc) bool {
	paragraphs := 0
	for _, part := range doc.Article.Parts {
		if part.Kind == isnad.Paragraph {
			paragraphs++
		}
		if paragraphs > 2 {
			return false
		}
		for _, date := range doc.Dates {
			if part.Span.Contains(date.Span) {
				return true
			}
		}
	}
	return false
}
