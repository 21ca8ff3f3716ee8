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
	"github.com/isnad-news/isnad/show/terminal"
)

// display is how a verb shows its result.
type display struct {
	JSON  bool   `help:"Print the result as JSON (docs/output.md)."`
	HTML  string `name:"html" placeholder:"FILE" help:"Write one self-contained page to FILE, or to standard output for \"-\"."`
	Lang  string `enum:"en,ar" default:"en" placeholder:"en|ar" help:"Language of the labels: en or ar."`
	Color string `enum:"auto,always,never" default:"auto" placeholder:"auto|always|never" help:"Colour: auto, always or never."`
}

// output is how a verb shows a record.
type output struct {
	display
	All bool `help:"List everything, also what nothing was taken from."`
}

// sheet is a result in the three ways of package show.
type sheet struct {
	text func(w io.Writer, options show.TextOptions) error
	json func(w io.Writer) error
	html func(w io.Writer, options show.HTMLOptions) error
}

// check refuses a page that would be written over a file which is no page, as
// where FILE was forgotten and a report stands in its place, and a page on
// standard output that JSON is wanted on.
func (o *display) check(inputs []string) error {
	if o.HTML == "-" && o.JSON {
		return usage{isnad.Errorf(isnad.Invalid, "--html -", "standard output cannot take the page and JSON").
			WithHint("name a file for the page, as in --html story.html --json")}
	}
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
	return o.show(io, sheet{
		text: func(w writer, options show.TextOptions) error {
			options.All = o.All
			return show.Text(w, record, options)
		},
		json: func(w writer) error { return show.JSON(w, record) },
		html: func(w writer, options show.HTMLOptions) error { return show.HTML(w, record, options) },
	})
}

// writer is io.Writer where io names the streams of a verb.
type writer = io.Writer

// show shows a result as the flags ask.
func (o *display) show(io streams, result sheet) error {
	if o.HTML != "" && o.HTML != "-" {
		if err := o.writePage(result); err != nil {
			return err
		}
		fmt.Fprintf(io.err, "isnad: wrote %s\n", terminal.Clean(o.HTML))
		if !o.JSON {
			return nil
		}
	}
	buffered := bufio.NewWriter(io.out)
	if err := o.print(buffered, result); err != nil {
		return unwritable("standard output", err)
	}
	if err := buffered.Flush(); err != nil {
		return unwritable("standard output", err)
	}
	return nil
}

func (o *display) print(w io.Writer, result sheet) error {
	switch {
	case o.HTML == "-":
		return result.html(w, show.HTMLOptions{Lang: isnad.Lang(o.Lang)})
	case o.JSON:
		return result.json(w)
	}
	width, color := screen(o.Color)
	return result.text(w, show.TextOptions{Lang: isnad.Lang(o.Lang), Width: width, Color: color})
}

// writePage makes the page whole before it touches the file.
func (o *display) writePage(result sheet) error {
	var page bytes.Buffer
	if err := result.html(&page, show.HTMLOptions{Lang: isnad.Lang(o.Lang)}); err != nil {
		return err
	}
	if err := os.WriteFile(o.HTML, page.Bytes(), 0o644); err != nil {
		return unwritable(o.HTML, err)
	}
	return nil
}
