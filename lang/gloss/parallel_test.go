package gloss_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/gloss"
)

// side is what one wording of a segment gives.
type side struct {
	words    int // content words
	known    int // those with a concept
	concepts map[string]bool
}

// TestParallel reports how well the list covers translated news, and how much
// a segment shares with its translation and with any other segment.
func TestParallel(t *testing.T) {
	shared := os.Getenv("ISNAD_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	data, err := os.ReadFile(filepath.Join(shared, "data", "parallel", "ntrex-first-60.tsv"))
	if err != nil {
		t.Skipf("no parallel news: %v", err)
	}
	var left, right []side
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(fields) != 3 {
			continue
		}
		left = append(left, read(fields[1], english.Tokens(fields[1]), english.IsStop, gloss.English))
		right = append(right, read(fields[2], arabic.Tokens(fields[2]), arabic.IsStop, gloss.Arabic))
	}
	t.Logf("%d segments; content words with a concept: English %.3f, Arabic %.3f", len(left), coverage(left), coverage(right))
	random := rand.New(rand.NewPCG(1, 2)).Perm(len(right))
	for n := 1; n <= 4; n++ {
		aligned, other := 0, 0
		for i := range left {
			aligned += atLeast(left[i], right[i], n)
			other += atLeast(left[i], right[random[i]], n)
		}
		t.Logf("share ≥ %d: aligned %.3f, random %.3f", n, float64(aligned)/float64(len(left)), float64(other)/float64(len(left)))
	}
}

func read(text string, tokens []lang.Token, stop func(string) bool, concepts func(string) []string) side {
	s := side{concepts: map[string]bool{}}
	for i, token := range tokens {
		word := text[token.Start:token.End]
		if token.Kind != lang.Word || stop(token.Key) || token.Latin && i > 0 && word != strings.ToLower(word) {
			continue // a capital within a sentence is a name
		}
		s.words++
		found := concepts(word)
		if found == nil {
			continue
		}
		s.known++
		for _, concept := range found {
			s.concepts[concept] = true
		}
	}
	return s
}

func coverage(sides []side) float64 {
	words, known := 0, 0
	for _, s := range sides {
		words += s.words
		known += s.known
	}
	return float64(known) / float64(words)
}

func atLeast(a, b side, n int) int {
	shared := 0
	for concept := range a.concepts {
		if b.concepts[concept] {
			shared++
		}
	}
	if shared >= n {
		return 1
	}
	return 0
}
