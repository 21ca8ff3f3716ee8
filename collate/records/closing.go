package records

import (
	"fmt"

	"github.com/isnad-news/isnad"
)

// close looks for the event that ends a commitment: one of the kind that was
// promised, by the same parties with the same others, that happened; or, for
// a proposal or a demand, a rejection by another party; or its day has passed.
func (b *builder) close(entry *isnad.CommitmentEntry, items []pledge, group []int, events []isnad.Entry, eventOf map[[2]int]string) {
	for e := range events {
		event := &events[e]
		for _, i := range group {
			if why := b.keeps(&items[i], event, eventOf); why != "" {
				entry.Status, entry.Closed, entry.Why = isnad.Kept, event.ID, why
				return
			}
			if why := b.rejects(&items[i], event); why != "" {
				entry.Status, entry.Closed, entry.Why = isnad.Rejected, event.ID, why
				return
			}
		}
	}
	if exact(entry.Due) && b.story.To != "" && entry.Due < b.story.To {
		entry.Status = isnad.Overdue
		entry.Why = fmt.Sprintf("due %s, and the reports to %s do not tell of it", entry.Due, b.story.To)
	}
}

// keeps says why an event keeps a promise or a plan, or "". The promise must
// speak of an event of its own, not yet done.
func (b *builder) keeps(p *pledge, event *isnad.Entry, eventOf map[[2]int]string) string {
	if p.what.Kind != isnad.Promise && p.what.Kind != isnad.Plan || p.what.Event < 0 || event.Status != isnad.Happened {
		return ""
	}
	promised := &b.docs[p.doc].Events[p.what.Event]
	if done(promised.Status) || promised.Type != event.Type || promised.Mode != "" && event.Mode != "" && promised.Mode != event.Mode {
		return ""
	}
	parties := union(b.entities(p.doc, promised.Actors), b.entities(p.doc, promised.Recipients))
	others := 0
	for _, party := range parties {
		if common([]int{party}, p.by) == 0 {
			others++
		}
	}
	all := union(event.Parties, event.Recipients)
	if others == 0 || common(parties, all) != len(parties) || common(p.by, event.Parties) == 0 {
		return ""
	}
	if said := b.saidOn(p); said != "" && exact(event.When) && event.When < said {
		return ""
	}
	return "the event that was promised is reported as having happened"
}

// saidOn is the earliest day on which the commitment can have been made: when
// the statement says, else nothing.
func (b *builder) saidOn(p *pledge) string {
	if p.what.Statement < 0 {
		return ""
	}
	if said := b.docs[p.doc].Statements[p.what.Statement].Said; exact(said) {
		return said
	}
	return ""
}

// rejects says why an event turns a proposal or demand down, or "": its maker
// is whom the rejection is aimed at, and it stands in the same or the next
// sentence of one report.
func (b *builder) rejects(p *pledge, event *isnad.Entry) string {
	if p.what.Kind != isnad.Proposal && p.what.Kind != isnad.Demand || event.Type != isnad.Reject {
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
		if gap := doc.SentenceAt(b.event(source).Trigger.Start) - doc.SentenceAt(p.what.What.Start); gap == 0 || gap == 1 {
			return "the same report tells of the rejection"
		}
	}
	return ""
}

// closing finds the rejection of a commitment that its own report closed.
func (b *builder) closing(entry *isnad.CommitmentEntry, events []isnad.Entry) string {
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
