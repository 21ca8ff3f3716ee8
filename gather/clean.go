package gather

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/isnad-news/isnad/lang/arabic"
)

// clean makes one line of text: NFC, spaces of one sort, nothing hidden, no
// space at its ends.
//
// Law: clean(clean(s)) == clean(s).
func clean(s string) string {
	if plainASCII(s) {
		return strings.TrimSpace(s)
	}
	return norm.NFC.String(strings.TrimSpace(dropJoiners(strings.Map(visible, s))))
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7F {
			return false
		}
	}
	return true
}

// visible maps a rune to what the text keeps of it; -1 drops it.
func visible(r rune) rune {
	switch {
	case r == tab || r == noBreakSpace || r == nextLine:
		return ' '
	case r == zeroWidthJoin || r == zeroWidthNonJoin:
		return r
	case unicode.Is(unicode.Zs, r) || r == lineSeparator || r == paragraphSep || r >= '\n' && r <= '\r':
		return ' '
	case unicode.IsControl(r) || isHidden(r):
		return -1
	}
	return r
}

func isHidden(r rune) bool {
	switch r {
	case softHyphen, arabicLetterMark, mongolianVowel, zeroWidthSpace, leftToRightMark,
		rightToLeftMark, byteOrderMark:
		return true
	}
	return r >= firstEmbedding && r <= lastEmbedding || r >= wordJoiner && r <= lastInvisible ||
		r >= interlinearAnchor && r <= interlinearEnd || r >= 0xE0000 && r <= 0xE007F
}

// dropJoiners drops the joiners that do not stand between two letters.
func dropJoiners(s string) string {
	if !strings.ContainsRune(s, zeroWidthJoin) && !strings.ContainsRune(s, zeroWidthNonJoin) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	last := ' '
	for i, r := range s {
		if r == zeroWidthJoin || r == zeroWidthNonJoin {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !isLetter(last) || !isLetter(next) {
				continue
			}
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) }

// squeeze makes every run of white space one space, as a browser does.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// letters is the key by which passages are compared: folded letters and
// digits, nothing between them.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, arabic.Fold(s))
}

// width is the number of columns that s takes, marks apart.
func width(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.M, r) {
			n++
		}
	}
	return n
}

// words is the number of words in s, by white space.
func words(s string) int { return len(strings.Fields(s)) }

const closers = ")]}\"'" + string(rightDoubleQuote) + string(leftDoubleQuote) + string(rightGuillemet) +
	string(rightSingleQuote)

// stops reports whether s ends as a sentence does: with a full stop, or a
// question or exclamation mark, closing marks apart. An ellipsis ends none.
func stops(s string) bool {
	s = strings.TrimRight(s, closers+" ")
	if strings.HasSuffix(s, "..") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return last == '.' || last == '!' || last == '?' || last == arabicQuestion || last == urduFullStop
}

// stopsFlat is stops for a full stop alone: headlines may ask and exclaim.
func stopsFlat(s string) bool {
	s = strings.TrimRight(s, closers+" ")
	last, _ := utf8.DecodeLastRuneInString(s)
	return last == urduFullStop || last == '.' && !strings.HasSuffix(s, "..")
}

// goesOn reports whether s ends with a mark that something must follow.
func goesOn(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return last == ':' || last == ',' || last == arabicComma || last == ';' || last == arabicSemicolon
}
