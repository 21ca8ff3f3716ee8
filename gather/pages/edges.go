package pages

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/isnad-news/isnad/gather/credits"
)

// narrow leaves out what lies outside the core: before it, a paragraph behind
// the headline is the report's standfirst; behind it, nothing is the report's.
func (r *reader) narrow() {
	headed := -1
	for i := range r.all {
		if one := &r.all[i]; headed < 0 && one.says(r.title) {
			headed = i
		}
	}
	t := r.survey.traits[r.core]
	for i := range r.all {
		one := &r.all[i]
		if !one.kept || r.inCore(one) || one.Kind == Caption && one.at < t.first && headed >= 0 && i > headed {
			continue
		}
		if one.at < t.first && headed >= 0 && i > headed && count(one.Text) >= 40 && !isHeadLine(one.Text) && !one.says(r.title) {
			one.Kind = Standfirst
			continue
		}
		one.kept = false
	}
}

// mostHead is how many lines between headline and body may be dates and counts;
// more are a table of results.
const mostHead = 16

// bodyLetters is how many letters a paragraph has that is sure to be body.
const bodyLetters = 60

// head leaves out what stands between the headline and the body: the headline
// once more, dates, counts. A full sentence there is the standfirst.
func (r *reader) head() {
	var head []*piece
	for i := range r.all {
		one := &r.all[i]
		if !one.kept || one.junk || one.Kind == Standfirst || one.Kind == Caption {
			continue
		}
		known := len(head) < mostHead && r.isHead(one)
		if !known && r.isBody(one) {
			r.standfirst(i)
			break
		}
		if head = append(head, one); len(head) > 4*mostHead {
			return // a page without paragraphs
		}
	}
	for _, one := range head {
		if one.Kind == Heading && count(one.Text) >= bodyLetters && !one.junk {
			one.Kind = Standfirst
		}
	}
}

// isHead tells a line that is no body, and what it is.
func (r *reader) isHead(one *piece) bool {
	if one.says(r.title) || isHeadLine(one.Text) {
		one.junk = true
		return true
	}
	if _, byline := credits.Byline(one.Text); byline {
		one.Kind, one.Text = Byline, withoutStamp(one.Text)
		return true
	}
	return false
}

// isBody reports whether a block is a paragraph with which the body may begin.
func (r *reader) isBody(one *piece) bool {
	return one.Kind == Paragraph && r.inCore(one) &&
		(count(one.Text) >= bodyLetters || stops(one.Text) && len(strings.Fields(one.Text)) > 5)
}

// standfirst tells a first paragraph that the page names as such, unless it
// stands in a row with the next one.
func (r *reader) standfirst(first int) {
	one := &r.all[first]
	if first+1 < len(r.all) && one.from.DataAtom == atom.P && r.all[first+1].from.Parent == one.from.Parent {
		return
	}
	for up, n := one.from, 0; up != nil && up != r.core && n < 4; up, n = up.Parent, n+1 {
		if (up.DataAtom == atom.Header || namesStandfirst(up)) && r.survey.traits[up].own()*3 < r.survey.own {
			one.Kind = Standfirst
			return
		}
	}
}

// mostTail is how many lines below the body may be left out.
const mostTail = 40

// tail leaves out what stands below the body: headings of nothing, bare
// addresses, short lines of links.
func (r *reader) tail() {
	below := 0
	for i := len(r.all) - 1; i >= 0; i-- {
		one := &r.all[i]
		if !one.kept || one.junk || one.Kind == Caption {
			continue
		}
		if below++; below > mostTail || one.Kind != Heading && !isContact(one.Text) && (!isHeadLine(one.Text) || r.listed(i)) {
			break
		}
		one.junk = true
	}
	// A heading whose part went away goes with it.
	last := 0
	for i := len(r.all) - 1; i >= 0; i-- {
		one := &r.all[i]
		if !one.kept || one.junk || one.Kind == Caption {
			continue
		}
		if one.Kind == Heading && last > 0 && one.level >= last {
			one.junk = true
			continue
		}
		last = one.level
	}
}

// listed reports whether the block before i that belongs to the report has the
// form of a line under a headline too: then both are items of a list.
func (r *reader) listed(i int) bool {
	for i--; i >= 0; i-- {
		if one := &r.all[i]; one.kept && !one.junk && one.Kind != Caption {
			return isHeadLine(one.Text)
		}
	}
	return false
}
