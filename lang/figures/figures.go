// Package figures compares numbers as reports write them: in digits of either
// script, with or without marks between thousands, or in words.
package figures

import (
	"regexp"
	"strings"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// inBrackets are digits set apart in brackets: «( 7 , 2 ) مليار».
var inBrackets = regexp.MustCompile(`\(\s*([0-9\x{0660}-\x{0669}]+)(?:\s*([.,\x{060C}\x{066B}])\s*([0-9\x{0660}-\x{0669}]+))?\s*\)`)

// Plain writes a text without the marks that may stand around a number, each in
// its place so that no word moves further than it must.
func Plain(text string) string {
	text = inBrackets.ReplaceAllString(text, " $1$2$3 ")
	return strings.NewReplacer(`"`, " ", "\u201C", " ", "\u201D", " ", "\u00AB", " ", "\u00BB", " ").Replace(text)
}

// Alike reports whether the digits of two numbers are the same but for
// marks between thousands, which reports write in either way: «21.192» and
// «21192», «1,596» and «1.596». Marks before fewer than three digits are decimal.
func Alike(a, b string) bool {
	a, b = digitsOf(a), digitsOf(b)
	return a != "" && a == b
}

var (
	thousands = regexp.MustCompile(`([0-9])[.,](([0-9]{3})([^0-9]|$))`)
	decimal   = regexp.MustCompile(`([0-9]),([0-9]{1,2})([^0-9]|$)`)
)

// digitsOf are the digits that begin a text, in Latin digits, with no mark between
// thousands and a stop for the decimal point; empty if it begins with none.
func digitsOf(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r >= '\u0660' && r <= '\u0669':
			return r - '\u0660' + '0'
		case r == '\u060C' || r == '\u066B' || r == '\u066C':
			return ','
		}
		return r
	}, text)
	first := strings.Fields(text)
	if len(first) == 0 || first[0][0] < '0' || first[0][0] > '9' {
		return ""
	}
	digits := thousands.ReplaceAllString(first[0], "$1$2")
	digits = decimal.ReplaceAllString(digits, "$1.$2$3")
	return strings.TrimRight(digits, ".,")
}

// Same reports whether two values that reports give are one in two writings:
// one number, in digits or words, with one word behind it.
// Latin tells that they are English, else they are Arabic.
func Same(a, b string, latin bool) bool {
	x, ok := countOf(a, latin)
	y, also := countOf(b, latin)
	if !ok || !also {
		return a == b
	}
	return x.of == y.of && (x.value.Number == y.value.Number || x.value.Tokens == y.value.Tokens && Alike(x.words, y.words))
}

// counted is a number with what it counts.
type counted struct {
	value lang.Value
	of    string // the folded word behind it
	words string // as written
}

// countOf reads a text that is a number and what it counts.
func countOf(text string, latin bool) (counted, bool) {
	text = Plain(text)
	tokens, numberAt := arabic.Tokens(text), arabic.NumberAt
	if latin {
		tokens, numberAt = english.Tokens(text), english.NumberAt
	}
	if len(tokens) == 0 {
		return counted{}, false
	}
	value, ok := numberAt(tokens, 0)
	if !ok {
		return counted{}, false
	}
	behind := max(1, value.Tokens)
	if behind >= len(tokens) || tokens[behind].Kind != lang.Word {
		return counted{}, false
	}
	return counted{value: value, of: tokens[behind].Key, words: strings.TrimSpace(text)}, true
}
