package contrast

import (
	"slices"
	"strconv"
	"strings"
)

// feature is something by which two texts are compared, and how much of it there
// is.
type feature struct {
	name  string
	value float64
}

// bag gathers features, each with its greatest value.
type bag map[string]float64

func (b bag) put(name string, value float64) {
	if value != 0 {
		b[name] = max(b[name], value)
	}
}

// flag puts 1 where something is so.
func (b bag) flag(name string, is bool) {
	if is {
		b[name] = 1
	}
}

// list are the features by name.
func (b bag) list() []feature {
	list := make([]feature, 0, len(b))
	for name, value := range b {
		list = append(list, feature{name, value})
	}
	slices.SortFunc(list, func(x, y feature) int { return strings.Compare(x.name, y.name) })
	return list
}

// features are those of two texts, ordered by name: the same for (a, b) and
// (b, a).
func (p *pairing) features() []feature {
	b := bag{"always": 1}
	p.overlap(b)
	p.negation(b)
	p.figures(b)
	p.order(b)
	p.rests(b)
	p.sides(b)
	for _, reason := range [...]string{"opposites", "one alone negates", "numbers differ", "replaced"} {
		if b[reason] > 0 {
			b.put(reason+", by what is paired", b["paired of the shorter"])
		}
	}
	return b.list()
}

// steps are into how many steps a share of pairs is cut.
const steps = 5

// overlap is how much of the texts is in pairs.
func (p *pairing) overlap(b bag) {
	alike, exact := p.shared()
	x, y := float64(max(1, len(p.a.words))), float64(max(1, len(p.b.words)))
	shorter, longer := alike/min(x, y), alike/max(x, y)
	b.put("paired of the shorter", shorter)
	b.put("paired of the longer", longer)
	b.put("paired of the shorter, fifth "+strconv.Itoa(int(shorter*steps)), 1)
	b.put("paired of the longer, fifth "+strconv.Itoa(int(longer*steps)), 1)
	b.put("same of the shorter", exact/min(x, y))
	b.put("one is much longer", 1-min(x, y)/max(x, y))
	b.flag("nothing paired", alike == 0)
	b.flag("one asks", p.a.asks != p.b.asks)
}

// negation compares where the texts negate.
func (p *pairing) negation(b bag) {
	x, y := len(p.a.negators), len(p.b.negators)
	b.flag("one negates more", x != y)
	b.flag("one alone negates", (x == 0) != (y == 0))
	for i, j := range p.toB {
		b.flag("pair negated once", j >= 0 && p.a.words[i].negated != p.b.words[j].negated)
	}
}

// figures compares the numbers and the days.
func (p *pairing) figures(b bag) {
	for _, kind := range [...]Kind{Numbers, Days} {
		left, right := figures(p.a.words, p.toB, kind), figures(p.b.words, p.toA, kind)
		b.flag(string(kind)+" differ", len(left) > 0 && len(right) > 0)
		b.flag(string(kind)+" in one", (len(left) > 0) != (len(right) > 0))
		for i, j := range p.toB {
			b.flag(string(kind)+" in both", j >= 0 && p.a.words[i].figure == kind)
		}
	}
}

// order is the share of the pairs of pairs that stand in another order.
func (p *pairing) order(b bag) {
	turned, all := 0, 0
	for i, j := range p.toB {
		if j < 0 {
			continue
		}
		for _, later := range p.toB[i+1:] {
			if later < 0 {
				continue
			}
			all++
			if later < j {
				turned++
			}
		}
	}
	if all > 0 {
		b.put("order turned", float64(turned)/float64(all))
	}
}

// The beginnings of features that name words without a counterpart.
const (
	wordFeature     = "word "     // a key
	rootFeature     = "root "     // a root
	conceptFeature  = "concept "  // a concept
	conceptsFeature = "concepts " // one of each text
)

// rests compares what is left of the texts outside the pairs.
func (p *pairing) rests(b bag) {
	left, right := rest(p.a.words, p.toB), rest(p.b.words, p.toA)
	b.flag("nothing left over", len(left)+len(right) == 0)
	for _, w := range slices.Concat(left, right) {
		b.put(wordFeature+w.key, 1)
		b.flag(rootFeature+w.root, w.root != "")
		for _, concept := range w.concepts {
			b.put(conceptFeature+concept, 1)
		}
	}
	for _, x := range left {
		for _, y := range right {
			for _, c := range x.concepts {
				for _, d := range y.concepts {
					b.put(conceptsFeature+min(c, d)+" "+max(c, d), 1)
				}
			}
		}
	}
}

// mostReplaced bounds how much replaced words count.
const mostReplaced = 3

// sides compares what stands beside the pairs and in the place of words.
func (p *pairing) sides(b bag) {
	b.flag("opposites", len(p.excluding()) > 0)
	against, with := 0.0, 0.0
	for x, y := range p.besides() {
		switch {
		case share(x.concepts, y.concepts):
			with++
		case excludes(x, y):
			against++
		}
	}
	b.flag("opposites beside a pair", against > 0)
	b.flag("one beside a pair", with > 0)
	b.flag("opposites beside pairs alone", against > 0 && with == 0)
	b.put("replaced", float64(min(len(p.replaced()), mostReplaced)))
}
