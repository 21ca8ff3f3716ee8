package translit

import "slices"

// unit is some Latin letters and the Arabic letters that they are written
// with, one of the shapes.
type unit struct {
	latin, arabic   [3]uint8
	latinN, arabicN uint8
}

// shapes are the sizes of units: Latin and Arabic letters. The last opens
// names alone: the article.
var shapes = [...][2]int{{1, 1}, {1, 0}, {2, 1}, {0, 1}, {1, 2}, {3, 1}, {0, 2}}

const opening = len(shapes) - 1

func (u unit) letters() []uint8 {
	return []uint8{u.latinN, u.arabicN, u.latin[0], u.latin[1], u.latin[2], u.arabic[0], u.arabic[1]}
}

func unitAt(l, a *spelling, i, j, shape int) unit {
	u := unit{latinN: uint8(shapes[shape][0]), arabicN: uint8(shapes[shape][1])}
	for k := range u.latinN {
		u.latin[k] = l.at(i + int(k))
	}
	for k := range u.arabicN {
		u.arabic[k] = a.at(j + int(k))
	}
	return u
}

func compareUnits(a, b unit) int { return slices.Compare(a.letters(), b.letters()) }

// inventory finds units by their letters. It is not changed once made.
type inventory struct {
	units  []unit // units[0] is none
	latin1 [1 << 5]uint16
	latin2 [1 << 10]uint16
	latin3 [1 << 15]uint16
	arab2  [1 << 10]uint16
	width  int      // of a row of grid
	grid   []uint16 // unit by row (Latin letters) and column (Arabic letters)
}

func key2(a, b uint8) int    { return int(a) | int(b)<<5 }
func key3(a, b, c uint8) int { return int(a) | int(b)<<5 | int(c)<<10 }

func newInventory(units []unit) *inventory {
	v := &inventory{units: units}
	rows, columns := 1, 32
	for _, u := range units[1:] {
		if slot := v.row(u); slot != nil && *slot == 0 {
			*slot = uint16(rows)
			rows++
		}
		if slot := &v.arab2[key2(u.arabic[0], u.arabic[1])]; u.arabicN == 2 && *slot == 0 {
			*slot = uint16(columns)
			columns++
		}
	}
	v.width = columns
	v.grid = make([]uint16, rows*columns)
	for i, u := range units[1:] {
		row := 0
		if slot := v.row(u); slot != nil {
			row = int(*slot)
		}
		v.grid[row*columns+v.column(u)] = uint16(i + 1)
	}
	return v
}

// row is where the row of a unit's Latin letters is kept; nil for no letters.
func (v *inventory) row(u unit) *uint16 {
	switch u.latinN {
	case 1:
		return &v.latin1[u.latin[0]]
	case 2:
		return &v.latin2[key2(u.latin[0], u.latin[1])]
	case 3:
		return &v.latin3[key3(u.latin[0], u.latin[1], u.latin[2])]
	}
	return nil
}

func (v *inventory) column(u unit) int {
	switch u.arabicN {
	case 1:
		return int(u.arabic[0])
	case 2:
		return int(v.arab2[key2(u.arabic[0], u.arabic[1])])
	}
	return 0
}
