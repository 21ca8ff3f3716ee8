package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/learn"
)

type evalCommand struct {
	Gold    string   `and:"gold" placeholder:"FILE" help:"Gold file (docs/annotation.md): score the record of its reports."`
	Reports string   `and:"gold" placeholder:"DIR" help:"Folder that the gold file's paths start from."`
	Facts   []string `placeholder:"FILE" help:"Known facts of your own, laid over the project's (docs/known.md)."`
	Misses  bool     `help:"List every missed and every wrong one of a gold file."`

	ownFiles

	dataFlag
	Task  []string `placeholder:"NAME" help:"Measure these tasks alone; else all whose data is there."`
	Write string   `placeholder:"FILE" help:"Put the scores into the tables of a document that is marked for them, as docs/quality.md."`

	JSON bool `help:"Print one JSON object."`
}

// Help is what isnad eval --help says below its first line.
func (evalCommand) Help() string {
	return `Without a file, the tasks of the language core are measured on the public
data that is there, and whole records on the demo: one table of task, set,
measure, our score and what others published. Some tasks train for minutes.

With a corpus of your own the models that the program holds are scored on it,
in the same table.

A gold file says what a careful reader takes from the reports that it names. The
scores say how much of that the program found (recall) and how much of what it
found is right (precision). A report that cannot be read counts as missed.`
}

// Run measures what the flags ask for.
func (c *evalCommand) Run(ctx context.Context, io streams) error {
	switch {
	case c.Gold != "":
		return c.scoreGold(ctx, io)
	case c.ownFiles.any():
		scores, err := c.ownFiles.score(ctx)
		if err != nil {
			return err
		}
		return c.print(io, eval.NewTable(scores, nil))
	}
	return c.measure(ctx, io)
}

// measure runs the tasks and prints their table.
func (c *evalCommand) measure(ctx context.Context, io streams) error {
	tasks, err := c.chosen(c.tasks())
	if err != nil {
		return err
	}
	var data learn.Data
	if c.folder() != "" {
		if data, err = c.open(); err != nil {
			return err
		}
	}
	table, err := eval.Run(ctx, tasks, data, io.err)
	if err != nil {
		return err
	}
	if c.Write != "" {
		if err := c.fill(table); err != nil {
			return err
		}
	}
	if len(c.Task) == 0 {
		table = table.WithPublished()
	}
	return c.print(io, table)
}

func (c *evalCommand) print(io streams, table eval.Table) error {
	write := table.WriteText
	if c.JSON {
		write = table.WriteJSON
	}
	if err := write(io.out); err != nil {
		return unwritable("standard output", err)
	}
	return nil
}

// tasks are all that is measured, in the order of the table.
func (c *evalCommand) tasks() []eval.Task {
	return slices.Concat(eval.Tasks(), eval.DateTasks(resolveDates), recordTasks(c.folder()), storyTasks(c.folder()), verifyTasks(c.folder()), twinTasks(), sameTasks(c.folder()))
}

// chosen are the tasks that --task names.
func (c *evalCommand) chosen(tasks []eval.Task) ([]eval.Task, error) {
	if len(c.Task) == 0 {
		return tasks, nil
	}
	var names []string
	for _, task := range tasks {
		if !slices.Contains(names, task.Name) {
			names = append(names, task.Name)
		}
	}
	for _, name := range c.Task {
		if !slices.Contains(names, name) {
			return nil, usage{isnad.Errorf(isnad.NotFound, "--task "+name, "there is no such task").
				WithHint("the tasks are " + strings.Join(names, ", "))}
		}
	}
	return slices.DeleteFunc(tasks, func(t eval.Task) bool { return !slices.Contains(c.Task, t.Name) }), nil
}

// fill puts the scores into a document.
func (c *evalCommand) fill(table eval.Table) error {
	file, err := open(c.Write)
	if err != nil {
		return err
	}
	file.Close()
	doc, err := os.ReadFile(c.Write)
	if err != nil {
		return isnad.Errorf(isnad.Unreadable, c.Write, "%w", err)
	}
	filled, err := eval.Fill(doc, table.Scores())
	var wrong *isnad.Error
	if errors.As(err, &wrong) {
		wrong.Subject = c.Write
		return wrong
	}
	return put(c.Write, filled)
}

// scoreGold reads the gold file's reports and prints the scores.
func (c *evalCommand) scoreGold(ctx context.Context, io streams) error {
	facts, err := loadFacts(known.Default(), c.Facts)
	if err != nil {
		return err
	}
	report, err := scoreGold(ctx, io, c.Gold, c.Reports, facts)
	if report == nil {
		return err
	}
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

// scoreGold scores the record of a gold file's reports. With a report comes an
// error where some of them could not be read.
func scoreGold(ctx context.Context, io streams, goldFile, dir string, facts *known.Facts) (*eval.Report, error) {
	gold, err := loadGold(goldFile)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, name := range gold.Files() {
		names = append(names, filepath.Join(dir, name))
	}
	record, err := engine.New(engine.Options{Facts: facts}).Read(ctx, io.in, names...)
	if record == nil {
		return nil, err
	}
	return eval.Score(gold, record), err
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
