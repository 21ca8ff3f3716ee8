package pages

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// traits is what is counted below an element.
type traits struct {
	text        int // bytes of words
	linked      int // of these inside links
	first, last int // its number in the order of the page, and the last below it
	pictures    int
}

// own is the words that are no link, in bytes.
func (t traits) own() int { return t.text - t.linked }

// survey is the traits of all elements of a page, and which of them stand
// around the report.
type survey struct {
	traits map[*html.Node]traits
	out    map[*html.Node]bool
	own    int // bytes of words outside links on the whole page
	n      int // elements counted
	nested int // bytes of words, each counted for every element around it
}

func surveyOf(root *html.Node, title string) *survey {
	s := &survey{traits: make(map[*html.Node]traits), out: make(map[*html.Node]bool)}
	s.own = s.count(root, false).own()
	s.others(root, title)
	s.mark(root)
	return s
}

func (s *survey) count(node *html.Node, linked bool) traits {
	if node.Type == html.TextNode {
		n := len(strings.TrimSpace(node.Data))
		if linked {
			return traits{text: n, linked: n}
		}
		return traits{text: n}
	}
	var sum traits
	if node.Type == html.ElementNode {
		if unread[node.DataAtom] {
			return sum
		}
		s.n++
		sum.first = s.n
		if node.DataAtom == atom.Img || node.DataAtom == atom.Picture || node.Data == "amp-img" {
			sum.pictures = 1
		}
	}
	linked = linked || node.DataAtom == atom.A
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		below := s.count(child, linked)
		sum.text += below.text
		sum.linked += below.linked
		sum.pictures += below.pictures
	}
	if node.Type == html.ElementNode {
		sum.last = s.n
		s.nested += sum.text
		s.traits[node] = sum
	}
	return sum
}

func (s *survey) mark(node *html.Node) {
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		if child.Type != html.ElementNode || s.out[child] {
			continue
		}
		if s.around(child) {
			s.out[child] = true
			continue
		}
		s.mark(child)
	}
}

const (
	smallBytes = 160 // of words outside links; an element with fewer is small
	cardBytes  = 600 // of words outside links in a teaser of another report, at most
)

// around reports whether an element stands around the report. What holds a
// third of the words of the page does not, whatever its name.
func (s *survey) around(node *html.Node) bool {
	t := s.traits[node]
	switch node.DataAtom {
	case atom.Body, atom.Html, atom.Main:
		return false
	case atom.Article:
		return t.own()*3 <= s.own && (hidden(node) || s.isCard(node))
	}
	found := named(node)
	if found == surely {
		return s.own-t.own() >= otherBytes
	}
	if t.own()*3 > s.own {
		return false
	}
	if hidden(node) || (node.DataAtom == atom.Ul || node.DataAtom == atom.Ol) && s.isLinkList(node) {
		return true
	}
	found = max(aroundTags[node.DataAtom], found)
	switch node.DataAtom {
	case atom.P:
		found = min(found, ifSmall)
	case atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot:
		if found == ifSmall {
			return false // the cells of a table of results are small
		}
	}
	switch {
	case found == unbelieved || quotes(node):
		return false
	case found == always:
		return true
	case s.underPicture(node):
		return false
	}
	return t.own() < smallBytes || t.linked*2 > t.text || s.isCard(node)
}

// underPicture reports whether an element holds the words under a picture: it
// lies in a figure, or a picture and it are all that the element around it
// holds.
func (s *survey) underPicture(node *html.Node) bool {
	t, around := s.traits[node], s.traits[node.Parent]
	return ancestor(node, atom.Figure) != nil || t.text > 0 && around.pictures > t.pictures && around.text == t.text
}

// quotes reports whether an element holds a quotation, such as a post that
// the report embeds.
func quotes(node *html.Node) bool {
	for below := range node.Descendants() {
		if below.DataAtom == atom.Blockquote {
			return true
		}
	}
	return false
}

