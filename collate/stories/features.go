package stories

import (
	"cmp"
	"hash/fnv"
	"slices"
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
}

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

// label is how a feature is written.
type label struct {
	at   place
	word string
}

func labelOf(labels []label, at place) string {
	i, ok := slices.BinarySearchFunc(labels, at, func(l label, at place) int { return cmp.Compare(l.at, at) })
	if !ok {
		return ""
	}
	return labels[i].word
}
