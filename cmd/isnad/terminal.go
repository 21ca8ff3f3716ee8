package main

import (
	"os"

	"golang.org/x/term"
)

// plainWidth is the width of what does not go to a terminal.
const plainWidth = 80

// widest is where longer lines stop being easier to read.
const widest = 110

// screen returns the width to write for and whether to colour.
func screen(color string) (width int, colored bool) {
	fd := int(os.Stdout.Fd())
	is := term.IsTerminal(fd)
	width = plainWidth
	if is {
		if columns, _, err := term.GetSize(fd); err == nil && columns >= 40 {
			width = min(columns, widest)
		}
	}
	switch color {
	case "always":
		return width, true
	case "never":
		return width, false
	}
	return width, is && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
