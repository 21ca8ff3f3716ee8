package collate

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/stories"
	"github.com/isnad-news/isnad/lang/bitext"
)

// Likeness tells for each doc of left and each of right, in one language or
// two, how likely they are of one happening as far as they alone tell, from 0 to
// 1. words is the file of a word list over languages (package bitext); nil is
// the one that comes with the program. What is no such file is of kind
// [isnad.Invalid].
func Likeness(words []byte, left, right []*isnad.Doc) ([][]float64, error) {
	list := bitext.Default()
	if words != nil {
		var err error
		if list, err = bitext.Load(words); err != nil {
			return nil, isnad.Errorf(isnad.Invalid, "word list", "%w", err)
		}
	}
	others := make([]*stories.Sketch, len(right))
	for j, doc := range right {
		others[j] = stories.NewSketchBy(list, doc)
	}
	table := make([][]float64, len(left))
	for i, doc := range left {
		table[i] = make([]float64, len(right))
		own := stories.NewSketchBy(list, doc)
		for j, other := range others {
			table[i][j] = stories.Likeness(own, other)
		}
	}
	return table, nil
}
