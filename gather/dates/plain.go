package dates

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	firstIndic, lastIndic     = '\u0660', '\u0669' // Arabic-Indic digits
	firstPersian, lastPersian = '\u06F0', '\u06F9'
	minusSign                 = '\u2212'
	firstDash, lastDash       = '\u2010', '\u2015' // hyphen to horizontal bar
	arabicComma               = '\u060C'
	arabicLetterMark          = '\u061C'
	tatweel                   = '\u0640'
)

// plain makes one line of words that the rules can read: ASCII digits, dashes
// and commas, single spaces, nothing hidden, at most longest bytes.
func plain(words string) string {
	if len(words) > longest {
		words = words[:longest]
		for len(words) > 0 && !utf8.ValidString(words[len(words)-1:]) {
			words = words[:len(words)-1]
		}
	}
	return strings.Join(strings.Fields(strings.Map(plainRune, words)), " ")
}

func plainRune(r rune) rune {
	switch {
	case r >= firstIndic && r <= lastIndic:
		return r - firstIndic + '0'
	case r >= firstPersian && r <= lastPersian:
		return r - firstPersian + '0'
	case r == minusSign, r >= firstDash && r <= lastDash:
		return '-'
	case r == arabicComma:
		return ','
	case unicode.IsSpace(r), unicode.Is(unicode.Zs, r):
		return ' '
	case r == arabicLetterMark, r == tatweel, unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}
