package contract

import "github.com/isnad-news/isnad"

func (b *builder) statement(entry *isnad.Entry) Statement {
	return Statement{
		ID: entry.ID, Story: entry.Story, Speakers: b.entities(entry.Parties), Addressees: b.entities(entry.Recipients),
		When: entry.When, Witnesses: entry.Witnesses, Stances: b.stances(entry.Stances),
		Sources: list(len(entry.Sources), func(i int) StatementSource { return b.statementSource(entry.Sources[i]) }),
	}
}

func (b *builder) statementSource(source isnad.Source) StatementSource {
	return b.told(source.Article, &b.record.Docs[source.Article].Statements[source.Statement], source.Why)
}

// told is a statement of doc d as one source of an entry.
func (b *builder) told(d int, statement *isnad.Statement, why string) StatementSource {
	at := b.points[d]
	out := StatementSource{
		Article: at.article.ID, Cue: at.selector(statement.Cue), Lemma: statement.Lemma, Force: statement.Force,
		Kind: statement.Kind, Speakers: b.parties(d, statement.Speakers), Addressees: b.parties(d, statement.Addressee),
		Implicit: statement.Implicit, Said: statement.Said, Polarity: statement.Polarity, Why: why, By: statement.By,
		Content: list(len(statement.Content), func(i int) *Selector { return at.selector(statement.Content[i]) }),
		Chain: list(len(statement.Chain), func(i int) Link {
			link := statement.Chain[i]
			return Link{link.Kind, link.Name, b.local(d, link.Entity), at.selector(link.Span), link.Why}
		}),
	}
	if statement.Within >= 0 {
		out.Within = b.tellers[teller{d, statement.Within}]
	}
	return out
}

func (b *builder) event(entry *isnad.Entry) Event {
	out := Event{
		ID: entry.ID, Story: entry.Story, Type: entry.Type, Mode: entry.Mode, Actors: b.entities(entry.Parties),
		Recipients: b.entities(entry.Recipients), When: entry.When, Status: entry.Status,
		According: b.entities(entry.According), Witnesses: entry.Witnesses, Stances: b.stances(entry.Stances),
		Sources: list(len(entry.Sources), func(i int) EventSource { return b.eventSource(entry.Sources[i]) }),
	}
	out.Numbers = list(len(entry.Numbers), func(i int) Number {
		return number(entry.Numbers[i], b.giver(entry, entry.Numbers[i]))
	})
	return out
}

// giver is the first source of an entry that gives a number.
func (b *builder) giver(entry *isnad.Entry, n isnad.Number) *points {
	for _, source := range entry.Sources {
		if source.Event < 0 {
			continue
		}
		for _, other := range b.record.Docs[source.Article].Events[source.Event].Numbers {
			if other.Span == n.Span && other.Value == n.Value {
				return b.points[source.Article]
			}
		}
	}
	return nil
}

func number(n isnad.Number, at *points) Number {
	out := Number{Value: n.Value, Unit: n.Unit, About: n.About, Loose: n.Loose}
	if at != nil {
		out.Selector = at.selector(n.Span)
	}
	return out
}

func (b *builder) eventSource(source isnad.Source) EventSource {
	d := source.Article
	event := &b.record.Docs[d].Events[source.Event]
	at := b.points[d]
	out := EventSource{
		Article: at.article.ID, Selector: at.selector(event.Span), Trigger: at.selector(event.Trigger), Type: event.Type,
		Mode: event.Mode, Actors: b.parties(d, event.Actors), Recipients: b.parties(d, event.Recipients),
		When: event.When, WhenFrom: at.selector(event.WhenSpan), Status: event.Status, Why: source.Why, By: event.By,
		Numbers: list(len(event.Numbers), func(i int) Number { return number(event.Numbers[i], at) }),
		According: list(len(event.According), func(i int) Attribution {
			attribution := event.According[i]
			return Attribution{b.tellers[teller{d, attribution.Statement}], attribution.Polarity}
		}),
	}
	if event.Place != nil {
		place := b.party(d, *event.Place)
		out.Place = &place
	}
	return out
}

func (b *builder) commitment(i int) Commitment {
	entry := b.record.Commitments[i]
	return Commitment{
		ID: entry.ID, Story: entry.Story, Kind: entry.Kind, By: b.entities(entry.By), To: b.entities(entry.To),
		Due: entry.Due, Status: entry.Status, ClosedBy: entry.Closed, Why: entry.Why,
		Sources: list(len(entry.Sources), func(i int) CommitmentSource { return b.commitmentSource(entry.Sources[i]) }),
	}
}

func (b *builder) commitmentSource(source isnad.CommitmentSource) CommitmentSource {
	d := source.Article
	fact := &b.record.Docs[d].Commitments[source.Commitment]
	at := b.points[d]
	out := CommitmentSource{
		Article: at.article.ID, What: at.selector(fact.What), By: b.parties(d, fact.By), To: b.parties(d, fact.To),
		Due: fact.Due, DueFrom: at.selector(fact.DueSpan), Status: fact.Status, Rule: fact.Rule,
	}
	if fact.Statement >= 0 {
		out.Statement = b.tellers[teller{d, fact.Statement}]
	}
	return out
}

func (b *builder) entities(indexes []int) []isnad.EntityID {
	return list(len(indexes), func(i int) isnad.EntityID { return b.record.Entities[indexes[i]].ID })
}

// local is the record's entity that a doc's entity joined; "" if none.
func (b *builder) local(d, entity int) isnad.EntityID {
	if entity < 0 || d >= len(b.record.Local) || entity >= len(b.record.Local[d]) || b.record.Local[d][entity] < 0 {
		return ""
	}
	return b.record.Entities[b.record.Local[d][entity]].ID
}

func (b *builder) parties(d int, parties []isnad.Party) []Party {
	return list(len(parties), func(i int) Party { return b.party(d, parties[i]) })
}

func (b *builder) party(d int, party isnad.Party) Party {
	return Party{b.local(d, party.Entity), party.Text, party.Unnamed, b.points[d].selector(party.Span)}
}

func (b *builder) stances(stances []isnad.Stance) []Stance {
	return list(len(stances), func(i int) Stance {
		stance := stances[i]
		return Stance{
			b.record.Docs[stance.Article].Article.ID, stance.Kind,
			list(len(stance.Differences), func(i int) Difference { return Difference(stance.Differences[i]) }),
			stance.Through,
		}
	})
}
