package gather

import (
	"strings"
	"unicode"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/credits"
)

// Widths, in columns, by which the look of a line tells its kind.
const (
	titleWidth      = 160
	subheadingWidth = 70
	subheadingWords = 8
	captionWidth    = 400
	bodyWidth       = 80 // a line this wide is a paragraph, whatever its end
)

// classify tells the kinds of lines that markup did not tell, by their place
// and form.
func (d *draft) classify() {
	d.tidy()
	d.placeTitle()
	d.head()
	d.captions()
	d.subheadings()
	d.datelines()
	d.trailer()
}

// placeTitle puts the title that the metadata give before the text and takes
// its copies off the head of the text; without one it looks for a line that
// has the form of a title.
func (d *draft) placeTitle() {
	if title := clean(squeeze(d.metadata.title)); title != "" {
		d.insertTitle(title)
		return
	}
	if d.has(isnad.Title) {
		return
	}
	for i, line := range d.lines {
		if i+1 == len(d.lines) || line.known && line.kind == isnad.Paragraph {
			return
		}
		if line.known && line.kind == isnad.Caption || isCaption(line.text) || signs(line.text) && d.bodyAfter(i) {
			continue
		}
		if isTitle(line.text) && (!line.known || line.kind == isnad.Subheading) && d.bodyAfter(i) {
			d.lines[i].kind, d.lines[i].known = isnad.Title, true
		}
		return
	}
}

func (d *draft) insertTitle(title string) {
	key, at := letters(title), d.metadata.titleAt
	kept := d.lines[:0]
	for i, line := range d.lines {
		// The headline often stands once more at the head of the body.
		if i < 4 && letters(line.text) == key && line.kind != isnad.Caption {
			if at == 0 || at < line.at {
				at = line.at
			}
			continue
		}
		if line.kind == isnad.Title {
			line.kind = isnad.Subheading
		}
		kept = append(kept, line)
	}
	d.lines = append([]block{{kind: isnad.Title, known: true, text: title, at: at}}, kept...)
}

// isTitle reports whether words have the form of a headline.
func isTitle(words string) bool {
	if width(words) >= titleWidth || stopsFlat(words) || goesOn(words) {
		return false
	}
	if _, ok := credits.Byline(words); ok {
		return false
	}
	_, credit := credits.Credit(words)
	return !credit && !isDateLine(words)
}

// bodyAfter reports whether some line behind line i is body text.
func (d *draft) bodyAfter(i int) bool {
	for _, line := range d.lines[i+1:] {
		if line.kind == isnad.Paragraph && (width(line.text) >= bodyWidth || stops(line.text) || width(line.text) > width(d.lines[i].text)) {
			return true
		}
	}
	return false
}

// head tells bylines, datelines and dates that stand on lines of their own
// between the title and the first paragraph of the body.
func (d *draft) head() {
	for i := range d.lines {
		line := &d.lines[i]
		if line.known {
			continue
		}
		if author, ok := credits.Byline(line.text); ok {
			d.byline(line, author)
			continue
		}
		if width(line.text) >= bodyWidth || stops(line.text) {
			return
		}
		if isDateLine(line.text) {
			line.kind, line.known, line.agency = isnad.Dateline, true, credits.LastWord(line.text)
			line.day = credits.Range{Start: 0, End: len(line.text)}
		} else if credit, ok := credits.Credit(line.text); ok && d.bodyAfter(i) && !describes(line.text) {
			line.kind, line.known, line.agency, line.day = isnad.Dateline, true, credit.Agency, credit.Day
		}
	}
}

// byline lays what a byline says into the draft.
func (d *draft) byline(line *block, author credits.Author) {
	line.kind, line.known, line.agency, line.day = isnad.Byline, true, author.Agency, author.Day
	if d.metadata.author == "" {
		d.metadata.author = author.Name.Of(line.text)
	}
	if d.signed == "" {
		d.signed = author.Outlet.Of(line.text)
	}
}

// describes reports whether three words or more stand before the brackets with
// which a line ends: what a picture shows, not a place.
func describes(text string) bool {
	before, _, found := strings.Cut(text, "(")
	return found && strings.HasSuffix(text, ")") && words(before) > 2
}

// isDateLine reports whether words are a date and little else: a weekday, a
// time, «نشر في».
func isDateLine(words string) bool {
	if width(words) > 60 || len(strings.Fields(words)) > 10 || !strings.ContainsFunc(words, unicode.IsDigit) {
		return false
	}
	_, _, ok := readDate(words, isnad.Arabic)
	return ok
}

// datelines sets the dateline with which the body opens apart from its
// paragraph.
func (d *draft) datelines() {
	for i, line := range d.lines {
		if line.kind != isnad.Paragraph {
			continue
		}
		head, ok := d.byAuthor(line.text)
		kind := isnad.Byline
		if !ok {
			head, ok = credits.Dateline(line.text)
			kind = isnad.Dateline
		}
		if !ok || head.Rest >= len(line.text) {
			return
		}
		rest := line
		rest.text = clean(line.text[head.Rest:])
		line.text = line.text[:head.End]
		line.kind, line.known, line.agency, line.day = kind, true, head.Agency, head.Day
		d.lines = append(d.lines[:i], append([]block{line, rest}, d.lines[i+1:]...)...)
		return
	}
}

// byAuthor finds the author that the metadata name printed once more at the
// head of the body.
func (d *draft) byAuthor(words string) (credits.Head, bool) {
	author := clean(squeeze(d.metadata.author))
	if author == "" || len(author) > 120 || !strings.HasPrefix(words, author) {
		return credits.Head{}, false
	}
	rest := strings.TrimLeft(words[len(author):], " :-")
	if rest == words[len(author):] && !strings.HasSuffix(author, ":") {
		return credits.Head{}, false
	}
	head, _ := credits.Credit(author)
	head.End, head.Rest = len(author), len(words)-len(rest)
	return head, true
}

// trailer reads the agency that the end of the text credits, behind lines that
// say who wrote it.
func (d *draft) trailer() {
	for i := len(d.lines) - 1; i > 0; i-- {
		line := &d.lines[i]
		if line.kind == isnad.Byline || line.kind == isnad.Caption {
			continue
		}
		if author, ok := credits.Byline(line.text); ok && !line.known {
			d.byline(line, author)
			continue
		}
		if agency, whole, ok := credits.Trailer(line.text); ok && line.kind != isnad.Title {
			line.agency = agency
			if whole {
				line.kind = isnad.Byline
			}
		}
		return
	}
}
