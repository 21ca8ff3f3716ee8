package translit

import "slices"

// classLetters are groups of Arabic consonants that writers take for one
// another, by where they are spoken; the weak letters and those of the throat
// are in none.
var classLetters = [...]string{
	"\u0628\u0641", "\u062A\u0637\u062F\u0636\u0630", "\u0633\u0635\u0632\u0638\u0634\u062B",
	"\u0643\u0642\u063A\u062E\u062C", "\u0644", "\u0645", "\u0646", "\u0631",
}

// classNames write the groups in a skeleton, from group 1.
const classNames = "?PTSKLMNR"

const sibilant, stop = 3, 2

var classOf = func() (table [32]uint8) {
	for i, group := range classLetters {
		for _, r := range group {
			table[arabicCode[r-0x621][0]] = uint8(i + 1)
		}
	}
	return table
}()

// classesOfArabic are the groups of a name's consonants, doubles once.
func classesOfArabic(a *spelling) []uint8 {
	seq := make([]uint8, 0, longest)
	for i := range a.n {
		seq = extend(seq, classOf[a.at(i)])
	}
	return seq
}

// extend adds a consonant's group. Doubles count once, and «تش» as one sound.
func extend(seq []uint8, c uint8) []uint8 {
	n := len(seq)
	switch {
	case c == 0 || n > 0 && seq[n-1] == c:
	case c == sibilant && n > 0 && seq[n-1] == stop:
		seq[n-1] = sibilant
		if n > 1 && seq[n-2] == sibilant {
			return seq[:n-1]
		}
	default:
		return append(seq, c)
	}
	return seq
}

// sounds are the groups that a Latin letter stands for before another: sets
// of groups as bits (bit 0 for silence), with the commonest apart.
type sounds struct {
	first [32][32]uint8
	all   [32][32]uint16
}

// learnSounds counts over the alignments what each letter stands for.
func learnSounds(examples []example, v *inventory, own []int32) *sounds {
	var counts [32][32][len(classNames)]int
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
			class := uint8(0)
			for j := s.j; j < s.j2; j++ {
				if c := classOf[x.a.at(int(j))]; c != 0 {
					class = c
				}
			}
			for i := s.i; i < s.i2; i++ {
				c := class
				if i+1 < s.i2 {
					c = 0
				}
				counts[x.l.at(int(i))][x.l.at(int(i)+1)][c]++
			}
		}
	}
	var t sounds
	for a := range counts {
		for b := range counts[a] {
			t.first[a][b], t.all[a][b] = commonest(counts[a][b][:])
		}
	}
	return &t
}

// rare is the share, one in so many, below which a sound is left out.
const rare = 16

func commonest(counts []int) (uint8, uint16) {
	total, best := 0, 0
	for c, n := range counts {
		total += n
		if n > counts[best] {
			best = c
		}
	}
	set := uint16(1) << best
	for c, n := range counts {
		if n*rare > total {
			set |= 1 << c
		}
	}
	return uint8(best), set
}

// most bounds the skeletons of one name.
const most = 12

// classesOfLatin are the ways in which a Latin name's consonants can group,
// the commonest first.
func (t *sounds) classesOfLatin(l *spelling) [][]uint8 {
	ways := [][]uint8{make([]uint8, 0, longest)}
	for i := range l.n {
		a, b := l.at(i), l.at(i+1)
		first, set := t.first[a][b], t.all[a][b]
		count := len(ways)
		for c := range uint8(len(classNames)) {
			if c == first || set&(1<<c) == 0 {
				continue
			}
			for _, way := range ways[:count] {
				if len(ways) < most {
					ways = append(ways, extend(slices.Clone(way), c))
				}
			}
		}
		for k := range count {
			ways[k] = extend(ways[k], first)
		}
	}
	return ways
}

func classString(seq []uint8) string {
	var b [longest]byte
	for i, c := range seq {
		b[i] = classNames[c]
	}
	return string(b[:len(seq)])
}
