package contrast

import (
	"slices"

	"github.com/isnad-news/isnad/lang"
)

// negations are the negators of one text against those of the other where they
// are not as many, and else the pairs of words of which one is negated.
func (p *pairing) negations() []Reason {
	x, y := p.a.negators, p.b.negators
	if len(x) != len(y) {
		return []Reason{{Kind: Negation, A: first(x), B: first(y)}}
	}
	var list []Reason
	for i, j := range p.toB {
		if j >= 0 && p.a.words[i].negated != p.b.words[j].negated {
			list = append(list, Reason{Negation, p.a.words[i].Range, p.b.words[j].Range})
		}
	}
	return list
}

func first(list []lang.Range) lang.Range {
	if len(list) == 0 {
		return lang.Range{}
	}
	return list[0]
}

// opposed are the words that exclude one another: of those without a
// counterpart, and of those that stand beside a pair.
func (p *pairing) opposed() []Reason {
	list := append(p.excluding(), p.beside()...)
	slices.SortFunc(list, byPlace)
	return slices.Compact(list)
}

// excluding are the words without a counterpart that exclude one another.
func (p *pairing) excluding() []Reason {
	var list []Reason
	for _, x := range rest(p.a.words, p.toB) {
		for _, y := range rest(p.b.words, p.toA) {
			if excludes(x, y) {
				list = append(list, Reason{Opposites, x.Range, y.Range})
			}
		}
	}
	return list
}

// beside are, for each pair of words without an opposite, the nearest words with
// one, if they exclude one another: gold rises, gold falls, wherever the dollar
// goes.
func (p *pairing) beside() []Reason {
	var list []Reason
	for x, y := range p.besides() {
		if excludes(x, y) {
			list = append(list, Reason{Opposites, x.Range, y.Range})
		}
	}
	return list
}

// besides yields, for each pair of words without an opposite, the nearest words
// with one.
func (p *pairing) besides() func(func(x, y *word) bool) {
	return func(yield func(x, y *word) bool) {
		for i, j := range p.toB {
			if j < 0 || polar(&p.a.words[i]) || polar(&p.b.words[j]) {
				continue
			}
			x, y := nearest(p.a.words, i), nearest(p.b.words, j)
			if x != nil && y != nil && !yield(x, y) {
				return
			}
		}
	}
}

// besideReach is how many words away a word with an opposite may stand.
const besideReach = 2

// nearest is the word with an opposite that stands nearest to word i, the one
// before it first; nil if none is near.
func nearest(words []word, i int) *word {
	for far := 1; far <= besideReach; far++ {
		for _, at := range [...]int{i - far, i + far} {
			if at >= 0 && at < len(words) && polar(&words[at]) {
				return &words[at]
			}
		}
	}
	return nil
}

// polar reports whether anything excludes what a word stands for.
func polar(w *word) bool {
	return slices.ContainsFunc(w.concepts, func(c string) bool { return poles()[c] })
}

// excludes reports whether two words stand for concepts that exclude one another.
func excludes(x, y *word) bool { return Opposed(x.concepts, y.concepts) }

// differing are the figures of a kind without a counterpart, in order, where both
// texts have some.
func (p *pairing) differing(kind Kind) []Reason {
	left, right := figures(p.a.words, p.toB, kind), figures(p.b.words, p.toA, kind)
	var list []Reason
	for i := range min(len(left), len(right)) {
		list = append(list, Reason{kind, left[i].Range, right[i].Range})
	}
	return list
}

// replaced are the words that stand in one text where another stands in the
// other: between two pairs that are neighbours but for them.
func (p *pairing) replaced() []Reason {
	var list []Reason
	for i := range p.a.words {
		if p.toB[i] >= 0 || i > 0 && p.toB[i-1] < 0 {
			continue
		}
		j := 0
		if i > 0 {
			j = p.toB[i-1] + 1
		}
		if j >= len(p.b.words) || p.toA[j] >= 0 {
			continue
		}
		endA, endB := i+1 == len(p.a.words), j+1 == len(p.b.words)
		if endA && endB && i > 0 || !endA && !endB && p.toB[i+1] == j+1 {
			list = append(list, Reason{Replaced, p.a.words[i].Range, p.b.words[j].Range})
		}
	}
	return list
}

// rest are the words without a counterpart, figures apart.
func rest(words []word, other []int) []*word { return figures(words, other, "") }

// figures are the words without a counterpart that are figures of a kind.
func figures(words []word, other []int, kind Kind) []*word {
	var list []*word
	for i := range words {
		if other[i] < 0 && words[i].figure == kind {
			list = append(list, &words[i])
		}
	}
	return list
}
