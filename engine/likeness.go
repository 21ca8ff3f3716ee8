package engine

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
)

// Likeness tells for each doc of left and each of right, in one language or
// two, how likely they are of one happening, from 0 to 1. words is the file of
// a word list over languages (package lang/bitext); nil is the one that comes
// with the program.
func (e *Engine) Likeness(words []byte, left, right []*isnad.Doc) ([][]float64, error) {
	return collate.Likeness(words, left, right)
}
