package translit

import (
	"math"
	"math/rand/v2"
)

// Pair is a name token in both scripts and how often it was seen so.
type Pair struct {
	Latin, Arabic string
	Count         int
}

// How the weights are learned.
const (
	epochs    = 8
	rivals    = 12        // best wrong forms that each right one is held against
	strangers = 10        // other forms so
	mined     = 180       // forms that both are chosen from
	firstRate = fine / 12 // change of a weight by one example at the beginning
	lastRate  = fine / 200
	firstBias = -6 * fine // what a score begins with
)

func examplesOf(pairs []Pair) []example {
	var list []example
	for _, p := range pairs {
		e := example{count: max(p.Count, 1)}
		e.latin.latin(p.Latin)
		e.arabic.arabic(p.Arabic)
		if e.latin.n > 0 && e.arabic.n > 0 {
			list = append(list, e)
		}
	}
	return list
}

// learned is what training has found, before it is rounded.
type learned struct {
	v           *inventory
	own, hashed []int32
	counts      []int32
	sounds      *sounds
}

// learn finds the units, then goes over the examples epochs times, each time
// in another order and with smaller steps.
func learn(examples []example) *learned {
	v, own, counts := learnUnits(examples)
	t := learnSounds(examples, v, own)
	c := newContest(examples, t)
	c.sort(v, own)
	own[0] = firstBias
	teach := &teacher{v: v, own: own, hashed: make([]int32, 1<<bits)}
	random := rand.New(rand.NewPCG(1, 2))
	order := random.Perm(len(examples))
	for epoch := range epochs {
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for n, q := range order {
			done, total := int64(epoch*len(order)+n), int64(epochs*len(order))
			teach.rate = firstRate - (firstRate-lastRate)*done/total
			teach.lesson(c, q, (q+epoch)%3 != 0, random)
		}
	}
	return &learned{v, own, teach.hashed, counts, t}
}

// Train learns a table from pairs. The same pairs in the same order give the
// same table, byte for byte. Pairs without letters are passed over.
func Train(pairs []Pair) *Table {
	examples := examplesOf(pairs)
	return rounded(learn(examples), learnAttested(examples))
}

// rounded makes a table of what was learned.
func rounded(l *learned, names *attested) *Table {
	t := &Table{v: l.v, sounds: l.sounds, counts: l.counts, names: names, hashed: make([]int8, len(l.hashed))}
	const step = fine / coarse
	for _, w := range l.own {
		t.own = append(t.own, max(min((w+step/2)>>(fineBits-coarseBits), math.MaxInt16), math.MinInt16))
	}
	for i, w := range l.hashed {
		t.hashed[i] = int8(max(min((w+step/2)>>(fineBits-coarseBits), 127), -127))
	}
	return newTable(t)
}
