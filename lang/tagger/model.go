package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
)

// The file: magic, number of labels, each label as length and bytes, the
// number of slots, the weights of label after label (16 bits, row by row, then
// those of the first label), then the slots. A slot is the check of a feature
// (16 bits, 0 if the slot is empty) and a weight for each label. Numbers are
// little endian.
const magic = "isnad tagger 2\n"

const (
	maxLabels = 64
	maxSlots  = 1 << 24
	checkSize = 2
)

// Model is a trained model. It is immutable and safe for concurrent use.
type Model struct {
	labels []string
	width  int     // bytes of a slot
	slots  uint64  // how many
	steps  []int32 // [before*labels+label], forbidden if it may not follow
	starts []int32 // of the first word
	table  []byte
	checks []byte  // of the slots, then again of the first, so that several can be read at once
	into   []int64 // [label*labels+before], see keyed
}

// forbidden is the weight of what may not be. Sums of it stay in 32 bits since
// it is added at most twice to one score.
const forbidden = -1 << 28

// Load reads a model. The model uses data as it lies: do not change it.
func Load(data []byte) (*Model, error) {
	r := reader{data: data}
	if string(r.bytes(len(magic))) != magic {
		return nil, errors.New("load model: not a model of this version")
	}
	n := r.uint32()
	if n == 0 || n > maxLabels {
		return nil, fmt.Errorf("load model: %d labels", n)
	}
	m := &Model{width: checkSize + int(n)}
	for range n {
		m.labels = append(m.labels, string(r.bytes(int(r.uint32()))))
	}
	m.slots = uint64(r.uint32())
	for range n * n {
		m.steps = append(m.steps, r.int16())
	}
	for range n {
		m.starts = append(m.starts, r.int16())
	}
	if m.slots == 0 || m.slots > maxSlots || r.short {
		return nil, errors.New("load model: cut off")
	}
	m.table = r.bytes(int(m.slots) * m.width)
	if r.short || len(r.data) > 0 {
		return nil, errors.New("load model: of the wrong length")
	}
	if !m.gather() {
		return nil, errors.New("load model: no empty slot")
	}
	m.forbid()
	for to := range m.labels {
		for from := range m.labels {
			m.into = append(m.into, int64(m.steps[from*len(m.labels)+to])<<keyBits|int64(lastKey-from))
		}
	}
	return m, nil
}

// Labels returns the labels in their order. Do not change them.
func (m *Model) Labels() []string { return m.labels }

// forbid rules out what the labels' scheme does: "I-PER" only behind "B-PER"
// or "I-PER", and none at the start.
func (m *Model) forbid() {
	n := len(m.labels)
	for to, label := range m.labels {
		if !inside(label) {
			continue
		}
		m.starts[to] = forbidden
		for from, before := range m.labels {
			if !named(before) || before[2:] != label[2:] {
				m.steps[from*n+to] = forbidden
			}
		}
	}
}

func inside(label string) bool { return len(label) > 2 && label[:2] == "I-" }

func named(label string) bool { return inside(label) || len(label) > 2 && label[:2] == "B-" }

// slotOf returns where the search for a feature begins, and its check.
func slotOf(feature, slots uint64) (at uint64, check uint16) {
	at, _ = bits.Mul64(feature, slots)
	if check = uint16(feature); check == 0 {
		check = 1
	}
	return at, check
}

// gather puts the checks of all slots beside each other, where a search reads
// atOnce of them in one step, and reports whether a slot is empty, at which a
// search ends.
func (m *Model) gather() (empty bool) {
	m.checks = make([]byte, 0, checkSize*(m.slots+atOnce))
	for slot := range m.slots + atOnce {
		check := m.table[int(slot%m.slots)*m.width:][:checkSize]
		m.checks = append(m.checks, check...)
		empty = empty || check[0]|check[1] == 0
	}
	return empty
}

// atOnce is how many checks are in a word of 64 bits, and ones and highs are
// the lowest and the highest bit of each.
const (
	atOnce = 4
	ones   = 0x0001_0001_0001_0001
	highs  = 0x8000_8000_8000_8000
)

// find returns where the weights of a feature begin in the table, and whether
// it has any. Of (x-ones)&^x&highs the lowest bit is that of the lowest sixteen
// bits of x that are all zero (Warren, Hacker's Delight, 6-1).
func (m *Model) find(feature, group uint64) (weights int32, ok bool) {
	at, check := slotOf(feature, m.slots)
	wanted := uint64(check) * ones
	for {
		other := group ^ wanted
		found := (other - ones) &^ other & highs
		either := found | (group-ones)&^group&highs
		if either != 0 {
			if at += uint64(bits.TrailingZeros64(either)) / 16; at >= m.slots {
				at -= m.slots
			}
			return int32(int(at)*m.width + checkSize), found&either&-either != 0
		}
		if at += atOnce; at >= m.slots {
			at -= m.slots
		}
		group = m.group(at)
	}
}

// group returns the checks of the slots from at on.
func (m *Model) group(at uint64) uint64 { return binary.LittleEndian.Uint64(m.checks[checkSize*at:]) }

// reader reads the head of a file; short once it ended too early.
type reader struct {
	data  []byte
	short bool
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.short, r.data = true, nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) uint32() uint32 {
	if b := r.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) int16() int32 {
	if b := r.bytes(2); b != nil {
		return int32(int16(binary.LittleEndian.Uint16(b)))
	}
	return 0
}
