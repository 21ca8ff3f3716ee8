package known

import (
	"slices"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// Named returns the rows that text as a whole is a name of, strict names
// included, however it is written in either language.
func (f *Facts) Named(text string) (rows []*Row) {
	for _, tokens := range [][]lang.Token{arabic.Tokens(text), english.Tokens(text)} {
		keys := keysOf(tokens)
		for _, match := range []func([]string) ([]string, int){f.Match, f.MatchStrict} {
			ids, n := match(keys)
			if n < len(keys) {
				continue
			}
			for _, id := range ids {
				if row, ok := f.Row(id); ok && !slices.Contains(rows, row) {
					rows = append(rows, row)
				}
			}
		}
	}
	return rows
}
