package stories

import (
	_ "embed" // the shares
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed usual.tsv
var usualFile string

// leastUsual is the share of everyday articles that have a feature which the
// list has not.
const leastUsual = 0.0005

// usualShares is the share of everyday articles that have a word.
var usualShares = sync.OnceValue(func() map[place]float32 {
	shares := map[place]float32{}
	for line := range strings.Lines(usualFile) {
		stem, share, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		thousandths, err := strconv.Atoi(share)
		if err != nil {
			panic("stories: usual.tsv: " + err.Error())
		}
		shares[placeOf(term, key(stem))] = float32(thousandths) / 1000
	}
	return shares
})

func usual(one place) float64 {
	return math.Max(leastUsual, float64(usualShares()[one]))
}
