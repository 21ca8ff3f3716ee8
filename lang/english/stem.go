package english

import (
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// Stem cuts the inflection off a folded word so that its forms meet:
// "announces", "announced" and "announcing" all give "announc". It knows no
// derivation and spares short words; that names stay whole is the caller's
// matter. Stem(Stem(key)) == Stem(key) does not hold in general.
func Stem(key string) string {
	if len(key) < 4 || strings.ContainsAny(key, "-.0123456789") {
		return strings.TrimSuffix(key, "'s")
	}
	key = strings.TrimSuffix(strings.TrimSuffix(key, "'s"), "'")
	key = singular(key)
	if strings.HasSuffix(key, "eed") {
		if len(key) > 5 { // agreed, but not need
			key = key[:len(key)-1]
		}
		return key
	}
	for _, ending := range []string{"ing", "ed"} {
		if stem, ok := strings.CutSuffix(key, ending); ok && len(stem) > 1 && hasVowel(stem) {
			key = single(stem)
			break
		}
	}
	if strings.HasSuffix(key, "y") && len(key) > 3 && !vowel(key[len(key)-2]) {
		return key[:len(key)-1] + "i"
	}
	if strings.HasSuffix(key, "e") && len(key) > 3 && !strings.HasSuffix(key, "ee") {
		return key[:len(key)-1]
	}
	return key
}

// singular cuts the -s of a plural or of a verb.
func singular(key string) string {
	switch {
	case strings.HasSuffix(key, "ies") && len(key) > 4:
		return key[:len(key)-3] + "y"
	case strings.HasSuffix(key, "sses"), strings.HasSuffix(key, "shes"), strings.HasSuffix(key, "ches"), strings.HasSuffix(key, "xes"):
		return key[:len(key)-2]
	case strings.HasSuffix(key, "ss"), strings.HasSuffix(key, "us"), strings.HasSuffix(key, "is"):
		return key
	case strings.HasSuffix(key, "s") && len(key) > 3:
		return key[:len(key)-1]
	}
	return key
}

// single undoes the doubling before an ending: planned, plan. Doubled l, s and
// z may be the stem's own.
func single(stem string) string {
	n := len(stem)
	if n > 2 && stem[n-1] == stem[n-2] && !vowel(stem[n-1]) && !strings.ContainsRune("lsz", rune(stem[n-1])) {
		return stem[:n-1]
	}
	return stem
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// Splits reads a written word as a stem and a possessive: "Trump's" as Trump
// and 's first, then as a whole. Contractions of function words ("it's",
// "let's") are whole words alone. English has no other clitics here.
func Splits(word string) []lang.Split {
	whole := lang.Range{Start: 0, End: len(word)}
	key, offsets := FoldMap(word)
	splits := []lang.Split{{Stem: whole, Bare: whole, Key: key}}
	if stem, ok := strings.CutSuffix(key, "'s"); ok && stem != "" && !stops[key] {
		part := lang.Range{Start: 0, End: offsets[len(stem)]}
		return append([]lang.Split{{Stem: part, Bare: part, Enclitic: "'s", Key: stem}}, splits...)
	}
	return splits
}
