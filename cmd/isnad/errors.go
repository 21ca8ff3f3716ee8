package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/isnad-news/isnad"
)

// Exit codes, as docs/output.md gives them.
const (
	exitOK      = 0
	exitFailed  = 1 // nothing could be read, or the result could not be written
	exitUsage   = 2 // the command line is wrong
	exitPartial = 3 // some inputs could not be read; the result holds the others
)

// partial wraps what went wrong with some inputs while others were read.
type partial struct{ error }

func (p partial) Unwrap() error { return p.error }

// report prints every error, each with its hint, and returns the exit code.
func report(w io.Writer, err error) int {
	if err == nil {
		return exitOK
	}
	for _, one := range each(err) {
		fmt.Fprintf(w, "isnad: error: %v\n", one)
		if hint := isnad.Hint(one); hint != "" {
			fmt.Fprintf(w, "isnad: hint: %s\n", hint)
		}
	}
	if errors.As(err, new(partial)) {
		return exitPartial
	}
	return exitFailed
}

// each takes a joined error apart.
func each(err error) []error {
	var p partial
	if errors.As(err, &p) {
		err = p.error
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		if _, own := err.(*isnad.Error); !own {
			var list []error
			for _, one := range joined.Unwrap() {
				list = append(list, each(one)...)
			}
			return list
		}
	}
	return []error{err}
}
