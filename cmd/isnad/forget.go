package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/show/terminal"
)

type forgetCommand struct {
	Articles []string `arg:"" name:"article" help:"IDs of reports, as isnad collate shows them (a and twelve digits), or their addresses."`
	Why      string   `placeholder:"TEXT" help:"The reason, kept with the tombstone."`
	storeFlag
	factsFlag
}

// Help is what isnad forget --help says below its first line.
func (forgetCommand) Help() string {
	return `Takes reports out of the store: their bytes, their text in all versions, the
facts read from them, and their part in stories. A tombstone with the ID, the day
and the reason stays, so that they are not taken in again. Backups and exports
made before still hold them.`
}

// Run forgets reports.
func (c *forgetCommand) Run(ctx context.Context, io streams) (err error) {
	reader, err := c.engine(gather.Options{})
	if err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	var errs []error
	gone := 0
	for _, name := range c.Articles {
		id := articleID(name)
		if err := reader.Forget(ctx, store, id, c.Why); err != nil {
			errs = append(errs, err)
			continue
		}
		gone++
		fmt.Fprintf(io.err, "isnad: forgot %s\n", terminal.Clean(name))
	}
	if gone > 0 && len(errs) > 0 {
		return partial{errors.Join(errs...)}
	}
	return errors.Join(errs...)
}

// articleID is the ID of the report that the user names by it or by its address.
func articleID(name string) string {
	if id := gather.ID(name); id != "" {
		return id
	}
	return name
}
