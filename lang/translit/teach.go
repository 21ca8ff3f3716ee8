package translit

import (
	"math"
	"math/rand/v2"
	"slices"
)

// teacher changes weights until right forms score above wrong ones.
type teacher struct {
	v           *inventory
	own, hashed []int32
	x           lattice
	rate        int64
	set         []*spelling
	scores      []int32
	arcs        [][]arc
}

// expTable holds e to the -k/64, of 1<<20.
var expTable = func() (table [64 * 14]int64) {
	for k := range table {
		table[k] = int64(math.Round(math.Exp(-float64(k)/64) * (1 << 20)))
	}
	return table
}()

// odds is e to the w, at most 1, of 1<<20.
func odds(w int32) int64 {
	k := int(-w) / (fine / 64)
	if k >= len(expTable) {
		return 0
	}
	return expTable[max(k, 0)]
}

// read scores every form and keeps its alignment.
func (t *teacher) read(latin *spelling, forms []*spelling) {
	t.x.l = *latin
	t.x.setLatin(t.v)
	for len(t.arcs) < len(forms) {
		t.arcs = append(t.arcs, nil)
	}
	t.scores = t.scores[:0]
	for k, form := range forms {
		t.x.a = *form
		t.x.setArabic(t.v)
		w := score(&t.x, t.v, t.own, t.hashed, wide*fine)
		t.arcs[k] = t.arcs[k][:0]
		if w > impossible {
			t.arcs[k] = t.x.path(t.v, t.arcs[k])
		}
		t.scores = append(t.scores, w)
	}
}

// rank makes the first form more likely among all: a step up the gradient of
// the logarithm of its share.
func (t *teacher) rank(forms []*spelling) {
	best := slices.Max(t.scores)
	if t.scores[0] == impossible {
		return
	}
	total := int64(0)
	for _, w := range t.scores {
		total += odds(max(w-best, -1<<24))
	}
	for k, form := range forms {
		if t.scores[k] == impossible {
			continue
		}
		delta := -t.rate * odds(max(t.scores[k]-best, -1<<24)) / total
		if k == 0 {
			delta += t.rate
		}
		t.change(form, k, delta)
	}
}

// judge makes the first form likelier to be right and each other one to be
// wrong, each by itself: steps up the gradient of the logarithm of the
// likelihood, where a score is the logarithm of the odds. own[0] is what every
// score begins with.
func (t *teacher) judge(forms []*spelling) {
	for k, form := range forms {
		if t.scores[k] == impossible {
			continue
		}
		w := max(min(t.scores[k]+t.own[0], 1<<24), -1<<24)
		e := odds(-max(w, -w))
		right := (1 << 20) * (1 << 20) / (1<<20 + e) // of the likelier side
		if w < 0 {
			right = 1<<20 - right
		}
		delta := -t.rate * right >> 20
		if k == 0 {
			delta += t.rate
		}
		t.own[0] += int32(delta / 8)
		t.change(form, k, delta)
	}
}

// change adds delta to the weights that form k's alignment counts.
func (t *teacher) change(form *spelling, k int, delta int64) {
	if delta == 0 {
		return
	}
	t.x.a = *form
	t.x.setArabic(t.v)
	var f [contexts]uint32
	var signs [mostSigns]uint32
	for _, s := range t.arcs[k] {
		t.own[s.unit] += int32(delta)
		i, j, i2, j2 := int(s.i), int(s.j), int(s.i2), int(s.j2)
		t.x.context(&f, s.unit, i, j, i2, j2)
		t.add(f[:], int32(delta))
		t.add(t.x.signs(signs[:0], s.unit, i, j, i2, j2), int32(delta))
	}
}

func (t *teacher) add(slots []uint32, delta int32) {
	for _, k := range slots {
		t.hashed[k] = max(min(t.hashed[k]+delta, limit), -limit)
	}
}

// limit of a hashed weight: what a byte holds.
const limit = 127 * fine / coarse

// lesson holds example q against its rivals: ranks its forms with their marks,
// or judges them without.
func (t *teacher) lesson(c *contest, q int, exact bool, random *rand.Rand) {
	forms, latin := c.plain, c.examples[q].latin.plain()
	if exact {
		forms, latin = c.forms, c.examples[q].latin
	}
	t.x.exact = exact
	drawn := c.draw(q, random)
	right := &forms[c.right[q]]
	t.set = append(t.set[:0], right)
	for _, k := range drawn {
		t.set = append(t.set, &forms[k])
	}
	t.read(&latin, t.set)
	for k := 1; k < len(t.set); k++ {
		if *t.set[k] == *right {
			t.scores[k] = impossible // another spelling of the right form
		}
	}
	if exact {
		t.rank(t.set)
		promote(drawn, t.scores[1:])
	} else {
		t.judge(t.set)
	}
}
