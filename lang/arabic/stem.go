package arabic

import (
	"strings"
)

// Stem returns the light stem of a folded word: without the article and the
// proclitics before it, without an object pronoun and without the endings of
// gender and number. «السياسية», «سياسي» and «والسياسيين» meet in سياسي;
// «محادثاتهما», «المحادثات» and «محادثة» in محادث.
//
// Names and short words are spared: nothing is taken from a word in
// data/suffixed.txt (بوتين, فلسطين, لبنان), no proclitic that is not before an
// article (so «لترمب» and «بغداد» stay), and nothing that would leave fewer
// than three letters. Stem(Stem(key)) == Stem(key).
func Stem(key string) string {
	if len(key) > longestWord*letterBytes {
		return key
	}
	for {
		next := stemOnce(key)
		if next == key {
			return key
		}
		key = next
	}
}

// stemOnce takes one affix off.
func stemOnce(key string) string {
	if rest, ok := cutArticle(key); ok {
		return rest
	}
	if lists().suffixed[key] {
		return key
	}
	return cutEnding(key)
}

// cutEnding takes one ending off.
func cutEnding(key string) string {
	if !endsInEnding(key) {
		return key
	}
	for _, ending := range stemEndings {
		stem, ok := strings.CutSuffix(key, ending.letters)
		if !ok || len(stem) < ending.least*letterBytes {
			continue
		}
		if ending.pronoun {
			if inner, ok := strings.CutSuffix(stem, endTeh); ok && len(inner) >= leastStem*letterBytes && !strings.HasSuffix(inner, endAlef) {
				return inner // the ة that a pronoun turned into ت
			}
		}
		return stem
	}
	return key
}

// endsInEnding reports, for speed, whether the last letter of a folded word is
// one that the endings end in.
func endsInEnding(key string) bool {
	if len(key) <= leastStem*letterBytes {
		return false
	}
	switch key[len(key)-letterBytes:] {
	case endAlef, endHeh, endTeh, endHum[letterBytes:], endHun[letterBytes:]:
		return true
	}
	return false
}

const (
	letterBytes = 2  // UTF-8 bytes of an Arabic letter
	leastStem   = 3  // letters
	longestWord = 64 // letters: what is longer is no word, and would take its time by the square
)

// ending is an ending that Stem takes off, if at least that many letters stay.
type ending struct {
	letters string
	least   int
	pronoun bool
}

// stemEndings are in the order in which they are tried. Endings that names
// often have must leave more.
var stemEndings = []ending{
	{endHuma, 3, true}, {endHum, 4, true}, {endHun, 4, true}, {endHa, 3, true},
	{endKuma, 4, true}, {endNa, 5, true},
	{endTeen, 3, false}, {endTan, 4, false}, {endAt, 3, false},
	{endEen, 4, false}, {endOon, 4, false}, {endHeh, 3, true},
}

// cutArticle takes ال off, with و ف ب ك or stacks of them before it, and لل.
func cutArticle(key string) (string, bool) {
	if lists().isWhole(key) {
		return key, false
	}
	for _, prefix := range articlePrefixes {
		if rest, ok := strings.CutPrefix(key, prefix); ok && len(rest) >= leastStem*letterBytes {
			return rest, true
		}
	}
	return key, false
}

// articlePrefixes are the article and what is written before it.
var articlePrefixes = []string{
	prefixWaw + prefixBeh + article, prefixFeh + prefixBeh + article, prefixWaw + prefixKaf + article,
	prefixWaw + doubleLam, prefixFeh + doubleLam,
	prefixWaw + article, prefixFeh + article, prefixBeh + article, prefixKaf + article,
	doubleLam, article,
}

// IsStop reports whether a folded word is a function word.
func IsStop(key string) bool { return lists().stops[key] }
