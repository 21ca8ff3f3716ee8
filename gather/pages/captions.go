package pages

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/isnad-news/isnad/gather/credits"
)

// mostCaption is the longest caption told by its place, in bytes.
const mostCaption = 400

// isCaption reports whether a block stands under a picture: the page says so,
// or a picture and the block are all that the element around them holds.
func (r *reader) isCaption(one *piece) bool {
	if one.Kind == Caption {
		return true
	}
	if !r.underPicture(one) || isDateLine(one.Text) {
		return false
	}
	_, byline := credits.Byline(one.Text)
	return !byline
}

func (r *reader) underPicture(one *piece) bool {
	for up, n := one.from, 0; up != nil && n < 5; up, n = up.Parent, n+1 {
		switch up.DataAtom {
		case atom.Body, atom.Article, atom.Main:
			return false
		case atom.Figure:
			return true
		}
		t := r.survey.traits[up]
		if t.text > 2*mostCaption || t.own()*3 > r.survey.own {
			return false
		}
		if namesCaption(up) || up != one.from && up.DataAtom != atom.Td && t.pictures > 0 && one.isMostOf(t) {
			return true
		}
	}
	return false
}

// isMostOf reports whether a block is a short paragraph and most of the words
// of an element.
func (p *piece) isMostOf(t traits) bool {
	return p.Kind == Paragraph && t.text <= mostCaption && len(p.Text)*10 >= t.text*6 && p.linked*2 < len(p.Text)
}

var captionNames = map[string]bool{"caption": true, "captions": true, "figcaption": true, "imgcaption": true, "photocaption": true, "legend": true}

// namesCaption reports whether a page names an element as the words under a
// picture.
func namesCaption(node *html.Node) bool {
	return hasName(node, captionNames) && !isHeading(node)
}
