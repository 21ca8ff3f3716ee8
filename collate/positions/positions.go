// Package positions finds what parties negotiate over and where each stands:
// party by subject, with every demand, offer, refusal, agreement, promise and
// threat in its order, and how the party moved.
//
// There is no list of subjects. What parties demand, offer and refuse is taken
// apart into the things it speaks of; the things that several stands have in
// common, across parties, reports and languages, are the subjects.
package positions

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/isnad-news/isnad"
)

// Find returns the positions that records tell, each party on each subject. The
// records' docs and entities may be shared; an entity is the same in two records
// if it has the same ID. Positions are ordered by subject, those that most
// parties and then most stands speak of first; within a subject by side, then by
// the party that has most stands, then by ID.
//
// It depends on the set of records alone, but for Stand.Record, which follows
// their order.
func Find(records []*isnad.Record) []isnad.Position {
	f := &finder{records: records}
	for r := range records {
		f.read(r)
	}
	var list []isnad.Position
	for _, subject := range f.subjects() {
		list = append(list, f.positions(subject)...)
	}
	return list
}

// finder gathers the stands of records.
type finder struct {
	records []*isnad.Record
	stands  []stand
	words   vocabulary
	witness []map[int]int // by record: doc → its witness
}

// stand is one demand, offer, refusal… before parties are told apart.
type stand struct {
	isnad.Stand
	story   isnad.StoryID
	parties []int // entities of its record, ascending
	to      []int
	keys    []string     // what its words speak of, distinct, ascending
	own     []string     // keys without those of what it answers
	answers string       // ID of the commitment that it turns down; empty if none
	places  []occurrence // where the keys stand
}

// read gathers the stands of one record.
func (f *finder) read(r int) {
	f.words.note(f.records[r])
	g := gatherer{record: f.records[r], index: r, held: map[[2]int][]holding{}}
	g.prepare()
	for i := range g.record.Commitments {
		g.commitment(&g.record.Commitments[i])
	}
	for i := range g.record.Entries {
		if g.record.Entries[i].Kind == isnad.EventEntry {
			g.event(&g.record.Entries[i])
		}
	}
	for i := range g.record.Entries {
		if g.record.Entries[i].Kind == isnad.StatementEntry {
			g.statement(&g.record.Entries[i])
		}
	}
	g.resolve()
	f.stands, f.witness = append(f.stands, g.stands...), append(f.witness, g.witness)
}

// held are the stands of one party on one subject, in the making.
type held struct {
	isnad.Position
	of []int // parallel to Stands: indexes into the finder's stands
}

// positions makes the positions of one subject. Parties of one record that have
// one label are one: a report that knows a person by the office alone gives each
// report's person an entity of its own.
func (f *finder) positions(subject subject) []isnad.Position {
	parties, labels := map[isnad.EntityID]*held{}, map[string]isnad.EntityID{}
	for _, i := range subject.stands {
		one := &f.stands[i]
		record := f.records[one.Record]
		for _, party := range one.parties {
			entity := &record.Entities[party]
			id := entity.ID
			label := fmt.Sprint(one.Record, entity.Label[isnad.Arabic], "/", entity.Label[isnad.English])
			if first, ok := labels[label]; ok && entity.Known == "" {
				id = first
			}
			labels[label] = id
			if parties[id] == nil {
				parties[id] = &held{Position: isnad.Position{Subject: subject.Subject, Party: id, Names: entity.Label, Side: entity.Country}}
			}
			f.put(parties[id], i, ids(record, one.to, party))
		}
	}
	list := make([]isnad.Position, 0, len(parties))
	strength := map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(parties)) {
		position := f.settled(parties[id])
		strength[position.Side] = max(strength[position.Side], len(position.Stands))
		list = append(list, position)
	}
	slices.SortStableFunc(list, func(a, b isnad.Position) int {
		if a.Side != b.Side {
			return cmp.Or(cmp.Compare(strength[b.Side], strength[a.Side]), cmp.Compare(b.Side, a.Side))
		}
		return cmp.Compare(len(b.Stands), len(a.Stands))
	})
	return list
}

// put adds stand i to a party's, or its sources to one that says the same.
func (f *finder) put(party *held, i int, to []isnad.EntityID) {
	one := &f.stands[i]
	for n := range party.Stands {
		if other := &party.Stands[n]; party.of[n] == i || f.repeats(party.of[n], i) {
			for _, source := range one.Sources {
				if !slices.Contains(other.Sources, source) {
					other.Sources = append(other.Sources, source)
				}
			}
			if one.When != "" && !one.Reported && other.Reported {
				other.When, other.Reported = one.When, false
			}
			other.Witnesses = f.witnesses(other)
			return
		}
	}
	at := one.Stand
	at.To, at.Sources = to, slices.Clone(one.Sources)
	party.Stands, party.of = append(party.Stands, at), append(party.of, i)
}

// same is the part of its keys that a stand shares with one which it repeats.
const same = 0.8

// repeats reports whether two stands of a record are one that reports word
// alike: of one kind, at one time as far as it is told, and of the same things.
func (f *finder) repeats(i, j int) bool {
	a, b := &f.stands[i], &f.stands[j]
	if a.Record != b.Record || a.Kind != b.Kind || !a.Reported && !b.Reported && a.When != b.When {
		return false
	}
	share, n := alike(a.keys, b.keys)
	return n >= 3 && share >= same
}

// witnesses counts the independent ones among the sources of a stand.
func (f *finder) witnesses(one *isnad.Stand) int {
	seen := map[int]bool{}
	for _, source := range one.Sources {
		seen[f.witness[one.Record][source.Article]] = true
	}
	return len(seen)
}

// settled puts a party's stands in order and tells how it moved.
func (f *finder) settled(party *held) isnad.Position {
	order := make([]int, len(party.Stands))
	for n := range order {
		order[n] = n
	}
	slices.SortFunc(order, func(i, j int) int { return byTime(&party.Stands[i], &party.Stands[j]) })
	steps := make([]step, len(order))
	position := party.Position
	position.Stands = nil
	for n, i := range order {
		position.Stands = append(position.Stands, party.Stands[i])
		keys := f.stands[party.of[i]].own
		if len(keys) == 0 {
			keys = f.stands[party.of[i]].keys
		}
		steps[n] = step{&party.Stands[i], keys, f.drops(&party.Stands[i])}
	}
	position.Moved, position.Why = moved(steps)
	return position
}

// drops reports whether the words of a stand give something up.
func (f *finder) drops(one *isnad.Stand) bool {
	doc := f.records[one.Record].Docs[one.Evidence.Article]
	return len(given(doc.Words(one.Evidence.Span), 0)) > 0
}

// ids names entities but one.
func ids(record *isnad.Record, list []int, but int) []isnad.EntityID {
	var out []isnad.EntityID
	for _, e := range list {
		if e != but {
			out = append(out, record.Entities[e].ID)
		}
	}
	return out
}

// byTime orders stands by time, undated last; of one time by their IDs.
func byTime(a, b *isnad.Stand) int {
	return cmp.Or(
		cmp.Compare(begin(a.When), begin(b.When)), cmp.Compare(a.When, b.When),
		cmp.Compare(a.Commitment+a.Entry, b.Commitment+b.Entry),
	)
}

// alike is the part of the shorter list that the longer one holds, 0 to 1, and
// how many keys that is; both ascend.
func alike(a, b []string) (share float64, n int) {
	for _, key := range a {
		if _, ok := slices.BinarySearch(b, key); ok {
			n++
		}
	}
	if least := min(len(a), len(b)); least > 0 {
		share = float64(n) / float64(least)
	}
	return share, n
}
