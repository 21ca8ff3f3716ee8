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

// frame are elements around a report.
var frame = map[atom.Atom]bool{
	atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Form: true,
	atom.Input: true, atom.Label: true, atom.Dialog: true, atom.Menu: true, atom.Title: true, atom.Head: true,
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
	frameless bool // leave out the elements around a report
	blocks    []Block
	text      strings.Builder
	linked    int // bytes of text inside links
	links     int // links open
	kind      Kind
}

// walk returns the blocks of words below root: block elements and line breaks
// begin a new one. Blocks that are all link are ways to other pages.
func walk(root *html.Node, frameless bool) []Block {
	w := &walker{frameless: frameless}
	w.node(root)
	w.flush()
	return w.blocks
}

func (w *walker) node(node *html.Node) {
	switch node.Type {
	case html.TextNode:
		w.text.WriteString(node.Data)
		if w.links > 0 {
			w.linked += len(strings.TrimSpace(node.Data))
		}
		return
	case html.ElementNode:
		w.element(node)
		return
	}
	w.children(node)
}

func (w *walker) children(node *html.Node) {
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		w.node(child)
	}
}

func (w *walker) element(node *html.Node) {
	tag := node.DataAtom
	switch {
	case unread[tag] || w.frameless && frame[tag]:
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
		w.kind = Heading
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
	linked := w.linked
	w.text.Reset()
	w.linked = 0
	if words == "" || linked*10 >= len(words)*9 && w.kind != Caption || isFurniture(words) {
		return
	}
	w.blocks = append(w.blocks, Block{Kind: w.kind, Text: words})
}
