package corpora

import (
	"sort"
	"strings"
)

// Joined is the text of words, a space between each two and a line feed
// between sentences, and where they stand in it: for readers of text, which
// find their own words.
type Joined struct {
	Text   string
	starts []int // bytes, of each word
	ends   []int
}

// Join joins the words of sentences, which are numbered on from one to the
// next.
func Join(sentences ...[]string) Joined {
	var joined Joined
	var b strings.Builder
	for n, words := range sentences {
		for i, word := range words {
			switch {
			case i > 0:
				b.WriteByte(' ')
			case n > 0:
				b.WriteByte('\n')
			}
			joined.starts = append(joined.starts, b.Len())
			b.WriteString(word)
			joined.ends = append(joined.ends, b.Len())
		}
	}
	joined.Text = b.String()
	return joined
}

// Words returns the words [start, end) that bytes [from, to) of the text touch;
// start equals end if they touch none.
func (j Joined) Words(from, to int) (start, end int) {
	start = sort.Search(len(j.ends), func(i int) bool { return j.ends[i] > from })
	end = sort.Search(len(j.starts), func(i int) bool { return j.starts[i] >= to })
	return start, max(start, end)
}
