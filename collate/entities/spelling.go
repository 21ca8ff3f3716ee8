package entities

import (
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
)

// spelled maps Arabic names of Latin letters to the letters.
var spelled = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for _, row := range rows("spelled.tsv") {
		for _, word := range strings.Fields(row[1]) {
			table[arabic.Fold(word)] = row[0]
		}
	}
	return table
})

// acronyms writes two or more spelled letters in a row as one Latin word. One
// alone is left: «في» is a preposition too.
func acronyms(words []string) []string {
	var kept []string
	for i := 0; i < len(words); {
		var b strings.Builder
		n := 0
		for ; i+n < len(words) && spelled()[words[i+n]] != ""; n++ {
			b.WriteString(spelled()[words[i+n]])
		}
		if n < 2 {
			kept = append(kept, words[i])
			i++
			continue
		}
		kept = append(kept, b.String())
		i += n
	}
	return kept
}

// powers are the concepts behind which an adjective that can mean a country or
// something else means the country.
var powers = map[string]bool{"army": true, "police": true, "government": true, "parliament": true, "foreign": true, "defence": true, "interior": true, "president": true}

func conceptOf(word string) string {
	c, _ := concept(word)
	return c
}

// strictAdjective returns the row of a country whose name is an everyday word
// too, if word is its definite adjective: «المالي».
func (r *resolver) strictAdjective(word string) string {
	bare, ok := strings.CutPrefix(word, article)
	if !ok {
		return ""
	}
	for _, ending := range [...]string{"", arabic.Fold(marbuta)} {
		name, ok := strings.CutSuffix(bare, ending)
		if !ok {
			continue
		}
		ids, n := r.facts.MatchStrict([]string{name})
		if n == 0 {
			continue
		}
		if row, ok := r.facts.Row(ids[0]); ok && row.IsCountry() {
			return row.ID
		}
	}
	return ""
}

// spoken is a Latin name of a body with its words taken as sounds alone: a
// newspaper's name is written over in Arabic as often as it is translated.
func (t *title) spoken() (title, bool) {
	if t.kind != isnad.Organisation || t.row != nil || len(t.known) == 0 || t.anchors > 0 {
		return title{}, false
	}
	words := wordsOf(t.text)
	if len(words) < 2 || len(words) > 4 || !isLatin(words[0]) {
		return title{}, false
	}
	words = slices.Clone(words)
	slices.Sort(words)
	return title{signature: signature{odd: words}, text: t.text, kind: t.kind, nodes: t.nodes}, true
}
