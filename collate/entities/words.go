package entities

import (
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/translit"
)

const (
	article = "\u0627\u0644"
	lamLam  = "\u0644\u0644" // the preposition of belonging with the article
	waw     = "\u0648"
	alef    = "\u0627"
	ain     = "\u0639"
	marbuta = "\u0629"
	servant = "\u0639\u0628\u062F"
)

// wordsOf returns the folded words of a name, without marks.
func wordsOf(name string) []string {
	var words []string
	for _, token := range arabic.Tokens(name) {
		if token.Kind == lang.Word || token.Kind == lang.Digits {
			words = append(words, token.Key)
		}
	}
	return words
}

var dropped = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, row := range rows("drops.tsv") {
		set[arabic.Fold(row[0])] = true
	}
	return set
})

// personWords drops titles, "son of" and the article, and joins "servant of"
// to what follows.
func personWords(words []string) []string {
	var kept []string
	for _, word := range words {
		if n := len(kept); n > 0 && kept[n-1] == servant {
			kept[n-1] += word
			continue
		}
		if dropped()[word] {
			continue
		}
		kept = append(kept, bareWord(word))
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

// bareWord takes the article off a word: «السالم», "al-Salim".
func bareWord(word string) string {
	for _, prefix := range [...]string{article, "al-", "el-", "ad-", "as-", "ash-", "ar-", "an-", "at-", "az-"} {
		if bare, ok := strings.CutPrefix(word, prefix); ok && len(bare) > 3 && !strings.HasPrefix(bare, article) {
			return bare
		}
	}
	return word
}

// demonymOf returns the alpha-3 code of the country that an adjective of a
// role names («وزير الخارجية الروسي»), or "".
func (r *resolver) demonymOf(text string) string {
	words := wordsOf(text)
	for i := range words {
		if id, n := r.facts.MatchDemonym(words[i:]); n > 0 {
			if row, ok := r.facts.Row(id); ok && row.IsCountry() {
				return row.Country
			}
		}
	}
	return ""
}

// bodyOf returns the row of the organisation that a role names, or "".
func (r *resolver) bodyOf(text string) string {
	words := wordsOf(text)
	for i := range words {
		if ids, n := r.facts.Match(words[i:]); n > 0 {
			if row, ok := r.facts.Row(ids[0]); ok && row.Kind == isnad.Organisation {
				return row.ID
			}
		}
	}
	return ""
}

// countryOf is demonymOf, and failing that the country of a place or body
// that the role names.
func (r *resolver) countryOf(text string) string {
	if country := r.demonymOf(text); country != "" {
		return country
	}
	words := wordsOf(text)
	for i := range words {
		if ids, n := r.facts.Match(words[i:]); n > 0 {
			if row, ok := r.facts.Row(ids[0]); ok && row.Country != "" && row.Kind != isnad.Person {
				return row.Country
			}
		}
	}
	return ""
}

// isLatin reports whether a folded word is in Latin letters.
func isLatin(word string) bool { return word != "" && word[0] < 0x80 }

// consonants is the length of the likeliest skeleton of a word.
func consonants(word string) int { return len(translit.Default().Skeleton(word)) }
