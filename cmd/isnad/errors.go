package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/terminal"
)

// Exit codes, as docs/exit-codes.md gives them.
const (
	exitOK      = 0 // every input was read
	exitFailed  = 1 // nothing could be read, or the result could not be written
	exitUsage   = 2 // the command line is wrong
	exitPartial = 3 // some inputs could not be read; the result holds the others
)

// partial wraps what went wrong with some inputs while others were read.
type partial struct{ error }

func (p partial) Unwrap() error { return p.error }

// usage wraps what is wrong with the command line.
type usage struct{ error }

func (u usage) Unwrap() error { return u.error }

// report prints every error, each with its hint, and returns the exit code.
// What the user typed or a file is called may stand in them: nothing of it
// reaches the terminal as a control.
func report(w io.Writer, err error) int {
	if err == nil {
		return exitOK
	}
	for _, one := range each(err) {
		if errors.Is(one, context.Canceled) {
			one = errors.New("interrupted")
		}
		fmt.Fprintf(w, "isnad: error: %s\n", terminal.Clean(one.Error()))
		if hint := isnad.Hint(one); hint != "" {
			fmt.Fprintf(w, "isnad: hint: %s\n", terminal.Clean(hint))
		}
	}
	switch {
	case errors.As(err, new(usage)):
		return exitUsage
	case errors.As(err, new(partial)):
		return exitPartial
	}
	return exitFailed
}

// each takes a joined error apart.
func each(err error) []error {
	if err == nil {
		return nil
	}
	switch wrapped := err.(type) {
	case partial:
		return each(wrapped.error)
	case usage:
		return each(wrapped.error)
	case *isnad.Error:
		return []error{err}
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var list []error
	for _, one := range joined.Unwrap() {
		list = append(list, each(one)...)
	}
	return list
}

// clash refuses flags of which one would do nothing beside the other.
func clash(parsed *kong.Context) error {
	typed := map[string]bool{}
	for _, step := range parsed.Path {
		if step.Flag != nil && !step.Resolved {
			typed[step.Flag.Name] = true
		}
	}
	if typed["demo"] && typed["store"] {
		return usage{isnad.Errorf(isnad.Invalid, "--demo", "asks the demo reports, and no store").WithHint("leave out --demo or --store")}
	}
	return nil
}

// misused makes an error about the command line out of the parser's, with a
// hint at the help of the verb that was meant.
func misused(err error) error {
	help := "isnad --help"
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context != nil {
		if verb := parse.Context.Selected(); verb != nil {
			help = "isnad " + verb.Path() + " --help"
			if verb.Name == "read" && len(verb.Positional) > 0 && err.Error() == `expected "`+verb.Positional[0].Summary()+`"` {
				return usage{isnad.Errorf(isnad.Invalid, "", "no report to read").
					WithHint("name files, or - for standard input; isnad demo needs none")}
			}
		}
	}
	if help == "isnad search --help" && strings.HasPrefix(err.Error(), "unknown flag -") {
		return usage{isnad.Errorf(isnad.Invalid, "", "%w", err).WithHint("put -- before the query, as in: isnad search -- port -bridge")}
	}
	return usage{isnad.Errorf(isnad.Invalid, "", "%w", err).WithHint("see " + help)}
}
