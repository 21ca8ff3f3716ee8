package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
)

type demoCommand struct {
	Write string `placeholder:"DIR" help:"Copy the demo's reports, facts and gold to DIR instead, to try the other commands on."`
	output
}

// Help is what isnad demo --help says below its first line.
func (demoCommand) Help() string {
	return `Sixteen reports, ten in Arabic and six in English, tell of four happenings.
Countries, people, bodies and outlets are invented; the demo brings its own file
of known facts, as you would bring one.`
}

// Run reads the embedded reports and shows the record.
func (c *demoCommand) Run(ctx context.Context, io streams) error {
	if c.Write != "" {
		return c.copyTo(io)
	}
	if err := c.check(nil); err != nil {
		return err
	}
	facts, err := demo.Facts()
	if err != nil {
		return err
	}
	record, err := engine.New(engine.Options{Facts: known.Default().With(facts)}).ReadSnapshots(ctx, demo.Snapshots()...)
	if err != nil {
		return err
	}
	if err := c.write(io, record); err != nil || c.HTML != "" || c.JSON {
		return err
	}
	_, err = fmt.Fprintln(io.err, "isnad: the same as a page to read: isnad demo --html demo.html")
	return err
}

func (c *demoCommand) copyTo(io streams) error {
	if err := demo.Write(c.Write); err != nil {
		return unwritable(c.Write, err)
	}
	facts, reports, gold := filepath.Join(c.Write, "facts.tsv"), filepath.Join(c.Write, "reports", "*"), filepath.Join(c.Write, "gold.json")
	_, err := fmt.Fprintf(io.err, "isnad: wrote the demo to %[1]s; now try\n  isnad read --facts %[2]s %[3]s\n  isnad eval --facts %[2]s --gold %[4]s --reports %[1]s\n",
		c.Write, facts, reports, gold)
	return err
}
