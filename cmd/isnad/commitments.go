package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/show"
)

type commitmentsCommand struct {
	Party string `placeholder:"NAME" help:"Only what this party promised or asks for, or what is asked of it or promised to it."`
	From  string `placeholder:"DAY" help:"Only stories that go on on this day of publication or later."`
	To    string `placeholder:"DAY" help:"Only stories that began on this day or earlier."`
	All   bool   `help:"Show the words of every source."`
	askFlags
	display
}

// Help is what isnad commitments --help says below its first line.
func (commitmentsCommand) Help() string {
	return `Promises, demands, proposals and plans of all stored stories that still stand:
those first whose time has passed, then by when they are due. Each names the
report and the words that it rests on; isnad story shows what became of others.

  isnad commitments
  isnad commitments --party 'Adela Korrin' --html open.html`
}

// Run shows what stands open over all stories.
func (c *commitmentsCommand) Run(ctx context.Context, io streams) (err error) {
	if err := errors.Join(c.check(nil), checkDays(c.From, c.To)); err != nil {
		return err
	}
	a, err := c.ask(ctx)
	if err != nil {
		return err
	}
	defer ending(a, &err)
	if err := a.collated(); err != nil {
		return err
	}
	match := isnad.StoryMatch{Open: true, Days: isnad.Days{From: c.From, To: c.To}}
	var party *isnad.Condition
	if c.Party != "" {
		one := a.named(isnad.EntityName, c.Party)
		party, match.Entity = &one, []isnad.Condition{one}
	}
	var records []*isnad.Record
	for record, err := range a.Records(ctx, match) {
		if err != nil {
			return err
		}
		engine.Settle(record, a.totals.To)
		if record = standing(record, party); record != nil {
			records = append(records, record)
		}
	}
	if len(records) == 0 && c.Party != "" {
		return isnad.Errorf(isnad.NotFound, c.Party, "nothing that this party promised or asks for stands open").
			WithHint(fmt.Sprintf("isnad entity %q tells whether the stories name it", c.Party))
	}
	return c.show(io, sheet{
		text: func(w writer, options show.TextOptions) error {
			options.All = c.All
			return show.Commitments(w, records, options)
		},
		json: func(w writer) error { return show.CommitmentsJSON(w, records) },
		html: func(w writer, options show.HTMLOptions) error { return show.CommitmentsHTML(w, records, options) },
	})
}

// standing keeps of a record the commitments that stand, of a party if one is
// given, and what is needed to show them, so that many stories fit in memory;
// nil if there are none. The record is changed.
func standing(record *isnad.Record, party *isnad.Condition) *isnad.Record {
	record.Commitments = slices.DeleteFunc(record.Commitments, func(one isnad.CommitmentEntry) bool {
		if one.Status != isnad.Open && one.Status != isnad.Overdue {
			return true
		}
		return party != nil && !slices.ContainsFunc(slices.Concat(one.By, one.To), func(e int) bool { return engine.Named(&record.Entities[e], *party) })
	})
	if len(record.Commitments) == 0 {
		return nil
	}
	cited := map[int]bool{}
	for _, one := range record.Commitments {
		for _, source := range one.Sources {
			cited[source.Article] = true
		}
	}
	for d, doc := range record.Docs {
		bare := &isnad.Doc{Article: doc.Article}
		if cited[d] {
			bare.Commitments, bare.Statements, bare.Entities = doc.Commitments, doc.Statements, doc.Entities
		} else {
			article := *doc.Article
			article.Text, article.Parts, article.Defects = "", nil, nil
			bare.Article = &article
		}
		record.Docs[d] = bare
	}
	for i := range record.Entities {
		record.Entities[i].Mentions, record.Entities[i].Offices = nil, nil
	}
	record.Entries, record.Witnesses = nil, nil
	return record
}
