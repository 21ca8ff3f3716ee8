package positions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/gloss"
)

// gatherer reads the stands of one record. What one sentence says is told in
// several layers: a commitment goes before the event, and the event before the
// statement, that stand in the same words by the same party.
type gatherer struct {
	record  *isnad.Record
	index   int
	stands  []stand
	held    map[[2]int][]holding // doc, party → the words that a stand has already
	rank    map[int]int          // doc → its place in its story
	witness map[int]int
	told    map[place]*isnad.Entry // statement or event of a doc → its entry
	turned  map[string]string      // entry → the commitment that it turned down
	acts    map[int]bool           // entities that do, say or promise something, or could
}

type holding struct {
	span  isnad.Span
	stand int
}

// place is a statement or an event of a doc.
type place struct {
	doc, index int
	event      bool
}

func (g *gatherer) prepare() {
	r := g.record
	g.rank, g.witness, g.told, g.turned, g.acts = map[int]int{}, map[int]int{}, map[place]*isnad.Entry{}, map[string]string{}, map[int]bool{}
	for _, story := range r.Stories {
		for i, d := range story.Articles {
			g.rank[d] = i
		}
	}
	for w, witness := range r.Witnesses {
		for _, d := range witness.Articles {
			g.witness[d] = w
		}
	}
	for i := range r.Entries {
		for _, party := range r.Entries[i].Parties {
			g.acts[party] = true
		}
		for _, source := range r.Entries[i].Sources {
			g.told[place{source.Article, max(source.Statement, source.Event), source.Event >= 0}] = &r.Entries[i]
		}
	}
	for d, doc := range r.Docs {
		for e := range doc.Entities {
			if state := doc.Entities[e].State; state > 0 && len(r.Local) > d {
				// A capital and its country are parties, whether they act here or not.
				g.acts[r.Local[d][e]], g.acts[r.Local[d][state-1]] = true, true
			}
		}
	}
	for i := range r.Commitments {
		for _, party := range r.Commitments[i].By {
			g.acts[party] = true
		}
		if c := &r.Commitments[i]; c.Status == isnad.Rejected && c.Closed != "" {
			g.turned[c.Closed] = c.ID
		}
	}
}

var ofCommitment = map[isnad.CommitmentKind]isnad.StandKind{
	isnad.Demand: isnad.Demands, isnad.Proposal: isnad.Offers, isnad.Promise: isnad.Promises,
}

var ofEvent = map[isnad.EventType]isnad.StandKind{
	isnad.Request: isnad.Demands, isnad.Reject: isnad.Refuses, isnad.Agree: isnad.Agrees, isnad.Concede: isnad.Agrees, isnad.Threaten: isnad.Threatens,
}

var ofForce = map[string]isnad.StandKind{
	"demand": isnad.Demands, "propose": isnad.Offers, "refuse": isnad.Refuses, "agree": isnad.Agrees, "promise": isnad.Promises, "threaten": isnad.Threatens,
}

// commitment reads a stand from a demand, a proposal or a promise. A plan is no
// stand: it binds nobody.
func (g *gatherer) commitment(entry *isnad.CommitmentEntry) {
	kind, ok := ofCommitment[entry.Kind]
	if !ok || len(entry.By) == 0 {
		return
	}
	one := stand{Stand: isnad.Stand{Kind: kind, Commitment: entry.ID, Status: entry.Status}, story: entry.Story, parties: entry.By, to: entry.To}
	for _, source := range entry.Sources {
		fact := &g.record.Docs[source.Article].Commitments[source.Commitment]
		one.Sources = append(one.Sources, isnad.Evidence{Article: source.Article, Span: fact.What})
		for _, at := range []place{{source.Article, fact.Event, true}, {source.Article, fact.Statement, false}} {
			told := g.told[at]
			if at.index < 0 || told == nil || !takesStand(told) {
				continue // what is promised is dated by when it is due, not by when it was promised
			}
			one.Entry, one.When = cmp.Or(one.Entry, told.ID), cmp.Or(one.When, told.When)
			if told.Type == isnad.Agree && len(told.Parties) > 1 && kind == isnad.Promises {
				one.Kind = isnad.Agrees
			}
		}
	}
	g.add(one)
}

// takesStand reports whether an entry is words said, or an event by which a party
// takes a stand.
func takesStand(entry *isnad.Entry) bool {
	return entry.Kind == isnad.StatementEntry || ofEvent[entry.Type] != "" && (entry.Status == isnad.Happened || entry.Status == isnad.Ongoing)
}

