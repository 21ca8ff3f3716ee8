package eval

import (
	"math"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/terms"
)

// weighWords notes for each pair the share of the lighter statement's words
// that both have, each weighed by how few statements of docs have it: what
// wording alone tells.
func weighWords(docs []*isnad.Doc, pairs []statementPair) {
	statements, having := 0, map[string]int{}
	for _, doc := range docs {
		for i := range doc.Statements {
			statements++
			for key := range wordsOf(doc, i) {
				having[key]++
			}
		}
	}
	weight := func(words map[string]bool, both map[string]bool) float64 {
		sum := 0.0
		for key := range words {
			if both == nil || both[key] {
				sum += math.Log(float64(statements) / float64(having[key]))
			}
		}
		return sum
	}
	for i := range pairs {
		a, b := pairs[i].sides[0], pairs[i].sides[1]
		if a.statement < 0 || b.statement < 0 {
			continue
		}
		x, y := wordsOf(a.doc, a.statement), wordsOf(b.doc, b.statement)
		if lesser := math.Min(weight(x, nil), weight(y, nil)); lesser > 0 {
			pairs[i].overlap = weight(x, y) / lesser
		}
	}
}

// wordsOf are the search terms of a statement's content.
func wordsOf(doc *isnad.Doc, statement int) map[string]bool {
	var text []string
	for _, content := range doc.Statements[statement].Content {
		text = append(text, doc.Words(content))
	}
	words := map[string]bool{}
	for _, term := range terms.Of(strings.Join(text, "\n")) {
		words[term.Key] = true
	}
	return words
}

// bestOverlap is the share from which on shared words say "same", the one that
// does best on the pairs.
func bestOverlap(pairs []statementPair) float64 {
	best, threshold := -1.0, 1.0
	for tried := 0.05; tried <= 1; tried += 0.01 {
		f1 := agreement(pairs, func(p *statementPair) bool { return p.overlap >= tried }).F1()
		if f1 > best {
			best, threshold = f1, tried
		}
	}
	return threshold
}
