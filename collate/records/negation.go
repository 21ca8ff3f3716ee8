package records

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/contrast"
	"github.com/isnad-news/isnad/lang/english"
)

// untrue are words that say of a whole report that it is not so, folded.
var untrue = []string{"\u0639\u0627\u0631", "\u0639\u0627\u0631\u064A\u0647", "untrue", "false", "baseless", "unfounded"} // عار عارية

// saysNo reports whether a folded word says no.
func saysNo(key string) bool { return contrast.Negates(key) || slices.Contains(untrue, key) }

// deniedWords are the stems of the key words that a word of no stands before:
// «لن يحضر», "will not attend".
func deniedWords(text string, language isnad.Lang) []string {
	tokens, stop := arabic.Tokens(text), arabic.IsStop
	if language == isnad.English {
		tokens, stop = english.Tokens(text), english.IsStop
	}
	stem := stemOf(language)
	var list []string
	open := false
	for _, token := range tokens {
		switch {
		case saysNo(token.Key):
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
