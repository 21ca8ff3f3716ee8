package bitext

import (
	"cmp"
	"math"
	"slices"
)

// Pair is a stretch of text in both languages, one the translation of the other:
// a sentence, or a few.
type Pair struct{ Arabic, English string }

// Train learns a list from pairs. The same pairs in the same order give the same
// list.
//
// Two tables of IBM Model 1 (Brown et al. 1993) are learned by expectation
// maximisation, one for each direction, with the sparse prior of variational
// Bayes over each word's translations, and with words nearer to one another
// that stand at like places (Dyer et al. 2013). They begin with what is known
// of words: the concepts of package gloss, and names that package translit
// takes for one. From the third round on they learn from what both agree upon
// (Liang et al. 2006). A word's share of a translation is what the two agree
// upon over the word's count and a bit, so that what is seen once is trusted
// less; the rare and the doubtful are left out.
func Train(pairs []Pair) *List {
	c := newCorpus(pairs)
	for round := range rounds {
		c.learn(round >= alone)
	}
	return c.list()
}

const (
	rounds = 8
	alone  = 2 // rounds before the two directions learn from one another

	sparse   = 0.01 // of the Dirichlet prior of a word's translations
	diagonal = 4.0  // how much dearer a place far off the diagonal is, in nats a whole text
	nothing  = 0.05 // share of words that translate nothing on the other side

	doubt = 1.0 // added to a word's count
	once  = 0.5 // of what one segment alone tells of two words of which nothing is known
	least = 0.1 // of the geometric mean of both shares
)

// cell is a pair of words that stand in one segment at least.
type cell struct {
	arabic, english int32
	given           [2]float64 // t(e|a), t(a|e)
	joint           [2]float64
	seen            int  // segments that have both
	strange         bool // nothing is known of the two together
}

// segment is a pair of texts as places in the vocabularies.
type segment struct {
	arabic, english []int32
	cells           []int32 // arabic by english: len(arabic)*len(english)
}

type corpus struct {
	words    [2][]string  // Arabic, English keys
	counts   [2][]float64 // how often each is there
	totals   [2]float64   // of the counts
	places   [2]map[string]int32
	cells    []cell
	at       map[[2]int32]int32 // Arabic and English word → cells
	segments []segment
}

// learn does one round of expectation maximisation.
func (c *corpus) learn(agree bool) {
	for i := range c.cells {
		c.cells[i].joint = [2]float64{}
	}
	var posterior [2][]float64
	for i := range c.segments {
		s := &c.segments[i]
		for side := range posterior {
			posterior[side] = c.posterior(s, side, posterior[side])
		}
		for k, at := range s.cells {
			x, y := posterior[0][k], posterior[1][k]
			if agree {
				x = x * y
				y = x
			}
			c.cells[at].joint[0] += x
			c.cells[at].joint[1] += y
		}
	}
	c.maximise()
}

// posterior is, for each cell of a segment, how likely its word of the one side
// comes from its word of the other: side 0 has English words come from Arabic.
func (c *corpus) posterior(s *segment, side int, list []float64) []float64 {
	list = slices.Grow(list[:0], len(s.cells))[:len(s.cells)]
	m, n := len(s.arabic), len(s.english)
	outer, inner, stepOuter, stepInner := n, m, 1, n
	if side == 1 {
		outer, inner, stepOuter, stepInner = m, n, n, 1
	}
	for o := range outer {
		var placed, sum float64
		for i := range inner {
			placed += near(o, outer, i, inner)
		}
		for i := range inner {
			k := o*stepOuter + i*stepInner
			list[k] = (1 - nothing) * near(o, outer, i, inner) / placed * c.cells[s.cells[k]].given[side]
			sum += list[k]
		}
		sum += nothing * c.share(1-side, s.of(1 - side)[o])
		for i := range inner {
			list[o*stepOuter+i*stepInner] /= sum
		}
	}
	return list
}

// of are the words of one side.
func (s *segment) of(side int) []int32 {
	if side == 0 {
		return s.arabic
	}
	return s.english
}

// share is the share of a word among all words of its side, by which words come
// from nothing.
func (c *corpus) share(side int, word int32) float64 { return c.counts[side][word] / c.totals[side] }

// near is how much likelier a word comes from a like place than from a far one.
func near(o, outer, i, inner int) float64 {
	gap := (float64(o)+.5)/float64(outer) - (float64(i)+.5)/float64(inner)
	return math.Exp(-diagonal * math.Abs(gap))
}

// maximise sets the tables by the counts, with the prior.
func (c *corpus) maximise() {
	for side := range 2 {
		totals := make([]float64, len(c.words[side]))
		kinds := make([]float64, len(c.words[side]))
		for i := range c.cells {
			totals[c.cells[i].from(side)] += c.cells[i].joint[side]
			kinds[c.cells[i].from(side)]++
		}
		for i := range c.cells {
			one := &c.cells[i]
			from := one.from(side)
			one.given[side] = math.Exp(digamma(one.joint[side]+sparse) - digamma(totals[from]+sparse*kinds[from]))
		}
	}
}

// from is the word that the other of a cell comes from.
func (c *cell) from(side int) int32 {
	if side == 0 {
		return c.arabic
	}
	return c.english
}

// digamma is the derivative of the logarithm of the gamma function, for x > 0:
// by its recurrence up to where its asymptotic series holds.
func digamma(x float64) float64 {
	sum := 0.0
	for x < 7 {
		sum -= 1 / x
		x++
	}
	inverse := 1 / (x * x)
	return sum + math.Log(x) - .5/x - inverse*(1./12-inverse*(1./120-inverse/252))
}

// list is what both tables agree upon.
func (c *corpus) list() *List {
	var rows []row
	for i := range c.cells {
		one := &c.cells[i]
		ofArabic := one.joint[0] / (c.counts[0][one.arabic] + doubt)
		ofEnglish := one.joint[0] / (c.counts[1][one.english] + doubt)
		if one.seen == 1 && one.strange {
			ofArabic, ofEnglish = once*ofArabic, once*ofEnglish
		}
		if ofArabic*ofEnglish < least*least {
			continue
		}
		rows = append(rows, row{c.words[0][one.arabic], c.words[1][one.english], inThousands(ofArabic), inThousands(ofEnglish)})
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.arabic, b.arabic), cmp.Compare(a.english, b.english))
	})
	return newList(rows)
}

// inThousands is a share as the file has it.
func inThousands(share float64) int { return max(1, min(thousand, int(share*thousand+.5))) }
