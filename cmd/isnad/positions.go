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

type positionsCommand struct {
	Story []string `arg:"" optional:"" name:"story" help:"ID of a story, or the beginning of one, or words to find it by; all stories of the days if none is given."`
	Party string   `placeholder:"NAME" help:"Only subjects on which this party stands."`
	From  string   `placeholder:"DAY" help:"First day of publication; in a large store the last three days if no party is given."`
	To    string   `placeholder:"DAY" help:"Last day of publication."`
	Limit int      `default:"200" placeholder:"N" help:"Compare so many stories at most, the latest; 200 if not given."`
	All   bool     `help:"Subjects of a single stand too, and the words of every stand."`
	askFlags
	display
}

// Help is what isnad positions --help says below its first line.
func (positionsCommand) Help() string {
	return `Subject by subject, found in what the parties say: who demands, offers, refuses,
promises or agrees to what, the latest word of each first, with its date and
source, and how it moved.

  isnad positions                         over the stories of the last days
  isnad positions s2343944dedf6           in one story
  isnad positions --party 'Adela Korrin'  over the stories that name her`
}

// Run shows where parties stand.
func (c *positionsCommand) Run(ctx context.Context, io streams) (err error) {
	if err := errors.Join(c.check(nil), checkDays(c.From, c.To), checkLimit(c.Limit)); err != nil {
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
	var party *isnad.Condition
	if c.Party != "" {
		one := a.named(isnad.EntityName, c.Party)
		party = &one
	}
	records, err := c.records(ctx, io, a, party)
	if err != nil {
		return err
	}
	positions := engine.Positions(records)
	if party != nil {
		if positions = of(records, positions, *party); len(positions) == 0 {
			return isnad.Errorf(isnad.NotFound, c.Party, "this party demands, offers and refuses nothing in these stories").
				WithHint(fmt.Sprintf("--from DAY looks further back; isnad entity %q tells whether the stories name it", c.Party))
		}
	}
	return c.show(io, sheet{
		text: func(w writer, options show.TextOptions) error {
			options.All = c.All || party != nil
			return show.Positions(w, records, positions, options)
		},
		json: func(w writer) error { return show.PositionsJSON(w, records, positions) },
		html: func(w writer, options show.HTMLOptions) error {
			return show.PositionsHTML(w, records, positions, options)
		},
	})
}

// records are the stories that are compared.
func (c *positionsCommand) records(ctx context.Context, io streams, a *archive, party *isnad.Condition) (records []*isnad.Record, err error) {
	if len(c.Story) > 0 {
		id, err := a.which(ctx, io, c.Story)
		if err != nil {
			return nil, err
		}
		record, err := a.Record(ctx, id)
		return []*isnad.Record{record}, err
	}
	match := isnad.StoryMatch{Days: isnad.Days{From: c.From, To: c.To}, Limit: c.Limit + 1}
	if party != nil {
		match.Entity = []isnad.Condition{*party}
	} else if match.Days, err = a.lately(ctx, match.Days); err != nil {
		return nil, err
	}
	for record, err := range a.Records(ctx, match) {
		if err != nil {
			return nil, err
		}
		if len(records) == c.Limit {
			fmt.Fprintf(io.err, "isnad: the latest %s are compared: --limit takes more\n", counted(c.Limit, "story"))
			break
		}
		records = append(records, record)
	}
	return records, nil
}

// of keeps the subjects on which a party stands.
func of(records []*isnad.Record, positions []isnad.Position, party isnad.Condition) []isnad.Position {
	is := map[isnad.EntityID]bool{}
	for _, record := range records {
		for i := range record.Entities {
			if engine.Named(&record.Entities[i], party) {
				is[record.Entities[i].ID] = true
			}
		}
	}
	subjects := map[string]bool{}
	for i := range positions {
		if is[positions[i].Party] {
			subjects[positions[i].Subject.ID] = true
		}
	}
	return slices.DeleteFunc(positions, func(one isnad.Position) bool { return !subjects[one.Subject.ID] })
}
