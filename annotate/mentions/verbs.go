package mentions

import (
	"strings"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/names"
)

// verbs enters every verb of the list with the forms that news prose puts
// behind a name: past, present and future, both genders and the plural.
func (l *lexicon) verbs() {
	for _, row := range names.List("ar-verbs.txt") {
		key := arabic.Fold(row[0])
		stem := key
		// The present drops the alef of the derived stems.
		if bare, ok := strings.CutPrefix(key, alef); ok && letters(bare) >= 3 {
			stem = bare
		}
		stem = strings.TrimSuffix(stem, alef)
		for _, form := range [...]string{
			key, key + teh, key + waw + alef, key + heh, key + heh + alef,
			yeh + stem, teh + stem, seen + yeh + stem, seen + teh + stem, noon + stem, yeh + stem + plural,
		} {
			l.verb(form)
		}
		for _, weak := range hollow(stem) {
			for _, prefix := range [...]string{yeh, teh, seen + yeh, seen + teh} {
				l.verb(prefix + weak)
			}
		}
	}
}

// verb makes form an everyday word unless it is a name too.
func (l *lexicon) verb(form string) {
	if l.words[form]&given == 0 {
		l.words[form] |= everyday
	}
}

// hollow returns the presents of a stem with a long vowel in the middle or a
// weak letter at its end: قال يقول, سار يسير, دعا يدعو, جرى يجري.
func hollow(stem string) []string {
	switch letters(stem) {
	case 2:
		return []string{stem + waw, stem + yeh}
	case 3:
		if stem[len(alef):2*len(alef)] == alef {
			return []string{stem[:len(alef)] + waw + stem[2*len(alef):], stem[:len(alef)] + yeh + stem[2*len(alef):]}
		}
	}
	if n := len(stem) - 2*len(alef); n > 0 && stem[n:n+len(alef)] == alef {
		return []string{stem[:n] + yeh + stem[n+len(alef):]}
	}
	return nil
}
