package main

import (
	"context"
	"errors"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/known"
)

type readCommand struct {
	Inputs    []string `arg:"" name:"file" help:"Reports: plain text, Markdown, saved web pages, JSON lines, addresses; \"-\" for standard input."`
	Facts     []string `env:"ISNAD_FACTS" placeholder:"FILE" help:"Known facts of your own, laid over the project's (docs/known.md)."`
	Published string   `placeholder:"DAY" help:"Day on which all these reports came out, as 2006-01-02; without it what they say themselves counts."`
	Outlet    string   `placeholder:"NAME" help:"Outlet of all these reports; without it what they say themselves counts."`
	webFlags
	output
}

// Help is what isnad read --help says below its first line.
func (readCommand) Help() string {
	return `Every input becomes one report or, from JSON lines, several. Reports of one
happening become a story, whatever their language; copies of one text count as
one witness. What is shown names the report and the line that it stands on.

An input that cannot be read is named on standard error, and the others are
read all the same.`
}

// Run reads the inputs and shows the record.
func (c *readCommand) Run(ctx context.Context, io streams) error {
	if err := c.check(c.Inputs); err != nil {
		return err
	}
	options := gather.Options{Outlet: c.Outlet}
	if c.Published != "" {
		day, err := time.Parse(time.DateOnly, c.Published)
		if err != nil {
			return usage{isnad.Errorf(isnad.Invalid, "--published "+c.Published, "is not a day").WithHint("write the day as YYYY-MM-DD, as in 2026-03-04")}
		}
		options.Published = day
	}
	facts, err := loadFacts(known.Default(), c.Facts)
	if err != nil {
		return err
	}
	web := c.client()
	defer web.Close()
	record, err := engine.New(engine.Options{Facts: facts, Gather: options, Web: web}).Read(ctx, io.in, c.Inputs...)
	if ctx.Err() != nil {
		return isnad.Errorf(isnad.Invalid, "", "interrupted: nothing was written")
	}
	if record == nil {
		return err
	}
	if failed := c.write(io, record); failed != nil {
		return errors.Join(err, failed)
	}
	if err != nil {
		return partial{err}
	}
	return nil
}

// loadFacts lays the user's files over facts, the last one on top.
func loadFacts(facts *known.Facts, names []string) (*known.Facts, error) {
	for _, name := range names {
		more, err := readFacts(name)
		if err != nil {
			return nil, err
		}
		facts = facts.With(more)
	}
	return facts, nil
}

func readFacts(name string) (*known.Facts, error) {
	file, err := open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	facts, err := known.Load(name, file)
	if err != nil && isnad.Hint(err) == "" {
		return nil, isnad.Errorf(isnad.Invalid, "", "%w", err).WithHint("docs/known.md describes the format")
	}
	return facts, err
}
