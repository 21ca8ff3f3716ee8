package tagger

import "encoding/binary"

// sums finds what the features of words weigh for each label.
//
// Four labels' sums lie in a word of 64 bits, sixteen bits each. A block is of
// eight labels: a word of those at its even places and one of those at its odd
// places, as they come of eight weights that are read in one step. Sums below
// zero borrow from the one above, so that words of sums are added as numbers.
type sums struct {
	model  *Model
	total  []uint64 // two words a block, or one if the last has one label
	some   []uint64
	memory []uint64 // entries of a key and a total; nil until a bundle is met

	picked []uint64 // features
	groups []uint64 // of each, the checks where its search begins
	found  []int32  // where weights begin in the table
}

const (
	lanes  = 8  // labels of a block
	lane   = 16 // bits
	evens  = 0x00FF_00FF_00FF_00FF
	halves = 0x8080_8080_8080_8080 // makes signed bytes unsigned: half their range is added
	half   = 0x0080_0080_0080_0080
	whole  = 0x8000_8000_8000_8000
	most   = 256 // features whose weights have room in a lane

	memoryBits = 16
)

func newSums(m *Model) sums {
	words := len(m.labels)/lanes*2 + min(len(m.labels)%lanes, 2)
	return sums{model: m, total: make([]uint64, words), some: make([]uint64, words)}
}

// word sums the weights of the features of word i of rows.
func (s *sums) word(rows *Rows, i int, to []int32) {
	clear(to)
	from, end := rows.bounds(i)
	hashes, bundles := rows.hashes[from:end], rows.bundles[from:end]
	if len(hashes) > most {
		s.many(hashes, to)
		return
	}
	s.weigh(rows.looseOf(i), s.total)
	for bundle, key := range rows.keys[i*Bundles:][:Bundles] {
		if key != 0 {
			s.bundle(key, hashes, bundles, uint8(bundle))
		}
	}
	s.addTo(to)
}

// many sums the weights of more features than a lane has room for.
func (s *sums) many(features []uint64, to []int32) {
	for len(features) > 0 {
		some := features[:min(most, len(features))]
		s.weigh(some, s.total)
		s.addTo(to)
		features = features[len(some):]
	}
}

// pick returns the features of a bundle.
func (s *sums) pick(hashes []uint64, bundles []uint8, bundle uint8) []uint64 {
	s.picked = sized(s.picked, len(hashes))
	n := 0
	for i, hash := range hashes {
		s.picked[n] = hash
		if bundles[i] == bundle {
			n++
		}
	}
	return s.picked[:n]
}

// bundle adds what a bundle weighs to total.
func (s *sums) bundle(key uint64, hashes []uint64, bundles []uint8, bundle uint8) {
	size := 1 + len(s.total)
	if s.memory == nil {
		s.memory = make([]uint64, size<<memoryBits)
	}
	entry := s.memory[int(key*prime2>>(64-memoryBits))*size:][:size]
	if entry[0] != key {
		s.weigh(s.pick(hashes, bundles, bundle), s.some)
		entry[0] = key
		copy(entry[1:], s.some)
	}
	for i, sum := range entry[1:] {
		s.total[i] += sum
	}
}

// weigh sets to to what features weigh.
func (s *sums) weigh(features, to []uint64) {
	s.groups, s.found = sized(s.groups, len(features)), sized(s.found, len(features))
	for i, feature := range features { // all reads first: none waits for what another brings
		at, _ := slotOf(feature, s.model.slots)
		s.groups[i] = s.model.group(at)
	}
	n := 0
	for i, feature := range features {
		at, ok := s.model.find(feature, s.groups[i])
		s.found[n] = at
		if ok {
			n++
		}
	}
	for word := 0; word < len(to); word += 2 {
		even, odd := s.model.sum(s.found[:n], word/2*lanes)
		if to[word] = even; word+1 < len(to) {
			to[word+1] = odd
		}
	}
}

// sum returns the sums of a block, whose first label is given, of the weights
// that begin at places of the table.
func (m *Model) sum(places []int32, label int) (even, odd uint64) {
	if len(m.labels) < lanes {
		return m.sumFew(places)
	}
	from := min(label, len(m.labels)-lanes)
	past := lanes * (label - from) // bits of labels that belong to the block before
	for _, at := range places {
		weights := binary.LittleEndian.Uint64(m.table[int(at)+from:])>>past ^ halves
		even += weights & evens
		odd += weights >> lanes & evens
	}
	return even - half*uint64(len(places)), odd - half*uint64(len(places))
}

// sumFew is sum of a block that is not full and the only one.
func (m *Model) sumFew(places []int32) (even, odd uint64) {
	for _, at := range places {
		for label, weight := range m.table[at:][:len(m.labels)] {
			weight := uint64(int64(int8(weight))) << (label / 2 * lane)
			if label%2 == 0 {
				even += weight
			} else {
				odd += weight
			}
		}
	}
	return even, odd
}

// addTo adds total to sums, one a label.
func (s *sums) addTo(to []int32) {
	for label := range to {
		shift := label % lanes / 2 * lane
		sum := (s.total[label/lanes*2+label%2] + whole) >> shift
		to[label] += int32(uint16(sum)) - 1<<(lane-1)
	}
}
