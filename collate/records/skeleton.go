package records

import "strings"

// Letters that Arabic word formation adds or changes.
const (
	weakLetters = "\u0627\u0648\u064A" // alef, waw, yeh; hamza seats are folded to them
	hamza       = "\u0621"
	prefixes    = "\u064A\u062A\u0646\u0627\u0633\u0645" // yeh teh noon alef seen meem: imperfect, future, participle
	kept        = 3                                      // consonants that a skeleton must keep to stand for its word
)

// suffixes of verbs and nouns, longest first.
var suffixes = []string{
	"\u062A\u0645\u0627", "\u0648\u0647\u0627", // tma, wha
	"\u0646\u0627", "\u0648\u0627", "\u0648\u0646", "\u064A\u0646", "\u0627\u062A", "\u0627\u0646", "\u062A\u0645", // na wa wn yn at an tm
	"\u062A", "\u0627", // t, a
}

// skeleton is what the forms of one root have in common, as far as letters
// tell without a dictionary: an Arabic stem less the letters that inflection
// and derivation add («اتفق», «اتفقوا» and «اتفاق» have one). A word that
// would keep fewer than three consonants stands for itself.
func skeleton(stem string) string {
	word := stem
	for _, suffix := range suffixes {
		if cut, ok := strings.CutSuffix(word, suffix); ok && letters(cut) >= 3 {
			word = cut
			break
		}
	}
	if first := word[:min(2, len(word))]; strings.Contains(prefixes, first) && letters(word) > 4 {
		word = word[2:]
	}
	var b strings.Builder
	for _, r := range word {
		if !strings.ContainsRune(weakLetters+hamza, r) {
			b.WriteRune(r)
		}
	}
	if letters(b.String()) < kept {
		return stem
	}
	return b.String()
}

func letters(s string) int { return len([]rune(s)) }
