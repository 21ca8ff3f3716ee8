package translit

import _ "embed"

//go:embed weights/letters.md
var card []byte

// Shipped returns the file of weights that comes with the program, and the card
// that says what they were learned from. Neither may be changed.
func Shipped() (file, about []byte) { return weights, card }
