package arabic

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// Tokens cuts text into words, numbers, marks and quotation marks.
//
//   - A word is a run of letters of one script with the marks, tatweel and
//     joiners among them. Arabic and Latin letters never share a word: «بـTruth»
//     is two. Latin words hold apostrophes, hyphens, underscores and digits
//     ("O'Brien", "F-16"); Arabic words hold a hyphen where one side has at most
//     three letters and the right side no article («كي-مون», but «روسيا»,
//     «-», «أوكرانيا»), and a hyphen before digits («كوفيد-19»). Single letters
//     with stops between them are one word («أ.ف.ب»), without the last stop.
//   - A number is a run of digits with one sign between them (1,500 ٣٫٥ 10:30)
//     and a percent sign on either side.
//   - A run of stops is one mark; every other sign is a mark of its own.
//
// Laws: tokens are ordered, do not overlap and begin and end on rune
// boundaries; every byte that is neither white space nor a hidden control is
// in one; for all but runs of stops and numbers, Key == Fold(text[Start:End]).
// A run of stops has the key "…", a dotted abbreviation no stop at its end.
func Tokens(text string) []lang.Token {
	t := tokenizer{text: text, tokens: make([]lang.Token, 0, len(text)/9+4)}
	for i := 0; i < len(text); {
		c, n := classAt(text, i)
		switch {
		case c == classSpace, c == classControl:
			i += n
		case c.isLetter():
			i = t.word(i, c)
		case c == classDigit:
			i = t.number(i, i)
		case c == classQuote:
			i = t.add(i, i+quoterAt(text, i), lang.Quoter)
		default:
			i = t.mark(i, n)
		}
	}
	t.setKeys()
	return t.tokens
}

type tokenizer struct {
	text   string
	tokens []lang.Token
	keys   []byte // the keys that differ from their words, one after the other
	folded []keyRange
}

// keyRange says where in keys the key of a token is.
type keyRange struct{ token, start, end int }

// add appends the token text[start:end] and returns end.
func (t *tokenizer) add(start, end int, kind lang.Kind) int {
	word := t.text[start:end]
	t.tokens = append(t.tokens, lang.Token{Start: start, End: end, Kind: kind, Key: word})
	if prefix := foldedPrefix(word); prefix < len(word) {
		if t.keys == nil {
			t.keys = make([]byte, 0, len(t.text)/2)
			t.folded = make([]keyRange, 0, cap(t.tokens)/2)
		}
		from := len(t.keys)
		t.keys = appendFold(append(t.keys, word[:prefix]...), word[prefix:])
		t.folded = append(t.folded, keyRange{token: len(t.tokens) - 1, start: from, end: len(t.keys)})
	}
	return end
}

// setKeys gives the tokens their keys: a word that is its own key shares the
// text, the others one string, so that a text costs few allocations.
func (t *tokenizer) setKeys() {
	keys := string(t.keys)
	for _, at := range t.folded {
		if key := &t.tokens[at.token].Key; *key != string(ellipsis) {
			*key = keys[at.start:at.end]
		}
	}
}

func (t *tokenizer) word(start int, c class) int {
	if c == classArabic || c == classLetter {
		if end := dotted(t.text, start); end > 0 {
			return t.add(start, end, lang.Word)
		}
	}
	end := letters(t.text, start, c)
	for {
		next := joined(t.text, start, end, c)
		if next == end {
			break
		}
		end = next
	}
	t.add(start, end, lang.Word)
	t.tokens[len(t.tokens)-1].Latin = c == classLatin
	return end
}

// letters returns the end of the run of letters of class c, with their marks
// and the controls among them, that starts at i.
func letters(text string, i int, c class) int {
	end := i
	for {
		at, n := classAt(text, i)
		switch {
		case n == 0:
			return end
		case at == c, at == classJoin, at == classDigit && c == classLatin:
			i += n
			end = i
		case at == classControl: // inside the word only if the word goes on
			i += n
		default:
			return end
		}
	}
}

