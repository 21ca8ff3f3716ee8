package translit

// impossible is the score of two spellings that no units align.
const impossible = -1 << 28

// lattice holds the alignments of two spellings. It is work space: fill l and
// a, call setLatin and setArabic, then score.
type lattice struct {
	l, a   spelling
	exact  bool // tell the forms of alef, heh, yeh and hamza apart
	marked bool // a Latin letter has a mark
	rows   [longest + 1][4]int32
	cols   [longest + 1][3]int32
	left   [longest + 1][2]uint32 // hashes of the one and the two Latin letters before a place
	right  [longest + 1][2]uint32 // and behind it
	before [longest + 1]uint32    // hash of the Arabic letter before a place
	behind [longest + 1]uint32
	best   [(longest + 1) * (longest + 1)]int32
	back   [(longest + 1) * (longest + 1)]uint8 // shape of the last arc
}

func (x *lattice) setLatin(v *inventory) {
	n := x.l.n
	x.marked = false
	for i := range n + 1 {
		one, two, three := x.l.base[i+2], x.l.base[i+3], x.l.base[min(i+4, longest+3)]
		r := &x.rows[i]
		*r = [4]int32{0, -1, -1, -1}
		if i < n {
			r[1] = place(v.latin1[one], v.width)
			x.marked = x.marked || x.l.mark[i+2] != 0
		}
		if i+1 < n {
			r[2] = place(v.latin2[key2(one, two)], v.width)
		}
		if i+2 < n {
			r[3] = place(v.latin3[key3(one, two, three)], v.width)
		}
		x.left[i][0] = uint32(x.l.base[i+1]) * 0x9E3779B1
		x.left[i][1] = x.left[i][0] + uint32(x.l.base[i])*0xC2B2AE3D
		x.right[i][0] = uint32(one) * 0x27D4EB2F
		x.right[i][1] = x.right[i][0] + uint32(two)*0x165667B1
	}
}

// place is where row r begins, or -1 if there is none.
func place(r uint16, width int) int32 {
	if r == 0 {
		return -1
	}
	return int32(int(r) * width)
}

func (x *lattice) setArabic(v *inventory) {
	n := x.a.n
	for j := range n + 1 {
		c := &x.cols[j]
		*c = [3]int32{0, -1, -1}
		if j < n {
			c[1] = int32(x.a.at(j))
		}
		if j+1 < n {
			c[2] = place(v.arab2[key2(x.a.at(j), x.a.at(j+1))], 1)
		}
		x.before[j] = uint32(x.a.base[j+1]) * 0x85EBCA77
		x.behind[j] = uint32(x.a.base[j+2]) * 0x2545F491
	}
}

// bits of the number of a hashed weight.
const bits = 18

func slot(h uint32) uint32 { return h * 0x9E3779B1 >> (32 - bits) }

// contexts is the number of features that every arc has beside its unit.
const contexts = 9

// context writes the slots of the features that every arc has: a unit from
// (i,j) to (i2,j2) among its neighbours.
func (x *lattice) context(f *[contexts]uint32, u uint16, i, j, i2, j2 int) {
	h := uint32(u) * 0x85EBCA6B
	l1, l2 := x.left[i][0]+h, x.left[i][1]+h
	r1, r2 := x.right[i2][0], x.right[i2][1]+h
	b, e := x.before[j]+h, x.behind[j2]
	f[0], f[1], f[2] = slot(l1+0x1000193), slot(h+r1+0x2000323), slot(l1+r1+0x3000541)
	f[3], f[4], f[5] = slot(b+0x4000761), slot(h+e+0x5000981), slot(r2+0x6000A91)
	f[6], f[7], f[8] = slot(l2+0x7000CB3), slot(b+e+0xA001219), slot(l2+r1+0xB00143B)
}

// signs appends the slots of what the marks of an arc's letters say.
func (x *lattice) signs(f []uint32, u uint16, i, j, i2, j2 int) []uint32 {
	h := uint32(u) * 0x85EBCA6B
	if x.marked {
		for k := i; k < i2; k++ {
			if m := x.l.mark[k+2]; m != 0 {
				f = append(f, slot(h+uint32(m)*0x3C6EF372+0xC001655))
			}
		}
	}
	if !x.exact {
		return f
	}
	for k := j; k < j2; k++ {
		switch x.a.at(k) {
		case alef, heh, yeh, hamza:
			m := uint32(x.a.mark[k+2])*0x3C6EF372 + uint32(x.a.at(k))*0x1F83D9AB
			f = append(f, slot(h+m+x.right[i2][0]+0xD001877), slot(m+x.before[k]+x.behind[k+1]+0xE001A99))
		}
	}
	return f
}

// mostSigns bounds signs: three marks, two Arabic letters of two features.
const mostSigns = 3 + 4

// An alignment that falls behind the best one that has read as many Latin
// letters by more nats than these is given up.
const (
	beam = 6  // in use
	wide = 12 // in training
)

// score is the weight of the best alignment, or impossible. It leaves the way
// back in x.back. slack is the beam in units of the weights; without hashed
// weights there is none, and the units alone count.
func score[W int8 | int32](x *lattice, v *inventory, own []int32, hashed []W, slack int32) int32 {
	n, m := x.l.n, x.a.n
	w := m + 1
	for k := range (n + 1) * w {
		x.best[k] = impossible
	}
	x.best[0] = 0
	var f [contexts]uint32
	var buffer [mostSigns]uint32
	signed := x.exact || x.marked
	for i := range n + 1 {
		floor := int32(impossible)
		for j := range w * min(len(hashed), 1) {
			floor = max(floor, x.best[i*w+j]-slack)
		}
		for j := range w {
			from := x.best[i*w+j]
			if from < floor || from == impossible {
				continue
			}
			kinds := len(shapes)
			if i+j > 0 {
				kinds = opening
			}
			for s := range kinds {
				p, q := shapes[s][0], shapes[s][1]
				row, col := x.rows[i][p], x.cols[j][q]
				if row < 0 || col < 0 {
					continue
				}
				u := v.grid[row+col]
				if u == 0 {
					continue
				}
				total := from + own[u]
				if hashed != nil {
					x.context(&f, u, i, j, i+p, j+q)
					total += sum(hashed, f[:])
					if signed {
						total += sum(hashed, x.signs(buffer[:0], u, i, j, i+p, j+q))
					}
				}
				if to := (i+p)*w + j + q; total > x.best[to] {
					x.best[to], x.back[to] = total, uint8(s)
				}
			}
		}
	}
	return x.best[n*w+m]
}

func sum[W int8 | int32](weights []W, slots []uint32) int32 {
	total := int32(0)
	for _, k := range slots {
		total += int32(weights[k])
	}
	return total
}

// arc is a step of the best alignment.
type arc struct {
	unit         uint16
	i, j, i2, j2 uint8
}

// path appends the best alignment that score found, last arc first.
func (x *lattice) path(v *inventory, arcs []arc) []arc {
	i, j, w := x.l.n, x.a.n, x.a.n+1
	for i > 0 || j > 0 {
		s := shapes[x.back[i*w+j]]
		i0, j0 := i-s[0], j-s[1]
		u := v.grid[x.rows[i0][s[0]]+x.cols[j0][s[1]]]
		arcs = append(arcs, arc{u, uint8(i0), uint8(j0), uint8(i), uint8(j)})
		i, j = i0, j0
	}
	return arcs
}
