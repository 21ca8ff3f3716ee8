package records

import (
	"fmt"
	"strconv"
	"time"

	"github.com/isnad-news/isnad"
)

// close looks for the event that ends a commitment: one of the kind that was
// promised, by the same parties with the same others, that happened; or, for
// a proposal or a demand, a rejection by another party; or its day has passed.
func (b *builder) close(entry *isnad.CommitmentEntry, items []pledge, group []int, events []isnad.Entry, eventOf map[[2]int]string) {
	for e := range events {
		event := &events[e]
		for _, i := range group {
			if why := b.keeps(&items[i], event); why != "" {
				entry.Status, entry.Closed, entry.Why = isnad.Kept, event.ID, why
				return
			}
			if why := b.rejects(&items[i], items, event); why != "" {
				entry.Status, entry.Closed, entry.Why = isnad.Rejected, event.ID, why
				return
			}
		}
	}
	overdue(entry, b.story.To)
}

// overdue marks an open commitment whose time, to its last day, is over on day.
func overdue(entry *isnad.CommitmentEntry, day string) {
	if last := isnad.LastDay(entry.Due); entry.Status == isnad.Open && last != "" && last < day {
		entry.Status = isnad.Overdue
		entry.Why = fmt.Sprintf("due %s, and the reports to %s do not tell of it", entry.Due, day)
	}
}

// keeps says why an event keeps a promise or a plan, or meets a demand, or "".
func (b *builder) keeps(p *pledge, event *isnad.Entry) string {
	if p.what.Kind == isnad.Proposal || !done(event.Status) || !b.after(p, event) {
		return ""
	}
	doers, why := p.by, "the event that was promised is reported as having happened"
	if p.what.Kind == isnad.Demand {
		doers, why = p.to, "what was demanded is reported as done"
	}
	for _, promised := range b.promised(p) {
		if promised.Type != event.Type || !sameMode(promised.Mode, event.Mode) {
			continue
		}
		if b.byAndWith(p, promised, doers, event) || b.onItsDay(p, promised, event) {
			return why
		}
	}
	return ""
}

// promised returns the events that a pledge's words speak of, not yet done.
func (b *builder) promised(p *pledge) []*isnad.Event {
	doc := b.docs[p.doc]
	var list []*isnad.Event
	if p.what.Event >= 0 && !done(doc.Events[p.what.Event].Status) {
		list = append(list, &doc.Events[p.what.Event])
	}
	for i := range doc.Promised {
		if p.what.What.Contains(doc.Promised[i].Trigger) {
			list = append(list, &doc.Promised[i])
		}
	}
	return list
}

func sameMode(a, b string) bool { return a == "" || b == "" || a == b }

// byAndWith reports whether an event is by those who were to act and with all
// others that were named. Where none were it must be of one mode and about
// something that the promise names.
func (b *builder) byAndWith(p *pledge, promised *isnad.Event, doers []int, event *isnad.Entry) bool {
	if !b.act(doers, event.Parties) {
		return false
	}
	all := union(event.Parties, event.Recipients)
	if p.what.Kind != isnad.Demand && len(p.to) > 0 && common(p.to, all) == 0 {
		return false // promised to someone, done without him
	}
	others := 0
	for _, party := range union(b.entities(p.doc, promised.Actors), b.entities(p.doc, promised.Recipients)) {
		if common([]int{party}, p.by)+common([]int{party}, doers) > 0 || b.act([]int{party}, doers) {
			continue
		}
		if others++; common([]int{party}, all) == 0 {
			return false
		}
	}
	if others > 0 {
		return true
	}
	return promised.Mode != "" && promised.Mode == event.Mode && b.names(p, event)
}

// onItsDay reports whether an event of which the reports do not say who it is by
// is the one that was planned: of one mode, on its day, about something that both
// name.
func (b *builder) onItsDay(p *pledge, promised *isnad.Event, event *isnad.Entry) bool {
	return len(event.Parties) == 0 && promised.Mode != "" && promised.Mode == event.Mode &&
		exact(event.When) && event.When == p.what.Due && b.names(p, event)
}

// act reports whether one of the doers is among the parties, or one speaks for
// the other.
func (b *builder) act(doers, parties []int) bool {
	if common(doers, parties) > 0 {
		return true
	}
	for _, x := range doers {
		for _, y := range parties {
			if b.speaks[[2]int{x, y}] || b.speaks[[2]int{y, x}] {
				return true
			}
		}
	}
	return false
}

