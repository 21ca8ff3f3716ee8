package records

import (
	"fmt"
	"math"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/figures"
)

// sameEvent is the share of the clause that two reports of an event with
// content (an agreement, a demand) have in common at least. A meeting or a
// strike is the same by its parties and its day alone.
const sameEvent = 0.34

// content holds the types that are told apart by what they are about, not by
// who and when alone: two parties agree on several things in one call.
var content = map[isnad.EventType]bool{
	isnad.Agree: true, isnad.Request: true, isnad.Reject: true, isnad.Accuse: true, isnad.Threaten: true,
	isnad.Support: true, isnad.Concede: true, isnad.Sanction: true, isnad.Cooperate: true, isnad.Aid: true,
}

// happening is one event of one doc, ready to be compared.
type happening struct {
	doc, index         int
	actors, recipients []int
	places             []int // towns that the sentence of an attack names
	terms              terms
	about              []string // what is agreed, asked or refused: types of events
	alone              bool     // the only one of its type by its actors in its doc
	event              *isnad.Event
}

func (b *builder) events(statements []isnad.Entry) []isnad.Entry {
	var items []happening
	for _, d := range ordered(b.story.Articles) {
		for i := range b.docs[d].Events {
			items = append(items, b.happening(d, i))
		}
	}
	only(items)
	all := make([]terms, len(items))
	for i := range items {
		all[i] = items[i].terms
	}
	rare := newRarity(all)
	together := b.together(statements)
	var alike []scored
	pairs(func(i, j int) {
		if score, why := b.sameEvent(&items[i], &items[j], rare, together); score > 0 {
			alike = append(alike, scored{i, j, score, why})
		}
	}, all)
	groups, why := cluster(len(items), alike, sameEvent, func(i int) int { return items[i].doc }, nil)
	entries := make([]isnad.Entry, 0, len(groups))
	for _, group := range groups {
		entries = append(entries, b.eventEntry(items, group, why))
	}
	return entries
}

func (b *builder) happening(d, i int) happening {
	event := &b.docs[d].Events[i]
	h := happening{
		doc: d, index: i, event: event, terms: terms{},
		actors: b.entities(d, event.Actors), recipients: b.entities(d, event.Recipients),
	}
	h.places = b.townsNear(d, event)
	h.terms.add(b, d, event.Span)
	for _, promised := range b.docs[d].Promised {
		if event.Span.Contains(promised.Trigger) && content[event.Type] {
			h.about = append(h.about, b.matter(d, &promised)...)
		}
	}
	return h
}

// together tells which statements of which docs are one entry.
func (b *builder) together(entries []isnad.Entry) map[[2]int]string {
	of := map[[2]int]string{}
	for _, entry := range entries {
		for _, source := range entry.Sources {
			of[[2]int{source.Article, source.Statement}] = entry.ID
		}
	}
	return of
}

// sameEvent scores two happenings: 0 unless type, parties, time and status
// agree or one leaves them open, or the reports differ on one of them in a way
// that leaves no doubt that they tell of one thing.
func (b *builder) sameEvent(x, y *happening, rare rarity, together map[[2]int]string) (float64, string) {
	if b.disputed(x, y) {
		return b.sameDisputed(x, y, rare)
	}
	if x.event.Type != y.event.Type || !sameStatus(x.event.Status, y.event.Status) || !sameTime(x.event.When, y.event.When) {
		return 0, ""
	}
	if !sameMode(x.event.Mode, y.event.Mode) && x.event.Type != isnad.Assault {
		return 0, ""
	}
	parties := b.sameParties(x, y)
	if parties == 0 {
		return 0, ""
	}
	score, shared := rare.alike(x.terms, y.terms)
	if b.docs[x.doc].Article.Lang != b.docs[y.doc].Article.Lang {
		// The words cannot meet, so parties and time must, or each report
		// tells of one such event alone; and what it is about.
		if exact(x.event.When) && x.event.When == y.event.When || x.alone && y.alone {
			score = math.Max(score, acrossLanguages(x, y))
		}
	}
	score = byMatter(x, y, score)
	if !content[x.event.Type] {
		score = 0.5 + 0.5*score
	} else if carried := b.carried(x, together); carried != "" && carried == b.carried(y, together) {
		score = math.Max(score, 0.6)
	}
	return score * parties, fmt.Sprintf("same kind, parties and time; %d words and names in common", shared)
}

// carried is the entry of the statement that tells of the event, or "".
func (b *builder) carried(h *happening, together map[[2]int]string) string {
	if len(h.event.According) == 0 {
		return ""
	}
	return together[[2]int{h.doc, h.event.According[0].Statement}]
}

// sameParties is 1 when the actors are the same, less when one report names
// some of them, 0 when they differ or the recipients do.
func (b *builder) sameParties(x, y *happening) float64 {
	if len(x.actors) == 0 || len(y.actors) == 0 {
		return unclaimed(x, y)
	}
	shared := common(x.actors, y.actors)
	if shared == 0 {
		return 0
	}
	if len(x.recipients) > 0 && len(y.recipients) > 0 && common(x.recipients, y.recipients) == 0 {
		return 0
	}
	switch least, most := min(len(x.actors), len(y.actors)), max(len(x.actors), len(y.actors)); {
	case shared == most:
		return 1
	case shared == least && (len(x.recipients) > 0) == (len(y.recipients) > 0):
		return 0.8
	}
	return 0
}

func exact(when string) bool { return len(when) == len("2006-01-02") }

func sameTime(a, b string) bool {
	return a == "" || b == "" || a == b || isnad.Within(a, b) || isnad.Within(b, a)
}

