package main

import (
	"context"

	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
)

type demoCommand struct {
	Write string `placeholder:"DIR" help:"Write the demo's reports and facts to DIR instead, to try the other commands on."`
	output
}

// Run reads the embedded reports and shows the record.
func (c *demoCommand) Run(ctx context.Context, io streams) error {
	if c.Write != "" {
		return demo.Write(c.Write)
	}
	facts, err := demo.Facts()
	if err != nil {
		return err
	}
	record, err := engine.New(engine.Options{Facts: known.Default().With(facts)}).ReadSnapshots(ctx, demo.Snapshots()...)
	if err != nil {
		return err
	}
	return c.write(io.out, record)
}