// joined returns the end of the piece that a sign at end joins to the word
// text[start:end], or end.
func joined(text string, start, end int, c class) int {
	if end >= len(text) {
		return end
	}
	sign, n := utf8.DecodeRuneInString(text[end:])
	next, _ := classAt(text, end+n)
	switch sign {
	case '-', hyphen, hyphenTight:
		switch {
		case next == classDigit:
			return digits(text, end+n)
		case next == c && c == classLatin:
			return letters(text, end+n, c)
		case next == c:
			piece := letters(text, end+n, c)
			if hyphenJoins(text[start:end], text[end+n:piece]) {
				return piece
			}
		}
	case '\'', apostrophe, modApostrophe, '_':
		if c == classLatin && next == classLatin {
			return letters(text, end+n, c)
		}
	}
	return end
}

// hyphenJoins reports whether a hyphen between two Arabic pieces is inside a
// name rather than between two words.
func hyphenJoins(left, right string) bool {
	const most = 3 // letters of the shorter piece
	if strings.HasPrefix(Fold(right), article) && letterCount(right) > most {
		return false
	}
	return letterCount(left) <= most || letterCount(right) <= most
}

func letterCount(s string) (n int) {
	for _, r := range s {
		if c := classOf(r); c == classArabic || c == classLetter {
			n++
		}
	}
	return n
}

// dotted returns the end of the abbreviation of single letters with stops
// between them that starts at i, or 0.
func dotted(text string, i int) int {
	end := 0
	for pieces := 0; ; pieces++ {
		c, n := classAt(text, i)
		if c != classArabic && c != classLetter {
			return end
		}
		i += n
		for c, n = classAt(text, i); c == classJoin; c, n = classAt(text, i) {
			i += n
		}
		if c.isLetter() { // a longer word: not part of it
			return end
		}
		if pieces > 0 {
			end = i
		}
		if i >= len(text) || text[i] != '.' {
			return end
		}
		i++
	}
}

func digits(text string, i int) int {
	for {
		c, n := classAt(text, i)
		if c != classDigit {
			return i
		}
		i += n
	}
}

// number adds the number whose digits start at i and whose token starts at
// start.
func (t *tokenizer) number(start, i int) int {
	end := digits(t.text, i)
	for end < len(t.text) {
		sign, n := utf8.DecodeRuneInString(t.text[end:])
		if c, _ := classAt(t.text, end+n); c != classDigit || !isSeparator(sign) {
			break
		}
		next := digits(t.text, end+n)
		if sign == ':' && !isClock(t.text[i:end], t.text[end+n:next]) {
			break
		}
		end = next
	}
	if sign, n := utf8.DecodeRuneInString(t.text[end:]); isPercent(sign) && start == i {
		end += n
	}
	return t.add(start, end, lang.Digits)
}

func isSeparator(r rune) bool {
	switch r {
	case '.', ',', ':', decimalSign, thousandsSign, comma:
		return true
	}
	return false
}

// isClock reports whether hour:minute may be a time of day.
func isClock(hour, minute string) bool {
	return utf8.RuneCountInString(hour) <= 2 && utf8.RuneCountInString(minute) == 2
}

func isPercent(r rune) bool { return r == '%' || r == percentSign }

func (t *tokenizer) mark(i, n int) int {
	if m := quoterAt(t.text, i); m > 0 {
		return t.add(i, i+m, lang.Quoter)
	}
	r, _ := utf8.DecodeRuneInString(t.text[i:])
	switch {
	case r == '.' || r == ellipsis:
		return t.stops(i)
	case isPercent(r):
		if c, _ := classAt(t.text, i+n); c == classDigit && !t.follows(i, lang.Digits) {
			return t.number(i, i+n)
		}
	}
	return t.add(i, i+n, lang.Mark)
}

// follows reports whether the last token is of the kind and ends at i.
func (t *tokenizer) follows(i int, kind lang.Kind) bool {
	last := len(t.tokens) - 1
	return last >= 0 && t.tokens[last].End == i && t.tokens[last].Kind == kind
}

// stops adds a run of stops as one mark.
func (t *tokenizer) stops(i int) int {
	end := i
	for end < len(t.text) {
		r, n := utf8.DecodeRuneInString(t.text[end:])
		if r != '.' && r != ellipsis {
			break
		}
		end += n
	}
	t.add(i, end, lang.Mark)
	if end-i > 1 {
		t.tokens[len(t.tokens)-1].Key = string(ellipsis)
	}
	return end
}
