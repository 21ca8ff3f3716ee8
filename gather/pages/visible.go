package pages

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/isnad-news/isnad/gather/credits"
)

// visible is what a page shows its readers, beside headline and body.
type visible struct {
	published, updated []Date
	author             string
	lines              []piece // bylines and credits that stand outside the body
}

const (
	linesBefore = 8  // lines before the headline that are looked at
	linesAfter  = 60 // lines between headline and body that are looked at, at most
	linesBelow  = 6  // lines below the body
)

// readVisible reads the date and the byline near the headline: in the lines
// between it and the body, then in those just before it and below the body.
func readVisible(lines, blocks []piece, title string) visible {
	near := nearHeadline(lines, blocks, title)
	v := visible{}
	v.readDates(near)
	for _, line := range near {
		v.readAuthor(line, blocks)
	}
	return v
}

// unseen reports whether an element is left out of the lines that readers see
// near the headline: menus, lists of links and what is hidden.
func unseen(node *html.Node) bool {
	switch node.DataAtom {
	case atom.Nav, atom.Menu, atom.Dialog, atom.Head, atom.Title, atom.Input:
		return true
	}
	return hidden(node)
}

// nearHeadline returns the lines near the headline, the nearest first.
func nearHeadline(lines, blocks []piece, title string) []piece {
	first, last := bounds(lines, blocks)
	if first < 0 {
		first, last = len(lines), len(lines)
	}
	headline, key := -1, letters(title)
	for i := range lines[:first] {
		if lines[i].says(key) {
			headline = i
		}
	}
	if headline < 0 {
		headline = max(0, first-linesAfter/4)
	}
	near := slices.Clone(lines[headline:min(first, headline+linesAfter)])
	for i := headline - 1; i >= max(0, headline-linesBefore); i-- {
		near = append(near, lines[i])
	}
	if last < len(lines) {
		near = append(near, lines[last:min(last+linesBelow, len(lines))]...)
	}
	return near
}

// bounds returns the lines on which the blocks begin and behind which they
// end; -1 if they are none of the page's.
func bounds(lines, blocks []piece) (first, last int) {
	begins, ends := make(map[*html.Node]int), make(map[*html.Node]int)
	for i, line := range lines {
		if _, known := begins[line.from]; !known {
			begins[line.from] = i
		}
		ends[line.from] = i + 1
	}
	first, last = -1, -1
	for _, block := range blocks {
		at, ok := begins[block.from]
		if !ok || block.from == nil {
			continue
		}
		if first < 0 && block.Kind == Paragraph {
			first = at
		}
		last = max(last, ends[block.from])
	}
	return first, max(first, last)
}

// readDates takes the first date of publication that is printed, and the time
// element around it; a date that is said to be of the last update counts where
// there is none.
func (v *visible) readDates(near []piece) {
	var machine, first, latest string
	for _, line := range near {
		stamps, ok := stampsOf(line.Text)
		if !ok {
			continue
		}
		value, changed := timeAround(line.from)
		for _, stamp := range stamps {
			switch {
			case stamp.says == updated || changed && len(stamps) == 1:
				latest = firstOf(latest, stamp.words)
			case first == "":
				first = stamp.words
				if len(stamps) == 1 {
					machine = value
				}
			}
		}
	}
	for _, date := range []Date{{machine, "time"}, {first, VisibleDate}} {
		if date.Value != "" {
			v.published = append(v.published, date)
		}
	}
	if latest != "" {
		v.updated = append(v.updated, Date{latest, VisibleUpdate})
	}
}

// timeAround returns what a time element around node says to machines, and
// whether it is named as the time of the last change.
func timeAround(node *html.Node) (value string, changed bool) {
	for up, n := node, 0; up != nil && n < 3; up, n = up.Parent, n+1 {
		if up.DataAtom == atom.Time {
			value = attribute(up, "datetime")
		}
		if strings.EqualFold(attribute(up, "itemprop"), "dateModified") || hasName(up, changeNames) && !hasName(up, publishNames) {
			changed = true
		}
	}
	return value, changed
}

var (
	changeNames  = map[string]bool{"updated": true, "modified": true, "update": true, "lastupdate": true, "lastmodified": true}
	publishNames = map[string]bool{"published": true, "publish": true, "pubdate": true}
)

// readAuthor reads a line that says who wrote the report or which agency it is
// from. Such a line outside the body goes in front of it.
func (v *visible) readAuthor(line piece, blocks []piece) {
	if line.Kind == Caption || ancestor(line.from, atom.Figure) != nil || strings.ContainsRune(line.Text, '\u00A9') {
		return
	}
	_, byline := credits.Byline(line.Text)
	_, credit := credits.Credit(line.Text)
	if byline || credit {
		line.Text = withoutStamp(line.Text)
		if len(v.lines) < mostBylines && !isAmong(line, v.lines) && !isAmong(line, blocks[:min(len(blocks), mostHead)]) && !isAmong(line, blocks[max(0, len(blocks)-linesBelow):]) {
			line.Kind = Byline
			v.lines = append(v.lines, line)
		}
		return
	}
	if v.author == "" && namesAuthor(line.from) {
		v.author = authorIn(line.Text)
	}
}

// mostBylines is how many lines outside the body say whose the report is.
const mostBylines = 2

func isAmong(line piece, blocks []piece) bool {
	return slices.ContainsFunc(blocks, func(block piece) bool { return same(block.Text, line.Text) })
}

var authorNames = map[string]bool{
	"author": true, "byline": true, "writer": true, "authorname": true, "authors": true, "reporter": true, "creator": true,
	"katib": true, "kateb": true,
}

// namesAuthor reports whether a page names an element, or one close around it,
// as that of the author.
func namesAuthor(node *html.Node) bool {
	for up, n := node, 0; up != nil && n < 3; up, n = up.Parent, n+1 {
		if strings.EqualFold(attribute(up, "rel"), "author") || hasName(up, authorNames) {
			return true
		}
	}
	return false
}

const mostAuthor = 80 // bytes of a name of one author or several

// authorIn returns the name that a line holds and nothing else; "" if it holds
// other words too.
func authorIn(line string) string {
	line = strings.Trim(line, " :-|\u2013\u2014\u060C,")
	words := strings.Fields(line)
	if len(line) > mostAuthor || len(words) < 2 || len(words) > 7 || strings.ContainsFunc(line, unicode.IsDigit) || stops(line) ||
		strings.ContainsAny(line, "@:/|") || isFurniture(line) || isInvitation(line) {
		return ""
	}
	return line
}
