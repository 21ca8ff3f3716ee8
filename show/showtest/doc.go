package showtest

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// sheet gathers the facts of one report under short names until they are
// ordered and numbered.
type sheet struct {
	*marked
	doc         *isnad.Doc
	entities    map[string]int
	statements  map[string]*isnad.Statement
	events      map[string]*isnad.Event
	commitments map[string]*isnad.Commitment
	index       map[string]int // name of a fact → its place in its layer
}

var voices = map[string]isnad.Voice{"~a": isnad.Attributed, "~o": isnad.OutletVoice, "~n": isnad.NotUnderstood}

func open(name string) *sheet {
	s := &sheet{
		marked: read(name), entities: map[string]int{}, index: map[string]int{},
		statements:  map[string]*isnad.Statement{},
		events:      map[string]*isnad.Event{},
		commitments: map[string]*isnad.Commitment{},
	}
	s.doc = &isnad.Doc{Article: s.article}
	for name, voice := range voices {
		for _, span := range s.spans[name] {
			s.doc.Sentences = append(s.doc.Sentences, isnad.Sentence{Span: span, Part: s.article.PartAt(span.Start), Voice: voice})
		}
	}
	bySpan(s.doc.Sentences, func(x isnad.Sentence) isnad.Span { return x.Span })
	s.readMarks()
	return s
}

// readMarks makes dates and mentions of [[#value|words]] and [[@entity|words]].
func (s *sheet) readMarks() {
	for name, spans := range s.spans {
		if value, ok := strings.CutPrefix(name, "#"); ok {
			for _, span := range spans {
				s.doc.Dates = append(s.doc.Dates, isnad.Date{Span: span, Value: value, Why: "counted from publication", By: "fixture"})
			}
		}
	}
	bySpan(s.doc.Dates, func(x isnad.Date) isnad.Span { return x.Span })
	seen := map[string]bool{}
	for _, name := range s.names {
		entity, ok := strings.CutPrefix(name, "@")
		if !ok || seen[entity] {
			continue
		}
		seen[entity] = true
		s.mentions(entity)
	}
	bySpan(s.doc.Mentions, func(x isnad.Mention) isnad.Span { return x.Span })
}

func (s *sheet) mentions(entity string) {
	kind := kinds[entity]
	local := isnad.LocalEntity{Kind: kind}
	for i, span := range s.spans["@"+entity] {
		mention := isnad.Mention{Span: span, Kind: kind, Form: isnad.Named, Entity: len(s.doc.Entities), By: "fixture"}
		if role, ok := s.spans[entity+".role"]; ok && i == 0 {
			mention.Roles = []isnad.Role{{Text: role[0].Of(s.article.Text), Span: role[0]}}
			local.Roles = mention.Roles
		}
		local.Names = append(local.Names, span.Of(s.article.Text))
		s.doc.Mentions = append(s.doc.Mentions, mention)
	}
	s.entities[entity] = len(s.doc.Entities)
	s.doc.Entities = append(s.doc.Entities, local)
}

// party is the entity where it is first named, or an unnamed source "?name".
func (s *sheet) party(name string) isnad.Party {
	if _, unnamed := s.spans["?"+name]; unnamed {
		span := s.at("?" + name)
		return isnad.Party{Entity: -1, Span: span, Unnamed: true, Text: span.Of(s.article.Text)}
	}
	return isnad.Party{Entity: s.entities[name], Span: s.at("@" + name)}
}

func (s *sheet) parties(names ...string) []isnad.Party {
	var parties []isnad.Party
	for _, name := range names {
		parties = append(parties, s.party(name))
	}
	return parties
}

// said adds the statement that the file marks with name.
func (s *sheet) said(name, speaker, force string, kind isnad.StatementKind, change func(*isnad.Statement)) {
	statement := &isnad.Statement{
		Speakers: s.parties(speaker), Cue: s.at(name + ".cue"), Lemma: force, Force: force,
		Content: s.spans[name], Kind: kind, Polarity: isnad.Affirms, Within: -1, By: "fixture",
	}
	if change != nil {
		change(statement)
	}
	last := isnad.Link{Kind: isnad.LinkSpeaker, Entity: statement.Speakers[0].Entity, Span: statement.Speakers[0].Span}
	last.Name = last.Span.Of(s.article.Text)
	first := isnad.Link{Kind: isnad.LinkOutlet, Name: s.article.Outlet.Name, Entity: -1, Why: "the report's outlet"}
	statement.Chain = append(append([]isnad.Link{first}, statement.Chain...), last)
	s.statements[name] = statement
}

// done adds the event that the file marks with name.
func (s *sheet) done(name string, kind isnad.EventType, mode, when string, status isnad.EventStatus, actors []string, change func(*isnad.Event)) {
	event := &isnad.Event{
		Type: kind, Mode: mode, Actors: s.parties(actors...), When: when, Status: status,
		Trigger: s.at(name + ".t"), Span: s.at(name), By: "fixture",
	}
	if change != nil {
		change(event)
	}
	s.events[name] = event
}

// due adds the commitment that the file marks with name.
func (s *sheet) due(name string, kind isnad.CommitmentKind, by string, status isnad.CommitmentStatus, value string) {
	commitment := &isnad.Commitment{Kind: kind, By: s.parties(by), What: s.at(name), Due: value, Status: status, Statement: -1, Event: -1, Rule: "fixture"}
	s.commitments[name] = commitment
}

// close orders and numbers the layers and joins what names join.
func (s *sheet) close(within, according map[string]string) *isnad.Doc {
	s.doc.Statements = place(s, s.statements, (*isnad.Statement).Span)
	s.doc.Events = place(s, s.events, func(e *isnad.Event) isnad.Span { return e.Trigger })
	s.doc.Commitments = place(s, s.commitments, func(c *isnad.Commitment) isnad.Span { return c.What })
	for inner, outer := range within {
		s.doc.Statements[s.index[inner]].Within = s.index[outer]
	}
	for event, statement := range according {
		name, denied := strings.CutPrefix(statement, "!")
		attribution := isnad.Attribution{Statement: s.index[name], Polarity: isnad.Affirms}
		if denied {
			attribution.Polarity = isnad.Denies
		}
		e := &s.doc.Events[s.index[event]]
		e.According = append(e.According, attribution)
	}
	if err := s.doc.Check(); err != nil {
		panic(err)
	}
	return s.doc
}

func place[T any](s *sheet, facts map[string]*T, span func(*T) isnad.Span) []T {
	names := make([]string, 0, len(facts))
	for name := range facts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return compare(span(facts[a]), span(facts[b]), strings.Compare(a, b))
	})
	list := make([]T, len(names))
	for i, name := range names {
		list[i], s.index[name] = *facts[name], i
	}
	return list
}

func bySpan[T any](list []T, span func(T) isnad.Span) {
	slices.SortStableFunc(list, func(a, b T) int { return compare(span(a), span(b), 0) })
}

func compare(a, b isnad.Span, tie int) int {
	switch {
	case a == b:
		return tie
	case a.Before(b):
		return -1
	}
	return 1
}
