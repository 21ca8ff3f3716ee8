package records

import "github.com/isnad-news/isnad"

// merge settles the merged view: the parties of the source that names most,
// the most exact time; of times, types, modes and statuses the one that most
// independent witnesses give, the earliest of those that tie. Sources are in
// the story's order.
func (b *builder) merge(entry *isnad.Entry) {
	var types, modes, statuses, times votes
	asserted := false
	for _, source := range entry.Sources {
		event, witness := b.event(source), b.witness[source.Article]
		actors, recipients := b.entities(source.Article, event.Actors), b.entities(source.Article, event.Recipients)
		if len(actors) > len(entry.Parties) {
			entry.Parties = actors
		}
		if len(recipients) > len(entry.Recipients) {
			entry.Recipients = recipients
		}
		types.add(string(event.Type), witness)
		statuses.add(string(event.Status), witness)
		times.add(event.When, witness)
		entry.Numbers = append(entry.Numbers, event.Numbers...)
		asserted = asserted || len(event.According) == 0
	}
	entry.Type, entry.Status = isnad.EventType(types.most()), isnad.EventStatus(statuses.most())
	for _, source := range entry.Sources {
		if event := b.event(source); event.Type == entry.Type {
			modes.add(event.Mode, b.witness[source.Article])
		}
	}
	entry.Mode = modes.most()
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

// votes are values with the witnesses that give them: copies count once. The
// empty value never wins.
type votes struct {
	values []string // in the order in which they were given, which is the story's
	by     map[string]map[int]bool
}

// add notes that a witness gives a value.
func (v *votes) add(value string, witness int) {
	if value == "" {
		return
	}
	if v.by == nil {
		v.by = map[string]map[int]bool{}
	}
	if v.by[value] == nil {
		v.by[value] = map[int]bool{}
		v.values = append(v.values, value)
	}
	v.by[value][witness] = true
}

// most is the value that most witnesses give, the earliest of those that tie.
func (v *votes) most() string { return v.best(func(string) bool { return true }) }

// finest is the most exact time, by witnesses among those.
func (v *votes) finest() string {
	exactly, longest := false, 0
	for _, value := range v.values {
		exactly = exactly || exact(value)
		longest = max(longest, len(value))
	}
	return v.best(func(value string) bool {
		if exactly {
			return exact(value)
		}
		return len(value) == longest
	})
}

func (v *votes) best(counts func(string) bool) string {
	best := ""
	for _, value := range v.values {
		if counts(value) && (best == "" || len(v.by[value]) > len(v.by[best])) {
			best = value
		}
	}
	return best
}
