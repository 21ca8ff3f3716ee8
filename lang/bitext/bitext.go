// Package bitext is a list of Arabic and English words that translate one
// another, learned from texts that were translated by people. It serves to
// compare what texts of two languages are about, beside the concepts of package
// gloss and the letters of package translit; it does not translate texts.
//
// Words stand in the list by their search keys (package terms): «للمدارس» as
// «مدارس», "schools" as "school". Numbers and function words are not in it.
//
// Texts of two languages are compared by what their words mean
// ([List.Senses]): an English word its own key, an Arabic one the keys of its
// translations, as far as they are to be expected.
package bitext

import (
	"cmp"
	"slices"
)

// Translation is a word of the other language.
type Translation struct {
	Key string
	P   float64 // share of the word's uses that are translated so, above 0 and at most 1
}

// List is a word list. It is safe for many goroutines.
type List struct {
	rows    []row // ordered by Arabic, then by English key
	arabic  map[string][]Translation
	english map[string][]Translation
}

// row is a pair of keys. Shares are in thousandths: of the Arabic word's uses
// that are translated by the English one, and the other way.
type row struct {
	arabic, english     string
	ofArabic, ofEnglish int
}

// thousand is the unit of the file's shares.
const thousand = 1000

// English returns the translations of an Arabic key, the commonest first, or
// nil. The slice is shared: callers do not write to it.
//
// Law: e is in English(a) exactly if a is in Arabic(e).
func (l *List) English(arabic string) []Translation { return l.arabic[arabic] }

// Arabic returns the translations of an English key, the commonest first, or
// nil. The slice is shared: callers do not write to it.
func (l *List) Arabic(english string) []Translation { return l.english[english] }

// Len is how many pairs of words the list has.
func (l *List) Len() int { return len(l.rows) }

// newList indexes rows, which it keeps.
func newList(rows []row) *List {
	l := &List{rows: rows, arabic: map[string][]Translation{}, english: map[string][]Translation{}}
	for _, r := range rows {
		l.arabic[r.arabic] = append(l.arabic[r.arabic], Translation{r.english, float64(r.ofArabic) / thousand})
		l.english[r.english] = append(l.english[r.english], Translation{r.arabic, float64(r.ofEnglish) / thousand})
	}
	for _, index := range []map[string][]Translation{l.arabic, l.english} {
		for _, list := range index {
			slices.SortFunc(list, byShare)
		}
	}
	return l
}

// byShare orders translations by share, the greatest first, then by key.
func byShare(a, b Translation) int {
	return cmp.Or(cmp.Compare(b.P, a.P), cmp.Compare(a.Key, b.Key))
}
