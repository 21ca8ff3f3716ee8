package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/known/wikidata"
	"github.com/isnad-news/isnad/show/terminal"
)

// entitiesCommands are the verbs of isnad entities.
type entitiesCommands struct {
	Import entitiesImport `cmd:"" help:"Make a facts file of a Wikidata dump or of a table of names."`
	Show   entitiesShow   `cmd:"" help:"Show the known rows that a name meets."`
	Count  entitiesCount  `cmd:"" help:"Count what is known, by kind and class."`
}

type entitiesImport struct {
	Inputs       []string `arg:"" name:"file" help:"Wikidata JSON dumps, facts files, tables of names; plain, .gz, .bz2 or .zst; \"-\" for standard input."`
	Out          string   `default:"isnad-facts.tsv" placeholder:"FILE" help:"The facts file to write; isnad-facts.tsv in this folder if not given."`
	Kinds        []string `enum:"person,organisation,place,group,event,other" placeholder:"KIND" help:"Take these kinds alone: person, organisation, place, group, event, other."`
	MinSitelinks int      `default:"0" placeholder:"N" help:"Take items alone that N pages of Wikimedia are about; 10 leaves the better known."`
	Limit        int      `default:"0" placeholder:"N" help:"Stop after N rows."`
	Trust        bool     `help:"Keep the offices that items name, though one source alone says so."`
	Facts        []string `placeholder:"FILE" help:"Facts of your own; what they hold is not taken again."`
}

// Help is what isnad entities import --help says below its first line.
func (entitiesImport) Help() string {
	return `A dump is an array of entities, one a line, as latest-all.json. A table has a
name in Arabic, one in English and the kind (person if not given), with tabs
between them. What is broken is counted and skipped; what the project's own lists
hold is left out. Facts files are taken as they are.

Then: isnad read --facts isnad-facts.tsv ..., or once and for all:
export ISNAD_FACTS=isnad-facts.tsv (docs/known.md).`
}

// Run reads the inputs and writes the facts file whole, or not at all.
func (c *entitiesImport) Run(ctx context.Context, io streams) error {
	if err := c.check(); err != nil {
		return err
	}
	facts, err := loadFacts(known.Default(), c.Facts)
	if err != nil {
		return err
	}
	bar := newProgress(io.err)
	importer, err := wikidata.New(wikidata.Options{
		Kinds: kindsOf(c.Kinds), MinSitelinks: c.MinSitelinks, Limit: c.Limit, Trust: c.Trust, Facts: facts,
		Progress: func(n wikidata.Counts) {
			bar.tell(func() string {
				return fmt.Sprintf("read %s, took %s%s", thousands(n.Read), thousands(n.Taken), bar.pace(n.Read))
			})
		},
	})
	if err != nil {
		return err
	}
	defer importer.Close()
	failed := c.read(ctx, io, importer)
	if ctx.Err() != nil {
		return isnad.Errorf(isnad.Invalid, "", "interrupted: nothing was written")
	}
	switch counts := importer.Counts(); {
	case failed != nil && counts.Read == 0:
		return failed
	case counts.Taken == 0:
		return errors.Join(failed, nothingTaken(importer))
	}
	if err := overwrite(c.Out, importer.Write); err != nil {
		return errors.Join(failed, err)
	}
	bar.end(importedText(c.Out, importer.Counts()))
	if first := importer.FirstBroken(); first != nil {
		fmt.Fprintf(io.err, "isnad: the first that was skipped as broken: %s\n", terminal.Clean(first.Error()))
	}
	if failed != nil {
		return partial{failed}
	}
	return nil
}

// check refuses numbers below nothing, and a file to write that is an input or
// was not made by this verb.
func (c *entitiesImport) check() error {
	if c.MinSitelinks < 0 || c.Limit < 0 {
		return usage{isnad.Errorf(isnad.Invalid, "", "--min-sitelinks and --limit are 0 or more")}
	}
	for _, input := range append(slices.Clone(c.Inputs), c.Facts...) {
		if filepath.Clean(input) == filepath.Clean(c.Out) {
			return usage{isnad.Errorf(isnad.Invalid, "--out "+c.Out, "would overwrite an input").WithHint("name another file")}
		}
	}
	head := make([]byte, len("# "+wikidata.Header))
	file, err := os.Open(c.Out)
	if err != nil {
		return nil // none yet, or overwrite says what is wrong with it
	}
	defer file.Close()
	n, _ := io.ReadFull(file, head)
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() && n > 0 && string(head[:n]) != "# "+wikidata.Header {
		return usage{isnad.Errorf(isnad.Invalid, "--out "+c.Out, "would overwrite a file that isnad entities import did not make").
			WithHint("name another file, or move this one away")}
	}
	return nil
}

// read reads every input that can be read and says which could not.
func (c *entitiesImport) read(ctx context.Context, io streams, importer *wikidata.Importer) (failed error) {
	for _, name := range c.Inputs {
		failed = errors.Join(failed, readEntities(ctx, io, importer, name))
	}
	return failed
}

func readEntities(ctx context.Context, io streams, importer *wikidata.Importer, name string) error {
	if name == "-" {
		return importer.Read(ctx, "standard input", io.in)
	}
	file, err := open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return importer.Read(ctx, name, file)
}

func kindsOf(names []string) (kinds []isnad.EntityKind) {
	for _, name := range names {
		kinds = append(kinds, isnad.EntityKind(name))
	}
	return kinds
}

func nothingTaken(importer *wikidata.Importer) error {
	counts := importer.Counts()
	err := isnad.Errorf(isnad.Invalid, "", "no row to write: %s", outcome(counts))
	switch {
	case counts.Few > 0:
		err = err.WithHint("ask for fewer with --min-sitelinks")
	case importer.FirstBroken() != nil:
		err = err.WithHint("the first that was skipped: " + importer.FirstBroken().Error())
	default:
		err = err.WithHint("see isnad entities import --help for what is read")
	}
	return err
}

// importedText is the last word of an import.
func importedText(name string, n wikidata.Counts) string {
	text := fmt.Sprintf("wrote %s with %s; %s", name, counted(n.Taken, "row"), outcome(n))
	switch {
	case n.Offices > 0:
		text += fmt.Sprintf("; %s kept, %s left out", counted(n.Offices, "office"), thousands(n.Left))
	case n.Left > 0:
		text += fmt.Sprintf("; %s left out, since one source alone names them", counted(n.Left, "office"))
	}
	return text
}

// outcome says what became of the entities that are no rows.
func outcome(n wikidata.Counts) string {
	text := thousands(n.Read) + " read"
	for _, part := range []struct {
		n    int
		what string
	}{
		{n.Other, "of other kinds"}, {n.Few, "with too few sitelinks"}, {n.Known, "known already"},
		{n.Unnamed, "without a name"}, {n.Twice, "came twice"}, {n.Broken + n.Long, "broken"},
	} {
		if part.n > 0 {
			text += fmt.Sprintf(", %s %s", thousands(part.n), part.what)
		}
	}
	return text
}

// overwrite writes a file whole beside its place and then moves it there.
func overwrite(name string, write func(io.Writer) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(name), "."+strings.TrimPrefix(filepath.Base(name), ".")+"-*")
	if err != nil {
		return unwritable(name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, file.Close(), os.Remove(file.Name()))
		}
	}()
	if err := write(file); err != nil {
		return unwritable(name, err)
	}
	if err := errors.Join(file.Chmod(0o644), file.Sync()); err != nil {
		return unwritable(name, err)
	}
	if err := os.Rename(file.Name(), name); err != nil {
		return unwritable(name, err)
	}
	return file.Close()
}
