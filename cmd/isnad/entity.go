package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/show"
)

type entityCommand struct {
	Name  []string `arg:"" name:"name" help:"A name in any spelling and either script, a part of one, or the ID of an entity or a known row."`
	From  string   `placeholder:"DAY" help:"Only stories that go on on this day of publication or later."`
	To    string   `placeholder:"DAY" help:"Only stories that began on this day or earlier."`
	Limit int      `default:"10" placeholder:"N" help:"So many statements, events, others and stories at most; 10 if not given."`
	askFlags
	display
}

// Help is what isnad entity --help says below its first line.
func (entityCommand) Help() string {
	return `What the stored stories tell of one person, body, place or occasion: under which
names, by outlet and language; with which offices and when; what it said and did
last; beside whom; in which stories. Where several have the name, the one with the
whole name and most reports is shown, and the others are named on standard error.

isnad entities is another command: the list of known facts by which names are
recognised, which you can look up and add to.

  isnad entity 'Haifa al-Marjani'
  isnad entity المرجاني --lang ar`
}

// Run shows what stories tell of an entity.
func (c *entityCommand) Run(ctx context.Context, io streams) (err error) {
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
	name := strings.Join(c.Name, " ")
	who := a.named(isnad.EntityName, name)
	match := isnad.StoryMatch{Days: isnad.Days{From: c.From, To: c.To}, Entity: []isnad.Condition{withID(who)}}
	profiles, err := engine.Profiles(a.Records(ctx, match), who, c.Limit)
	if err != nil {
		return err
	}
	if len(profiles) == 0 {
		return isnad.Errorf(isnad.NotFound, name, "no stored story names anybody so").
			WithHint("a part of the name may do; isnad search looks in reports that are not collated; isnad entities show tells of known facts")
	}
	var others []isnad.EntityID
	for _, other := range profiles[1:] {
		others = append(others, other.ID)
	}
	tellOthers(io, profiles[1:])
	return c.show(io, sheet{
		text: func(w writer, options show.TextOptions) error { return show.Entity(w, profiles[0], options) },
		json: func(w writer) error { return show.EntityJSON(w, profiles[0], others) },
		html: func(w writer, options show.HTMLOptions) error { return show.EntityHTML(w, profiles[0], options) },
	})
}

// withID also asks for the entity that has the name as its ID.
func withID(who isnad.Condition) isnad.Condition {
	who.Known = append([]string{who.Value}, who.Known...)
	return who
}

// mostOthers is how many others with a name are told.
const mostOthers = 8

func tellOthers(io streams, others []*isnad.Profile) {
	if len(others) == 0 {
		return
	}
	list := make([]string, 0, mostOthers)
	for _, other := range others[:min(len(others), mostOthers)] {
		list = append(list, fmt.Sprintf("%s (%s)", other.ID, counted(other.Reports, "report")))
	}
	more := ""
	if n := len(others) - len(list); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	fmt.Fprintf(io.err, "isnad: the name also stands for %s%s\n", strings.Join(list, ", "), more)
}
