package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/known"
)

// factsFlag lays facts of the user's over the project's.
type factsFlag struct {
	Facts []string `env:"ISNAD_FACTS" placeholder:"FILE" help:"Known facts of your own, laid over the project's (docs/known.md)."`
}

// engine makes an engine whose rules are named by the digest of the program,
// which holds all lists and models, and of the user's facts: another program or
// other facts annotate again.
func (f factsFlag) engine(options gather.Options) (*engine.Engine, error) {
	facts, err := loadFacts(known.Default(), f.Facts)
	if err != nil {
		return nil, err
	}
	program, err := os.Executable()
	if err != nil {
		return nil, isnad.Errorf(isnad.Unreadable, "", "find the program's own file: %w", err)
	}
	sum := sha256.New()
	for _, name := range append([]string{program}, f.Facts...) {
		if err := digest(sum, name); err != nil {
			return nil, err
		}
	}
	rules := hex.EncodeToString(sum.Sum(nil))[:12]
	return engine.New(engine.Options{Facts: facts, Gather: options, Rules: rules}), nil
}

func digest(w io.Writer, name string) error {
	file, err := open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(w, file)
	return err
}
