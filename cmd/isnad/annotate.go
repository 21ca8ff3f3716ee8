package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather"
)

type annotateCommand struct {
	storeFlag
	factsFlag
}

// Help is what isnad annotate --help says below its first line.
func (annotateCommand) Help() string {
	return `Reads the facts again from every stored report whose facts were read by another
version of the program or with other --facts. It can be stopped and given again
at any time.`
}

// Run annotates what is stale in the store.
func (c *annotateCommand) Run(ctx context.Context, io streams) (err error) {
	reader, err := c.engine(gather.Options{})
	if err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	progress := newProgress(io.err)
	done, problems, err := reader.Annotate(ctx, store, func(done int) {
		progress.tell(func() string { return thousands(done) + " reports annotated" + progress.pace(done) })
	})
	progress.end(fmt.Sprintf("%s reports annotated again%s", thousands(done), progress.pace(done)))
	if errors.Is(err, context.Canceled) {
		return isnad.Errorf(isnad.Invalid, "", "interrupted: %d reports are done", done).WithHint("the same command goes on from there")
	}
	if err == nil && problems != nil {
		return partial{problems}
	}
	return errors.Join(problems, err)
}
