package pages

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are elements whose content is no text of the page.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Iframe: true, atom.Template: true,
	atom.Svg: true, atom.Math: true, atom.Object: true, atom.Canvas: true, atom.Audio: true, atom.Video: true,
	atom.Map: true, atom.Select: true, atom.Textarea: true, atom.Button: true,
}

// inline are elements that do not break a line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true,
	atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true,
	atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true,
	atom.Wbr: true, atom.Img: true, atom.Big: true, atom.Acronym: true, atom.Picture: true,
}

// walker collects the blocks below a node.
type walker struct {
	leave  func(*html.Node) bool // what is left out with all that is in it
	blocks []piece
	text   strings.Builder
	last   byte // of text
	linked int  // bytes of text inside links
	links  int  // links open
	kind   Kind
	rank   int        // of the heading that is open
	from   *html.Node // element that holds the first words
}

// piece is a block and where it comes from.
type piece struct {
	Block
	from   *html.Node // element that holds its first words
	at     int        // number of that element
	linked int        // bytes of its text inside links
	level  int        // of a heading: 1 to 6; 7 of all else
	kept   bool       // belongs to the report
	junk   bool       // does not, whatever was said before
	noise  bool       // is no text of any report, wherever it stands
}

// says reports whether a block is the words of key and no others.
func (p *piece) says(key string) bool {
	return key != "" && len(p.Text) < 4*len(key)+64 && letters(p.Text) == key
}

// walk returns the blocks of words below root: block elements and line breaks
// begin a new one.
func walk(root *html.Node, leave func(*html.Node) bool) []piece {
	w := &walker{leave: leave}
	w.node(root)
	w.flush()
	return w.blocks
}

func (w *walker) node(node *html.Node) {
	switch node.Type {
	case html.TextNode:
		w.words(node)
		return
	case html.ElementNode:
		w.element(node)
		return
	}
	w.children(node)
}

func (w *walker) words(node *html.Node) {
	words := strings.TrimSpace(node.Data)
	if w.from == nil && words != "" {
		w.from = node.Parent
	}
	if w.text.Len() > 0 && words != "" && digit(w.last) && digit(words[0]) && node.Data[0] == words[0] {
		w.text.WriteByte(' ') // a number does not go on in another element
	}
	w.text.WriteString(node.Data)
	w.last = node.Data[len(node.Data)-1]
	if w.links > 0 {
		w.linked += len(words)
	}
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func (w *walker) children(node *html.Node) {
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		w.node(child)
	}
}

func (w *walker) element(node *html.Node) {
	tag := node.DataAtom
	switch {
	case unread[tag] || w.leave(node):
		return
	case tag == atom.Br || tag == atom.Hr:
		w.flush()
		return
	case tag == atom.A:
		w.links++
		w.children(node)
		w.links--
		return
	case inline[tag]:
		w.children(node)
		return
	}
	w.flush()
	outer := w.kind
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.kind, w.rank = Heading, int(tag.String()[1]-'0')
	case atom.Figcaption, atom.Caption:
		w.kind = Caption
	}
	w.children(node)
	w.flush()
	w.kind = outer
}

// flush ends a block.
func (w *walker) flush() {
	words := squeeze(w.text.String())
	if words != "" {
		w.blocks = append(w.blocks, piece{Block: Block{Kind: w.kind, Text: words}, from: w.from, linked: w.linked, level: w.level()})
	}
	w.text.Reset()
	w.linked, w.from = 0, nil
}

func (w *walker) level() int {
	if w.kind == Heading {
		return w.rank
	}
	return 7
}
