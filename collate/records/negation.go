package records

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// Words that say no, folded.
var (
	arabicNo = []string{
		"\u0644\u0627", "\u0648\u0644\u0627", "\u0644\u0645", "\u0648\u0644\u0645", "\u0644\u0646", "\u0648\u0644\u0646", // لا لم لن
		"\u0644\u064A\u0633", "\u0648\u0644\u064A\u0633", "\u0644\u064A\u0633\u062A", "\u0648\u0644\u064A\u0633\u062A", // ليس ليست
		"\u063A\u064A\u0631", "\u0648\u063A\u064A\u0631", "\u0639\u062F\u0645", "\u0628\u0639\u062F\u0645", "\u0648\u0639\u062F\u0645", // غير عدم
		"\u0639\u0627\u0631", "\u0639\u0627\u0631\u064A\u0647", // عار عارية
	}
	englishNo = []string{"no", "not", "never", "none", "untrue", "false", "baseless", "unfounded", "neither", "nor", "cannot", "without"}
)

// deniedWords are the stems of the key words that a word of no stands before:
// «لن يحضر», "will not attend".
func deniedWords(text string, language isnad.Lang) []string {
	tokens, no, stop := arabic.Tokens(text), arabicNo, arabic.IsStop
	if language == isnad.English {
		tokens, no, stop = english.Tokens(text), englishNo, english.IsStop
	}
	stem := stemOf(language)
	var list []string
	open := false
	for _, token := range tokens {
		switch {
		case slices.Contains(no, token.Key) || language == isnad.English && strings.HasSuffix(token.Key, notWritten):
			open = true
		case token.Kind != lang.Word:
			open = false
		case open && !stop(token.Key):
			list = append(list, stem(text[token.Start:token.End], token.Key))
			open = false
		}
	}
	return list
}

// notWritten ends English verbs that say no.
const notWritten = "n't"

// contradicts reports whether one of two utterances says no of a word that the
// other says yes of.
func contradicts(x, y *utterance) bool {
	for _, pair := range [...][2]*utterance{{x, y}, {y, x}} {
		for _, word := range pair[0].no {
			if _, said := pair[1].terms.base["w:"+word]; said && !slices.Contains(pair[1].no, word) {
				return true
			}
		}
	}
	return false
}
