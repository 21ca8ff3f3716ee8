package records

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/gloss"
)

//go:embed usual.tsv
var usualFile string

// usualWords is the share of all words that a stem's words have, or a concept's,
// by the key of its feature; of a concept the mean of its languages.
var usualWords = sync.OnceValue(func() map[string]float64 {
	shares := map[string]float64{}
	for line := range strings.Lines(usualFile) {
		field := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		class, err := strconv.Atoi(field[1])
		if err != nil {
			panic("records: usual.tsv: " + line)
		}
		fold, concepts, stem := arabic.Fold, gloss.Arabic, stemOf(isnad.Lang(field[0]))
		if isnad.Lang(field[0]) == isnad.English {
			fold, concepts = english.Fold, gloss.English
		}
		share := math.Pow(10, -float64(class)/10)
		for word := range strings.FieldsSeq(field[2]) {
			shares["w:"+stem(word, fold(word))] += share
			for _, concept := range concepts(word) {
				shares["c:"+concept] += share / 2
			}
		}
	}
	return shares
})

const (
	// background is how many statements of everyday news are thought beside
	// those that are compared, so that a handful knows which words are rare.
	background = 1000
	// statementWords is how many words with a meaning of their own a statement
	// has.
	statementWords = 15
	// seldom is the share of everyday statements that hold a feature of which
	// nothing is known: a name, a number.
	seldom = 0.004
	// seldomConcept is the least share of statements that hold a concept: its words
	// are many, and usual.tsv has the usual ones alone.
	seldomConcept = 0.004
)

// usual is the share of everyday statements that hold a feature: of words and
// concepts what usual.tsv says, of days and kinds of event what is roughly so.
func usual(key string) float64 {
	switch key[0] {
	case 'w':
		return min(1, statementWords*usualWords()[key])
	case 'c':
		return min(1, max(seldomConcept, statementWords*usualWords()[key]))
	case 'd':
		return 0.02
	case 'v':
		return 0.05
	}
	return seldom
}
