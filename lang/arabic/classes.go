package arabic

import "unicode"

// class sorts runes for the tokenizer.
type class uint8

const (
	classSpace   class = iota // white space
	classControl              // hidden controls: part of the word they stand in, else nothing
	classArabic               // letters of the Arabic script
	classLatin                // letters of the Latin script
	classLetter               // other letters
	classJoin                 // marks on letters, tatweel
	classDigit
	classQuote // quotation marks
	classMark  // any other sign
)

var classTable = func() (table [tableEnd]class) {
	for r := range table {
		table[r] = slowClass(rune(r))
	}
	return table
}()

func classOf(r rune) class {
	if r < tableEnd {
		return classTable[r]
	}
	return slowClass(r)
}

// classAt returns the class and the width of the rune at text[i:]. Past the
// end it is white space of width 0.
func classAt(text string, i int) (class, int) {
	if i >= len(text) {
		return classSpace, 0
	}
	r, n := runeAt(text, i)
	return classOf(r), n
}

func slowClass(r rune) class {
	switch {
	case unicode.IsSpace(r):
		return classSpace
	case isControl(r):
		return classControl
	case r == tatweel, isMark(r):
		return classJoin
	case isQuoteRune(r):
		return classQuote
	case unicode.IsDigit(r):
		return classDigit
	case unicode.IsLetter(r):
		return letterClass(r)
	case unicode.Is(unicode.M, r):
		return classJoin
	case unicode.IsControl(r):
		return classControl
	}
	return classMark
}

func letterClass(r rune) class {
	switch {
	case unicode.Is(unicode.Arabic, r):
		return classArabic
	case unicode.Is(unicode.Latin, r):
		return classLatin
	}
	return classLetter
}

func (c class) isLetter() bool { return c >= classArabic && c <= classLetter }
