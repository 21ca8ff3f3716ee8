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

// features are those of an article. Streams hold many of them: six bytes each.
type features struct {
	places []place // ascending
	marks  []mark  // parallel to places
}

// feature is one of an article's.
type feature struct {
	place
	mark
}

func (f *features) at(i int) feature { return feature{f.places[i], f.marks[i]} }

// part is the features from i on and before j.
func (f *features) part(i, j int) features { return features{f.places[i:j], f.marks[i:j]} }

// mark is what an article has noted of a feature: from the highest bit down the
// zones where it stands, how often, and, once it is weighed, its rank among the
// features of other articles.
type mark uint16

const (
	rankBits  = 8
	countBits = 5
	mostCount = 1<<countBits - 1
	mostRank  = 1<<rankBits - 1
	whole     = 255 // share of a feature that stands for one thing alone
)

func newMark(zones zone, count int) mark {
	return mark(zones)<<(rankBits+countBits) | mark(min(count, mostCount))<<rankBits
}

func (m mark) zones() zone { return zone(m >> (rankBits + countBits)) }

func (m mark) count() int { return int(m >> rankBits & mostCount) }

func (m mark) rank() uint8 { return uint8(m) }

// weighed is the mark of a feature so rare, by the logarithm of how many articles
// stand to one that has it, that stands for so much of a whole one. Law: weighing
// again with the same rarity changes nothing.
func (m mark) weighed(rarity float32, share uint8) mark {
	rank := min(mostRank, rarity*values*float32(share)/whole+.5)
	return m&^mostRank | mark(rank)
}

// worth is what a report's feature counts.
func (m mark) worth() float32 { return float32(m.rank()) / values }

// values are so many ranks to one logarithm.
const values = 39

// rankOf is the least rank that is worth at least so much.
func rankOf(worth float32) uint8 { return uint8(math.Ceil(float64(worth) * values)) }

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
