package arabic

import "unicode/utf8"

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
	folded := make([]byte, from, len(s)+utf8.UTFMax)
	copy(folded, s)
	return string(appendFold(folded, s[from:]))
}

// FoldMap folds s and says where each byte of the folded string comes from:
// offsets[i] is the start in s of the rune that gave folded byte i, and
// offsets[len(folded)] is len(s).
//
// Laws: folded == Fold(s); len(offsets) == len(folded)+1; offsets never fall;
// every offset is on a rune boundary of s. The span s[offsets[i]:offsets[j]]
// therefore includes the marks written on its last letter.
func FoldMap(s string) (folded string, offsets []int) {
	bytes := make([]byte, 0, len(s)+utf8.UTFMax)
	offsets = make([]int, 0, len(s)+1)
	for i := 0; i < len(s); {
		var n int
		bytes, n = foldRune(bytes, s, i)
		for len(offsets) < len(bytes) {
			offsets = append(offsets, i)
		}
		i += n
	}
	return string(bytes), append(offsets, len(s))
}

// runeAt decodes the rune at s[i], fast for the two-byte runes that Arabic is
// written in.
func runeAt(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	} else if c >= 0xC2 && c < 0xE0 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
		return rune(c&0x1F)<<6 | rune(s[i+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(s[i:])
}

// foldedPrefix returns how many bytes at the start of s Fold would keep.
func foldedPrefix(s string) int {
	for i := 0; i < len(s); {
		r, n := runeAt(s, i)
		if foldOf(r) != r || r == utf8.RuneError && n == 1 || seatFollows(r, s, i+n) {
			return i
		}
		i += n
	}
	return len(s)
}

// appendFold appends the fold of s to dst.
func appendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		var n int
		dst, n = foldRune(dst, s, i)
		i += n
	}
	return dst
}

// foldRune appends the fold of the rune at s[i] and returns its bytes in s.
func foldRune(dst []byte, s string, i int) ([]byte, int) {
	r, n := runeAt(s, i)
	to := foldOf(r)
	switch {
	case to >= 0 && to < utf8.RuneSelf:
		return append(dst, byte(to)), n
	case to == foldsAway:
		return dst, n
	case to == foldsWide:
		return append(dst, wideFold(r)...), n
	case seatFollows(to, s, i+n):
		to = hamza
	}
	return utf8.AppendRune(dst, to), n
}

// seatFollows reports whether r is a letter that a combining hamza at s[i]
// turns into a hamza seat.
func seatFollows(r rune, s string, i int) bool {
	return (r == waw || r == yeh) && i+1 < len(s) && s[i] == 0xD9 && s[i+1] == 0x94 // U+0654
}
