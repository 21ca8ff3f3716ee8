package stories

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/isnad-news/isnad/lang/terms"
)

// Bounds of the list of usual words.
const (
	leastShare1000 = 8    // thousandths of the articles that have a word of the list
	mostUsual      = 4000 // words of each script
)

// TrainUsual writes the list of usual words, usual.tsv without its head: each
// word's stem, a tab, and in how many of a thousand articles it stands, the
// commonest first. texts are articles of everyday news, or pieces as long as
// one, in one language; those in another are trained apart and put behind.
func TrainUsual(w io.Writer, texts []string) error {
	counts := map[string]int{}
	var list []terms.Term
	for _, text := range texts {
		list = terms.Append(list[:0], text)
		seen := map[string]bool{}
		for _, t := range list {
			if !seen[t.Key] && !digits(t.Key) {
				seen[t.Key] = true
				counts[t.Key]++
			}
		}
	}
	stems := make([]string, 0, len(counts))
	for stem, n := range counts {
		if 1000*n >= leastShare1000*len(texts) && n > 1 {
			stems = append(stems, stem)
		}
	}
	slices.SortFunc(stems, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for _, stem := range stems[:min(len(stems), mostUsual)] {
		if _, err := fmt.Fprintf(w, "%s\t%d\n", stem, 1000*counts[stem]/len(texts)); err != nil {
			return err
		}
	}
	return nil
}
