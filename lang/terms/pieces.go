package terms

import (
	"iter"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// piece is a run of letters or digits of a token, or a run of signs in a
// number.
type piece struct {
	key        string
	start, end int // bytes of the text
	digits     bool
}

// kind sorts the bytes of a folded token.
type kind uint8

const (
	sign kind = iota
	letter
	digit
)

// kindOf sorts a byte of a folded token, in which signs and digits are ASCII.
func kindOf(c byte) kind {
	switch {
	case c >= '0' && c <= '9':
		return digit
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= 0x80, c == '\'':
		return letter
	}
	return sign
}

// pieces cuts a token where letters, digits and signs meet. Signs are given
// only between digits.
func (c *cutter) pieces(token lang.Token) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		key := token.Key
		place := func(i int) int { return token.Start + i }
		if key != c.text[token.Start:token.End] { // of equal length even so: a letter may fold to a longer, a digit to a shorter one
			folded, offsets := arabic.FoldMap(c.text[token.Start:token.End])
			key = folded
			place = func(i int) int { return token.Start + offsets[i] }
		}
		for i := 0; i < len(key); {
			k, from := kindOf(key[i]), i
			for i < len(key) && kindOf(key[i]) == k {
				i++
			}
			if k == sign && token.Kind != lang.Digits {
				continue
			}
			if !yield(piece{key[from:i], place(from), place(i), k == digit}) {
				return
			}
		}
	}
}
