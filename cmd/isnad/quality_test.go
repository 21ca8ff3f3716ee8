package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/learn"
)

// TestTrained holds that docs/quality.md shows the scores of the models' cards.
func TestTrained(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "..", "docs", "quality.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, recipe := range learn.Recipes() {
		_, card := recipe.Shipped()
		scores := learn.ScoresIn(card)
		if len(scores) == 0 {
			t.Errorf("%s: no scores in the card", recipe.Name)
		}
		filled, err := eval.Fill(doc, scores)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(doc), string(filled)); diff != "" {
			t.Errorf("%s: not as in its card: %s", recipe.Name, diff)
		}
	}
}

// TestQuality holds that the tables of docs/quality.md are as the program
// writes them, and that the numbers of all tasks that train nothing, and whose
// data is there, are those of the program. The trained ones stand in the
// models' cards, which are held where the recipes are.
func TestQuality(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "..", "docs", "quality.md"))
	if err != nil {
		t.Fatal(err)
	}
	same, err := eval.Fill(doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(doc), string(same)); diff != "" {
		t.Errorf("not as isnad eval writes it: %s", diff)
	}
	shared := os.Getenv(sharedVariable)
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(shared); err != nil {
		t.Skipf("no shared data at %s: set %s", shared, sharedVariable)
	}
	command := evalCommand{dataFlag: dataFlag{Data: filepath.Join(shared, "data")}}
	tasks := slices.DeleteFunc(command.tasks(), func(task eval.Task) bool { return task.Slow })
	data, err := command.open()
	if err != nil {
		t.Fatal(err)
	}
	table, err := eval.Run(context.Background(), tasks, data, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	for _, missing := range table.Missing {
		t.Errorf("%s: %s", missing.Task, missing.Why)
	}
	filled, err := eval.Fill(doc, table.Scores())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(doc), string(filled)); diff != "" {
		t.Errorf("other numbers than the program's; isnad eval --data DIR --write docs/quality.md makes them: %s", diff)
	}
}
