package records

import (
	"fmt"
	"slices"
	"time"

	"github.com/isnad-news/isnad"
)

// disputed reports whether two happenings of two articles can be one on which
// the articles differ: one denies it, or gives another day, another kind
// (agreed or discussed), or tells as planned what the other tells as done.
func (b *builder) disputed(x, y *happening) bool {
	if x.doc == y.doc {
		return false
	}
	sameKind, sameDay := x.event.Type == y.event.Type, sameTime(x.event.When, y.event.When)
	switch {
	case denied(x.event) != denied(y.event):
		return sameKind && sameDay
	case sameKind && sameDay:
		return done(x.event.Status) && b.stillPlanned(y, x.event.When) || done(y.event.Status) && b.stillPlanned(x, y.event.When)
	case sameKind:
		return sameStatus(x.event.Status, y.event.Status) && b.nextDays(x, y)
	}
	return sameDay && done(x.event.Status) && done(y.event.Status) && talked(x, y) && !b.tellsBoth(x, y)
}

// denied reports whether an event is told as one that did not happen, or on the
// word of someone who denies it.
func denied(event *isnad.Event) bool {
	return event.Status == isnad.DidNotHappen || len(event.According) > 0 && event.According[0].Polarity == isnad.Denies
}

// stillPlanned reports whether an article from after the day tells the event as
// planned: what was planned before it is no dispute.
func (b *builder) stillPlanned(h *happening, day string) bool {
	return planned(h.event.Status) && exact(day) && b.day(h.doc) > day
}

// day is that of a doc's publication; empty if unknown.
func (b *builder) day(d int) string {
	if published := b.docs[d].Article.Published; published.Known() {
		return published.Time.Format(time.DateOnly)
	}
	return ""
}

// nextDays reports whether two happenings, each the only one of its kind by its
// actors in its report, are told of two days in a row, and both reports are from
// the second day or later: before, the later one can be news of its own.
func (b *builder) nextDays(x, y *happening) bool {
	early, late := min(x.event.When, y.event.When), max(x.event.When, y.event.When)
	if !exact(early) || !exact(late) || !x.alone || !y.alone {
		return false
	}
	first, err := time.Parse(time.DateOnly, early)
	return err == nil && first.AddDate(0, 0, 1).Format(time.DateOnly) == late && min(b.day(x.doc), b.day(y.doc)) >= late
}

// talked reports whether one of two happenings is an agreement and the other a
// talk, on one exact day.
func talked(x, y *happening) bool {
	kinds := [2]isnad.EventType{x.event.Type, y.event.Type}
	return (kinds == [2]isnad.EventType{isnad.Agree, isnad.Consult} || kinds == [2]isnad.EventType{isnad.Consult, isnad.Agree}) &&
		exact(x.event.When) && x.event.When == y.event.When
}

// tellsBoth reports whether the report of one of two happenings tells the other
// kind by the same parties as well: then nothing is in dispute.
func (b *builder) tellsBoth(x, y *happening) bool {
	for _, pair := range [...][2]*happening{{x, y}, {y, x}} {
		doc := b.docs[pair[0].doc]
		for i := range doc.Events {
			if doc.Events[i].Type == pair[1].event.Type && common(b.entities(pair[0].doc, doc.Events[i].Actors), pair[1].actors) > 1 {
				return true
			}
		}
	}
	return false
}

// sameDisputed scores two happenings on which their articles differ: the
// parties must be the same, and what the clauses share must be more than these.
func (b *builder) sameDisputed(x, y *happening, rare rarity) (float64, string) {
	parties := b.sameParties(x, y)
	if parties == 0 {
		return 0, ""
	}
	if b.docs[x.doc].Article.Lang != b.docs[y.doc].Article.Lang {
		if x.event.Type != y.event.Type || !x.alone || !y.alone || !exact(x.event.When) || x.event.When != y.event.When {
			return 0, ""
		}
		return acrossLanguages(x, y) * parties, "same kind, parties and day, told otherwise in another language"
	}
	score, shared := rare.alike(x.terms, y.terms)
	own := 0
	for _, key := range x.terms.keys {
		if _, ok := y.terms.base[key]; ok && key[0] == 'w' {
			own++
		}
	}
	if own < 2 {
		return 0, ""
	}
	return score * parties, fmt.Sprintf("same parties, told otherwise; %d words and names in common", shared)
}

// denials notes the articles that deny a statement through another one: the
// denial by one speaker of what another said («نفى الوزير ما قاله المبعوث»).
func (b *builder) denials(entries []isnad.Entry) {
	denies := func(e *isnad.Entry) bool {
		return b.docs[e.Sources[0].Article].Statements[e.Sources[0].Statement].Polarity == isnad.Denies
	}
	if !slices.ContainsFunc(entries, func(e isnad.Entry) bool { return denies(&e) }) {
		return
	}
	items := make([]utterance, len(entries))
	for e := range entries {
		items[e] = b.utterance(entries[e].Sources[0].Article, entries[e].Sources[0].Statement)
	}
	weigh(items)
	for i := range items {
		for j := range items {
			if items[i].denies && !items[j].denies && common(entries[i].Parties, entries[j].Parties) == 0 && b.deniesWords(&items[i], &items[j]) {
				deny(&entries[j], &entries[i])
			}
		}
	}
}

// deniesWords reports whether a denial is of what another statement says.
func (b *builder) deniesWords(x, y *utterance) bool {
	if b.docs[x.doc].Article.Lang != b.docs[y.doc].Article.Lang {
		score, shared := sameInSense(x, y)
		return shared >= muchSense && score > 0
	}
	l := compare(x, y)
	l.negated, l.contradicted = false, false // the denial says it
	return l.shared >= leastRepeated && l.score(perhapsOne) >= sameWords
}

// deny marks the articles that carry a denial and are silent on what it denies.
func deny(entry, denial *isnad.Entry) {
	for i := range entry.Stances {
		stance := &entry.Stances[i]
		if stance.Kind != isnad.Silent {
			continue
		}
		for _, source := range denial.Sources {
			if source.Article == stance.Article {
				stance.Kind, stance.Through = isnad.DeniesIt, denial.ID
				break
			}
		}
	}
}
