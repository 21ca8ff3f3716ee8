package eval

import (
	"strings"
	"unicode"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// fold makes the words of s comparable: folded by both languages, split at
// everything that is no letter or digit. Apostrophes join: "isn't" is one word.
func fold(s string) []string {
	folded := strings.ReplaceAll(english.Fold(arabic.Fold(s)), "'", "")
	return strings.FieldsFunc(folded, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// foldKey joins the folded words of s: names and forms are equal if these are.
func foldKey(s string) string { return strings.Join(fold(s), " ") }

// dice is the share of words that two bags have in common: twice the common
// words by all words of both. Source: Dice 1945; here over bags, as the gold's
// conventions say.
func dice(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	count := make(map[string]int, len(a))
	for _, word := range a {
		count[word]++
	}
	common := 0
	for _, word := range b {
		if count[word] > 0 {
			count[word]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// found is the overlap from which an answer counts as the gold's.
const found = 0.8

// bare gives the folded words of s that carry meaning, with those without
// proclitics and article beside them: what two names of one medium share.
func bare(s string) map[string]bool {
	set := map[string]bool{}
	for _, word := range fold(s) {
		if arabic.IsStop(word) || english.IsStop(word) {
			continue
		}
		set[word] = true
		for _, split := range arabic.Splits(word) {
			if stem := word[split.Bare.Start:split.Bare.End]; len(stem) > 4 {
				set[stem] = true
			}
		}
	}
	return set
}

// meets reports whether two sets share a member.
func meets(a, b map[string]bool) bool {
	for word := range a {
		if b[word] {
			return true
		}
	}
	return false
}
