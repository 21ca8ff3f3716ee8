package records

import (
	"fmt"
	"slices"
	"sort"

	"github.com/isnad-news/isnad"
)

// sameCommitment is the share of the words that two reports of a commitment
// have in common at least.
const sameCommitment = 0.45

// pledge is one commitment of one doc, ready to be compared.
type pledge struct {
	doc, index int
	by, to     []int
	terms      terms
	sense      terms // what holds over languages
	what       *isnad.Commitment
	alone      bool // the only one of its kind by its makers in its report
}

// onlyPledges marks the pledges that are the only one of their kind by their
// makers in their report.
func onlyPledges(items []pledge) {
	count := map[string]int{}
	key := func(p *pledge) string { return fmt.Sprint(p.doc, p.what.Kind, p.by) }
	for i := range items {
		count[key(&items[i])]++
	}
	for i := range items {
		items[i].alone = count[key(&items[i])] == 1
	}
}

func (b *builder) commitments(statements, events []isnad.Entry) []isnad.CommitmentEntry {
	var items []pledge
	for _, d := range ordered(b.story.Articles) {
		for i := range b.docs[d].Commitments {
			items = append(items, b.pledge(d, i))
		}
	}
	onlyPledges(items)
	all, senses := make([]terms, len(items)), make([]terms, len(items))
	for i := range items {
		all[i], senses[i] = items[i].terms, items[i].sense
	}
	rare, rareSense := newRarity(all), newRarity(senses)
	eventOf, statementOf := b.eventIndex(events), b.together(statements)
	var alike []scored
	pairs(func(i, j int) {
		if score := b.sameCommitment(&items[i], &items[j], rare, rareSense, eventOf, statementOf); score > 0 {
			alike = append(alike, scored{i, j, score, ""})
		}
	}, all)
	groups, _ := cluster(len(items), alike, sameCommitment, func(i int) int { return items[i].doc }, nil)
	entries := make([]isnad.CommitmentEntry, 0, len(groups))
	for _, group := range groups {
		entries = append(entries, b.commitmentEntry(items, group, events, eventOf))
	}
	return entries
}

func (b *builder) pledge(d, i int) pledge {
	commitment := &b.docs[d].Commitments[i]
	p := pledge{
		doc: d, index: i, what: commitment, terms: terms{},
		by: b.entities(d, commitment.By), to: b.entities(d, commitment.To),
	}
	p.terms.add(b, d, commitment.What)
	p.sense.addSense(b, d, commitment.What)
	for i := range b.docs[d].Promised {
		if promised := &b.docs[d].Promised[i]; commitment.What.Contains(promised.Trigger) {
			p.sense.put("v:"+string(promised.Type), eventWeight)
		}
	}
	b.eventTerms(&p.sense, d, commitment.What)
	return p
}

func (b *builder) sameCommitment(x, y *pledge, rare, rareSense rarity, eventOf, statementOf map[[2]int]string) float64 {
	if common(x.by, y.by) == 0 || !b.sameMakers(x.by, y.by) {
		return 0
	}
	if x.what.Kind != y.what.Kind {
		e := eventOf[[2]int{x.doc, x.what.Event}]
		if own(x.what.Kind) && own(y.what.Kind) && e != "" && e == eventOf[[2]int{y.doc, y.what.Event}] {
			return 0.8 // who announces it binds himself; who tells of it knows of a plan
		}
		return 0
	}
	if x.doc == y.doc && x.what.Statement >= 0 && x.what.Statement == y.what.Statement {
		return 0 // two promises of one breath
	}
	if len(x.to) > 0 && len(y.to) > 0 && common(x.to, y.to) == 0 {
		return 0
	}
	score, shared := rare.alike(x.terms, y.terms)
	if e := eventOf[[2]int{x.doc, x.what.Event}]; e != "" && e == eventOf[[2]int{y.doc, y.what.Event}] {
		return max(score, 0.8)
	}
	if b.docs[x.doc].Article.Lang != b.docs[y.doc].Article.Lang {
		score, shared = rareSense.alike(x.sense, y.sense)
		if x.alone && y.alone && shared >= 1 && concept(x.sense, y.sense) && slices.Equal(x.by, y.by) {
			return max(score, sameCommitment) // all that either report tells of them
		}
	}
	if x.doc == y.doc && score < repeated || shared < 2 {
		return 0
	}
	if s := statementOf[[2]int{x.doc, x.what.Statement}]; s != "" && s == statementOf[[2]int{y.doc, y.what.Statement}] && score >= sameCommitment/2 {
		score = max(score, sameCommitment)
	}
	return score
}

// concept reports whether two stretches share a word's sense, not names alone.
func concept(x, y terms) bool {
	return slices.ContainsFunc(x.keys, func(key string) bool {
		_, ok := y.base[key]
		return ok && key[0] == 'c'
	})
}

// sameMakers reports whether those bound in two reports are the same, but for
// who speaks for whom: what one promises alone is not what two agree on.
func (b *builder) sameMakers(x, y []int) bool {
	for _, lists := range [...][2][]int{{x, y}, {y, x}} {
		for _, one := range lists[0] {
			if !b.act([]int{one}, lists[1]) {
				return false
			}
		}
	}
	return true
}

// own reports whether a commitment binds who makes it.
func own(kind isnad.CommitmentKind) bool { return kind == isnad.Promise || kind == isnad.Plan }

// eventIndex tells which entry an event of a doc is in.
func (b *builder) eventIndex(events []isnad.Entry) map[[2]int]string {
	of := map[[2]int]string{}
	for _, entry := range events {
		for _, source := range entry.Sources {
			of[[2]int{source.Article, source.Event}] = entry.ID
		}
	}
	return of
}

func (b *builder) commitmentEntry(items []pledge, group []int, events []isnad.Entry, eventOf map[[2]int]string) isnad.CommitmentEntry {
	first := items[group[0]].what
	entry := isnad.CommitmentEntry{Story: b.story.ID, Kind: first.Kind, Status: isnad.Open}
	sort.SliceStable(group, func(i, j int) bool { return b.rank(items[group[i]].doc) < b.rank(items[group[j]].doc) })
	var keys []string
	for _, i := range group {
		item := &items[i]
		entry.Sources = append(entry.Sources, isnad.CommitmentSource{Article: item.doc, Commitment: item.index})
		if item.what.Kind == isnad.Promise {
			entry.Kind = isnad.Promise
		}
		if len(item.by) > len(entry.By) {
			entry.By = item.by
		}
		entry.To = union(entry.To, item.to)
		if entry.Due == "" {
			entry.Due = item.what.Due
		}
		if item.what.Status != isnad.Open && item.what.Status != "" {
			entry.Status = item.what.Status
			entry.Why = "the same report says so: " + b.docs[item.doc].Article.Source
		}
		keys = append(keys, fmt.Sprintf("%s %s %d %d", b.docs[item.doc].Article.ID, b.docs[item.doc].Article.Version, item.what.What.Start, item.what.What.End))
	}
	sort.Strings(keys)
	entry.ID = b.own("co-", keys)
	if entry.Status == isnad.Open {
		b.close(&entry, items, group, events, eventOf)
	} else {
		entry.Closed = b.closing(&entry, items, group, events, eventOf)
	}
	return entry
}
