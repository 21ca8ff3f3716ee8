package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/show"
	"github.com/isnad-news/isnad/show/terminal"
)

type verifyCommand struct {
	Words   string   `arg:"" help:"What is said to have been said, in Arabic or English, between quotation marks."`
	Inputs  []string `arg:"" optional:"" name:"file" help:"Reports to look in, as isnad read takes them; else the store."`
	Speaker string   `placeholder:"NAME" help:"Who is said to have said it, in any spelling and either script; anybody if not given."`
	Demo    bool     `help:"Look in the embedded demo reports."`
	storeFlag
	factsFlag
	output
}

// Help is what isnad verify --help says below its first line.
func (verifyCommand) Help() string {
	return `Answers with one of: verbatim; said, with changes (shown word by word); said in
other words; said by somebody else; contradicted (denied, turned round, or with
another number); unsure; not found in this collection, which never means that it
was not said. An answer that all reports have from one outlet or agency says so.
Each comes with every place that bears on it: article, words, speaker, chain,
day, and why.

Ends with 0 whenever there is an answer, whatever it is.`
}

// Run answers the question.
func (c *verifyCommand) Run(ctx context.Context, io streams) error {
	question := isnad.Question{Words: c.Words, Speaker: c.Speaker}
	if err := errors.Join(question.Check(), c.check(c.Inputs)); err != nil {
		return usage{err}
	}
	if c.Demo && len(c.Inputs) > 0 {
		return usage{isnad.Errorf(isnad.Invalid, "--demo", "looks in the demo alone").WithHint("name files or say --demo")}
	}
	record, verdict, failed := c.verdict(ctx, io, question)
	if verdict == nil {
		return failed
	}
	if err := c.answer(io, record, verdict); err != nil {
		return errors.Join(failed, err)
	}
	if failed != nil {
		return partial{failed}
	}
	return nil
}

// verdict answers the question from the demo, the inputs or the store. With a
// verdict comes an error where some inputs could not be read.
func (c *verifyCommand) verdict(ctx context.Context, io streams, question isnad.Question) (record *isnad.Record, verdict *isnad.Verdict, err error) {
	facts, err := loadFacts(known.Default(), c.Facts)
	if err != nil {
		return nil, nil, err
	}
	if c.Demo {
		own, err := demo.Facts()
		if err != nil {
			return nil, nil, err
		}
		facts = facts.With(own)
	}
	reader := engine.New(engine.Options{Facts: facts})
	var failed error
	switch {
	case c.Demo:
		record, failed = reader.ReadSnapshots(ctx, demo.Snapshots()...)
	case len(c.Inputs) > 0:
		record, failed = reader.Read(ctx, io.in, c.Inputs...)
	default:
		store, _, failed := c.storeFlag.asked(ctx)
		if failed != nil {
			return nil, nil, failed
		}
		defer closing(store, &err)
		record, verdict, err = reader.VerifyStored(ctx, store, question)
		return record, verdict, asked(err)
	}
	if record == nil {
		return nil, nil, failed
	}
	verdict, err = reader.Verify(record, question)
	return record, verdict, errors.Join(failed, asked(err))
}

// asked tells a question that cannot be asked from what went wrong otherwise.
func asked(err error) error {
	if errors.Is(err, isnad.Invalid) || errors.Is(err, isnad.TooLarge) {
		return usage{err}
	}
	return err
}

// answer shows the verdict as the flags ask.
func (c *verifyCommand) answer(io streams, record *isnad.Record, verdict *isnad.Verdict) error {
	if c.HTML != "" && c.HTML != "-" {
		var page bytes.Buffer
		if err := show.VerdictHTML(&page, record, verdict, show.HTMLOptions{Lang: isnad.Lang(c.Lang)}); err != nil {
			return err
		}
		if err := os.WriteFile(c.HTML, page.Bytes(), 0o644); err != nil {
			return unwritable(c.HTML, err)
		}
		fmt.Fprintf(io.err, "isnad: wrote %s\n", terminal.Clean(c.HTML))
		if !c.JSON {
			return nil
		}
	}
	buffered := bufio.NewWriter(io.out)
	if err := errors.Join(c.printAnswer(buffered, record, verdict), buffered.Flush()); err != nil {
		return unwritable("standard output", err)
	}
	return nil
}

func (c *verifyCommand) printAnswer(w io.Writer, record *isnad.Record, verdict *isnad.Verdict) error {
	switch {
	case c.HTML == "-":
		return show.VerdictHTML(w, record, verdict, show.HTMLOptions{Lang: isnad.Lang(c.Lang)})
	case c.JSON:
		return show.VerdictJSON(w, record, verdict)
	}
	width, color := screen(c.Color)
	return show.VerdictText(w, record, verdict, show.TextOptions{Lang: isnad.Lang(c.Lang), Width: width, Color: color, All: c.All})
}
