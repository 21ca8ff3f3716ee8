package page

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad"
)

// mark is a fact to be shown on a stretch of text.
type mark struct {
	span  isnad.Span
	class string
	id    string // anchor; the first piece carries it
	entry string // anchor of the record's entry that the fact belongs to
	title string // what a pointer that rests on it reads
	outer int    // of two marks on the same words, the one with the smaller number is outside
}

// node is a piece of text, plain where it has no class, else around children.
type node struct {
	Text     string
	Class    string
	ID       string
	Of       string // for the second and later pieces of a mark: its id
	Entry    string
	Title    string
	Anchors  []string // ids of marks that are nested too deep to be shown
	Children []node
}

// maxDepth bounds nesting, since browsers bound it too.
const maxDepth = 24

// piece is a stretch of a mark that crosses no other piece.
type piece struct {
	isnad.Span
	mark  int
	first bool
}

// nest turns overlapping marks over text[base] into a tree whose plain text,
// read in order, is exactly text[base]. Where two marks cross, the one that
// stands later in the list is cut at the border of the other, so that marks
// early in the list stay whole. Used holds the ids already given away, over
// all calls for one report: of a mark over several parts the first has the id.
func nest(text string, base isnad.Span, marks []mark, used map[string]bool) []node {
	pieces := cut(base, marks)
	slices.SortStableFunc(pieces, func(a, b piece) int {
		return cmp.Or(
			cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End),
			cmp.Compare(marks[a.mark].outer, marks[b.mark].outer), cmp.Compare(a.mark, b.mark),
		)
	})
	t := &tree{text: text, marks: marks, pieces: pieces, used: used}
	return t.fill(base, 0)
}

// cut divides every mark so that of any two pieces one holds the other or they
// share nothing.
func cut(base isnad.Span, marks []mark) []piece {
	var placed []piece
	for i, m := range marks {
		span := isnad.Span{Start: max(m.span.Start, base.Start), End: min(m.span.End, base.End)}
		if span.Empty() {
			continue
		}
		borders := []int{span.Start, span.End}
		for _, p := range placed {
			if p.Start < span.Start && span.Start < p.End && p.End < span.End {
				borders = append(borders, p.End)
			}
			if span.Start < p.Start && p.Start < span.End && span.End < p.End {
				borders = append(borders, p.Start)
			}
		}
		slices.Sort(borders)
		borders = slices.Compact(borders)
		for j := 1; j < len(borders); j++ {
			placed = append(placed, piece{isnad.Span{Start: borders[j-1], End: borders[j]}, i, j == 1})
		}
	}
	return placed
}

// tree builds nodes from pieces that stand in order, outer before inner.
type tree struct {
	text   string
	marks  []mark
	pieces []piece
	used   map[string]bool
}

// fill makes the nodes of base from the pieces that lie in it.
func (t *tree) fill(base isnad.Span, depth int) []node {
	var nodes []node
	at := base.Start
	plain := func(end int) {
		if at < end {
			nodes = append(nodes, node{Text: t.text[at:end]})
			at = end
		}
	}
	for len(t.pieces) > 0 && t.pieces[0].Start < base.End {
		p := t.pieces[0]
		t.pieces = t.pieces[1:]
		plain(p.Start)
		n := t.node(p)
		if depth >= maxDepth {
			nodes = append(nodes, node{Anchors: []string{n.ID}})
			continue
		}
		n.Children = t.fill(p.Span, depth+1)
		nodes = append(nodes, n)
		at = p.End
	}
	plain(base.End)
	return nodes
}

func (t *tree) node(p piece) node {
	m := t.marks[p.mark]
	n := node{Class: m.class, Entry: m.entry, Title: m.title}
	switch {
	case m.id == "":
	case p.first && !t.used[m.id]:
		t.used[m.id] = true
		n.ID = m.id
	default:
		n.Of = m.id
	}
	return n
}
