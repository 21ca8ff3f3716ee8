package main

import (
	"bytes"
	"context"
	"io"
	"path/filepath"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/learn"
)

// ownFiles are corpora of the user's, on which the models that ship are scored.
type ownFiles struct {
	CoNLL  string   `name:"conll" placeholder:"FILE" help:"Score names on a corpus of your own: a word and its tag a line (CoNLL)."`
	Label  []string `placeholder:"LABEL=KIND" help:"What a label of that corpus means: person, organisation, place, other or none; those of common sets are known."`
	CoNLLU string   `name:"conllu" placeholder:"FILE" help:"Score words and sentences on a treebank of your own (CoNLL-U)."`
	TSV    string   `name:"tsv" placeholder:"FILE" help:"Score on tab-separated values of your own: Arabic words and their segments joined by +."`
	Lang   string   `enum:",ar,en" default:"" placeholder:"ar|en" help:"Language of these files; else that of most of their letters."`
}

func (f ownFiles) any() bool { return f.CoNLL != "" || f.CoNLLU != "" || f.TSV != "" }

// score scores each file that is named.
func (f ownFiles) score(ctx context.Context) ([]learn.Score, error) {
	var scores []learn.Score
	names := func(name string, raw []byte, language isnad.Lang) ([]learn.Score, error) {
		return eval.ScoreNames(ctx, name, raw, language, f.Label, findNames)
	}
	for _, one := range []struct {
		name string
		read func(string, []byte, isnad.Lang) ([]learn.Score, error)
	}{{f.CoNLL, names}, {f.CoNLLU, eval.ScoreTrees}, {f.TSV, eval.ScoreRows}} {
		if one.name == "" {
			continue
		}
		raw, err := readBounded(one.name)
		if err != nil {
			return nil, err
		}
		language := isnad.Lang(f.Lang)
		if language == "" {
			language = eval.LangOf(raw)
		}
		got, err := one.read(filepath.Base(one.name), raw, language)
		if err != nil {
			return nil, err
		}
		scores = append(scores, got...)
	}
	return scores, nil
}

// maxOwn bounds a corpus of the user's, in bytes.
const maxOwn = 256 << 20

func readBounded(name string) ([]byte, error) {
	file, err := open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var raw bytes.Buffer
	n, err := raw.ReadFrom(io.LimitReader(file, maxOwn+1))
	switch {
	case err != nil:
		_, cause := place(name, err)
		return nil, isnad.Errorf(isnad.Unreadable, name, "%w", cause)
	case n > maxOwn:
		return nil, isnad.Errorf(isnad.TooLarge, name, "more than %d bytes", maxOwn)
	}
	return raw.Bytes(), nil
}
