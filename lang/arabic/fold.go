package arabic

import (
	"strings"
	"unicode/utf8"
)

// Fold returns the key of s: what two spellings of one word share.
//
//   - alef with hamza, madda or wasla is alef; alef maksura and the yehs of
//     other languages are yeh; teh marbuta is heh;
//   - hamza on waw and on yeh is bare hamza, so that the seats that writers
//     choose differently (مسؤول مسئول, شؤون شئون) and those that grammar moves
//     (أعضاؤه أعضائه أعضاءه) meet. A hamza on alef is alef all the same, because
//     writers drop it (أحمد احمد), so رأس and رؤوس do not meet;
//   - letters of Persian, Urdu and Kurdish, and those lent for foreign sounds
//     (گ پ چ ڤ), are the Arabic letters that stand in for them;
//   - vowel marks, tatweel, hidden controls and joiners are nothing;
//   - presentation forms are their letters; digits of every Arabic kind and
//     full-width forms are ASCII; Latin letters are lower case without
//     diacritics; the curly apostrophe and hyphens are the ASCII ones.
//
// Laws: Fold(Fold(s)) == Fold(s); Fold(a+b) == Fold(a)+Fold(b) unless b begins
// with a combining hamza. Invalid bytes become U+FFFD. A string that is folded
// already is returned as it is, without allocation.
func Fold(s string) string {
	from := foldedPrefix(s)
	if from == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + utf8.UTFMax)
	b.WriteString(s[:from])
	foldInto(&b, s[from:])
	return b.String()
}

// FoldMap folds s and says where each byte of the folded string comes from:
// offsets[i] is the start in s of the rune that gave folded byte i, and
// offsets[len(folded)] is len(s).
//
// Laws: folded == Fold(s); len(offsets) == len(folded)+1; offsets never fall;
// every offset is on a rune boundary of s. The span s[offsets[i]:offsets[j]]
// therefore includes the marks written on its last letter.
func FoldMap(s string) (folded string, offsets []int) {
	var b strings.Builder
	b.Grow(len(s) + utf8.UTFMax)
	offsets = make([]int, 0, len(s)+1)
	for i := 0; i < len(s); {
		n := foldRune(&b, s[i:])
		for len(offsets) < b.Len() {
			offsets = append(offsets, i)
		}
		i += n
	}
	return b.String(), append(offsets, len(s))
}

// foldedPrefix returns how many bytes at the start of s Fold would keep.
func foldedPrefix(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || foldOf(r) != r || seatFollows(r, s[i+n:]) {
			return i
		}
		i += n
	}
	return len(s)
}

func foldInto(b *strings.Builder, s string) {
	for len(s) > 0 {
		s = s[foldRune(b, s):]
	}
}

// foldRune writes the folded first rune of s and returns its bytes in s.
func foldRune(b *strings.Builder, s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		b.WriteByte(c)
		return 1
	}
	r, n := utf8.DecodeRuneInString(s)
	switch to := foldOf(r); to {
	case foldsAway:
	case foldsWide:
		b.WriteString(wideFold(r))
	default:
		if seatFollows(to, s[n:]) {
			to = hamza
		}
		b.WriteRune(to)
	}
	return n
}

// seatFollows reports whether r is a letter that a combining hamza at the
// start of rest turns into a hamza seat.
func seatFollows(r rune, rest string) bool {
	if r != waw && r != yeh || len(rest) < 2 || rest[0] != 0xD9 {
		return false
	}
	return rest[1] == 0x94 // U+0654
}
