package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/known"
)

type evalCommand struct {
	Gold    string   `required:"" placeholder:"FILE" help:"Gold file (see docs/annotation.md)."`
	Reports string   `required:"" placeholder:"DIR" help:"Folder that the gold file's paths start from."`
	Facts   []string `placeholder:"FILE" help:"Known facts of your own, laid over the project's."`
	JSON    bool     `help:"Print one JSON object of scores."`
	Misses  bool     `help:"List every missed and every wrong one."`
}

// Run reads the gold file's reports and prints the scores.
func (c *evalCommand) Run(ctx context.Context, io streams) error {
	file, err := os.Open(c.Gold)
	if err != nil {
		return isnad.Errorf(isnad.NotFound, c.Gold, "%w", err)
	}
	defer file.Close()
	gold, err := eval.Load(file)
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
	if err != nil {
		return err
	}
	report := eval.Score(gold, record)
	if c.JSON {
		return report.WriteJSON(io.out)
	}
	return report.WriteText(io.out, c.Misses)
}
