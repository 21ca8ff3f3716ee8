package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/learn"
)

// recordTasks score whole records: of the demo, and of the seeds where they lie
// beside the data folder.
func recordTasks(data string) []eval.Task {
	tasks := []eval.Task{{Name: eval.RecordTask, Run: scoreDemo}}
	seeds := filepath.Join(data, "..", "gold", "seeds.json")
	if _, err := os.Stat(seeds); data == "" || err != nil {
		return tasks
	}
	run := func(ctx context.Context, _ learn.Data, _ io.Writer) ([]learn.Score, error) {
		return goldScores(ctx, "seeds", seeds, filepath.Join(data, ".."), known.Default())
	}
	return append([]eval.Task{{Name: eval.RecordTask, Run: run}}, tasks...)
}

func scoreDemo(ctx context.Context, _ learn.Data, _ io.Writer) ([]learn.Score, error) {
	dir, err := os.MkdirTemp("", "isnad-eval-")
	if err != nil {
		return nil, unwritable(os.TempDir(), err)
	}
	defer os.RemoveAll(dir)
	if err := demo.Write(dir); err != nil {
		return nil, unwritable(dir, err)
	}
	facts, err := demo.Facts()
	if err != nil {
		return nil, err
	}
	return goldScores(ctx, "demo", filepath.Join(dir, "gold.json"), dir, known.Default().With(facts))
}

// goldScores asks that every report of the gold file is read.
func goldScores(ctx context.Context, set, gold, dir string, facts *known.Facts) ([]learn.Score, error) {
	report, err := scoreGold(ctx, streams{in: strings.NewReader("")}, gold, dir, facts)
	if err != nil {
		return nil, err
	}
	return report.Scores(set), nil
}
