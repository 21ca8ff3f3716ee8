package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/learn"
	"github.com/isnad-news/isnad/show/terminal"
)

type trainCommand struct {
	Name string `arg:"" optional:"" help:"Recipe to train by; without one, all are listed."`
	dataFlag
	Out string `default:"." placeholder:"DIR" help:"Folder that weights and card are put below, at their places in the repository; else the current one."`
}

// Help is what isnad train --help says below its first line.
func (trainCommand) Help() string {
	return `The learned models that the program holds were made by these recipes from public
data. The same data gives the same weights, byte for byte. Each model has a card
beside its weights that says what it was trained on and how well it does.`
}

// Run trains one model, or lists the recipes.
func (c *trainCommand) Run(ctx context.Context, s streams) error {
	if c.Name == "" {
		return listRecipes(s)
	}
	recipe, err := learn.Named(c.Name)
	if err != nil {
		return usage{err}
	}
	data, err := c.open()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(c.Out, filepath.Dir(filepath.FromSlash(recipe.File))), 0o755); err != nil {
		return unwritable(c.Out, err) // told before minutes of training
	}
	made, err := c.make(ctx, recipe, data, s)
	if err != nil {
		return err
	}
	for _, file := range []struct {
		name    string
		content []byte
	}{{recipe.File, made.Weights}, {recipe.Card(), made.Card}} {
		target := filepath.Join(c.Out, filepath.FromSlash(file.name))
		if err := put(target, file.content); err != nil {
			return err
		}
		fmt.Fprintf(s.err, "isnad: wrote %s\n", terminal.Clean(target))
	}
	if err := eval.NewTable(made.Scores, nil).WriteText(s.out); err != nil {
		return unwritable("standard output", err)
	}
	_, err = fmt.Fprintf(s.out, "\n%s  %s\n", learn.Digest(made.Weights), recipe.File)
	return err
}

// make trains until it is done or the user has had enough: a training cannot go
// on from where it was stopped, so it is left where it stands.
func (c *trainCommand) make(ctx context.Context, recipe learn.Recipe, data learn.Data, s streams) (learn.Made, error) {
	type result struct {
		learn.Made
		err error
	}
	done := make(chan result, 1)
	go func() {
		made, err := recipe.Make(data, s.err)
		done <- result{made, err}
	}()
	select {
	case r := <-done:
		return r.Made, r.err
	case <-ctx.Done():
		return learn.Made{}, ctx.Err()
	}
}

// listRecipes says of each recipe what it makes and whether the program holds
// what its card names.
func listRecipes(s streams) error {
	for _, recipe := range learn.Recipes() {
		weights, card := recipe.Shipped()
		state := "as its card says"
		if !learn.Names(card, weights) {
			state = "NOT what its card says"
		}
		_, err := fmt.Fprintf(s.out, "%-12s %s\n%-12s %s, %d bytes, %s\n%-12s SHA-256 %s\n",
			recipe.Name, recipe.Does, "", recipe.File, len(weights), state, "", learn.Digest(weights))
		if err != nil {
			return unwritable("standard output", err)
		}
	}
	return nil
}

// put puts content in the place of a file at once, and makes its folder.
func put(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return unwritable(name, err)
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return unwritable(name, err)
	}
	defer os.Remove(file.Name()) // gone where it was renamed
	_, err = file.Write(content)
	if err := errors.Join(err, file.Chmod(0o644), file.Sync(), file.Close()); err != nil {
		return unwritable(name, err)
	}
	if err := os.Rename(file.Name(), name); err != nil {
		return unwritable(name, err)
	}
	return nil
}
