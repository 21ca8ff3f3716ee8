// Package terminal writes a record as a report for the terminal.
//
// Rules of the report, kept in one place:
//   - English labels unless Arabic is asked for. A run in the other direction
//     stands between U+2068 and U+2069, and quotations on lines of their own,
//     so that a terminal without bidi shows no line in a mixed order.
//   - Tables hold marks and short Latin names alone.
//   - Lines are wrapped by display width; marks of Arabic take no cell.
//   - Colour only when asked for, and never the only sign.
//   - Nothing of a report reaches the terminal as a control character.
package terminal

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
	"github.com/isnad-news/isnad/show/words"
)

const (
	defaultWidth = 80
	minWidth     = 40
	maxWidth     = 120 // longer lines tire the eye
)

// Options say how the report looks.
type Options struct {
	Lang  isnad.Lang // of the labels: English unless Arabic
	Width int        // of the terminal in cells; 80 if zero, kept within 40 and 120
	Color bool       // use ANSI colours
	All   bool       // every source's words, every entry of the grid, sentences not understood
}

// Write writes the report on record. The only error is the writer's.
func Write(w io.Writer, record *isnad.Record, options Options) error {
	p := openPrinter(w, options)
	p.view = view.New(record, options.Lang)
	p.record()
	return p.out.Flush()
}

func openPrinter(w io.Writer, options Options) *printer {
	p := &printer{Options: options, out: bufio.NewWriter(w), words: words.In(options.Lang)}
	p.rightToLeft = p.words.RightToLeft()
	if p.Width == 0 {
		p.Width = defaultWidth
	}
	p.Width = min(max(p.Width, minWidth), maxWidth)
	return p
}

type printer struct {
	Options
	out         *bufio.Writer
	view        *view.View
	words       *words.Book
	rightToLeft bool
}

func (p *printer) record() {
	if len(p.view.Stories) == 0 {
		p.line(p.words.Label("no.records"))
		return
	}
	p.contents()
	for i, story := range p.view.Stories {
		if i > 0 {
			p.blank()
			p.rule()
			p.blank()
		}
		p.story(story)
	}
}

// contents lists the stories where there are several.
func (p *printer) contents() {
	if len(p.view.Stories) < 2 {
		return
	}
	for i, story := range p.view.Stories {
		label := strconv.Itoa(i + 1)
		p.item(label, strings.Join(nonEmpty(story.Days, p.words.Count(len(story.Reports), "report")), between))
		title := story.Title.Words
		if story.Second.Words != "" {
			title = story.Second.Words
		}
		p.glimpse(len(label)+1, title)
	}
	p.rule()
	p.blank()
}

func (p *printer) story(story *view.Story) {
	p.head(story)
	p.lead(story)
	p.promises(story)
	p.roster(story)
	p.timeline(story)
	p.speakers(story)
	p.grid(story)
	p.differences(story)
	p.commitments(story)
	p.reports(story)
}

// line writes one line; in Arabic it is marked as running from the right.
func (p *printer) line(text string) {
	if p.rightToLeft && text != "" {
		p.raw(rightToLeftMark + text)
		return
	}
	p.raw(text)
}

func (p *printer) raw(text string) {
	p.out.WriteString(strings.TrimRight(text, " "))
	p.out.WriteByte('\n')
}

func (p *printer) blank() { p.raw("") }

func (p *printer) rule() { p.raw(p.dim(strings.Repeat("\u2500", p.Width))) }

// heading writes a section's name in capitals, with a note behind it.
func (p *printer) heading(name, note string) {
	p.blank()
	text := p.bold(strings.ToUpper(name))
	if note != "" && Width(text)+2+Width(note) <= p.Width {
		p.line(text + "  " + note)
		return
	}
	p.line(text)
	p.under(0, note)
}

// item writes text wrapped, its first line behind a label of Latin letters and
// the others under the text.
func (p *printer) item(label, text string) {
	indent := strings.Repeat(" ", len(label)+1)
	if label == "" {
		indent = ""
	}
	for i, line := range wrap(text, p.Width-len(indent)) {
		if i == 0 && label != "" {
			p.line(p.bold(label) + " " + line)
			continue
		}
		p.line(indent + line)
	}
}

// under writes text wrapped below an item.
func (p *printer) under(indent int, text string) {
	for _, line := range wrap(text, p.Width-indent) {
		p.line(strings.Repeat(" ", indent) + line)
	}
}

// quote writes words of a report on lines of their own, each isolated.
func (p *printer) quote(indent int, text string) {
	for _, line := range wrap(Clean(text), p.Width-indent) {
		p.quoted(indent, line)
	}
}

// glimpse writes as many words as fit one line.
func (p *printer) glimpse(indent int, text string) {
	p.quoted(indent, cut(strings.Join(strings.Fields(Clean(text)), " "), p.Width-indent))
}

func (p *printer) quoted(indent int, line string) {
	if view.Written(line).Lang == isnad.Arabic || p.rightToLeft {
		line = firstStrongIsolate + line + popIsolate
	}
	p.raw(strings.Repeat(" ", indent) + line)
}

// Colours are SGR sequences; without Color they add nothing.
func (p *printer) paint(code, text string) string {
	if !p.Color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p *printer) bold(text string) string { return p.paint("1", text) }
func (p *printer) dim(text string) string  { return p.paint("2", text) }
