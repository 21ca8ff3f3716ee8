package terminal

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// Marks of direction. A terminal without bidi leaves them out or draws nothing;
// one with bidi keeps each run apart from its neighbours.
const (
	firstStrongIsolate = "\u2068"
	popIsolate         = "\u2069"
	rightToLeftMark    = "\u200f"
	ellipsis           = "\u2026"
	escape             = '\x1b'
)

// Width is how many cells a terminal gives the text: none for marks, format
// characters and colour sequences, two for wide East Asian letters.
func Width(text string) int {
	cells := 0
	inColour := false
	for _, r := range text {
		switch {
		case inColour:
			inColour = r != 'm'
		case r == escape:
			inColour = true
		default:
			cells += cellsOf(r)
		}
	}
	return cells
}

func cellsOf(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Clean makes text from outside safe for a terminal: control characters become
// the replacement character, line breaks and tabs a space, and marks of
// direction, which could reorder what stands around them, go.
func Clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		case directs(r):
			return -1
		}
		return r
	}, text)
}

// directs reports whether r is a bidi control: embeddings, overrides, isolates,
// and the three marks.
func directs(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c'
}

// isolate keeps words of another direction than the labels' apart.
func (p *printer) isolate(text view.Text) string {
	clean := Clean(text.Words)
	if (view.Written(clean).Lang == isnad.Arabic) == p.rightToLeft {
		return clean
	}
	return firstStrongIsolate + clean + popIsolate
}

// join lists names, parted as the language of the labels parts them.
func (p *printer) join(texts []view.Text) string {
	list := make([]string, len(texts))
	for i, text := range texts {
		list[i] = p.isolate(text)
	}
	return strings.Join(list, p.comma())
}

func (p *printer) comma() string { return p.words.Label("comma") + " " }

// wrap breaks text at spaces into lines of at most cells; a longer word stands
// on a line of its own and is broken. An isolate that is open at the end of a
// line is closed there and opened again on the next.
func wrap(text string, cells int) []string {
	cells = max(cells, minWidth/2)
	var lines []string
	line, used := "", 0
	flush := func() {
		if line != "" {
			lines = append(lines, line)
		}
		line, used = "", 0
	}
	for _, word := range strings.Fields(text) {
		for _, piece := range pieces(word, cells) {
			need := Width(piece)
			if used > 0 && used+1+need > cells {
				flush()
			}
			if line != "" {
				line += " "
				used++
			}
			line += piece
			used += need
		}
	}
	flush()
	return balance(lines)
}

// pieces cuts a word that is wider than a line.
func pieces(word string, cells int) []string {
	if Width(word) <= cells {
		return []string{word}
	}
	var list []string
	start, used := 0, 0
	for i, r := range word {
		need := cellsOf(r)
		if used+need > cells {
			list = append(list, word[start:i])
			start, used = i, 0
		}
		used += need
	}
	return append(list, word[start:])
}

func balance(lines []string) []string {
	open := 0
	for i, line := range lines {
		before := open
		open += strings.Count(line, firstStrongIsolate) - strings.Count(line, popIsolate)
		lines[i] = strings.Repeat(firstStrongIsolate, before) + line + strings.Repeat(popIsolate, max(open, 0))
	}
	return lines
}

// cut shortens text to cells, with an ellipsis where words are lost.
func cut(text string, cells int) string {
	if Width(text) <= cells {
		return text
	}
	lines := wrap(text, cells-1)
	return strings.TrimRight(lines[0], " ") + ellipsis
}
