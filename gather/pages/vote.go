package pages

import (
	"strconv"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// The extractor is asked about pages of no more elements and words than these:
// it counts the words of every element again, those nested in it included.
const (
	mostVoted  = 60_000
	mostNested = 32 << 20 // bytes of words, each counted for every element around it
)

// votes are the elements that the extractor keeps, by their number.
type votes map[int]bool

// voteSpace is the namespace of the attributes that number elements: the
// extractor moves, merges and renames elements, but keeps these.
const voteSpace = "vote"

// vote asks the vetted extractor for the elements of the report. A panic in it
// costs this page its vote, not the user the other reports.
func vote(root *html.Node, survey *survey) (kept votes) {
	defer func() {
		if recover() != nil {
			kept = nil
		}
	}()
	if survey.n > mostVoted || survey.nested > mostNested {
		return nil
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	article, err := parser.ParseAndMutate(survey.copyOf(root), nil)

	if err != nil || article.Node == nil {
		return nil
	}
	kept = make(votes)
	for node := range article.Node.Descendants() {
		for _, a := range node.Attr {
			if a.Namespace == voteSpace {
				n, _ := strconv.Atoi(a.Key)
				kept[n] = true
			}
		}
	}
	return kept
}

// copyOf copies the page without what stands around the report.
func (s *survey) copyOf(node *html.Node) *html.Node {
	to := &html.Node{Type: node.Type, DataAtom: node.DataAtom, Data: node.Data, Namespace: node.Namespace}
	if node.Type == html.ElementNode {
		number := html.Attribute{Namespace: voteSpace, Key: strconv.Itoa(s.traits[node].first)}
		to.Attr = append(append(make([]html.Attribute, 0, len(node.Attr)+1), node.Attr...), number)
	}
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		if !s.out[child] {
			to.AppendChild(s.copyOf(child))
		}
	}
	return to
}
