package arabic

import (
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// facing says which way a quotation mark is turned.
type facing uint8

const (
	facesBoth  facing = iota // straight: context decides
	facesOpen                // an opening mark where it is used as its name says
	facesClose               // a closing mark likewise
)

// family groups the marks that are used together.
type family uint8

const (
	familyNone    family = iota
	familyDouble         // " “ ” „ ‟ '' `` and their like
	familySingle         // ' ‘ ’ ‚ `
	familyGuill          // « » << >>
	familyAngle          // ‹ ›
	familyBracket        // (( ))
	familyOrnate         // ﴾ ﴿
	familyCorner         // 《 》 「 」
)

// quoteMark is what a quotation mark is by its shape.
type quoteMark struct {
	family family
	facing facing
}

var quoteRunes = map[rune]quoteMark{
	'"':      {familyDouble, facesBoth},
	'\uFF02': {familyDouble, facesBoth},
	'\u02BA': {familyDouble, facesBoth},
	'\u02DD': {familyDouble, facesBoth},
	'\u2033': {familyDouble, facesBoth},
	'\u2036': {familyDouble, facesBoth},
	'\u3003': {familyDouble, facesBoth},
	'\u05F4': {familyDouble, facesBoth},
	'\u201C': {familyDouble, facesOpen},
	'\u201E': {familyDouble, facesOpen},
	'\u201F': {familyDouble, facesOpen},
	'\u275D': {familyDouble, facesOpen},
	'\u301D': {familyDouble, facesOpen},
	'\u201D': {familyDouble, facesClose},
	'\u275E': {familyDouble, facesClose},
	'\u301E': {familyDouble, facesClose},
	'\u301F': {familyDouble, facesClose},
	'\'':     {familySingle, facesBoth},
	'`':      {familySingle, facesBoth},
	'\u00B4': {familySingle, facesBoth},
	'\uFF07': {familySingle, facesBoth},
	'\u2032': {familySingle, facesBoth},
	'\u2035': {familySingle, facesBoth},
	'\u05F3': {familySingle, facesBoth},
	'\u2018': {familySingle, facesOpen},
	'\u201A': {familySingle, facesOpen},
	'\u201B': {familySingle, facesOpen},
	'\u275B': {familySingle, facesOpen},
	'\u2019': {familySingle, facesClose},
	'\u275C': {familySingle, facesClose},
	'\u00AB': {familyGuill, facesOpen},
	'\u00BB': {familyGuill, facesClose},
	'\u226A': {familyGuill, facesOpen},
	'\u226B': {familyGuill, facesClose},
	'\u2039': {familyAngle, facesOpen},
	'\u203A': {familyAngle, facesClose},
	'\u300A': {familyCorner, facesOpen},
	'\u300B': {familyCorner, facesClose},
	'\u300C': {familyCorner, facesOpen},
	'\u300D': {familyCorner, facesClose},
	'\u300E': {familyCorner, facesOpen},
	'\u300F': {familyCorner, facesClose},
	// By Unicode's names U+FD3E is the left one; in running Arabic the left one
	// closes, but texts made by machine have it both ways.
	'\uFD3E': {familyOrnate, facesBoth},
	'\uFD3F': {familyOrnate, facesBoth},
}

// doubledMarks are ASCII signs that make one quotation mark when doubled.
var doubledMarks = map[rune]quoteMark{
	'<': {familyGuill, facesOpen},
	'>': {familyGuill, facesClose},
	'(': {familyBracket, facesOpen},
	')': {familyBracket, facesClose},
}

func isQuoteRune(r rune) bool {
	_, ok := quoteRunes[r]
	return ok
}

// quoterAt returns the bytes of the quotation mark at text[i:], 0 if none
// stands there. Two equal single marks, doubled brackets and doubled angle
// signs are one mark.
func quoterAt(text string, i int) int {
	r, n := utf8.DecodeRuneInString(text[i:])
	next, m := utf8.DecodeRuneInString(text[i+n:])
	if _, ok := doubledMarks[r]; ok {
		if next == r {
			return n + m
		}
		return 0
	}
	mark, ok := quoteRunes[r]
	if !ok {
		return 0
	}
	if mark.family == familySingle && next == r {
		return n + m
	}
	return n
}

// markOf says what the quotation mark of token t is by its shape.
func markOf(text string, t lang.Token) quoteMark {
	r, n := utf8.DecodeRuneInString(text[t.Start:])
	mark, ok := quoteRunes[r]
	if !ok {
		return doubledMarks[r]
	}
	if mark.family == familySingle && n < t.End-t.Start {
		mark.family = familyDouble
	}
	return mark
}
