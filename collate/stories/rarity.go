package stories

import "math"

// frequencies count in how many live articles each feature stands.
type frequencies struct {
	articles int
	of       map[place]int32
}

func newFrequencies() *frequencies { return &frequencies{of: map[place]int32{}} }

func (f *frequencies) add(s *Sketch, n int32) {
	f.articles += int(n)
	for _, at := range s.features.places {
		if f.of[at] += n; f.of[at] == 0 {
			delete(f.of, at)
		}
	}
}

const (
	// everyday is how many articles of everyday news are thought beside the
	// live ones, so that a handful of articles knows which words are rare.
	everyday = 1000
	// rarest is the share of articles below which a feature is hardly rarer:
	// whether a word stands in two articles or in four is chance, and depends
	// on the order in which they came.
	rarest = 1. / 600
)

// rarity is the logarithm of how many articles stand to one that has the
// feature, by the live articles and those of every day.
func (f *frequencies) rarity(one place) float32 {
	had := float64(f.of[one]) + everyday*usual(one)
	return float32(-math.Log(min(1, had/(float64(f.articles)+everyday)+rarest)))
}