// event reads a stand from an event that is told as having come about.
func (g *gatherer) event(entry *isnad.Entry) {
	kind, ok := ofEvent[entry.Type]
	if entry.Mode == "resign" {
		return // who leaves office gives in to nobody
	}
	if !ok || len(entry.Parties) == 0 || !takesStand(entry) {
		return
	}
	one := stand{
		Stand: isnad.Stand{Kind: kind, Entry: entry.ID, When: entry.When}, story: entry.Story,
		parties: entry.Parties, to: entry.Recipients, answers: g.turned[entry.ID],
	}
	for _, source := range entry.Sources {
		event := &g.record.Docs[source.Article].Events[source.Event]
		if len(event.According) > 0 && event.According[0].Polarity != isnad.Affirms {
			continue
		}
		if behind := (isnad.Span{Start: event.Trigger.End, End: max(event.Trigger.End, event.Span.End)}); kind == isnad.Refuses && (g.keepsSilent(source.Article, behind) || g.doubts(source.Article, event.Trigger)) {
			continue
		}
		if binds(kind) && !g.bound(source.Article, event.Span.Cover(event.Trigger)) {
			continue
		}
		one.Sources = append(one.Sources, isnad.Evidence{Article: source.Article, Span: event.Span.Cover(event.Trigger)})
	}
	g.add(one)
}

// statement reads a stand from words that do something. What was neither
// affirmed nor denied is no stand.
func (g *gatherer) statement(entry *isnad.Entry) {
	if len(entry.Parties) == 0 {
		return
	}
	one := stand{Stand: isnad.Stand{Entry: entry.ID, When: entry.When}, story: entry.Story, parties: entry.Parties, to: entry.Recipients}
	for _, source := range entry.Sources {
		statement := &g.record.Docs[source.Article].Statements[source.Statement]
		kind, ok := ofForce[statement.Force]
		if kind == isnad.Promises && len(given(g.record.Docs[source.Article].Words(statement.Content[0]), 0)) > 0 {
			kind = isnad.Refuses // who promises that a thing is "off the table" gives it up
		}
		if !ok || statement.Polarity != isnad.Affirms || one.Kind != "" && one.Kind != kind {
			continue
		}
		if kind == isnad.Refuses && (g.keepsSilent(source.Article, statement.Content[0]) || g.doubts(source.Article, statement.Cue)) {
			continue
		}
		if binds(kind) && !g.bound(source.Article, statement.Span()) {
			continue
		}
		one.Kind = kind
		one.Sources = append(one.Sources, isnad.Evidence{Article: source.Article, Span: statement.Content[0]})
	}
	g.add(one)
}

// binds reports whether a stand of a kind is a commitment too: what the report's
// commitments do not hold then is no stand, but a prayer or a noun.
func binds(kind isnad.StandKind) bool {
	return kind == isnad.Demands || kind == isnad.Offers || kind == isnad.Promises
}

// bound reports whether a commitment of doc d stands in the words at span.
func (g *gatherer) bound(d int, span isnad.Span) bool {
	return slices.ContainsFunc(g.record.Docs[d].Commitments, func(c isnad.Commitment) bool { return c.What.Overlaps(span) })
}

// doubting are the beginnings of verbs, folded, that refuse a thing but only doubt
// that something is so: استبعد.
var doubting = []string{"\u0627\u0633\u062A\u0628\u0639\u062F", "\u064A\u0633\u062A\u0628\u0639\u062F", "\u062A\u0633\u062A\u0628\u0639\u062F", "\u0645\u0633\u062A\u0628\u0639\u062F"}

// thatArabic is «أن» folded.
const thatArabic = "\u0627\u0646"

// doubts reports whether the verb at span holds that something is unlikely, and
// refuses nothing: «استبعد الخبير أن ترتفع الأسعار».
func (g *gatherer) doubts(d int, span isnad.Span) bool {
	doc := g.record.Docs[d]
	at := doc.SentenceAt(span.Start)
	if doc.Article.Lang == isnad.English || at < 0 || span.Empty() {
		return false
	}
	words := doc.Words(isnad.Span{Start: span.Start, End: doc.Sentences[at].Span.End})
	tokens := tokensOf(words, doc.Article.Lang)
	if len(tokens) == 0 || !slices.ContainsFunc(doubting, func(verb string) bool { return strings.Contains(tokens[0].Key, verb) }) {
		return false
	}
	for _, token := range tokens[1:min(len(tokens), doubtReach)] {
		if token.Key == thatArabic {
			return true
		}
	}
	return false
}

// doubtReach is how many words behind its verb what is doubted may begin.
const doubtReach = 8

