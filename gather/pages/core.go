package pages

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// weights sums, over the order of the page, the words of chosen blocks.
type weights struct {
	before []int // bytes of words in the elements of lower numbers
	total  int
}

// weigh sums the words outside links of the blocks that are chosen.
func (r *reader) weigh(chosen func(*piece) bool) *weights {
	w := &weights{before: make([]int, r.survey.n+2)}
	for i := range r.all {
		if one := &r.all[i]; chosen(one) {
			w.before[one.at+1] += len(one.Text) - one.linked
		}
	}
	for i := 1; i < len(w.before); i++ {
		w.before[i] += w.before[i-1]
	}
	w.total = w.before[len(w.before)-1]
	return w
}

// below is the weight of the blocks inside an element.
func (w *weights) below(t traits) int {
	if t.first == 0 {
		return 0
	}
	return w.before[t.last+1] - w.before[t.first]
}

const (
	leastScored  = 25 // bytes of words outside links of a block that counts at all
	sureSentence = 80 // bytes of one that counts whatever its end
	mostLevels   = 6  // ancestors that a block counts for
)

// reads reports whether a block reads like the body of a report.
func (p *piece) reads() bool {
	own := len(p.Text) - p.linked
	return !p.junk && p.Kind == Paragraph && own >= leastScored && (own >= sureSentence || stops(p.Text))
}

// coreShare is the part of the words voted for, in hundredths, that the core
// of the report holds at least.
const coreShare = 85

// boxedShare is coreShare where all the rest stands in boxes of another make.
const boxedShare = 70

// votedCore returns the smallest element that holds nearly all words that were
// voted for; nil if none were.
func (r *reader) votedCore(kept votes) *html.Node {
	chosen := r.weigh(func(one *piece) bool { return kept[one.at] && !one.junk && one.Kind != Caption })
	if chosen.total == 0 {
		return nil
	}
	core := r.top()
	for next := core; next != nil; {
		core, next = next, nil
		for child := core.FirstChild; child != nil; child = child.NextSibling {
			share := chosen.below(r.survey.traits[child]) * 100
			if child.Type == html.ElementNode && (share >= chosen.total*coreShare || share >= chosen.total*boxedShare && r.boxed(child, chosen)) {
				next = child
				break
			}
		}
	}
	// A report of one paragraph: its core is what holds the paragraph.
	for core.Parent != nil && core.Parent.Type == html.ElementNode && (inline[core.DataAtom] || core.DataAtom == atom.P) {
		core = core.Parent
	}
	return core
}

// boxed reports whether all words beside an element that were voted for stand
// in boxes made otherwise than it is: none are paragraphs that go on with it.
func (r *reader) boxed(node *html.Node, chosen *weights) bool {
	if isText[node.DataAtom] {
		return false
	}
	for sibling := node.Parent.FirstChild; sibling != nil; sibling = sibling.NextSibling {
		if sibling == node || chosen.below(r.survey.traits[sibling]) == 0 {
			continue
		}
		if sibling.Type != html.ElementNode || isText[sibling.DataAtom] || isHeading(sibling) || alike(sibling, node) {
			return false
		}
	}
	return true
}

// isText are elements that hold paragraphs of running text.
var isText = map[atom.Atom]bool{
	atom.P: true, atom.Blockquote: true, atom.Ul: true, atom.Ol: true, atom.Table: true, atom.Pre: true,
}

// alike reports whether two elements are of one make.
func alike(a, b *html.Node) bool {
	class := attribute(a, "class")
	return a.Data == b.Data && class == attribute(b, "class") && (class != "" || attribute(a, "id") == attribute(b, "id"))
}

func (r *reader) top() *html.Node {
	top := r.all[0].from
	for top.Parent != nil && top.Parent.Type == html.ElementNode {
		top = top.Parent
	}
	return top
}

// weighedCore returns the element that holds the report by the shape of the
// page alone: the one whose own paragraphs weigh most, a block counting for
// the elements around it the less the farther these are, widened as long as
// that takes in more of the same.
func (r *reader) weighedCore() *html.Node {
	scores := make(map[*html.Node]float64)
	read := r.weigh((*piece).reads)
	for i := range r.all {
		if one := &r.all[i]; one.reads() {
			one.score(scores)
		}
	}
	var best *html.Node
	most := 0.0
	for i := range r.all {
		for up, n := r.all[i].from, 0; up != nil && n <= mostLevels; up, n = up.Parent, n+1 {
			t := r.survey.traits[up]
			if score := scores[up] * (1 - float64(t.linked)/float64(max(1, t.text))); score > most {
				best, most = up, score
			}
		}
	}
	return r.widen(best, read)
}

// score adds what a block counts for to the elements around it.
func (p *piece) score(scores map[*html.Node]float64) {
	score := 1 + float64(strings.Count(p.Text, ",")+strings.Count(p.Text, "\u060C")) + min(float64(len(p.Text)-p.linked)/100, 3)
	up := p.from
	for up.Parent != nil && (inline[up.DataAtom] || up.DataAtom == atom.P) {
		up = up.Parent
	}
	for level := 1; up != nil && up.Type == html.ElementNode && level <= mostLevels; level++ {
		scores[up] += score / float64(level)
		up = up.Parent
	}
}

// widen climbs from core as long as that takes in more of what reads like the
// body and not much else.
func (r *reader) widen(core *html.Node, read *weights) *html.Node {
	if core == nil {
		return nil
	}
	here := r.survey.traits[core]
	weight := read.below(here)
	for up := core.Parent; up != nil && up.Type == html.ElementNode && up.DataAtom != atom.Html; up = up.Parent {
		t := r.survey.traits[up]
		more := read.below(t)
		if more*10 < weight*12 {
			continue
		}
		if (more-weight)*2 < t.text-here.text {
			break
		}
		core, here, weight = up, t, more
	}
	return core
}
