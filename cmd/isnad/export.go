package main

import (
	"bufio"
	"context"
	"io"

	"github.com/isnad-news/isnad"
)

type exportCommand struct {
	storeFlag
}

// Help is what isnad export --help says below its first line.
func (exportCommand) Help() string {
	return `Writes everything in the store to standard output as JSON lines
(docs/export.md). The same store always gives the same bytes, and importing them
gives the same store.`
}

// Run exports the store.
func (c *exportCommand) Run(ctx context.Context, io streams) (err error) {
	store, err := c.read(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	out := bufio.NewWriterSize(io.out, 1<<20)
	if err := store.Export(ctx, out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return unwritable("standard output", err)
	}
	return nil
}

type importCommand struct {
	Files []string `arg:"" name:"file" help:"Exports; \"-\" for standard input."`
	storeFlag
}

// Help is what isnad import --help says below its first line.
func (importCommand) Help() string {
	return `Reads what isnad export wrote into the store, and makes the store if there is
none. What is there already stays. Each file is taken in whole or not at all.`
}

// Run imports exports.
func (c *importCommand) Run(ctx context.Context, streams streams) (err error) {
	store, err := c.make(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	for _, name := range c.Files {
		if err := c.take(ctx, store, streams, name); err != nil {
			return err
		}
	}
	return nil
}

func (c *importCommand) take(ctx context.Context, store isnad.Warden, streams streams, name string) error {
	var in io.Reader = streams.in
	if name != "-" {
		file, err := open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		in = file
	}
	return store.Import(ctx, in)
}
