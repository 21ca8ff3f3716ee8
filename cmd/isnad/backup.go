package main

import (
	"context"
	"fmt"

	"github.com/isnad-news/isnad/show/terminal"
)

type backupCommand struct {
	File string `arg:"" name:"file" help:"Where the copy goes; a file that is not there yet."`
	storeFlag
}

// Help is what isnad backup --help says below its first line.
func (backupCommand) Help() string {
	return `Writes a whole copy of the store as it stands at one moment. Gathering may go on
meanwhile. The copy is a store like any other: isnad check --store FILE.`
}

// Run copies the store.
func (c *backupCommand) Run(ctx context.Context, io streams) (err error) {
	store, err := c.read(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	if err := store.Backup(ctx, c.File); err != nil {
		return err
	}
	_, err = fmt.Fprintf(io.err, "isnad: wrote %s\n", terminal.Clean(c.File))
	return err
}