// names reports whether a pledge's words and the telling of an event name the
// same third party or thing.
func (b *builder) names(p *pledge, event *isnad.Entry) bool {
	own := map[string]bool{}
	for _, entity := range union(p.by, p.to) {
		own["e:"+strconv.Itoa(entity)] = true
	}
	for _, source := range event.Sources {
		if source.Article == p.doc && b.near(p, source) {
			return true // told together: "the crossing" again
		}
		var told terms
		told.addSense(b, source.Article, b.event(source).Span)
		shared := 0
		for _, key := range told.keys {
			if _, ok := p.sense.base[key]; ok && !own[key] {
				shared++
				if key[0] == 'e' || shared > 1 {
					return true
				}
			}
		}
	}
	return false
}

// near reports whether an event is told in the sentence of a pledge or one
// next to it.
func (b *builder) near(p *pledge, source isnad.Source) bool {
	doc := b.docs[p.doc]
	gap := doc.SentenceAt(b.event(source).Trigger.Start) - doc.SentenceAt(p.what.What.Start)
	return gap >= -1 && gap <= 1
}

// after reports whether an event can have come after a commitment was made: it
// has a day, not before that on which it was said, agreed or, at the latest,
// the day before it was reported.
func (b *builder) after(p *pledge, event *isnad.Entry) bool {
	if event.When == "" {
		return false
	}
	for _, source := range event.Sources {
		doc := b.docs[p.doc]
		if source.Article == p.doc && doc.SentenceAt(b.event(source).Trigger.Start) == doc.SentenceAt(p.what.What.Start) && p.what.Status != isnad.Kept {
			return false // its occasion
		}
	}
	made := b.madeOn(p)
	if made == "" || !exact(event.When) {
		return true
	}
	if event.Type == isnad.Consult && common(p.by, event.Parties) > 1 {
		return event.When > made // the talk in which they agreed does not keep what they agreed
	}
	return event.When >= made
}

// madeOn is the earliest day on which a commitment can have been made.
func (b *builder) madeOn(p *pledge) string {
	doc := b.docs[p.doc]
	if p.what.Statement >= 0 && exact(doc.Statements[p.what.Statement].Said) {
		return doc.Statements[p.what.Statement].Said
	}
	if p.what.Event >= 0 && done(doc.Events[p.what.Event].Status) && exact(doc.Events[p.what.Event].When) {
		return doc.Events[p.what.Event].When
	}
	if p.what.Rule == "told promise" || !doc.Article.Published.Known() {
		return ""
	}
	return doc.Article.Published.Time.Add(-24 * time.Hour).Format("2006-01-02")
}

// rejects says why an event turns a proposal or demand down, or "": its maker
// is whom the rejection is aimed at, and it stands in the same or the next
// sentences of one report, or it is all that its maker asks for in the story.
func (b *builder) rejects(p *pledge, items []pledge, event *isnad.Entry) string {
	if p.what.Kind != isnad.Proposal && p.what.Kind != isnad.Demand || event.Type != isnad.Reject || !done(event.Status) {
		return ""
	}
	if common(event.Recipients, p.by) == 0 || common(event.Parties, p.by) > 0 {
		return ""
	}
	doc := b.docs[p.doc]
	for _, source := range event.Sources {
		if source.Article != p.doc {
			continue
		}
		if gap := doc.SentenceAt(b.event(source).Trigger.Start) - doc.SentenceAt(p.what.What.Start); gap >= 0 && gap <= 2 {
			return "the same report tells of the rejection"
		}
		return ""
	}
	if b.answers(event, items) {
		return ""
	}
	for i := range items {
		if q := &items[i]; q.doc == p.doc && q.index != p.index && q.what.Kind == p.what.Kind && common(q.by, p.by) > 0 {
			return ""
		}
	}
	return "another report tells of the rejection"
}

// answers reports whether a report that tells of a rejection tells as well of
// what was asked for by whom it is aimed at: it then rejects that.
func (b *builder) answers(event *isnad.Entry, items []pledge) bool {
	for _, source := range event.Sources {
		for i := range items {
			q := &items[i]
			if q.doc == source.Article && (q.what.Kind == isnad.Proposal || q.what.Kind == isnad.Demand) && common(q.by, event.Recipients) > 0 {
				return true
			}
		}
	}
	return false
}

// closing finds the event that ended a commitment which its own report closed.
func (b *builder) closing(entry *isnad.CommitmentEntry, items []pledge, group []int, events []isnad.Entry, eventOf map[[2]int]string) string {
	if entry.Status == isnad.Kept {
		for _, i := range group {
			if p := &items[i]; p.what.Status == isnad.Kept && p.what.Event >= 0 {
				return eventOf[[2]int{p.doc, p.what.Event}]
			}
		}
	}
	if entry.Status != isnad.Rejected {
		return ""
	}
	for i := range events {
		if events[i].Type == isnad.Reject && common(events[i].Parties, entry.By) == 0 && common(events[i].Recipients, entry.By) > 0 {
			return events[i].ID
		}
	}
	return ""
}
