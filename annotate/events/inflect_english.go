package events

import (
	"strings"

	"github.com/isnad-news/isnad/lang/english"
)

// addEnglish files all forms of a verb, with its irregular ones and nouns.
// Words behind the first must follow it: "call on".
func (l *lexicon) addEnglish(verb, irregular, nouns string, r sense) {
	if verb != "" {
		words := foldAll(strings.Fields(verb), english.Fold)
		r := r
		r.rest = words[1:]
		stem := words[0]
		l.addVerb(stem, present, r)
		l.addVerb(third(stem), present, r)
		l.addVerb(ing(stem), participle, r)
		if irregular == "" || !irregularPast(stem, irregular) {
			l.addVerb(ed(stem), past, r)
		}
		for form := range strings.SplitSeq(irregular, ",") {
			switch {
			case form == "":
			case strings.HasSuffix(form, "ing"):
				l.addVerb(english.Fold(form), participle, r)
			case strings.HasSuffix(form, "ize"):
				l.addVerb(english.Fold(form), present, r)
			case strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ss"):
				l.addVerb(english.Fold(form), present, r)
			default:
				l.addVerb(english.Fold(form), past, r)
			}
		}
	}
	for word := range strings.SplitSeq(nouns, ",") {
		r := r
		r.tense = noun
		word, r.lightOnly = strings.CutPrefix(word, "~")
		words := foldAll(strings.Fields(word), english.Fold)
		if len(words) > 0 {
			r.rest = words[1:]
			l.add(words[0], r)
		}
	}
}

func (l *lexicon) addVerb(form string, t tense, r sense) {
	r.tense, r.person, r.number = t, 3, 's'
	l.add(form, r)
}

// irregularPast reports whether the irregular forms hold a past of their own:
// one that is neither the regular one spelled with a doubled letter nor -ing.
func irregularPast(stem, irregular string) bool {
	for form := range strings.SplitSeq(irregular, ",") {
		if form == stem || (!strings.HasSuffix(form, "ing") && !strings.HasSuffix(form, "s")) {
			return true
		}
	}
	return false
}

func third(stem string) string {
	switch {
	case strings.HasSuffix(stem, "y") && !vowelBefore(stem):
		return stem[:len(stem)-1] + "ies"
	case hasAnySuffix(stem, "s", "sh", "ch", "x", "z", "o"):
		return stem + "es"
	}
	return stem + "s"
}

func ed(stem string) string {
	switch {
	case strings.HasSuffix(stem, "e"):
		return stem + "d"
	case strings.HasSuffix(stem, "y") && !vowelBefore(stem):
		return stem[:len(stem)-1] + "ied"
	case doubles(stem):
		return stem + stem[len(stem)-1:] + "ed"
	}
	return stem + "ed"
}

func ing(stem string) string {
	switch {
	case strings.HasSuffix(stem, "e") && !strings.HasSuffix(stem, "ee"):
		return stem[:len(stem)-1] + "ing"
	case doubles(stem):
		return stem + stem[len(stem)-1:] + "ing"
	}
	return stem + "ing"
}

// doubles reports whether the last letter of a one-syllable stem is doubled
// before an ending: "ban", "swap", "stab".
func doubles(stem string) bool {
	n := len(stem)
	if n < 3 || n > 4 || strings.ContainsRune("aeiouwxy", rune(stem[n-1])) {
		return false
	}
	one := strings.ContainsRune("aeiou", rune(stem[n-2])) && !strings.ContainsRune("aeiou", rune(stem[n-3]))
	return one && !strings.ContainsRune("aeiou", rune(stem[0])) // "open" has two syllables
}

func vowelBefore(stem string) bool {
	return len(stem) > 1 && strings.ContainsRune("aeiou", rune(stem[len(stem)-2]))
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
