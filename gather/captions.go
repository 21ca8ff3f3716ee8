package gather

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/credits"
)

func isCaption(words string) bool {
	_, marked, ok := credits.Picture(words)
	return ok && marked || width(words) <= captionWidth && credits.Caption(words)
}

// signs reports whether words end with a credit in brackets behind the stop of
// a sentence, as no headline does.
func signs(words string) bool {
	credit, _, ok := credits.Picture(words)
	return ok && credit.End < len(words) && stops(words[:strings.LastIndexAny(words[:credit.Start], "([/")])
}

// captions tells the words under pictures: lines that only a caption looks
// like, anywhere; and lines at the head of the text that end with the name of
// an agency in brackets, which on the last line would credit the text.
func (d *draft) captions() {
	head := true
	for i := range d.lines {
		line := &d.lines[i]
		if line.kind == isnad.Caption {
			line.credit = credits.CaptionCredit(line.text)
			continue
		}
		if line.known || width(line.text) > captionWidth {
			head = head && line.kind != isnad.Paragraph
			continue
		}
		credit, marked, ok := credits.Picture(line.text)
		if ok && (marked || head && d.bodyAfter(i)) || head && credits.Caption(line.text) {
			line.kind, line.known, line.credit = isnad.Caption, true, credit
			continue
		}
		head = head && line.kind != isnad.Paragraph
	}
}

// subheadings tells the short lines without a stop that stand between
// paragraphs.
func (d *draft) subheadings() {
	for i := 1; i+1 < len(d.lines); i++ {
		line, before, next := &d.lines[i], d.lines[i-1], d.lines[i+1]
		if line.known || !isSubheading(line.text) {
			continue
		}
		if !isBody(next) || before.kind == isnad.Subheading && !before.known {
			continue
		}
		if before.kind == isnad.Paragraph && !isBody(before) {
			continue // one of a list of short lines
		}
		line.kind = isnad.Subheading
	}
}

// isBody reports whether a line looks like a paragraph of running text.
func isBody(line block) bool {
	return line.kind == isnad.Paragraph && (width(line.text) >= bodyWidth || stops(line.text) && words(line.text) > 5)
}

func isSubheading(text string) bool {
	if width(text) > subheadingWidth || words(text) > subheadingWords || goesOn(text) {
		return false
	}
	first, n := utf8.DecodeRuneInString(text)
	if strings.ContainsRune("-*(\u2013\u2014"+string(bullet)+string(ellipsis), first) || unicode.IsDigit(first) {
		return false
	}
	if strings.ContainsRune(openMarks, first) {
		// Wholly quoted words are a heading even with a stop inside; words
		// with a mark in the middle are a quotation that goes on.
		inner := strings.TrimRight(text[n:], closeMarks)
		return inner != text[n:] && !strings.ContainsAny(inner, closeMarks)
	}
	return !stops(text)
}
