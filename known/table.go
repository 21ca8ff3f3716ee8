package known

import "hash/maphash"

// table is an open hash table of the numbers of things that lie elsewhere. A
// cell is 0 or the tag of a thing in its upper half and its number plus one in
// the lower: what differs in its tag is passed by without a look at the thing.
type table struct {
	cells []uint64 // a power of two of them, at most three quarters used
	used  int
}

// seed makes the places in tables differ from run to run, so that no list can
// be written that falls on one place.
var seed = maphash.MakeSeed()

// tagOf is the tag of word below the thing with the number parent.
func tagOf(parent uint32, word string) uint32 {
	const odd = 0x9E3779B97F4A7C15 // 2^64 over the golden ratio
	return uint32(((maphash.String(seed, word) ^ uint64(parent)) * odd) >> 32)
}

// seek returns the number of the first thing with tag at or behind place at,
// and its place. Begin at the tag itself; go on one behind the place.
func (t *table) seek(tag, at uint32) (number, place uint32, ok bool) {
	mask := uint32(len(t.cells) - 1)
	for ; len(t.cells) > 0; at++ {
		switch cell := t.cells[at&mask]; {
		case cell == 0:
			return 0, 0, false
		case uint32(cell>>32) == tag:
			return uint32(cell) - 1, at, true
		}
	}
	return 0, 0, false
}

// put enters the thing with number, which is not there yet.
func (t *table) put(tag, number uint32) {
	if 4*(t.used+1) > 3*len(t.cells) {
		t.grow(2 * t.used)
	}
	t.place(uint64(tag)<<32 | uint64(number+1))
	t.used++
}

func (t *table) place(cell uint64) {
	mask := uint32(len(t.cells) - 1)
	at := uint32(cell >> 32)
	for t.cells[at&mask] != 0 {
		at++
	}
	t.cells[at&mask] = cell
}

// grow makes room for n things.
func (t *table) grow(n int) {
	size := 16
	for 3*size < 4*n {
		size *= 2
	}
	if size <= len(t.cells) {
		return
	}
	old := t.cells
	t.cells = make([]uint64, size)
	for _, cell := range old {
		if cell != 0 {
			t.place(cell)
		}
	}
}

// rowTable finds rows by their IDs.
type rowTable struct {
	rows []*Row
	at   table
}

// get returns the row with the ID, and its number.
func (t *rowTable) get(id string) (row *Row, number int, ok bool) {
	tag := tagOf(0, id)
	for at := tag; ; at++ {
		n, place, ok := t.at.seek(tag, at)
		if !ok {
			return nil, 0, false
		}
		if t.rows[n].ID == id {
			return t.rows[n], int(n), true
		}
		at = place
	}
}

// add appends a row whose ID is not there yet.
func (t *rowTable) add(row *Row) {
	t.at.put(tagOf(0, row.ID), uint32(len(t.rows)))
	t.rows = append(t.rows, row)
}

// grow makes room for n more rows.
func (t *rowTable) grow(n int) {
	t.at.grow(len(t.rows) + n)
	t.rows = append(make([]*Row, 0, len(t.rows)+n), t.rows...)
}