// add keeps a stand with what none before it holds.
func (g *gatherer) add(one stand) {
	one.Sources = slices.DeleteFunc(one.Sources, func(e isnad.Evidence) bool { return e.Span.Empty() })
	if len(one.Sources) == 0 || g.isHeld(&one) {
		return
	}
	slices.SortStableFunc(one.Sources, func(a, b isnad.Evidence) int { return g.rank[a.Article] - g.rank[b.Article] })
	one.Record, one.Evidence = g.index, one.Sources[0]
	one.to = slices.DeleteFunc(slices.Clone(one.to), g.isTerrain)
	seen := map[int]bool{}
	for _, source := range one.Sources {
		seen[g.witness[source.Article]] = true
		if day := published(g.record, source.Article); one.When == "" && day != "" {
			one.When, one.Reported = day, true
		}
		for _, party := range one.parties {
			key := [2]int{source.Article, party}
			g.held[key] = append(g.held[key], holding{source.Span, len(g.stands)})
		}
	}
	one.Witnesses = len(seen)
	one.Numbers = numbersIn(g.record.Docs[one.Evidence.Article], one.Evidence.Span)
	g.stands = append(g.stands, one)
}

// isTerrain reports whether an entity is a place that is spoken of and not to.
func (g *gatherer) isTerrain(e int) bool {
	entity := &g.record.Entities[e]
	if entity.Kind != isnad.Place || g.acts[e] {
		return false
	}
	for l, label := range entity.Label {
		for _, token := range tokensOf(label, l) {
			if terrain()[keyOf(label[token.Start:token.End], token, l)] {
				return true
			}
		}
	}
	return false
}

// keepsSilent reports whether what is refused is to speak: «رفض التعليق»,
// "declined to say when", "refused to give a number".
func (g *gatherer) keepsSilent(d int, span isnad.Span) bool {
	doc := g.record.Docs[d]
	words := doc.Words(span)
	for _, token := range tokensOf(words, doc.Article.Lang) {
		word := words[token.Start:token.End]
		concepts := gloss.Arabic(word)
		if doc.Article.Lang == isnad.English {
			concepts = gloss.English(word)
		}
		if len(concepts) > 0 && concepts[0] != "give" {
			return slices.ContainsFunc(concepts, func(concept string) bool { return silence()["c:"+concept] })
		}
	}
	return false
}

// isHeld reports whether a stand of one of its parties has the same words.
func (g *gatherer) isHeld(one *stand) bool {
	for _, source := range one.Sources {
		for _, party := range one.parties {
			for _, held := range g.held[[2]int{source.Article, party}] {
				if held.span.Overlaps(source.Span) {
					return true
				}
			}
		}
	}
	return false
}

// nearby is how many sentences may lie between a demand and the refusal that
// says no more than "it".
const nearby = 3

// resolve finds what the stands speak of. One that turns down a commitment
// speaks of what that does; so does a refusal of the last demand or offer of
// another party before it in its sentence, and a refusal or an agreement that
// names nothing itself a few sentences off.
func (g *gatherer) resolve() {
	byID := map[string]*stand{}
	for i := range g.stands {
		one := &g.stands[i]
		one.places = g.speakOf(one)
		if behind := g.behind(one); len(behind) > 0 {
			one.places = behind
		}
		one.keys = keysOf(one.places)
		if one.Commitment != "" {
			byID[one.Commitment] = one
		}
	}
	for i := range g.stands {
		one := &g.stands[i]
		asked := byID[one.answers]
		switch {
		case asked != nil:
		case len(one.keys) == 0 && (one.Kind == isnad.Refuses || one.Kind == isnad.Agrees):
			asked = g.before(one, nearby)
		case one.Kind == isnad.Refuses:
			asked = g.before(one, 0)
		}
		one.own = one.keys
		if asked != nil {
			one.keys = slices.Compact(slices.Sorted(slices.Values(slices.Concat(one.keys, asked.keys))))
		}
	}
}

// behind are the words of a stand that stand behind what names its event: what
// is before it is mostly who acts.
func (g *gatherer) behind(one *stand) []occurrence {
	if one.Commitment != "" {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(one.places), func(at occurrence) bool {
		doc := g.record.Docs[at.Article]
		return !slices.ContainsFunc(doc.Events, func(event isnad.Event) bool {
			return ofEvent[event.Type] != "" && event.Span.Contains(at.Span) && event.Trigger.End <= at.Span.Start
		})
	})
}

// before is the last demand or offer of another party before the words of one,
// that many sentences off at most; nil if there is none.
func (g *gatherer) before(one *stand, most int) *stand {
	doc := g.record.Docs[one.Evidence.Article]
	here := doc.SentenceAt(one.Evidence.Span.Start)
	var best *stand
	at := -1
	for i := range g.stands {
		other := &g.stands[i]
		if other.Kind != isnad.Demands && other.Kind != isnad.Offers || len(other.keys) == 0 || slices.ContainsFunc(other.parties, func(p int) bool { return slices.Contains(one.parties, p) }) {
			continue
		}
		for _, source := range other.Sources {
			if source.Article != one.Evidence.Article || source.Span.Start >= one.Evidence.Span.Start || source.Span.Start <= at {
				continue
			}
			if there := doc.SentenceAt(source.Span.Start); here-there <= most {
				best, at = other, source.Span.Start
			}
		}
	}
	return best
}
