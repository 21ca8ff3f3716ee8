// Package translit tells whether two spellings can be one name: a Latin and an
// Arabic one, or two of one script.
//
// # The table
//
// A [Table] is learned from pairs of name tokens alone ([Train]). Names are
// aligned by units, one to three Latin letters written as up to two Arabic
// ones, found by hard expectation maximisation. A unit's weight depends on its
// neighbours in both names; the weights are learned so that the right Arabic
// form of a Latin name scores above the most alike others. The score of two
// spellings is the weight of their best alignment, the logarithm of the odds
// that they are one name among names that look like it.
//
// Two spellings of one script are compared over the other script: two letters
// are alike as far as they are written with the same letters there, and of
// spellings that the pairs know, each must suit the other's counterpart.
//
// # Cost
//
// A score takes a few microseconds and allocates nothing once warm. Names are
// looked at up to their thirtieth letter. Digits and signs count for nothing,
// nor does case, and outside [Table.Fit] neither do marks and hamza.
package translit

import (
	_ "embed"
	"math"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Table is a learned letter table. It is safe for many goroutines.
type Table struct {
	v      *inventory
	own    []int32 // weights of units; own[0] begins every score
	hashed []int8
	counts []int32 // how often the training names use each unit
	sounds *sounds
	names  *attested
	alike  [2]*likeness // Latin, Arabic
	pool   sync.Pool    // of *lattice
}

//go:embed weights/letters.bin
var weights []byte

// Default returns the table that comes with the program.
var Default = sync.OnceValue(func() *Table {
	t, err := Load(weights)
	if err != nil {
		panic("translit: " + err.Error())
	}
	return t
})

// coarse is the size of a nat in the weights of a table.
const coarse = 1 << coarseBits

const coarseBits = 5

// newTable derives what a table needs beside what its file holds.
func newTable(t *Table) *Table {
	t.alike = likenesses(t.v, t.counts)
	t.pool.New = func() any { return new(lattice) }
	return t
}

// Fit is how well a Latin name is written so in Arabic, letter for letter with
// hamza, teh marbuta and alef maksura: a logarithm of odds, to compare the
// forms of one name with one another. It is -Inf where no alignment is found.
func (t *Table) Fit(latin, arabic string) float64 {
	x := t.pool.Get().(*lattice)
	defer t.pool.Put(x)
	x.l.latin(latin)
	x.a.arabic(arabic)
	return t.weigh(x, true)
}

// weigh scores the spellings of x.
func (t *Table) weigh(x *lattice, exact bool) float64 {
	if x.l.n == 0 || x.a.n == 0 {
		return math.Inf(-1)
	}
	x.exact = exact
	if !exact {
		x.l.mark, x.a.mark = [longest + 4]uint8{}, [longest + 4]uint8{}
	}
	x.setLatin(t.v)
	x.setArabic(t.v)
	w := score(x, t.v, t.own, t.hashed, beam*coarse)
	if w == impossible {
		return math.Inf(-1)
	}
	return float64(w+t.own[0]) / coarse
}

// Score is how likely two spellings of different scripts are one name, from 0
// to 1. One half parts what can be one name from what cannot: a few nats below
// even odds among look-alikes, unless the training names know better.
func (t *Table) Score(latin, arabic string) float64 {
	x := t.pool.Get().(*lattice)
	defer t.pool.Put(x)
	x.l.latin(latin)
	x.a.arabic(arabic)
	s := likelihood(t.weigh(x, false))
	if s > hopeless && t.another(&x.l, &x.a) {
		return hopeless
	}
	return s
}

func likelihood(weight float64) float64 { return logistic((weight + even) / slope) }

// Even and slope turn the logarithm of the odds among look-alikes into a
// score: names have other spellings than the commonest, and those are among
// the look-alikes.
const (
	even  = 2.7
	slope = 2.0
)

func logistic(w float64) float64 { return 1 / (1 + math.Exp(-w)) }

// Same is how likely two spellings are one name, from 0 to 1, whatever their
// scripts: [Table.Score] where they differ. Same(a, b) == Same(b, a).
func (t *Table) Same(a, b string) float64 {
	switch arabicA, arabicB := isArabic(a), isArabic(b); {
	case arabicA && !arabicB:
		return t.Score(b, a)
	case arabicB && !arabicA:
		return t.Score(a, b)
	default:
		return t.within(a, b, arabicA)
	}
}

// isArabic tells by the first letter.
func isArabic(name string) bool {
	for _, r := range name {
		if r < utf8.RuneSelf {
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				return false
			}
		} else if unicode.Is(unicode.Arabic, r) {
			return true
		}
	}
	return false
}

// Skeleton is what nearly all spellings of a name share, to find them by: its
// consonants in eight groups by where they are spoken, in capitals.
func (t *Table) Skeleton(name string) string { return t.Skeletons(name)[0] }

// Skeletons are the skeletons that a name can have, the likeliest first and at
// most twelve: a Latin letter can stand for several sounds. An Arabic name has
// one.
func (t *Table) Skeletons(name string) []string {
	var s spelling
	if isArabic(name) {
		s.arabic(name)
		return []string{classString(classesOfArabic(&s))}
	}
	s.latin(name)
	var list []string
	seen := map[string]bool{}
	for _, way := range t.sounds.classesOfLatin(&s) {
		if key := classString(way); !seen[key] {
			seen[key] = true
			list = append(list, key)
		}
	}
	return list
}
