package sqlite

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// The text of an article stands in its snapshot too, nearly always word for
// word. A lean snapshot has references in place of what it shares with the
// text, which halves what an article takes. It is a list of steps, each three
// unsigned varints and bytes:
//
//	take the next n bytes from here, then m bytes of the text from offset o on
//
// Law: whole(lean(data, text), text) = data for all data and text.

// shortest is how long a stretch must be to be worth a reference.
const shortest = 16

// lean writes data with references into text.
func lean(data []byte, text string) []byte {
	table, shift := index(text)
	out := make([]byte, 0, len(data)/2+16)
	from := 0 // what is before it has been written
	for i := 0; i+8 <= len(data); i++ {
		at := int(table[hash(binary.LittleEndian.Uint64(data[i:]), shift)]) - 1
		if at < 0 {
			continue
		}
		start, n := common(data, from, i, text, at)
		if n < shortest {
			continue
		}
		out = step3(out, data[from:start], n, at-(i-start))
		from = start + n
		i = from - 1
	}
	return step3(out, data[from:], 0, 0)
}

// index maps hashes of eight bytes to 1 + an offset of text at which they stand.
func index(text string) (table []int32, shift int) {
	size := max(8, bits.Len(uint(len(text)/2)))
	table, shift = make([]int32, 1<<size), 64-size
	for i := 0; i+8 <= len(text); i += 4 {
		table[hash(binary.LittleEndian.Uint64([]byte(text[i:i+8])), shift)] = int32(i + 1)
	}
	return table, shift
}

func hash(eight uint64, shift int) uint64 { return eight * 0x9E3779B97F4A7C15 >> shift }

// common makes the stretch that data has at i and text at at as long as it
// goes, back to from at most, and returns where it starts in data.
func common(data []byte, from, i int, text string, at int) (start, n int) {
	back := 0
	for i-back > from && at-back > 0 && data[i-back-1] == text[at-back-1] {
		back++
	}
	for i+n < len(data) && at+n < len(text) && data[i+n] == text[at+n] {
		n++
	}
	return i - back, back + n
}

func step3(out, own []byte, n, offset int) []byte {
	out = binary.AppendUvarint(out, uint64(len(own)))
	out = binary.AppendUvarint(out, uint64(n))
	out = binary.AppendUvarint(out, uint64(offset))
	return append(out, own...)
}

var errLean = errors.New("a lean snapshot points outside of its text")

// whole is the inverse of lean.
func whole(lean []byte, text string) ([]byte, error) {
	out := make([]byte, 0, len(lean)+len(text))
	for len(lean) > 0 {
		var step [3]int
		for i := range step {
			value, used := binary.Uvarint(lean)
			if used <= 0 || value > mostBytes {
				return nil, errLean
			}
			step[i], lean = int(value), lean[used:]
		}
		own, n, offset := step[0], step[1], step[2]
		if own > len(lean) || offset+n > len(text) || len(out)+own+n > mostBytes {
			return nil, errLean
		}
		out = append(append(out, lean[:own]...), text[offset:offset+n]...)
		lean = lean[own:]
	}
	return out, nil
}
