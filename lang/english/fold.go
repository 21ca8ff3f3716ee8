package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes the key by which words are compared: lower case, without marks,
// invisible characters and tatweel, with compatibility forms resolved, all
// apostrophes as ' and hyphens as -, and digits of any script in ASCII. Arabic
// letters lose their marks and hamzas and nothing else; package arabic goes
// further.
//
// Laws: Fold(a+b) == Fold(a)+Fold(b) for valid UTF-8, and
// Fold(Fold(s)) == Fold(s).
func Fold(s string) string {
	if plain(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	var buf [64]byte
	for i, r := range s {
		out.Write(foldRune(buf[:0], r, i, s))
	}
	return out.String()
}

// FoldMap is Fold with the way back: byte i of folded comes from the character
// of s that begins at offsets[i]. len(offsets) is len(folded)+1 and the last
// one is len(s).
func FoldMap(s string) (folded string, offsets []int) {
	out := make([]byte, 0, len(s))
	offsets = make([]int, 0, len(s)+1)
	for i, r := range s {
		out = foldRune(out, r, i, s)
		for len(offsets) < len(out) {
			offsets = append(offsets, i)
		}
	}
	return string(out), append(offsets, len(s))
}

// plain reports whether s is its own key.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == graveAccent {
			return false
		}
	}
	return true
}

// foldRune appends the key of r, which stands at byte i of s.
func foldRune(out []byte, r rune, i int, s string) []byte {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		} else if r == graveAccent {
			r = apostrophe
		}
		return append(out, byte(r))
	case r == utf8.RuneError && !strings.HasPrefix(s[i:], string(utf8.RuneError)):
		return append(out, s[i]) // a stray byte stays what it is
	case isApostrophe(r):
		return append(out, apostrophe)
	case isHyphen(r):
		return append(out, '-')
	case isInvisible(r), r == tatweel:
		return out
	}
	return foldLetter(out, r)
}

// foldLetter appends the base letters of r: its compatibility decomposition in
// lower case without marks, repeated until nothing changes.
func foldLetter(out []byte, r rune) []byte {
	text := []rune{r}
	for range 4 {
		next := step(text)
		if string(next) == string(text) {
			break
		}
		text = next
	}
	for _, r := range text {
		out = utf8.AppendRune(out, r)
	}
	return out
}

func step(text []rune) []rune {
	var next []rune
	for _, r := range norm.NFKD.String(string(text)) {
		r = unicode.ToLower(r)
		if unicode.Is(unicode.Mn, r) || isInvisible(r) || r == tatweel {
			continue
		}
		if digit, ok := digitOf(r); ok {
			r = '0' + rune(digit)
		}
		next = append(next, []rune(unligature(r))...)
	}
	return next
}

// unligature spells letters that Unicode does not decompose.
func unligature(r rune) string {
	switch r {
	case oStroke:
		return "o"
	case dStroke, eth:
		return "d"
	case lStroke:
		return "l"
	case hStroke:
		return "h"
	case dotlessI:
		return "i"
	case sharpS:
		return "ss"
	case aeLigature:
		return "ae"
	case oeLigature:
		return "oe"
	case thorn:
		return "th"
	case graveAccent, acuteAccent, prime, modifierAposto, leftSingle, rightSingle:
		return "'"
	case hyphen, nonBreakHyphen:
		return "-"
	}
	return string(r)
}

// digitOf gives the value of a decimal digit of any script.
func digitOf(r rune) (int, bool) {
	if r < utf8.RuneSelf {
		return int(r - '0'), '0' <= r && r <= '9'
	}
	if !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	// The digits of a script stand in a row that begins at a code point whose
	// predecessor is no digit, or at ten digits from there.
	zero := r
	for unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return int(r-zero) % 10, true
}
