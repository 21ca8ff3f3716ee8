package copies

import (
	"encoding/binary"
	"math"

	"github.com/zeebo/xxh3"
)

// Two texts that share the part j of all their shingles agree on each hash of
// their signatures with probability j, and on all rows of at least one band
// with probability 1-(1-j^rows)^bands: with 3 rows and 42 bands .04 for j = .1,
// .68 for .3, .94 for .4 and .996 for .5.
const (
	rows  = 3
	bands = 42
)

// signature is the MinHash of a set of shingles.
type signature [rows * bands]uint32

// permutations are the multipliers and summands of the hashes of a signature,
// the same on every machine.
var permutations = func() (list [rows * bands][2]uint64) {
	for i := range list {
		for j := range list[i] {
			var seed [8]byte
			binary.LittleEndian.PutUint64(seed[:], uint64(2*i+j))
			list[i][j] = xxh3.Hash(seed[:])
		}
		list[i][0] |= 1
	}
	return list
}()

// minHash is the signature of shingles. For each hash it is the upper half of
// the least value of multiplier × shingle + summand.
func minHash(shingles []uint64) *signature {
	s := new(signature)
	for i := range s {
		s[i] = math.MaxUint32
	}
	for _, shingle := range shingles {
		for i := range s {
			s[i] = min(s[i], uint32((permutations[i][0]*shingle+permutations[i][1])>>32))
		}
	}
	return s
}

// band names what the signature has in band b.
func (s *signature) band(b int) uint64 {
	var raw [4 * rows]byte
	for i, hash := range s[b*rows : (b+1)*rows] {
		binary.LittleEndian.PutUint32(raw[4*i:], hash)
	}
	return xxh3.Hash(raw[:])
}