// isLinkList reports whether most of a list is links: of its words, or of its
// items, when all is said.
func (s *survey) isLinkList(list *html.Node) bool {
	t := s.traits[list]
	if t.linked == 0 {
		return false
	}
	items, links := 0, 0
	for item := list.FirstChild; item != nil; item = item.NextSibling {
		if item.DataAtom == atom.Li {
			i := s.traits[item]
			items++
			if i.linked*10 >= i.text*8 {
				links++
			}
		}
	}
	return t.linked*10 > t.text*6 || items > 2 && links*10 >= items*6
}

// isCard reports whether an article element is a teaser of another report: few
// words under a heading that is a link.
func (s *survey) isCard(node *html.Node) bool {
	t := s.traits[node]
	if t.own() > cardBytes || t.own()*4 > s.own {
		return false
	}
	if t.linked*2 > t.text {
		return true
	}
	for below := range node.Descendants() {
		if isHeading(below) {
			b := s.traits[below]
			linkedHeading := b.linked*10 > b.text*8 || below.Parent.DataAtom == atom.A
			return b.text > 0 && linkedHeading
		}
	}
	return false
}

func isHeading(node *html.Node) bool {
	switch node.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// otherBytes is how many words outside links, in bytes, another report on the
// page has at least.
const otherBytes = 300

// others marks the other reports on a page, such as those that load below it:
// each has a first-rank heading, or an article element, of its own.
func (s *survey) others(root *html.Node, title string) {
	var own *html.Node
	var headings, articles []*html.Node
	for node := range root.Descendants() {
		switch {
		case node.DataAtom == atom.Article:
			articles = append(articles, node)
		case node.DataAtom == atom.H1, node.DataAtom == atom.H2:
			if own == nil && s.traits[node].text <= mostTitle && same(textOf(node), title) {
				own = node
			} else if node.DataAtom == atom.H1 {
				headings = append(headings, node)
			}
		}
		if len(articles) > 500 || len(headings) > 100 {
			return // no page of a report
		}
	}
	if own == nil {
		return
	}
	scope := s.scope(own, headings)
	if s.traits[scope].own() < otherBytes {
		return
	}
	for _, heading := range headings {
		if other := s.below(heading, scope); other != nil && s.traits[other].own() >= otherBytes {
			s.out[other] = true
		}
	}
	article := ancestor(own, atom.Article)
	if article == nil || s.traits[article].own() < otherBytes {
		return
	}
	for _, other := range articles {
		if !s.within(other, article) && !s.within(article, other) {
			s.out[other] = true
		}
	}
}

// scope is the largest element around heading that holds none of the others.
func (s *survey) scope(heading *html.Node, others []*html.Node) *html.Node {
	scope := heading
	for up := heading.Parent; up != nil && up.Type == html.ElementNode; up = up.Parent {
		for _, other := range others {
			if s.within(other, up) {
				return scope
			}
		}
		scope = up
	}
	return scope
}

// below returns the largest element around heading that lies behind scope and
// does not hold it; nil if there is none.
func (s *survey) below(heading, scope *html.Node) *html.Node {
	if s.traits[heading].first < s.traits[scope].last {
		return nil
	}
	other := heading
	for up := heading.Parent; up != nil && up.Type == html.ElementNode && !s.within(scope, up); up = up.Parent {
		other = up
	}
	return other
}

// within reports whether node is outer or lies in it.
func (s *survey) within(node, outer *html.Node) bool {
	n, o := s.traits[node], s.traits[outer]
	return n.first >= o.first && n.first <= o.last && o.first > 0
}

func ancestor(node *html.Node, tag atom.Atom) *html.Node {
	for up := node.Parent; up != nil; up = up.Parent {
		if up.DataAtom == tag {
			return up
		}
	}
	return nil
}

func (s *survey) leave(node *html.Node) bool { return s.out[node] }