// sameStatus: a thing done and a thing under way are one; a plan is another.
func sameStatus(a, b isnad.EventStatus) bool {
	return a == b || done(a) && done(b)
}

func planned(s isnad.EventStatus) bool { return s == isnad.Planned }

func done(s isnad.EventStatus) bool { return s == isnad.Happened || s == isnad.Ongoing }

func (b *builder) eventEntry(items []happening, group []int, why []string) isnad.Entry {
	entry := isnad.Entry{Kind: isnad.EventEntry, Story: b.story.ID, Type: items[group[0]].event.Type}
	for _, i := range group {
		item := &items[i]
		entry.Sources = append(entry.Sources, isnad.Source{Article: item.doc, Statement: -1, Event: item.index, Why: why[i]})
	}
	b.order(entry.Sources)
	b.merge(&entry)
	entry.ID = b.identify("ev-", entry.Sources, b.eventSpan)
	entry.Stances = b.stances(entry.Sources, func(source isnad.Source) isnad.Stance { return b.eventStance(&entry, source) })
	entry.Witnesses = b.witnesses(entry.Sources, entry.Stances)
	return entry
}

func (b *builder) event(source isnad.Source) *isnad.Event {
	return &b.docs[source.Article].Events[source.Event]
}

func (b *builder) eventSpan(source isnad.Source) isnad.Span { return b.event(source).Trigger }

// eventStance is how one source stands to the merged view of its event.
func (b *builder) eventStance(entry *isnad.Entry, source isnad.Source) isnad.Stance {
	event := b.event(source)
	stance := isnad.Stance{Kind: isnad.Reports}
	if len(event.According) > 0 {
		stance.Kind = isnad.Attributes
		if event.According[0].Polarity == isnad.Denies {
			stance.Kind = isnad.DeniesIt
		}
	}
	if event.Status == isnad.DidNotHappen && entry.Status != isnad.DidNotHappen {
		stance.Kind = isnad.DeniesIt
	}
	stance.Differences = b.differences(entry, source)
	if len(stance.Differences) > 0 && stance.Kind != isnad.DeniesIt {
		stance.Kind = isnad.Differs
	}
	return stance
}

// differences are the values on which the event of one source departs from the
// merged view, or from a number that another article gives.
func (b *builder) differences(entry *isnad.Entry, source isnad.Source) []isnad.Difference {
	event := b.event(source)
	var list []isnad.Difference
	if event.Type != entry.Type {
		list = append(list, isnad.Difference{What: "kind", Value: string(event.Type), Others: string(entry.Type)})
	}
	if planned(event.Status) && done(entry.Status) || done(event.Status) && planned(entry.Status) {
		list = append(list, isnad.Difference{What: "status", Value: string(event.Status), Others: string(entry.Status)})
	}
	if event.When != "" && !sameTime(event.When, entry.When) {
		list = append(list, isnad.Difference{What: "date", Value: event.When, Others: entry.When})
	}
	for _, number := range event.Numbers {
		if other, ok := b.contested(entry, source, number); ok {
			value := measured(number)
			if b.correctsOne(entry, source, number) {
				value += correctionOf(b.docs[source.Article])
			}
			list = append(list, isnad.Difference{What: "number", Value: value, Others: measured(other)})
		}
	}
	return list
}

// contested is the first number of another article that cannot be number.
func (b *builder) contested(entry *isnad.Entry, source isnad.Source, number isnad.Number) (isnad.Number, bool) {
	for _, from := range entry.Sources {
		if from.Article == source.Article || b.corrects(from.Article, source.Article) {
			continue
		}
		for _, other := range b.event(from).Numbers {
			if sameMeasure(other, number) && differs(number, other) && !b.formatsOf(number, source, other, from) {
				return other, true
			}
		}
	}
	return isnad.Number{}, false
}

// correctsOne reports whether a number corrects that of an earlier report of its
// outlet.
func (b *builder) correctsOne(entry *isnad.Entry, source isnad.Source, number isnad.Number) bool {
	for _, from := range entry.Sources {
		if !b.corrects(source.Article, from.Article) {
			continue
		}
		for _, other := range b.event(from).Numbers {
			if sameMeasure(other, number) && differs(number, other) {
				return true
			}
		}
	}
	return false
}

// formatsOf reports whether two numbers are one in two writings.
func (b *builder) formatsOf(x isnad.Number, from isnad.Source, y isnad.Number, other isnad.Source) bool {
	if x.Span.Empty() || y.Span.Empty() {
		return false
	}
	return figures.Alike(figures.Plain(x.Span.Of(b.docs[from.Article].Article.Text)), figures.Plain(y.Span.Of(b.docs[other.Article].Article.Text)))
}

// measured writes a number with what it counts: "15 dead", "40 minute".
func measured(n isnad.Number) string {
	unit := n.Unit
	if n.About == "dead" || n.About == "wounded" {
		unit = n.About
	}
	return strings.TrimSpace(fmt.Sprintf("%g %s", n.Value, unit))
}

// sameMeasure reports whether two numbers count the same: the dead are the dead
// whatever word each report has for them.
func sameMeasure(a, b isnad.Number) bool {
	return a.About == b.About && (a.Unit == b.Unit || a.About == "dead" || a.About == "wounded")
}

// differs reports whether two numbers cannot be one: a rounded one may lie
// within a tenth of the other.
func differs(a, b isnad.Number) bool {
	if a.Loose || b.Loose {
		return math.Abs(a.Value-b.Value) > 0.1*math.Max(math.Abs(a.Value), math.Abs(b.Value))
	}
	return a.Value != b.Value
}
