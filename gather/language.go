package gather

import (
	"bufio"
	_ "embed"
	"strings"
	"unicode"

	"github.com/isnad-news/isnad"
)

//go:embed stopwords.txt
var stopwordList string

// stopwords maps a word, lower case and otherwise as written, to the languages
// in which it is one of the commonest.
var stopwords = func() map[string][]string {
	table := make(map[string][]string)
	scanner := bufio.NewScanner(strings.NewReader(stopwordList))
	for scanner.Scan() {
		language, list, ok := strings.Cut(scanner.Text(), "\t")
		if !ok || strings.HasPrefix(language, "#") {
			continue
		}
		for word := range strings.FieldsSeq(list) {
			table[word] = append(table[word], language)
		}
	}
	return table
}()

// sample is how much of a text its language is told from.
const sample = 8 << 10

// language tells the language of text by its letters and commonest words. It
// is [isnad.UnknownLang] for languages that the program does not read. Where
// a text is too short to tell, declared decides if the script allows it.
func language(text string, declared isnad.Lang) isnad.Lang {
	text = before(text, sample)
	arabicLetters, latinLetters, foreign := countLetters(text)
	hits := countStopwords(text)
	switch {
	case arabicLetters == 0 && latinLetters == 0:
		return isnad.UnknownLang
	case arabicLetters >= latinLetters:
		// Foreign names bring in a few such letters; Persian, Urdu, Kurdish
		// and Pashto have ten in a hundred and more. A word or two of theirs
		// is an abbreviation of ours.
		other := best(hits, "fa", "ur", "ckb", "ps")
		if foreign*100 > arabicLetters*5 || other > hits["ar"]+2 {
			return isnad.UnknownLang
		}
		return isnad.Arabic
	case hits["en"] > 0 && best(hits, "fr", "de", "es", "it", "pt", "nl", "tr", "id") < hits["en"]:
		return isnad.English
	case declared == isnad.English && len(hits) == 0:
		return isnad.English
	}
	return isnad.UnknownLang
}

// countLetters counts letters of the Arabic and Latin scripts, and among the
// Arabic ones those that the Arabic language does not use.
func countLetters(text string) (arabicLetters, latinLetters, foreign int) {
	for _, r := range text {
		switch {
		case r >= '\u0621' && r <= '\u064A':
			arabicLetters++
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			arabicLetters++
			if r < 0xFB50 {
				foreign++
			}
		case unicode.Is(unicode.Latin, r):
			latinLetters++
		}
	}
	return arabicLetters, latinLetters, foreign
}

func countStopwords(text string) map[string]int {
	hits := make(map[string]int)
	split := func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }
	for word := range strings.FieldsFuncSeq(text, split) {
		for _, language := range stopwords[strings.ToLower(word)] {
			hits[language]++
		}
	}
	return hits
}

func best(hits map[string]int, languages ...string) int {
	most := 0
	for _, language := range languages {
		most = max(most, hits[language])
	}
	return most
}
