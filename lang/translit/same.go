package translit

import (
	"math"
	"slices"
)

// likeness says how much alike the letters of one script are.
type likeness struct {
	one   [32][32]float32 // cost in nats of one letter for another; 0 is nothing
	two   map[int]uint8   // pairs of letters with rows of their own
	pairs [][32]float32   // cost of such a pair for one letter
}

// likenesses compares letters over the other script. With u(x, y) the number
// of times that x is written y, over the root of how often y is, the cost of x
// for z is -log cos(u(x), u(z)): nothing for a letter and itself.
func likenesses(v *inventory, counts []int32) [2]*likeness {
	var result [2]*likeness
	for script := range result {
		result[script] = likenessOf(v, counts, script == 1)
	}
	return result
}

func likenessOf(v *inventory, counts []int32, arabic bool) *likeness {
	rows, columns := map[int]map[int]float64{}, map[int]float64{}
	add := func(x, y int, n float64) {
		if rows[x] == nil {
			rows[x] = map[int]float64{}
		}
		rows[x][y] += n
		columns[y] += n
	}
	total := 0.0
	for i, u := range v.units[1:] {
		l, a := key3(u.latin[0], u.latin[1], u.latin[2]), key2(u.arabic[0], u.arabic[1])
		n := float64(counts[i+1])
		if n == 0 {
			continue
		}
		total += n
		if arabic {
			add(a, l, n)
		} else {
			add(l, a, n)
		}
	}
	add(0, 0, total/4) // nothing is written as nothing wherever two letters meet
	r := &likeness{two: map[int]uint8{}}
	for x := range 32 {
		for z := range 32 {
			r.one[x][z] = cosineCost(rows[x], rows[z], columns)
		}
	}
	for x := 1 << 5; x < 1<<10; x++ {
		if rows[x] == nil || len(r.pairs) == 255 {
			continue
		}
		var row [32]float32
		for z := range 32 {
			row[z] = cosineCost(rows[x], rows[z], columns)
		}
		r.two[x] = uint8(len(r.pairs))
		r.pairs = append(r.pairs, row)
	}
	return r
}

// dear is the cost of letters that have nothing in common.
const dear = 6

func cosineCost(x, z map[int]float64, columns map[int]float64) float32 {
	if x == nil || z == nil {
		return dear
	}
	both, xx, zz := 0.0, 0.0, 0.0
	for _, y := range sortedKeys(x) {
		xx += x[y] * x[y] / columns[y]
		both += x[y] * z[y] / columns[y]
	}
	for _, y := range sortedKeys(z) {
		zz += z[y] * z[y] / columns[y]
	}
	if both == 0 {
		return dear
	}
	return float32(min(dear, max(0, -math.Log(both/math.Sqrt(xx*zz)))))
}

// distance is the least cost of turning a into b, in nats.
func (r *likeness) distance(a, b *spelling) float64 {
	var rows [3][longest + 1]float32
	for i := range a.n + 1 {
		row, last, before := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		for j := range b.n + 1 {
			best := float32(math.Inf(1))
			if i+j == 0 {
				best = 0
			}
			if i > 0 {
				best = min(best, last[j]+r.drop(a, i-1))
			}
			if j > 0 {
				best = min(best, row[j-1]+r.drop(b, j-1))
			}
			if i > 0 && j > 0 {
				best = min(best, last[j-1]+r.one[a.at(i-1)][b.at(j-1)])
			}
			if i > 1 && j > 0 {
				best = min(best, before[j-1]+r.pair(a, i-2, b.at(j-1)))
			}
			if i > 0 && j > 1 {
				best = min(best, last[j-2]+r.pair(b, j-2, a.at(i-1)))
			}
			row[j] = best
		}
	}
	return float64(rows[a.n%3][b.n])
}

// drop is the cost of leaving letter i out; a doubled letter costs little.
func (r *likeness) drop(s *spelling, i int) float32 {
	cost := r.one[s.at(i)][edge]
	if i > 0 && s.at(i) == s.at(i-1) {
		return min(cost, doubled)
	}
	return cost
}

const doubled = 0.1

func (r *likeness) pair(s *spelling, i int, z uint8) float32 {
	k, ok := r.two[key2(s.at(i), s.at(i+1))]
	if !ok {
		return dear
	}
	return r.pairs[k][z]
}

func sortedKeys(m map[int]float64) []int {
	keys := make([]int, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
