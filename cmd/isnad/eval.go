package main

import (
	"context"
	"path/filepath"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/known"
)

type evalCommand struct {
	Gold    string   `required:"" placeholder:"FILE" help:"Gold file (docs/annotation.md)."`
	Reports string   `required:"" placeholder:"DIR" help:"Folder that the gold file's paths start from."`
	Facts   []string `placeholder:"FILE" help:"Known facts of your own, laid over the project's (docs/known.md)."`
	JSON    bool     `help:"Print one JSON object of scores."`
	Misses  bool     `help:"List every missed and every wrong one."`
}

// Help is what isnad eval --help says below its first line.
func (evalCommand) Help() string {
	return `The gold file says what a careful reader takes from the reports that it names.
The scores say how much of that the program found (recall) and how much of what
it found is right (precision). A report that cannot be read counts as missed.`
}

// Run reads the gold file's reports and prints the scores.
func (c *evalCommand) Run(ctx context.Context, io streams) error {
	gold, err := loadGold(c.Gold)
	if err != nil {
		return err
	}
	facts, err := loadFacts(known.Default(), c.Facts)
	if err != nil {
		return err
	}
	var names []string
	for _, name := range gold.Files() {
		names = append(names, filepath.Join(c.Reports, name))
	}
	record, err := engine.New(engine.Options{Facts: facts}).Read(ctx, io.in, names...)
	if record == nil {
		return err
	}
	report := eval.Score(gold, record)
	write := func() error { return report.WriteText(io.out, c.Misses) }
	if c.JSON {
		write = func() error { return report.WriteJSON(io.out) }
	}
	if failed := write(); failed != nil {
		return unwritable("standard output", failed)
	}
	if err != nil {
		return partial{err}
	}
	return nil
}

func loadGold(name string) (*eval.Gold, error) {
	file, err := open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	gold, err := eval.Load(file)
	if err != nil {
		return nil, isnad.Errorf(isnad.Invalid, name, "%w", err).WithHint("docs/annotation.md describes the format")
	}
	return gold, nil
}
