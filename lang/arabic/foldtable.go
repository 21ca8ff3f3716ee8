package arabic

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Results of foldOf that are no runes.
const (
	foldsAway rune = -1 // to nothing
	foldsWide rune = -2 // to what wideFold says
)

// tableEnd is the end of the runes that foldTable holds: Latin, Greek,
// Cyrillic, Hebrew and Arabic, which are nearly all that reports contain.
const tableEnd = 0x0700

var foldTable = func() (table [tableEnd]rune) {
	for r := range table {
		table[r] = slowFold(rune(r))
	}
	return table
}()

// letterFolds are the Arabic letters that are not their own key.
var letterFolds = map[rune]rune{
	alefMadda: alef, alefHamza: alef, alefHamzaLow: alef, alefWasla: alef,
	'\u0672': alef, '\u0673': alef, '\u0675': alef,
	wawHamza: hamza, yehHamza: hamza, '\u0674': hamza,
	'\u0676': hamza, '\u0677': hamza, '\u0678': hamza,
	alefMaksura: yeh, farsiYeh: yeh, yehWithTailV: yeh, kurdishYeh: yeh,
	yehBarree: yeh, yehBarreeHmz: hamza, eYeh: yeh, '\u06D1': yeh, '\u063D': yeh,
	tehMarbuta: heh, hehDoachashme: heh, hehYeh: heh, hehGoal: heh,
	hehGoalHamza: heh, tehGoal: heh, ae: heh, '\u06FF': heh,
	keheh: kaf, gaf: kaf, ng: kaf, '\u06AA': kaf, '\u06AB': kaf, '\u06AC': kaf, '\u063B': kaf,
	peh: beh, tcheh: jeem, jeh: zain, veh: feh, fehDotsBelow: feh, '\u06A2': feh,
	qafThreeDots: qaf, '\u06A7': qaf, tteh: teh, ddal: dal, rreh: reh, rehSmallV: reh,
	lamSmallV: lam, '\u06B6': lam, noonGhunna: noon, '\u06BC': noon,
	oeKurdish: waw, uUyghur: waw, yuUyghur: waw, veUyghur: waw, '\u06C5': waw, '\u06CA': waw,
}

// signFolds are the signs that are not their own key.
var signFolds = map[rune]rune{
	decimalSign: '.', thousandsSign: ',', percentSign: '%', fullStop: '.',
	apostrophe: '\'', modApostrophe: '\'', hyphen: '-', hyphenTight: '-', '\u2212': '-',
	noBreakSpace: ' ', '\u202F': ' ', '\u3000': ' ', '\u205F': ' ', '\u1680': ' ',
}

// latinFolds are the Latin letters whose diacritic is part of their shape.
var latinFolds = map[rune]string{
	'\u00DF': "ss", '\u1E9E': "ss", '\u00E6': "ae", '\u00C6': "ae", '\u0153': "oe", '\u0152': "oe",
	'\u00F8': "o", '\u00D8': "o", '\u0142': "l", '\u0141': "l", '\u0111': "d", '\u0110': "d",
	'\u00F0': "d", '\u00D0': "d", '\u00FE': "th", '\u00DE': "th", '\u0131': "i", '\u0130': "i",
	'\u0127': "h", '\u0126': "h", '\u0167': "t", '\u0166': "t",
}

// foldOf returns the rune that r folds to, foldsAway or foldsWide.
func foldOf(r rune) rune {
	if r < tableEnd {
		return foldTable[r]
	}
	switch { // frequent in reports and their own key
	case r >= '\u2012' && r <= '\u2018', r >= '\u201A' && r <= '\u2026':
		return r
	}
	return slowFold(r)
}

// slowFold computes what foldTable holds.
func slowFold(r rune) rune {
	if to, ok := letterFolds[r]; ok {
		return to
	}
	if to, ok := signFolds[r]; ok {
		return to
	}
	if _, ok := latinFolds[r]; ok {
		return foldsWide
	}
	switch {
	case r == tatweel, isControl(r), isMark(r):
		return foldsAway
	case r >= arabicZero && r <= arabicNine:
		return r - arabicZero + '0'
	case r >= persianZero && r <= persianNine:
		return r - persianZero + '0'
	case r >= '\u2000' && r <= '\u200A':
		return ' '
	case r == utf8.RuneError, r >= '\u3001' && r <= '\uA4CF', r >= '\uAC00' && r <= '\uD7A3':
		return r
	case needsNorm(r):
		return normFold(r)
	}
	return unicode.ToLower(r)
}

// needsNorm reports whether r may be a compatibility form: presentation and
// full-width forms, Latin with diacritics.
func needsNorm(r rune) bool {
	switch {
	case r == '\uFDFA', r == '\uFDFB': // whole sentences
		return false
	case r >= '\uFB00' && r <= '\uFEFE', r >= '\uFF01' && r <= '\uFF5E':
		return true
	}
	return unicode.Is(unicode.Latin, r) && r > unicode.MaxASCII
}

func normFold(r rune) rune {
	wide := wideFold(r)
	one, n := utf8.DecodeRuneInString(wide)
	switch {
	case wide == "":
		return foldsAway
	case n == len(wide):
		return one
	}
	return foldsWide
}

var wideFolds sync.Map // rune → string

// wideFold returns the fold of a rune that may become several.
func wideFold(r rune) string {
	if known, ok := wideFolds.Load(r); ok {
		return known.(string)
	}
	if to, ok := latinFolds[r]; ok {
		return to
	}
	var b strings.Builder
	for _, part := range norm.NFKD.String(string(r)) {
		if part == ' ' { // the carrier of an isolated mark
			continue
		}
		switch to := partFold(part, r); to {
		case foldsAway:
		case foldsWide:
			b.WriteString(latinFolds[part])
		default:
			b.WriteRune(to)
		}
	}
	wideFolds.Store(r, b.String())
	return b.String()
}

// partFold folds one part of a decomposed rune; a rune that decomposes to
// itself is not taken apart again.
func partFold(part, whole rune) rune {
	if part == whole {
		return unicode.ToLower(part)
	}
	return slowFold(part)
}
