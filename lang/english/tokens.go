package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// Tokens cuts text into words, numbers, marks and quotation marks, in order;
// white space and invisible characters lie between them. A word keeps inner
// apostrophes, hyphens and digits ("Trump's", "Cairo-based", "F-16") and the
// stops of an abbreviation of single letters ("U.S.", "a.m."). A number keeps
// inner separators, a percent sign and an ordinal ending ("1,500", "10:30",
// "80%", "14th", "1990s"). Key is Fold of the token's bytes.
func Tokens(text string) []lang.Token {
	tokens := make([]lang.Token, 0, len(text)/6+1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || isInvisible(r) {
			i += size
			continue
		}
		token := tokenAt(text, i, r, size)
		token.Key = Fold(text[token.Start:token.End])
		tokens = append(tokens, token)
		i = token.End
	}
	return tokens
}

func tokenAt(text string, i int, r rune, size int) lang.Token {
	switch {
	case isWordRune(r):
		end := wordEnd(text, i)
		return lang.Token{Start: i, End: end, Kind: lang.Word, Latin: isLatin(text[i:end])}
	case isDigit(r):
		return lang.Token{Start: i, End: numberEnd(text, i), Kind: lang.Digits}
	case isQuoter(r):
		return lang.Token{Start: i, End: quoterEnd(text, i, r, size), Kind: lang.Quoter}
	case r == '.' && strings.HasPrefix(text[i:], ".."):
		end := i
		for end < len(text) && text[end] == '.' {
			end++
		}
		return lang.Token{Start: i, End: end, Kind: lang.Mark}
	}
	return lang.Token{Start: i, End: i + size, Kind: lang.Mark}
}

// isWordRune reports whether r can begin and continue a word.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
	}
	return unicode.IsLetter(r) && r != modifierAposto || unicode.IsMark(r)
}

func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.Is(unicode.Nd, r)
}

// wordEnd returns where the word that begins at i ends.
func wordEnd(text string, i int) int {
	if end := abbreviationEnd(text, i); end > 0 {
		i = end
	}
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWordRune(r) || isDigit(r) || isInvisible(r) && innerAt(text, i+size) {
			i += size
			continue
		}
		if !isApostrophe(r) && !isHyphen(r) && r != '&' || !innerAt(text, i+size) {
			break
		}
		i += size
		if end := abbreviationEnd(text, i); end > 0 {
			i = end
		}
	}
	return i
}

// innerAt reports whether a letter or digit stands at i, so that what came
// before it is inside a word.
func innerAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return i < len(text) && (isWordRune(r) || isDigit(r))
}

// abbreviationEnd returns where single letters, each with a stop, end that
// begin at i, if there are two or more of them; else 0. The last stop is left
// out where a letter follows it at once.
func abbreviationEnd(text string, i int) int {
	letters := 0
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) || i+size >= len(text) || text[i+size] != '.' {
			break
		}
		letters++
		i += size + 1
	}
	switch {
	case letters < 2:
		return 0
	case innerAt(text, i):
		return i - 1
	}
	return i
}

// numberEnd returns where the number that begins at i ends.
func numberEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isDigit(r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if !strings.ContainsRune(".,:", r) && r != arabicDecimal && r != arabicThousands || !isDigit(next) {
			break
		}
		i += size
	}
	for _, ending := range []string{"st", "nd", "rd", "th", "s"} {
		rest := text[i:]
		if len(rest) >= len(ending) && strings.EqualFold(rest[:len(ending)], ending) && !innerAt(text, i+len(ending)) {
			return i + len(ending)
		}
	}
	if r, size := utf8.DecodeRuneInString(text[i:]); r == '%' || r == arabicPercent || r == fullwidthPercent {
		return i + size
	}
	return i
}

// isQuoter reports whether r can stand at either end of a quotation.
func isQuoter(r rune) bool {
	switch r {
	case straightDouble, leftDouble, rightDouble, lowDouble, lowSingle, leftGuillemet, rightGuillemet:
		return true
	}
	return isApostrophe(r)
}

// triple is a single closing mark before a doubled one.
const triple = "'''"

// quoterEnd joins two apostrophes or two grave accents into one mark.
func quoterEnd(text string, i int, r rune, size int) int {
	if r != apostrophe && r != graveAccent {
		return i + size
	}
	// Of three marks behind a word the first closes a quotation of its own.
	if i > 0 && text[i-1] != ' ' && strings.HasPrefix(text[i:], triple) {
		return i + size
	}
	if next, nextSize := utf8.DecodeRuneInString(text[i+size:]); next == r {
		return i + size + nextSize
	}
	return i + size
}

func isLatin(word string) bool {
	for _, r := range word {
		if r < utf8.RuneSelf && isWordRune(r) || r >= utf8.RuneSelf && unicode.Is(unicode.Latin, r) {
			return true
		}
		if unicode.IsLetter(r) {
			return false
		}
	}
	return false
}
