package arabic

import (
	"strings"
	"sync"
)

// Bare returns a folded word without the proclitics and the article written to
// its start, as far as they can be told without the sentence: «والرئاسة»,
// «للرئاسة», «برئاسة» and «ورئاسة» all give «رئاسة». It goes further than Stem
// and is for searching, where a word that keeps its و is not found.
//
//   - و is taken off unless the word is in data/whole.txt (وزير, وكالة), and
//     the article with what stands before it;
//   - ب, ل and the س of the future are taken off where enough letters stay or
//     data/bareheads.txt has the word behind them, and not from the words of
//     data/whole.txt, data/suffixed.txt and data/barewhole.txt;
//   - ف is taken off before words that report speech alone, and ك before the
//     article alone: too many words and names begin with them.
//
// Laws: key ends in Bare(key); nothing is taken off a word of two letters.
func Bare(key string) string {
	key = cutAnd(key)
	if !mayTake(key) || bareLists().whole.has(key) {
		return key
	}
	if hasArticle(key) {
		if rest, ok := cutArticle(key); ok {
			return behindArticle(key, rest)
		}
		if rest, ok := strings.CutPrefix(key, article); ok && bareLists().heads[rest] {
			return rest
		}
	}
	return cutPreposition(key)
}

// mayTake reports, for speed, whether key begins with letters that Bare may
// take off.
func mayTake(key string) bool {
	if len(key) < (leastStem+1)*letterBytes {
		return false
	}
	switch key[:letterBytes] {
	case prefixBeh, prefixLam, prefixFeh, prefixKaf, prefixSeen, prefixWaw:
		return true
	}
	return strings.HasPrefix(key, article)
}

// hasArticle reports, for speed, whether the letters of an article are where
// cutArticle looks for them.
func hasArticle(key string) bool {
	return strings.HasPrefix(key, article) || strings.HasPrefix(key, doubleLam) ||
		strings.HasPrefix(key[letterBytes:], article) || strings.HasPrefix(key[letterBytes:], doubleLam) ||
		strings.HasPrefix(key[2*letterBytes:], article)
}

// BareStem takes the endings of gender, number and person off what Bare
// returned. Unlike Stem it looks for no article: «ألعاب» keeps its beginning.
func BareStem(bare string) string {
	if len(bare) > longestWord*letterBytes {
		return bare
	}
	for {
		next := cutEnding(bare)
		if next == bare || lists().suffixed[bare] {
			return bare
		}
		bare = next
	}
}

// bareWords are the lists of Bare.
type bareWords struct {
	whole starred         // words that keep their first letter
	lam   starred         // words in ل that stand behind لل
	heads map[string]bool // words that ب and ل are taken off
}

// starred is a list of words and of beginnings of words.
type starred struct{ words, beginnings map[string]bool }

var bareLists = sync.OnceValue(func() *bareWords {
	b := &bareWords{heads: wordSet("bareheads")}
	b.whole.words, b.whole.beginnings = starredSet("barewhole")
	b.lam.words, b.lam.beginnings = starredSet("lamwords")
	return b
})

// has reports whether key or a beginning of it is on the list.
func (s starred) has(key string) bool { return s.words[key] || begins(s.beginnings, key) }

// cutAnd takes و off.
func cutAnd(key string) string {
	rest, ok := strings.CutPrefix(key, prefixWaw)
	switch {
	case !ok, len(rest) < 2*letterBytes, lists().isWhole(key), bareLists().whole.has(key):
		return key
	case len(rest) < leastStem*letterBytes && !lists().stops[rest]:
		return key
	}
	return rest
}

// behindArticle returns what stands in key behind an article that leaves rest,
// or behind the preposition where the letters of the article are the word's:
// «للجنة», «بألمانيا».
func behindArticle(key, rest string) string {
	inner := key[letterBytes:]
	switch {
	case strings.HasPrefix(key, article), bareLists().heads[rest]:
		return rest
	case strings.HasPrefix(key, doubleLam):
		if bareLists().lam.has(inner) {
			return inner
		}
	case len(inner) == len(article)+len(rest) && lists().isWhole(inner):
		return inner
	}
	return rest
}

// leastBehind is how many letters stay behind a preposition on its own, if
// nothing is known of the word behind it.
const leastBehind = 4

// cutPreposition takes ب, ل, ف or س off a word without article.
func cutPreposition(key string) string {
	if len(key) < (leastStem+1)*letterBytes {
		return key
	}
	prep, rest := key[:letterBytes], key[letterBytes:]
	switch prep {
	case prefixBeh, prefixLam:
		if bareLists().heads[rest] || !staysWhole(key) && mayFollow(prep, rest) {
			return rest
		}
	case prefixSeen:
		if len(rest) >= leastBehind*letterBytes && (strings.HasPrefix(rest, personHe) || strings.HasPrefix(rest, personShe)) && !staysWhole(key) {
			return rest
		}
	case prefixFeh:
		if _, cue := cues().forms[rest]; cue && !staysWhole(key) {
			return rest
		}
	}
	return key
}

// staysWhole reports whether the lists have the word with its first letter.
func staysWhole(key string) bool {
	return lists().isWhole(key) || lists().suffixed[key] || lists().stops[key]
}

// mayFollow reports whether rest is likelier a word behind ب or ل than the
// rest of a word that begins with it. Few words behind them begin with و, and
// behind ب with ي; many names begin so (بوتفليقة, لوران, بيريز).
func mayFollow(prep, rest string) bool {
	switch {
	case lists().isWhole(rest) || lists().suffixed[rest]:
		return true
	case strings.HasPrefix(rest, prefixWaw), prep == prefixBeh && strings.HasPrefix(rest, personHe):
		return false
	}
	return len(rest) >= leastBehind*letterBytes
}
