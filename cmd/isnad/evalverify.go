package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/learn"
	"github.com/isnad-news/isnad/store/sqlite"
)

// verifyTasks score the answers of isnad verify, over the demo, the seed reports
// that lie beside the folder data, and a store of archives below it.
func verifyTasks(data string) []eval.Task {
	seeds := filepath.Join(data, "..", "seeds")
	collections := eval.Collections{
		Demo: demoQuestions,
		Stream: func(ctx context.Context, days []learn.Corpus) (eval.Ask, func(), error) {
			return storeQuestions(ctx, data, days)
		},
		Seed: func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(seeds, filepath.Base(name))) },
	}
	if _, err := os.Stat(seeds); data != "" && err == nil {
		collections.Seeds = func(ctx context.Context) (eval.Ask, error) { return fileQuestions(ctx, seeds) }
	}
	return eval.VerifyTasks(collections)
}

func demoQuestions(ctx context.Context) (eval.Ask, error) {
	facts, err := demo.Facts()
	if err != nil {
		return nil, err
	}
	facts = known.Default().With(facts)
	reader := engine.New(engine.Options{Facts: facts})
	record, err := reader.ReadSnapshots(ctx, demo.Snapshots()...)
	if err != nil {
		return nil, err
	}
	return asking(reader.Questions(record)), nil
}

func fileQuestions(ctx context.Context, folder string) (eval.Ask, error) {
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		return nil, err
	}
	reader := engine.New(engine.Options{Facts: known.Default()})
	record, err := reader.Read(ctx, strings.NewReader(""), names...)
	if err != nil {
		return nil, err
	}
	return asking(reader.Questions(record)), nil
}

func asking(ask func(isnad.Question) (*isnad.Verdict, error)) eval.Ask {
	return func(_ context.Context, question isnad.Question) (*isnad.Verdict, error) { return ask(question) }
}

// storeQuestions reads archives into a store and asks it as isnad verify does.
func storeQuestions(ctx context.Context, data string, days []learn.Corpus) (ask eval.Ask, end func(), err error) {
	dir, err := os.MkdirTemp("", "isnad-eval-")
	if err != nil {
		return nil, nil, unwritable(os.TempDir(), err)
	}
	store, err := sqlite.Open(ctx, filepath.Join(dir, "verify.db"), sqlite.Options{})
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(dir))
	}
	end = func() {
		store.Close()
		os.RemoveAll(dir)
	}
	var names []string
	for _, day := range days {
		names = append(names, filepath.Join(data, filepath.FromSlash(day.Path)))
	}
	reader := engine.New(engine.Options{Facts: known.Default(), Rules: "eval"})
	problems, err := reader.GatherFiles(ctx, store, strings.NewReader(""), names, func(engine.Taken) {})
	if err == nil {
		err = read(ctx, store, problems)
	}
	if err != nil {
		end()
		return nil, nil, err
	}
	return func(ctx context.Context, question isnad.Question) (*isnad.Verdict, error) {
		_, verdict, err := reader.VerifyStored(ctx, store, question)
		return verdict, err
	}, end, nil
}

// read reports a store that holds no doc to ask of.
func read(ctx context.Context, store isnad.Reader, problems error) error {
	totals, err := store.Totals(ctx)
	if err == nil && totals.Docs == 0 {
		err = cmp.Or(problems, error(isnad.Errorf(isnad.NotFound, "", "no report to ask of")))
	}
	return err
}
