package records

import (
	"sort"

	"github.com/isnad-news/isnad"
)

// merge settles the merged view: the parties of the source that names most,
// the most exact time, the mode and status that most sources give.
func (b *builder) merge(entry *isnad.Entry) {
	modes, statuses, times := votes{}, votes{}, votes{}
	asserted := false
	for _, source := range entry.Sources {
		event := b.event(source)
		actors, recipients := b.entities(source.Article, event.Actors), b.entities(source.Article, event.Recipients)
		if len(actors) > len(entry.Parties) {
			entry.Parties = actors
		}
		if len(recipients) > len(entry.Recipients) {
			entry.Recipients = recipients
		}
		modes.add(event.Mode)
		statuses.add(string(event.Status))
		times.add(event.When)
		entry.Numbers = append(entry.Numbers, event.Numbers...)
		asserted = asserted || len(event.According) == 0
	}
	entry.Mode, entry.Status = modes.most(), isnad.EventStatus(statuses.most())
	entry.When = times.finest()
	entry.Numbers = distinct(entry.Numbers)
	if asserted {
		return
	}
	for _, source := range entry.Sources {
		for _, according := range b.event(source).According {
			statement := &b.docs[source.Article].Statements[according.Statement]
			entry.According = union(entry.According, b.entities(source.Article, statement.Speakers))
		}
	}
}

// distinct keeps the first of numbers that say the same.
func distinct(numbers []isnad.Number) []isnad.Number {
	var list []isnad.Number
	for _, number := range numbers {
		same := false
		for _, kept := range list {
			same = same || kept.Value == number.Value && sameMeasure(kept, number)
		}
		if !same {
			list = append(list, number)
		}
	}
	return list
}

// votes counts values; the empty one never wins.
type votes map[string]int

func (v votes) add(value string) {
	if value != "" {
		v[value]++
	}
}

func (v votes) values() []string {
	list := make([]string, 0, len(v))
	for value := range v {
		list = append(list, value)
	}
	sort.Strings(list)
	return list
}

// most is the value with the most votes, the least of those that tie.
func (v votes) most() string {
	best := ""
	for _, value := range v.values() {
		if best == "" || v[value] > v[best] {
			best = value
		}
	}
	return best
}

// finest is the most exact time, by votes among those.
func (v votes) finest() string {
	best := ""
	for _, value := range v.values() {
		finer := len(value) > len(best) || exact(value) && !exact(best)
		if best == "" || finer || len(value) == len(best) && v[value] > v[best] {
			best = value
		}
	}
	return best
}
