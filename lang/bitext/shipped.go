package bitext

import (
	_ "embed" // the list and its card
	"sync"
)

//go:embed weights/words.tsv
var weights []byte

//go:embed weights/words.md
var card []byte

// Default returns the list that comes with the program.
var Default = sync.OnceValue(func() *List {
	l, err := Load(weights)
	if err != nil {
		panic("bitext: " + err.Error()) // embedded
	}
	return l
})

// Shipped returns the file of the list that comes with the program, and the
// card that says what it was learned from. Neither may be changed.
func Shipped() (file, about []byte) { return weights, card }
