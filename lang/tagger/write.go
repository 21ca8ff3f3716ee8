package tagger

import (
	"encoding/binary"
	"math"
	"slices"
)

// file returns the weights as a model's file.
func (t *trainer) file() []byte {
	weights := make([]float64, len(t.sum))
	for i, sum := range t.sum {
		weights[i] = sum / t.summed
	}
	unit := largest(weights[:t.step()]) / math.MaxInt8
	kept := t.kept(weights, unit)
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, uint32(t.labels))
	for _, label := range t.options.Labels {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(label)))
		out = append(out, label...)
	}
	slots := uint64(len(kept))*7/5 + 1 // two in seven are empty, so that searches are short
	out = binary.LittleEndian.AppendUint32(out, uint32(slots))
	for _, weight := range weights[t.step():] {
		out = binary.LittleEndian.AppendUint16(out, uint16(quantise(weight, unit, math.MaxInt16)))
	}
	return append(out, t.table(kept, weights, unit, slots)...)
}

// quantise returns a weight in units, cut to most.
func quantise(weight, unit float64, most int16) int16 {
	return int16(math.Max(float64(-most), math.Min(float64(most), math.RoundToEven(weight/unit))))
}

// kept returns the features that have a weight, at most as many as wanted and
// then those of the largest, ordered by hash.
func (t *trainer) kept(weights []float64, unit float64) []int {
	size := func(f int) (most float64) {
		for _, weight := range weights[f*t.labels:][:t.labels] {
			most = math.Max(most, math.Abs(weight))
		}
		return most
	}
	var kept []int
	for f := range t.hashes {
		if size(f) >= unit/2 {
			kept = append(kept, f)
		}
	}
	if len(kept) > t.options.Most {
		slices.SortStableFunc(kept, func(a, b int) int {
			switch x, y := size(a), size(b); {
			case x > y:
				return -1
			case x < y:
				return 1
			}
			return 0
		})
		kept = kept[:t.options.Most]
	}
	slices.SortFunc(kept, func(a, b int) int {
		if t.hashes[a] < t.hashes[b] {
			return -1
		}
		return 1
	})
	return kept
}

// table lays the features into slots.
func (t *trainer) table(kept []int, weights []float64, unit float64, slots uint64) []byte {
	width := checkSize + t.labels
	table := make([]byte, int(slots)*width)
	for _, f := range kept {
		at, check := slotOf(t.hashes[f], slots)
		for binary.LittleEndian.Uint16(table[int(at)*width:]) != 0 {
			if at++; at == slots {
				at = 0
			}
		}
		slot := table[int(at)*width:][:width]
		binary.LittleEndian.PutUint16(slot, check)
		for label := range t.labels {
			slot[checkSize+label] = byte(int8(quantise(weights[f*t.labels+label], unit, math.MaxInt8)))
		}
	}
	return table
}

// largest is the size of weight that becomes the largest of eight bits: one in
// ten thousand is larger and is cut.
func largest(weights []float64) float64 {
	var sizes []float64
	for _, weight := range weights {
		if weight != 0 {
			sizes = append(sizes, math.Abs(weight))
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return sizes[len(sizes)-1-len(sizes)/10_000]
}
