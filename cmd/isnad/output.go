package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show"
)

// output is how a verb shows a record.
type output struct {
	JSON  bool   `help:"Print the record as JSON (docs/output.md)."`
	HTML  string `name:"html" placeholder:"FILE" help:"Write one self-contained page to FILE, or to standard output for \"-\"."`
	Lang  string `enum:"en,ar" default:"en" placeholder:"en|ar" help:"Language of the labels: en or ar."`
	All   bool   `help:"List everything, also what nothing was taken from."`
	Color string `enum:"auto,always,never" default:"auto" placeholder:"auto|always|never" help:"Colour: auto, always or never."`
}

// check refuses a page that would be written over a file which is no page, as
// where FILE was forgotten and a report stands in its place.
func (o *output) check(inputs []string) error {
	if o.HTML == "" || o.HTML == "-" {
		return nil
	}
	same := func(input string) bool { return input != "-" && filepath.Clean(input) == filepath.Clean(o.HTML) }
	info, err := os.Stat(o.HTML)
	page := slices.Contains([]string{".html", ".htm"}, strings.ToLower(filepath.Ext(o.HTML)))
	if slices.ContainsFunc(inputs, same) || err == nil && info.Mode().IsRegular() && info.Size() > 0 && !page {
		return usage{isnad.Errorf(isnad.Invalid, "--html "+o.HTML, "would overwrite a report").
			WithHint("the file to write stands right after --html, as in --html story.html")}
	}
	return nil
}

// write shows the record as the flags ask.
func (o *output) write(io streams, record *isnad.Record) error {
	if o.HTML != "" && o.HTML != "-" {
		if err := o.writePage(record); err != nil {
			return err
		}
		fmt.Fprintf(io.err, "isnad: wrote %s\n", o.HTML)
		if !o.JSON {
			return nil
		}
	}
	buffered := bufio.NewWriter(io.out)
	if err := o.print(buffered, record); err != nil {
		return unwritable("standard output", err)
	}
	if err := buffered.Flush(); err != nil {
		return unwritable("standard output", err)
	}
	return nil
}

func (o *output) print(w io.Writer, record *isnad.Record) error {
	switch {
	case o.HTML == "-":
		return show.HTML(w, record, show.HTMLOptions{Lang: isnad.Lang(o.Lang)})
	case o.JSON:
		return show.JSON(w, record)
	}
	width, color := screen(o.Color)
	return show.Text(w, record, show.TextOptions{Lang: isnad.Lang(o.Lang), Width: width, Color: color, All: o.All})
}

// writePage makes the page whole before it touches the file.
func (o *output) writePage(record *isnad.Record) error {
	var page bytes.Buffer
	if err := show.HTML(&page, record, show.HTMLOptions{Lang: isnad.Lang(o.Lang)}); err != nil {
		return err
	}
	if err := os.WriteFile(o.HTML, page.Bytes(), 0o644); err != nil {
		return unwritable(o.HTML, err)
	}
	return nil
}
