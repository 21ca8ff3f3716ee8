package pages

import (
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	enoughLetters = 200    // a body with fewer is looked for in other ways too
	mostElements  = 60_000 // pages with more are not given to the extractor
)

// body returns the blocks of the report. The extractor comes first; where it
// finds next to nothing, what the page itself marks as its article, the whole
// page without its frame, and the body that JSON-LD carries are tried, and the
// longest that is not out of proportion wins.
func body(root *html.Node, source source, facts *facts) []Block {
	blocks := extract(source.html)
	found := size(blocks)
	linked := linkedBlocks(facts.linked.body)
	if told := size(linked); told >= enoughLetters && found*2 < told {
		return linked
	}
	if found >= enoughLetters {
		return blocks
	}
	if own := walk(frameless(root), true); size(own) > found {
		return own
	}
	return blocks
}

func size(blocks []Block) int {
	n := 0
	for _, block := range blocks {
		n += count(block.Text)
	}
	return n
}

// extract runs the vetted extractor. A panic in it costs this page its
// extractor, not the user the other reports.
func extract(page string) (blocks []Block) {
	defer func() {
		if recover() != nil {
			blocks = nil
		}
	}()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = mostElements
	parser.DisableJSONLD = true
	article, err := parser.ParseAndMutate(root, nil)
	if err != nil || article.Node == nil {
		return nil
	}
	return walk(article.Node, false)
}

// linkedBlocks cuts the body that JSON-LD carries into paragraphs.
func linkedBlocks(body string) []Block {
	var blocks []Block
	if strings.Contains(body, "<p") || strings.Contains(body, "<br") {
		if root, err := html.Parse(strings.NewReader(body)); err == nil {
			return walk(root, false)
		}
	}
	for line := range strings.SplitSeq(body, "\n") {
		if line = squeeze(line); line != "" {
			blocks = append(blocks, Block{Text: line})
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
