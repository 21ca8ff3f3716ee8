package stories

import (
	"hash/fnv"
	"math"
)

// kind says what a feature stands for.
type kind uint8

const (
	term    kind = iota // folded stem of a word, of one language
	name                // person, body, occasion: a row, a joined entity or the sound of a word of it
	spot                // place
	number              // figures
	date                // a day that the text gives
	concept             // what a word may mean, in any language
	sense               // a word as it is compared over languages: English, or what an Arabic one is translated by
	kinds
)

// zone says where in an article a feature stands.
type zone uint8

const (
	inTitle zone = 1 << iota
	inLead
	inBody
)

// place is a feature as a number: its kind in the three highest bits, then the
// key of its word.
type place uint32

const kindBits = 3

func placeOf(k kind, key uint32) place { return place(k)<<(32-kindBits) | place(key>>kindBits) }

func (p place) kind() kind { return kind(p >> (32 - kindBits)) }

// feature is one of an article. A list of them is ascending by place.
type feature struct {
	place
	zones zone
	count uint8
	share uint8 // how much of a whole one it is, in 255ths: a word among several that one may mean
	rare  uint8 // how rare it is among the live articles, see value; 0 in a sketch
}

// value is what rarity is worth: the logarithm of how many articles stand to
// one that has the feature.
func (f feature) value() float32 { return float32(f.rare) / values }

// values are so many to one logarithm.
const values = 39

// rank is the least rare whose value is at least so much.
func rank(value float32) uint8 { return uint8(math.Ceil(float64(value) * values)) }

// key is a word as a number; 0 stands for none.
func key(parts ...string) uint32 {
	h := fnv.New64a()
	for i, part := range parts {
		if i > 0 {
			h.Write([]byte{0})
		}
		h.Write([]byte(part))
	}
	sum := h.Sum64()
	return max(1, uint32(sum>>32)^uint32(sum))
}
