package translit

import (
	"cmp"
	"slices"
)

// attested are names that the training pairs show more than once, with their
// commonest counterparts, both as plain letters.
type attested struct {
	list   []attestation // ordered
	arabic map[string][]string
	latin  map[string][]string
}

type attestation struct{ latin, arabic string }

// What is taken into a table: pairs seen so often, and of a name's
// counterparts those seen at least one fifth as often as its commonest.
const (
	seenTwice = 2
	fifth     = 5
)

// letters are the base letters of a spelling, as bytes.
func (s *spelling) letters() []byte { return s.base[2 : s.n+2] }

func learnAttested(examples []example) *attested {
	counts := map[attestation]int{}
	for i := range examples {
		e := &examples[i]
		counts[attestation{string(e.latin.letters()), string(e.arabic.letters())}] += e.count
	}
	most := map[string]int{}
	for pair, n := range counts {
		most[pair.latin], most[pair.arabic+"\x00"] = max(most[pair.latin], n), max(most[pair.arabic+"\x00"], n)
	}
	var list []attestation
	for pair, n := range counts {
		if n >= seenTwice && n*fifth >= most[pair.latin] && n*fifth >= most[pair.arabic+"\x00"] {
			list = append(list, pair)
		}
	}
	return newAttested(list)
}

// newAttested takes the list over.
func newAttested(list []attestation) *attested {
	slices.SortFunc(list, func(a, b attestation) int {
		return cmp.Or(cmp.Compare(a.latin, b.latin), cmp.Compare(a.arabic, b.arabic))
	})
	n := &attested{list, map[string][]string{}, map[string][]string{}}
	for _, pair := range list {
		n.arabic[pair.latin] = append(n.arabic[pair.latin], pair.arabic)
		n.latin[pair.arabic] = append(n.latin[pair.arabic], pair.latin)
	}
	return n
}

// within is Same of two spellings in one script: how alike their letters are,
// and how well what the training names know of the one suits the other.
func (t *Table) within(a, b string, arabic bool) float64 {
	x := t.pool.Get().(*lattice)
	defer t.pool.Put(x)
	p, q := &x.l, &x.a
	script := 0
	if arabic {
		p.arabic(a)
		q.arabic(b)
		script = 1
	} else {
		p.latin(a)
		q.latin(b)
	}
	left, right := p.plain(), q.plain()
	switch {
	case left.n == 0 || right.n == 0:
		return 0
	case left == right:
		return 1
	}
	distance := t.alike[script].distance(&left, &right) * perLetters / float64(left.n+right.n)
	best := logistic(sharp * (bearable - distance))
	if best < hopeless {
		return best
	}
	if twins(&left, &right, arabic) && (arabic || distance > sameVowel) {
		return hopeless
	}
	return min(best, t.suits(x, &left, &right, arabic), t.suits(x, &right, &left, arabic))
}

// Bearable is the distance of two spellings, per perLetters of their letters,
// that parts what can be one name from what cannot; sharp is how fast the
// score falls there. A score below hopeless is not looked at further. Latin
// vowels within sameVowel are one ("Khaled", "Khalid").
const (
	bearable   = 1.2
	sharp      = 3
	perLetters = 6
	hopeless   = 0.05
	sameVowel  = 0.3
)

// enough is how many consonants two spellings must share to differ in vowels.
const enough = 4

// twins reports whether two spellings of one script have the same consonants,
// fewer than enough, and other vowels: they are as a rule two names.
func twins(a, b *spelling, arabic bool) bool {
	n, i, j, other := 0, 0, 0, false
	for {
		x, y := i, j
		for i < a.n && weak(a.at(i), arabic) {
			i++
		}
		for j < b.n && weak(b.at(j), arabic) {
			j++
		}
		other = other || string(a.letters()[x:i]) != string(b.letters()[y:j])
		if i == a.n || j == b.n {
			return i == a.n && j == b.n && other && n < enough
		}
		c := a.at(i)
		if c != b.at(j) {
			return false
		}
		for n++; i < a.n && a.at(i) == c; i++ {
		}
		for j < b.n && b.at(j) == c {
			j++
		}
	}
}

// weak letters are vowels or can be.
func weak(c uint8, arabic bool) bool {
	if arabic {
		return c == alef || c == waw || c == yeh
	}
	switch c {
	case 1, 5, 9, 15, 21, 25: // a e i o u y
		return true
	}
	return false
}

func spelled(letters string) spelling {
	s := spelling{n: len(letters)}
	copy(s.base[2:], letters)
	return s
}

// without is the spelling without a letter.
func (s spelling) without(letter uint8) spelling {
	var rest spelling
	for _, c := range s.letters() {
		if c != letter {
			rest.add(c, 0)
		}
	}
	return rest
}

// suits is how well the counterparts of p that the training names know suit
// q, of p's script; 1 if none is known.
func (t *Table) suits(x *lattice, p, q *spelling, arabic bool) float64 {
	known := t.names.arabic
	if arabic {
		known = t.names.latin
	}
	best := 0.0
	list := known[string(p.letters())]
	for _, other := range list {
		if arabic {
			x.l, x.a = spelled(other), *q
		} else {
			x.l, x.a = *q, spelled(other)
		}
		best = max(best, likelihood(t.weigh(x, false)))
	}
	if len(list) == 0 {
		return 1
	}
	return best
}

// another reports whether the training names know the Latin spelling only by
// Arabic ones that are another name than this by their waws and yehs. Writers
// drop the alef.
func (t *Table) another(latin, arabic *spelling) bool {
	list := t.names.arabic[string(latin.letters())]
	for _, known := range list {
		if s, bare := spelled(known).without(alef), arabic.without(alef); !twins(&s, &bare, true) {
			return false
		}
	}
	return len(list) > 0
}
