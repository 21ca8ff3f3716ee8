package stories

import (
	_ "embed" // the weights
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.tsv
var weightsFile string

// model decides whether two articles are of one happening: a weight for each
// trait, of pairs in one language and of pairs in two.
type model struct{ same, across traits }

var traitNames = [len(traits{})]string{
	"leads", "bodies", "rares", "names", "places", "numbers", "days", "concepts", "translations", "actors", "scenes",
	"event", "apart", "gap", "again", "undated", "held", "strangers", "elsewhere", "foreign", "always",
}

var shipped = sync.OnceValue(func() *model {
	m, err := parseModel(weightsFile)
	if err != nil {
		panic("stories: weights.tsv: " + err.Error())
	}
	return m
})

// parseModel reads a line a trait: its name, its weight in one language, its
// weight in two. Traits that are not there weigh nothing.
func parseModel(file string) (*model, error) {
	m, seen := &model{}, map[string]bool{}
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		i := slices.Index(traitNames[:], fields[0])
		if i < 0 || len(fields) != 3 || seen[fields[0]] {
			return nil, fmt.Errorf("%q is no trait with two weights, or stands there twice", strings.TrimSpace(line))
		}
		seen[fields[0]] = true
		for at, weights := range [...]*traits{&m.same, &m.across} {
			weight, err := strconv.ParseFloat(fields[1+at], 64)
			if err != nil {
				return nil, err
			}
			weights[i] = weight
		}
	}
	return m, nil
}

// odds is the logarithm of the odds that two articles with these traits are of
// one happening, in thousandths.
func (m *model) odds(a, b *report, t *traits) int {
	if a.day != 0 && b.day != 0 && (a.day-b.day > farthest || b.day-a.day > farthest) {
		return never
	}
	weights := &m.same
	if a.lang != b.lang {
		weights = &m.across
	}
	sum := 0.0
	for i, w := range weights {
		sum += w * t[i]
	}
	score := int(math.Round(1000 * math.Max(-20, math.Min(10, sum))))
	if t[apart] > 0 {
		return score
	}
	return max(absent, score)
}

const (
	never  = -20000 // what is farther apart
	absent = -500   // the least of a pair that can be one, and that of pairs that were not compared
	floor  = 0      // mean of the pairs between two stories that are one
)

func likely(odds int) float64 { return 1 / (1 + math.Exp(-float64(odds)/1000)) }

// Likeness is how likely two articles are of one happening as far as they alone
// tell, from 0 to 1, also over two languages. Likeness(a, b) == Likeness(b, a).
// Rarity is that of everyday news, so that it does not depend on other articles.
func Likeness(a, b *Sketch) float64 {
	none := newFrequencies()
	x, y := weigh(a, none.rarity), weigh(b, none.rarity)
	t := compare(x, y)
	return likely(shipped().odds(x, y, &t))
}
