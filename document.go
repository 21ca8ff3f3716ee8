package isnad

import (
	"fmt"
	"sort"
)

// Voice says on whose word a sentence stands.
type Voice string

// The voices.
const (
	Attributed    Voice = "attributed"     // a statement covers it
	OutletVoice   Voice = "outlet"         // the outlet's own words, and something was read from them
	NotUnderstood Voice = "not understood" // nothing was taken from it: shown, not hidden
)

// Sentence is one sentence of a part that facts are read from.
type Sentence struct {
	Span  Span
	Part  int // index into Article.Parts
	Voice Voice
}

// Doc is an article version and the facts read from it, layer over layer. Each
// layer is ordered by span. Facts refer to one another by index.
type Doc struct {
	Article    *Article
	Sentences  []Sentence
	Dates      []Date
	Entities   []LocalEntity
	Mentions   []Mention
	Statements []Statement
	Events     []Event
	// Promised are the events that commitments speak of and that nothing tells
	// as happened or planned: «سأتصل بالرئيس», "agreed to open the crossing".
	// The record makes no entries of them; a later event that is like one ends
	// the commitment whose words hold its Trigger.
	Promised    []Event
	Commitments []Commitment
}

// SentenceAt returns the index of the sentence that holds byte offset i, or -1.
func (d *Doc) SentenceAt(i int) int {
	low, high := 0, len(d.Sentences)
	for low < high {
		mid := (low + high) / 2
		if d.Sentences[mid].Span.End <= i {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(d.Sentences) && d.Sentences[low].Span.Start <= i {
		return low
	}
	return -1
}

// LongestStatement is the length in bytes of the longest statement's span; see
// StatementsNear.
func (d *Doc) LongestStatement() int {
	longest := 0
	for i := range d.Statements {
		longest = max(longest, d.Statements[i].Span().Len())
	}
	return longest
}

// StatementsNear returns the half-open range of indexes of the statements that
// can overlap span: longest is what LongestStatement returns. It costs two
// binary searches, where a look at every statement would make long reports
// slow.
func (d *Doc) StatementsNear(span Span, longest int) (from, to int) {
	from = sort.Search(len(d.Statements), func(i int) bool { return d.Statements[i].Span().Start >= span.Start-longest })
	to = sort.Search(len(d.Statements), func(i int) bool { return d.Statements[i].Span().Start >= span.End })
	return from, to
}

// Words returns the bytes of the article at span.
func (d *Doc) Words(span Span) string { return span.Of(d.Article.Text) }

// Check holds laws 1 and 2 for the doc: it returns an error of kind [Invalid]
// for the first span found out of range, off a rune boundary or out of order,
// index that points nowhere, entity without name or statement without speaker.
func (d *Doc) Check() error {
	if err := d.Article.Check(); err != nil {
		return err
	}
	return firstError(
		layer(d, "sentence", len(d.Sentences), func(i int) Span { return d.Sentences[i].Span }),
		layer(d, "date", len(d.Dates), func(i int) Span { return d.Dates[i].Span }),
		layer(d, "mention", len(d.Mentions), func(i int) Span { return d.Mentions[i].Span }),
		layer(d, "statement", len(d.Statements), func(i int) Span { return d.Statements[i].Span() }),
		layer(d, "event", len(d.Events), func(i int) Span { return d.Events[i].Trigger }),
		layer(d, "promised event", len(d.Promised), func(i int) Span { return d.Promised[i].Trigger }),
		layer(d, "commitment", len(d.Commitments), func(i int) Span { return d.Commitments[i].What }),
		d.checkMentions(), d.checkStatements(), d.checkEvents(d.Events), d.checkEvents(d.Promised), d.checkCommitments(),
	)
}

func (d *Doc) checkMentions() error {
	for i, mention := range d.Mentions {
		if mention.Entity < -1 || mention.Entity >= len(d.Entities) {
			return d.broken("mention", i, "names no entity")
		}
		for _, member := range mention.Members {
			if member < 0 || member >= len(d.Entities) {
				return d.broken("mention", i, "stands for no entity")
			}
		}
		for _, inner := range mention.Inner {
			if inner.Entity < -1 || inner.Entity >= len(d.Entities) || !mention.Span.Contains(inner.Span) {
				return d.broken("mention", i, "has a name inside that names no entity or lies outside")
			}
			if err := inner.Span.Check(d.Article.Text); err != nil {
				return err
			}
		}
		for _, role := range mention.Roles {
			if err := role.Span.Check(d.Article.Text); err != nil {
				return err
			}
		}
	}
	for i := range d.Entities {
		if len(d.Entities[i].Names) == 0 {
			return d.broken("entity", i, "has no name")
		}
	}
	for i, sentence := range d.Sentences {
		if sentence.Part < 0 || sentence.Part >= len(d.Article.Parts) {
			return d.broken("sentence", i, "lies in no part")
		}
	}
	return nil
}

func (d *Doc) checkStatements() error {
	for i := range d.Statements {
		s := &d.Statements[i]
		if len(s.Speakers) == 0 {
			return d.broken("statement", i, "has no speaker")
		}
		if len(s.Content) == 0 {
			return d.broken("statement", i, "has no content")
		}
		if s.Within < -1 || s.Within >= len(d.Statements) || s.Within == i {
			return d.broken("statement", i, "lies within no statement")
		}
		if err := d.checkParties("statement", i, s.Speakers, s.Addressee); err != nil {
			return err
		}
		for j, content := range s.Content {
			if err := content.Check(d.Article.Text); err != nil {
				return err
			}
			if j > 0 && content.Start < s.Content[j-1].End {
				return d.broken("statement", i, "has content out of order")
			}
		}
		for _, link := range s.Chain {
			if err := link.Span.Check(d.Article.Text); err != nil {
				return err
			}
			if link.Entity < -1 || link.Entity >= len(d.Entities) {
				return d.broken("statement", i, "has a link that is no entity")
			}
			if link.Span.Empty() && link.Why == "" {
				return d.broken("statement", i, "has a link without span or reason")
			}
		}
	}
	return nil
}

func (d *Doc) checkEvents(events []Event) error {
	for i := range events {
		e := &events[i]
		if err := firstError(e.Span.Check(d.Article.Text), e.WhenSpan.Check(d.Article.Text)); err != nil {
			return err
		}
		if err := d.checkParties("event", i, e.Actors, e.Recipients); err != nil {
			return err
		}
		for _, according := range e.According {
			if according.Statement < 0 || according.Statement >= len(d.Statements) {
				return d.broken("event", i, "is vouched for by no statement")
			}
		}
		for _, number := range e.Numbers {
			if err := number.Span.Check(d.Article.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Doc) checkCommitments() error {
	for i := range d.Commitments {
		c := &d.Commitments[i]
		if err := c.DueSpan.Check(d.Article.Text); err != nil {
			return err
		}
		if err := d.checkParties("commitment", i, c.By, c.To); err != nil {
			return err
		}
		if c.Statement < -1 || c.Event < -1 || c.Statement >= len(d.Statements) || c.Event >= len(d.Events) {
			return d.broken("commitment", i, "points at no statement or event")
		}
	}
	return nil
}

func (d *Doc) checkParties(what string, i int, lists ...[]Party) error {
	for _, parties := range lists {
		for _, party := range parties {
			if party.Entity < -1 || party.Entity >= len(d.Entities) {
				return d.broken(what, i, "has a party that is no entity")
			}
			if err := party.Span.Check(d.Article.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Doc) broken(what string, i int, why string) error {
	return Errorf(Invalid, fmt.Sprintf("%s %s %d", d.Article.ID, what, i), "%s", why)
}

// layer checks that n spans are in range and in order.
func layer(d *Doc, what string, n int, span func(int) Span) error {
	for i := range n {
		if err := span(i).Check(d.Article.Text); err != nil {
			return err
		}
		if i > 0 && span(i).Start < span(i-1).Start {
			return d.broken(what, i, "is out of order")
		}
	}
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
