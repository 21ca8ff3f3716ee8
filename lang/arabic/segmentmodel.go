package arabic

import (
	_ "embed"
	"fmt"
	"sync"
)

//go:embed weights/segments.bin
var segmentBytes []byte

//go:embed weights/segments.md
var segmentCard []byte

// ShippedSegments returns the weights that come with the program, and the card
// that says what they were learned from. Neither may be changed.
func ShippedSegments() (weights, card []byte) { return segmentBytes, segmentCard }

// The file of a segment model: the magic, the binary logarithm of the lexicon's
// places, then the places and the weights of the slots.
const (
	segmentMagic = "ISEGMNT1"
	segmentHead  = len(segmentMagic) + 1
	placeBytes   = 3 // of a place in the lexicon
	maxPlaceBits = 20
)

// segmentModel scores the cuts of words.
type segmentModel struct {
	lexicon lexicon
	weights []int8
}

// readSegments reads a model that TrainSegments made; it keeps the bytes.
func readSegments(file []byte) (*segmentModel, error) {
	if len(file) < segmentHead || string(file[:len(segmentMagic)]) != segmentMagic {
		return nil, fmt.Errorf("read segment model: no model of this version")
	}
	bits := int(file[segmentHead-1])
	if bits > maxPlaceBits || len(file) != segmentHead+placeBytes<<bits+1<<slotBits {
		return nil, fmt.Errorf("read segment model: %d bytes for 2^%d places", len(file), bits)
	}
	m := &segmentModel{lexicon: lexicon{bits: bits, places: file[segmentHead : segmentHead+placeBytes<<bits]}}
	m.weights = make([]int8, 1<<slotBits)
	for i, b := range file[segmentHead+placeBytes<<bits:] {
		m.weights[i] = int8(b)
	}
	return m, nil
}

// segments is the model that ships. It is part of the program, so a broken one
// is a mistake in it.
var segments = sync.OnceValue(func() *segmentModel {
	m, err := readSegments(segmentBytes)
	if err != nil {
		panic("arabic: " + err.Error())
	}
	return m
})

// lexicon has how often words are written, by the hash of their folded
// letters, in steps from 1, seldom, to mostCount. It is a table of places with
// linear probing: 18 bits of the hash and 6 of the count; two words in a
// quarter of a million share a place, and then their count.
type lexicon struct {
	bits   int
	places []byte
}

const (
	countBits = 6
	mostCount = 1<<countBits - 1
	printBits = 8*placeBytes - countBits
)

func (l *lexicon) at(h uint64) (place int, print uint32) {
	h *= 0x9E3779B97F4A7C15
	return int(h >> (64 - l.bits)), uint32(h>>8) & (1<<printBits - 1)
}

// count returns how often the word of a hash is written, 0 for never.
func (l *lexicon) count(h uint64) int {
	place, print := l.at(h)
	for range 64 {
		at := place * placeBytes
		entry := uint32(l.places[at]) | uint32(l.places[at+1])<<8 | uint32(l.places[at+2])<<16
		switch {
		case entry&mostCount == 0:
			return 0
		case entry>>countBits == print:
			return int(entry & mostCount)
		}
		place = (place + 1) & (1<<l.bits - 1)
	}
	return 0
}

// put sets the count of a word, unless there is no place for it.
func (l *lexicon) put(h uint64, count int) {
	place, print := l.at(h)
	for range 64 {
		at := place * placeBytes
		entry := uint32(l.places[at]) | uint32(l.places[at+1])<<8 | uint32(l.places[at+2])<<16
		if entry&mostCount == 0 || entry>>countBits == print {
			entry = print<<countBits | uint32(max(min(count, mostCount), int(entry&mostCount)))
			l.places[at], l.places[at+1], l.places[at+2] = byte(entry), byte(entry>>8), byte(entry>>16)
			return
		}
		place = (place + 1) & (1<<l.bits - 1)
	}
}

// file writes a model.
func (m *segmentModel) file() []byte {
	file := append([]byte(segmentMagic), byte(m.lexicon.bits))
	file = append(file, m.lexicon.places...)
	for _, w := range m.weights {
		file = append(file, byte(w))
	}
	return file
}
