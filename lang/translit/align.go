package translit

import (
	"math"
	"slices"
)

// fine is the size of a nat in the weights while they are learned.
const fine = 1 << fineBits

const fineBits = 16

// example is a pair as letters, with the marks of its letters.
type example struct {
	latin, arabic spelling
	count         int
}

// rounds of alignment, after which the units stay.
const rounds = 6

// learnUnits finds the units by which names are written, by aligning the
// examples with the units found so far (hard expectation maximisation), and
// the association of each and how often it is used. The association is the logarithm of how much more often its letters
// stand together than they would by chance.
func learnUnits(examples []example) (*inventory, []int32, []int32) {
	v, own := openUnits(examples)
	for range rounds {
		counts := alignAll(examples, v, own)
		v, own = keepUnits(v, counts)
	}
	used := alignAll(examples, v, own)
	counts := make([]int32, len(used))
	for i, n := range used {
		counts[i] = int32(n)
	}
	return v, associations(v, used), counts
}

func alignAll(examples []example, v *inventory, own []int32) []int {
	counts := make([]int, len(v.units))
	var x lattice
	var arcs []arc
	for k := range examples {
		x.l, x.a = examples[k].latin, examples[k].arabic
		x.setLatin(v)
		x.setArabic(v)
		if score[int32](&x, v, own, nil, 0) == impossible {
			continue
		}
		arcs = x.path(v, arcs[:0])
		for _, s := range arcs {
			counts[s.unit]++
		}
	}
	return counts
}

// openUnits takes every unit near the diagonal.
func openUnits(examples []example) (*inventory, []int32) {
	counts := map[unit]int{}
	for k := range examples {
		l, a := &examples[k].latin, &examples[k].arabic
		for i := range l.n + 1 {
			for j := range a.n + 1 {
				if d := i*a.n - j*l.n; d*d > 4*a.n*a.n {
					continue
				}
				for s, shape := range shapes {
					if i+shape[0] <= l.n && j+shape[1] <= a.n && (s != opening || i+j == 0) {
						counts[unitAt(l, a, i, j, s)]++
					}
				}
			}
		}
	}
	units := make([]unit, 1, len(counts)+1)
	for u, n := range counts {
		if n >= leastSeen {
			units = append(units, u)
		}
	}
	slices.SortFunc(units[1:], compareUnits)
	seen := make([]int, len(units))
	for i, u := range units {
		seen[i] = counts[u]
	}
	v := newInventory(units)
	return v, shares(v, seen)
}

// leastSeen is how often a unit must be used to stay.
const leastSeen = 3

func keepUnits(v *inventory, counts []int) (*inventory, []int32) {
	units, kept := []unit{{}}, []int{0}
	for i := 1; i < len(v.units); i++ {
		if counts[i] >= leastSeen {
			units, kept = append(units, v.units[i]), append(kept, counts[i])
		}
	}
	next := newInventory(units)
	return next, shares(next, kept)
}

// shares are the logarithms of the units' shares, less a penalty for size: a
// larger unit must explain more than its letters do one by one.
func shares(v *inventory, counts []int) []int32 {
	total := 0
	for _, n := range counts {
		total += n
	}
	own := make([]int32, len(counts))
	for i := 1; i < len(own); i++ {
		own[i] = nats(counts[i], total) - penalty(v.units[i])*fine
	}
	return own
}

func penalty(u unit) int32 {
	switch {
	case u.latinN == 3:
		return 5
	case u.latinN+u.arabicN > 2:
		return 2
	case u.latinN == 0 && u.arabicN == 1:
		return 2
	}
	return 0
}

func nats(part, whole int) int32 {
	return int32(math.Round(math.Log(float64(part)/float64(whole)) * fine))
}

// associations are log p(unit) / p(Latin letters) p(Arabic letters).
func associations(v *inventory, counts []int) []int32 {
	var latin [32]int
	var arab [32]int
	total, latins, arabs := 0, 0, 0
	for i, u := range v.units {
		total += counts[i]
		for k := range u.latinN {
			latin[u.latin[k]] += counts[i]
			latins += counts[i]
		}
		for k := range u.arabicN {
			arab[u.arabic[k]] += counts[i]
			arabs += counts[i]
		}
	}
	own := make([]int32, len(v.units))
	for i, u := range v.units[1:] {
		w := nats(max(counts[i+1], 1), total)
		for k := range u.latinN {
			w -= nats(max(latin[u.latin[k]], 1), latins)
		}
		for k := range u.arabicN {
			w -= nats(max(arab[u.arabic[k]], 1), arabs)
		}
		own[i+1] = w
	}
	return own
}
