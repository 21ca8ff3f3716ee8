// Package tagger labels the words of a sequence by a linear model: every word
// has sparse features, given as hashes, every feature a weight for each label,
// and every pair of neighbouring labels a weight of its own. The labels that
// weigh most together are found exactly (Viterbi, IEEE Transactions on
// Information Theory 13, 1967).
//
// A model is one flat string of bytes that is used as it lies; only the checks
// of its slots are copied, beside each other, for the searches. Weights are
// whole numbers of eight bits, and sums are taken in whole numbers, so a model
// gives the same labels on every machine.
//
//	m, err := tagger.Load(weights)
//	d := m.NewDecoder()
//	var rows tagger.Rows
//	for _, word := range words {
//		rows.Add(tagger.Mix(1, tagger.Hash(word)))
//		rows.Next()
//	}
//	for i, label := range d.Decode(&rows, 0, rows.Len()) {
//		fmt.Println(words[i], m.Labels()[label])
//	}
package tagger

import "math/bits"

// Rows holds the features of the words of one sequence. The zero value is an
// empty sequence. It is used again after Reset, and then allocates nothing.
type Rows struct {
	hashes    []uint64
	bundles   []uint8  // of each, its bundle, or loose
	ends      []int32  // per word, the end of its hashes
	keys      []uint64 // per word and bundle, the key of the features that are in it, 0 if there are none
	loose     []uint64 // the hashes of no bundle again
	looseEnds []int32
}

// Bundles is how many bundles of features a word can have.
const Bundles = 3

const loose = Bundles

// Reset empties the sequence and keeps its memory.
func (r *Rows) Reset() {
	r.hashes, r.bundles, r.ends, r.keys = r.hashes[:0], r.bundles[:0], r.ends[:0], r.keys[:0]
	r.loose, r.looseEnds = r.loose[:0], r.looseEnds[:0]
}

// Add gives the current word a feature.
func (r *Rows) Add(feature uint64) {
	r.hashes = append(r.hashes, feature)
	r.bundles = append(r.bundles, loose)
	r.loose = append(r.loose, feature)
}

// AddTo is Add of a feature that comes together with the others of its bundle,
// of [Bundles], again and again: those that tell of the word alone, or of its
// neighbour alone. A [Decoder] remembers what a bundle weighs.
func (r *Rows) AddTo(bundle uint8, feature uint64) {
	r.hashes = append(r.hashes, feature)
	r.bundles = append(r.bundles, bundle)
	key := &r.open()[bundle]
	*key = (*key^feature)*prime1 | 1
}

// open returns the keys of the current word.
func (r *Rows) open() []uint64 {
	at := len(r.ends) * Bundles
	for len(r.keys) < at+Bundles {
		r.keys = append(r.keys, 0)
	}
	return r.keys[at:]
}

// AddAll gives the current word, which has none yet, the features of word i of
// others.
func (r *Rows) AddAll(others *Rows, i int) {
	from, to := others.bounds(i)
	r.hashes = append(r.hashes, others.hashes[from:to]...)
	r.bundles = append(r.bundles, others.bundles[from:to]...)
	r.loose = append(r.loose, others.looseOf(i)...)
	copy(r.open(), others.keys[i*Bundles:][:Bundles])
}

// Next ends the current word.
func (r *Rows) Next() {
	r.open()
	r.ends = append(r.ends, int32(len(r.hashes)))
	r.looseEnds = append(r.looseEnds, int32(len(r.loose)))
}

// Len is the number of words that have been ended.
func (r *Rows) Len() int { return len(r.ends) }

// Features returns the features of word i. They are valid until Reset.
func (r *Rows) Features(i int) []uint64 {
	from, to := r.bounds(i)
	return r.hashes[from:to]
}

func (r *Rows) bounds(i int) (from, to int32) { return between(r.ends, i) }

// looseOf returns the features of word i that are in no bundle.
func (r *Rows) looseOf(i int) []uint64 {
	from, to := between(r.looseEnds, i)
	return r.loose[from:to]
}

// between returns where stretch i begins and ends, by the ends of all.
func between(ends []int32, i int) (from, to int32) {
	if i > 0 {
		from = ends[i-1]
	}
	return from, ends[i]
}

const (
	prime1 = 0x9E3779B97F4A7C15
	prime2 = 0xD6E8FEB86659FD93
	prime3 = 0xA0761D6478BD642F
)

// Hash returns the hash of a string of bytes, for Mix. It is part of the file
// format: a change would make all models void.
func Hash[T string | []byte](s T) uint64 {
	h := uint64(len(s))*prime1 ^ prime3
	for len(s) >= 8 {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = fold(h^w, prime2)
		s = s[8:]
	}
	w := uint64(0)
	for i := 0; i < len(s); i++ {
		w |= uint64(s[i]) << (8 * i)
	}
	return fold(h^w, prime1)
}

// Mix returns the feature of a template with what fills it. Templates are
// numbered by the caller.
func Mix(template uint64, filled uint64) uint64 {
	return fold(template*prime1^filled^prime3, prime2)
}

// Mix2 is Mix with two things in their order.
func Mix2(template uint64, first, second uint64) uint64 {
	return fold(Mix(template, first)^second^prime1, prime3)
}

// fold multiplies and folds the product into 64 bits.
func fold(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b|1)
	return high ^ low
}
