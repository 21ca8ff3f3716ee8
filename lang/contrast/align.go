package contrast

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang/bitext"
	"github.com/isnad-news/isnad/lang/translit"
)

// pairing says which words of two texts say the same.
type pairing struct {
	a, b *text
	toB  []int // for each word of a the word of b, or -1
	toA  []int
}

// pair joins words greedily, the most alike first, of equal ones those that
// stand at the most like places. No word is in two pairs.
func pair(a, b *text) *pairing {
	p := &pairing{a: a, b: b, toB: none(len(a.words)), toA: none(len(b.words))}
	type candidate struct {
		i, j int
		like float64
		far  float64
	}
	var list []candidate
	for i := range a.words {
		for j := range b.words {
			if like := alike(&a.words[i], &b.words[j]); like > 0 {
				far := math.Abs(place(i, len(a.words)) - place(j, len(b.words)))
				list = append(list, candidate{i, j, like, far})
			}
		}
	}
	slices.SortFunc(list, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.like, x.like), cmp.Compare(x.far, y.far), cmp.Compare(x.i+x.j, y.i+y.j), cmp.Compare(min(x.i, x.j), min(y.i, y.j)))
	})
	for _, one := range list {
		if p.toB[one.i] < 0 && p.toA[one.j] < 0 {
			p.toB[one.i], p.toA[one.j] = one.j, one.i
		}
	}
	return p
}

func place(i, n int) float64 { return (float64(i) + .5) / float64(n) }

func none(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

// alike is how much two words say the same: 1 for one key, 0 for nothing.
func alike(a, b *word) float64 {
	switch {
	case a.figure != b.figure:
		return 0
	case a.key == b.key:
		return 1
	case a.figure != "":
		return 0
	case a.latin != b.latin:
		return acrossScripts(a, b)
	case share(a.concepts, b.concepts):
		return .8
	case a.root != "" && a.root == b.root:
		return .7
	case !a.latin && relative(a.key) == relative(b.key):
		return .6
	case near(a.form, b.form):
		return .5
	case a.concepts == nil && b.concepts == nil && sameName(a.form, b.form, leastNear):
		return .5
	}
	return 0
}

// acrossScripts compares an English with an Arabic word, in either order.
func acrossScripts(a, b *word) float64 {
	if share(a.concepts, b.concepts) {
		return .8
	}
	if a.latin {
		a, b = b, a
	}
	for _, translation := range bitext.Default().English(a.key) {
		if translation.Key == b.key {
			return .4 + .4*translation.P
		}
	}
	if sameName(a.form, b.form, leastRoot) {
		return .6
	}
	return 0
}

// sameName reports whether two words of some letters can be spellings of one
// name.
func sameName(a, b string, least int) bool {
	return utf8.RuneCountInString(a) >= least && utf8.RuneCountInString(b) >= least && translit.Default().Same(a, b) >= .5
}

// relative is an Arabic key without the endings of a relative adjective or of a
// country that make the one of the other: «صين» and «صيني», «سوريا» and «سوري».
func relative(key string) string {
	for _, ending := range [...]string{alef, yeh} {
		if rest, ok := strings.CutSuffix(key, ending); ok && len(rest) >= leastRoot*2 {
			key = rest
		}
	}
	return key
}

func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(one string) bool { return slices.Contains(b, one) })
}

const (
	leastNear = 4 // letters that two words begin with that are one by their beginning
	mostEnd   = 3 // letters that they may differ in behind it
)

// near reports whether two words begin alike and differ in their last letters
// alone, as inflected forms and misspelt names do.
func near(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	begin := utf8.RuneCountInString(a[:n])
	return begin >= leastNear && utf8.RuneCountInString(a[n:]) <= mostEnd && utf8.RuneCountInString(b[min(n, len(b)):]) <= mostEnd
}

// shared is how much the pairs say the same, and how many say it in one word.
func (p *pairing) shared() (like, exact float64) {
	for i, j := range p.toB {
		if j < 0 {
			continue
		}
		one := alike(&p.a.words[i], &p.b.words[j])
		like += one
		if one == 1 {
			exact++
		}
	}
	return like, exact
}

// paired is the share of the shorter text that is in pairs.
func (p *pairing) paired() float64 {
	like, _ := p.shared()
	return like / float64(max(1, min(len(p.a.words), len(p.b.words))))
}

// byPlace orders reasons by where they stand.
func byPlace(x, y Reason) int {
	return cmp.Or(cmp.Compare(x.A.Start, y.A.Start), cmp.Compare(x.B.Start, y.B.Start))
}
