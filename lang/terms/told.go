package terms

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed marbuta.txt
var marbutaList string

//go:embed same.txt
var sameList string

// toldWords are the Arabic words whose keys the endings do not give.
type toldWords struct {
	forms   map[string]string // bare folded forms that say what they are, and their keys
	marbuta map[string]bool   // folded nouns that keep their last letter if it is written as a teh marbuta
}

var told = sync.OnceValue(func() *toldWords {
	t := &toldWords{forms: map[string]string{}, marbuta: map[string]bool{}}
	for line := range entries(marbutaList) {
		word := arabic.Fold(line)
		t.marbuta[word] = true
		stem := strings.TrimSuffix(word, heh)
		for _, ending := range nounEndings {
			t.forms[stem+ending] = word
		}
		if strings.HasSuffix(stem, alef) {
			t.forms[word] = word
		}
	}
	for line := range entries(sameList) {
		form, word, _ := strings.Cut(line, "\t")
		t.forms[arabic.Fold(form)] = arabic.BareStem(arabic.Fold(word))
	}
	return t
})

// Letters that are told apart here and not by folding.
const (
	heh         = "\u0647" // ه
	waw         = "\u0648" // و
	feh         = "\u0641" // ف
	teh         = "\u062A" // ت
	yeh         = "\u064A" // ي
	alefMadda   = '\u0622' // آ
	alefLow     = '\u0625' // إ
	tehMarbuta  = '\u0629' // ة
	alefMaksura = '\u0649' // ى

	upon    = "\u0639\u0644\u0649"       // على
	toward  = "\u0625\u0644\u0649"       // إلى
	meaning = "\u0645\u0639\u0646\u0649" // معنى
)

// pronouns are written behind nouns and prepositions.
var pronouns = []string{heh, heh + alef, heh + "\u0645", heh + "\u0645" + alef, heh + "\u0646", "\u0646" + alef, "\u0643", "\u0643\u0645"}

// nounEndings stand in place of a teh marbuta.
var nounEndings = func() []string {
	plural := alef + teh
	list := []string{teh + yeh, teh + yeh + "\u0646", teh + alef + "\u0646", plural}
	for _, pronoun := range pronouns {
		list = append(list, teh+pronoun, plural+pronoun)
	}
	return list
}()

// prepositions are the folded forms of على and إلى with a pronoun.
var prepositions = sync.OnceValue(func() map[string]string {
	forms := map[string]string{}
	for _, word := range []string{upon, toward} {
		for _, pronoun := range pronouns {
			forms[arabic.Fold(word)+pronoun] = word
		}
	}
	return forms
})

// preposition returns the key of a word that is على or إلى, with a pronoun or
// without; "" for others. Its letters as they are written tell it from the name
// علي and from آلي and آلية, which fold to the same; a writer who drops the dots
// and the hamza of all is not understood.
func preposition(key, word string) string {
	for _, proclitic := range []string{waw, feh} {
		if rest, ok := strings.CutPrefix(key, proclitic); ok {
			key = rest
			break
		}
	}
	switch key {
	case arabicUpon:
		if lastLetter(word) == alefMaksura {
			return upon
		}
	case arabicToward:
		if last := lastLetter(word); last == alefMaksura || strings.ContainsRune(word, alefLow) {
			return toward
		}
	default:
		if key, ok := prepositions()[key]; ok && lastLetter(word) != tehMarbuta && !strings.ContainsRune(word, alefMadda) {
			return key
		}
	}
	return ""
}

var arabicUpon, arabicToward, arabicMeaning = arabic.Fold(upon), arabic.Fold(toward), arabic.Fold(meaning)

// keyOf returns the key of a bare folded word that is written word.
func keyOf(bare, word string) string {
	if key, ok := told().forms[bare]; ok {
		return key
	}
	switch {
	case bare == arabicMeaning && lastLetter(word) == alefMaksura:
		return meaning
	case told().marbuta[bare] && lastLetter(word) == tehMarbuta:
		return bare
	}
	return arabic.BareStem(bare)
}

// lastLetter returns the last letter of an Arabic word as it is written, behind
// which marks may stand.
func lastLetter(word string) rune {
	for len(word) > 0 {
		r, n := utf8.DecodeLastRuneInString(word)
		if arabic.Fold(word[len(word)-n:]) != "" {
			return written(r)
		}
		word = word[:len(word)-n]
	}
	return utf8.RuneError
}

// written returns the letter that a presentation form or a Persian one shows.
func written(r rune) rune {
	switch r {
	case '\uFE93', '\uFE94', '\u06C3':
		return tehMarbuta
	case '\uFEEF', '\uFEF0':
		return alefMaksura
	}
	return r
}
