package positions

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed hollow.txt
var hollowList string

//go:embed keeps-teh.txt
var keepsTehList string

// hollow are words, folded and bare, that name no subject.
var hollow = sync.OnceValue(func() map[string]bool {
	list := map[string]bool{}
	for line := range entries(hollowList) {
		list[arabic.Bare(arabic.Fold(line))] = true
	}
	return list
})

// tehs are nouns, folded, that end in a teh of their own, and the true endings of
// those that end in alef and teh marbuta.
var tehs = sync.OnceValue(func() map[string]string {
	list := map[string]string{}
	for line := range entries(keepsTehList) {
		if word, ok := strings.CutPrefix(line, "+"); ok {
			list[arabic.Fold(strings.TrimSuffix(word, tehMarbuta)+teh)] = tehMarbuta
			continue
		}
		list[arabic.Fold(line)] = teh
	}
	return list
})

const (
	teh        = "\u062a"
	tehMarbuta = "\u0629"
	yehLetter  = "\u064a"
)

// restored writes a noun as it stands without the pronoun that was cut from it:
// its last teh is a teh marbuta («زيارتـها» is of «زيارة») unless it is the noun's
// own («وقته») or that of a plural («استقالاته»).
func restored(noun string) string {
	stem, ok := strings.CutSuffix(noun, teh)
	if !ok || utf8.RuneCountInString(noun) < 3 {
		return noun
	}
	bare := arabic.Bare(arabic.Fold(noun))
	if ending, ok := tehs()[bare]; ok {
		return stem + ending
	}
	if strings.HasSuffix(noun, plural) {
		return noun
	}
	if strings.HasPrefix(bare, teh) && strings.HasSuffix(stem, yehLetter) && utf8.RuneCountInString(bare) == 5 {
		return noun // a verbal noun: «تثبيت»
	}
	return stem + tehMarbuta
}

// pluralVerb reports whether an Arabic word, folded, can only be a verb in the
// present with a plural subject: «يعملون», «تتعاملون», and not «تعاون».
func pluralVerb(key string) bool {
	return strings.HasSuffix(key, wawNun) && utf8.RuneCountInString(key) >= 6 && (strings.HasPrefix(key, yehLetter) || strings.HasPrefix(key, teh+teh))
}

// wawNun ends plural verbs of the present: ون.
const wawNun = "\u0648\u0646"
