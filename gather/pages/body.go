package pages

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// enoughLetters is the letters of a body; one with fewer is looked for in
// other ways too.
const enoughLetters = 200

// body returns the blocks of the report. What the page names as standing
// around it goes first; of the rest the extractor and the shape of the page
// choose. Where that finds next to nothing, what the page itself marks as its
// article and the body that JSON-LD carries are tried.
func body(root *html.Node, facts *facts, title string) []piece {
	r := &reader{survey: surveyOf(root, title), title: letters(title)}
	r.all = walk(root, r.survey.leave)
	blocks := r.report(vote(root, r.survey))
	found := size(blocks)
	linked := linkedBlocks(facts.linked.body)
	if told := size(linked); told >= enoughLetters && found*2 < told {
		return linked
	}
	if found >= enoughLetters {
		return blocks
	}
	if own := r.plain(walk(frameless(root), r.survey.leave)); size(own) > found {
		return own
	}
	return blocks
}

func size(blocks []piece) int {
	n := 0
	for _, block := range blocks {
		n += count(block.Text)
	}
	return n
}

// reader chooses the blocks of the report out of those of the page.
type reader struct {
	survey *survey
	title  string // its letters
	all    []piece
	core   *html.Node
}

// report finds the one element that holds the report, its core, and takes all
// that stands in it, in particular the lists, quotes and tables that the vote
// left out; then leaves out what does not belong to a report at its head,
// inside it and at its end.
func (r *reader) report(kept votes) []piece {
	for i := range r.all {
		r.all[i].at = r.survey.traits[r.all[i].from].first
	}
	r.label()
	if r.core = r.votedCore(kept); r.core == nil {
		r.core = r.weighedCore()
	}
	if r.core == nil {
		return nil
	}
	for i := range r.all {
		r.all[i].kept = true
	}
	r.narrow()
	r.head()
	r.tail()
	return r.unless(kept)
}

// unless returns the chosen blocks, unless the vote has much more: then the
// shape of the page misled, and the vote alone counts.
func (r *reader) unless(kept votes) []piece {
	chosen := r.chosen()
	var voted []piece
	for _, one := range r.all {
		if kept[one.at] && !one.noise {
			voted = append(voted, one)
		}
	}
	if bytesOf(chosen)*misled < bytesOf(voted)*10 {
		return voted
	}
	return chosen
}

// misled is how many tenths more words the vote must have to count alone.
const misled = 15

func bytesOf(blocks []piece) int {
	n := 0
	for _, block := range blocks {
		n += len(block.Text)
	}
	return n
}

// label tells captions, and drops what is no text of any report.
func (r *reader) label() {
	for i := range r.all {
		one := &r.all[i]
		if r.isCaption(one) {
			one.Kind = Caption
		}
		if one.Kind == Paragraph && clockAlone.MatchString(one.Text) {
			one.Kind, one.level = Heading, 6 // of an update of a live report
		}
		one.noise = isFurniture(one.Text) || one.isWay() || isInvitation(one.Text)
		one.junk = one.noise || one.Kind == Caption && isCount(one.Text)
	}
}

// isWay reports whether a block is a way to another page: all link, or a short
// line of which half is.
func (p *piece) isWay() bool {
	if p.Kind == Caption || ancestor(p.from, atom.Blockquote) != nil {
		return false
	}
	if p.linked*10 >= len(p.Text)*9 {
		return true
	}
	return p.linked*2 >= len(p.Text) && len(p.Text) < 250 && !stops(p.Text)
}

// inCore reports whether a block lies in the core.
func (r *reader) inCore(one *piece) bool {
	t := r.survey.traits[r.core]
	return one.at >= t.first && one.at <= t.last
}

func (r *reader) chosen() []piece {
	var blocks []piece
	for _, one := range r.all {
		if one.kept && !one.junk {
			blocks = append(blocks, one)
		}
	}
	return blocks
}

// plain leaves out ways to other pages and lines that are no text.
func (r *reader) plain(blocks []piece) []piece {
	return slices.DeleteFunc(blocks, func(one piece) bool { return one.isWay() || isFurniture(one.Text) })
}

// linkedBlocks cuts the body that JSON-LD carries into paragraphs.
func linkedBlocks(body string) []piece {
	var blocks []piece
	if strings.Contains(body, "<p") || strings.Contains(body, "<br") {
		if root, err := html.Parse(strings.NewReader(body)); err == nil {
			return walk(root, func(*html.Node) bool { return false })
		}
	}
	for line := range strings.SplitSeq(body, "\n") {
		if line = squeeze(line); line != "" {
			blocks = append(blocks, piece{Block: Block{Text: line}})
		}
	}
	return blocks
}

// frameless returns the element that holds the report: the only article
// element, the main element, or the body.
func frameless(root *html.Node) *html.Node {
	var articles, mains []*html.Node
	for node := range root.Descendants() {
		switch node.DataAtom {
		case atom.Article:
			articles = append(articles, node)
		case atom.Main:
			mains = append(mains, node)
		}
	}
	if len(articles) == 1 {
		return articles[0]
	}
	if len(mains) == 1 {
		return mains[0]
	}
	return root
}
