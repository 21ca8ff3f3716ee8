package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/show"
)

// output is how a verb shows a record.
type output struct {
	JSON  bool   `help:"Print the record as JSON (see docs/output.md)."`
	HTML  string `name:"html" placeholder:"FILE" help:"Write one self-contained page to FILE (\"-\" for standard output)."`
	Lang  string `enum:"en,ar" default:"en" help:"Language of the labels: en or ar."`
	All   bool   `help:"List also what nothing was taken from."`
	Color string `enum:"auto,always,never" default:"auto" help:"Colour: auto, always or never."`
}

type readCommand struct {
	Inputs    []string `arg:"" name:"file" help:"Reports: plain text, Markdown, HTML, JSON lines; \"-\" for standard input."`
	Facts     []string `placeholder:"FILE" help:"Known facts of your own, laid over the project's (see docs/known.md)."`
	Published string   `placeholder:"DATE" help:"Publication day of the reports that do not give one, as 2006-01-02."`
	Outlet    string   `placeholder:"NAME" help:"Outlet of the reports that do not give one."`
	output
}

// Run reads the inputs and shows the record.
func (c *readCommand) Run(ctx context.Context, io streams) error {
	facts, err := loadFacts(known.Default(), c.Facts)
	if err != nil {
		return err
	}
	options := gather.Options{Outlet: c.Outlet}
	if c.Published != "" {
		if options.Published, err = time.Parse(time.DateOnly, c.Published); err != nil {
			return isnad.Errorf(isnad.Invalid, "--published "+c.Published, "not a day").WithHint("write the day as 2006-01-02")
		}
	}
	record, err := engine.New(engine.Options{Facts: facts, Gather: options}).Read(ctx, io.in, c.Inputs...)
	if record == nil {
		return err
	}
	if failed := c.write(io.out, record); failed != nil {
		return failed
	}
	if err != nil {
		return partial{err}
	}
	return nil
}

// loadFacts lays the user's files over facts, the last one on top.
func loadFacts(facts *known.Facts, names []string) (*known.Facts, error) {
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return nil, isnad.Errorf(isnad.Unreadable, name, "%w", err).WithHint("give a file in the format of docs/known.md")
		}
		more, err := known.Load(name, file)
		file.Close()
		if err != nil {
			return nil, err
		}
		facts = facts.With(more)
	}
	return facts, nil
}

// write shows the record as the flags ask.
func (o *output) write(w io.Writer, record *isnad.Record) error {
	if o.HTML != "" && o.HTML != "-" {
		if err := o.writePage(record); err != nil || !o.JSON {
			return err
		}
	}
	buffered := bufio.NewWriter(w)
	if err := o.print(buffered, record); err != nil {
		return err
	}
	return buffered.Flush()
}

func (o *output) print(w io.Writer, record *isnad.Record) error {
	switch {
	case o.HTML == "-":
		return show.HTML(w, record, show.HTMLOptions{Lang: isnad.Lang(o.Lang)})
	case o.JSON:
		return show.JSON(w, record)
	}
	width, color := terminal(o.Color)
	return show.Text(w, record, show.TextOptions{Lang: isnad.Lang(o.Lang), Width: width, Color: color, All: o.All})
}

func (o *output) writePage(record *isnad.Record) error {
	file, err := os.Create(o.HTML)
	if err != nil {
		return isnad.Errorf(isnad.Unreadable, o.HTML, "write page: %w", err)
	}
	page := bufio.NewWriter(file)
	if err := show.HTML(page, record, show.HTMLOptions{Lang: isnad.Lang(o.Lang)}); err != nil {
		file.Close()
		return err
	}
	if err := page.Flush(); err != nil {
		file.Close()
		return isnad.Errorf(isnad.Unreadable, o.HTML, "write page: %w", err)
	}
	return file.Close()
}
