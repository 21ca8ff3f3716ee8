package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/tagger"
)

// letters sorts words by how they are written.
type letters uint8

const (
	lowerCase letters = iota
	capitalised
	allCapitals
	mixedCase
	digitsOnly
	markOnly
	oneCapital
	otherScript
	noWord letters = 15
)

// englishCell is a token made ready for features.
type englishCell struct {
	key          string // folded, without 's
	word, ending uint64 // hashes of the key and of its last three bytes
	shape, brief uint64 // of its letters; brief has runs of one sort once
	letters      letters
	flags        uint64 // of lists
	sense        uint64
	phrase       uint64 // of listed names that begin here and, ten bits up, go on
	cluster      uint64
	hint         uint64 // what the caller's lists say of it
	possessive   bool
	opens        bool // first word of a sentence
	breaks       bool // a line begins with it
	glued        bool // nothing stands before it
	quotes       bool // a quotation mark
	quote        uint64
	from, to     int    // the run of capitalised words that it is in
	seen         int    // its word's place in EnglishRows.seen, -1 if it has none
	memory       uint64 // how its word is written elsewhere in the text
	signs        uint64 // what stands about its word anywhere in the text
}

// EnglishRows makes features of the tokens of an English text, for training
// and for finding alike. What a word is is told by its letters, its neighbours,
// the run of capitalised words it is in, lists, and its other places in the
// text, so a whole text must be given. It keeps its memory from text to text and
// is not safe for concurrent use; the zero value is ready.
type EnglishRows struct {
	lists    *englishLists
	clusters clusters
	cells    []englishCell
	index    map[uint64]int
	seen     []seenWord
	style    uint64
}

var englishOutside = englishCell{word: tagger.Hash("\x00"), letters: noWord, from: -1, seen: -1}

// Read makes the tokens of a text ready: english.Tokens of the whole of it.
// Hints are one a token, or nil.
func (e *EnglishRows) Read(text string, tokens []lang.Token, hints []Hint) {
	if e.lists == nil {
		e.lists, e.clusters = loadEnglish(), loadClusters()
		e.index = map[uint64]int{}
	}
	e.cells = e.cells[:0]
	opens := true
	for i := range tokens {
		cell := e.cell(text, &tokens[i])
		if i > 0 {
			gap := text[tokens[i-1].End:tokens[i].Start]
			cell.glued = gap == ""
			cell.breaks = strings.Contains(gap, "\n")
		}
		if hints != nil {
			cell.hint = uint64(hints[i])
		}
		opens = opens || cell.breaks
		cell.opens = opens
		opens = opensNext(&tokens[i], cell.key, opens)
		e.cells = append(e.cells, cell)
	}
	e.phrases()
	e.style = e.styleOf()
	e.runs()
	e.quotations()
	e.remember()
}

// Rows adds the features of tokens [from, to) to rows, a row each.
func (e *EnglishRows) Rows(rows *tagger.Rows, from, to int) {
	for i := from; i < to; i++ {
		e.features(rows, i)
		rows.Next()
	}
}

// key tells words with a capital apart by their letters.
func (e *EnglishRows) key(i int) uint64 {
	if !e.capital(&e.cells[i]) {
		return 0
	}
	return e.cells[i].word
}

// opensNext reports whether a sentence may begin behind a token.
func opensNext(token *lang.Token, key string, opens bool) bool {
	switch token.Kind {
	case lang.Quoter:
		return opens
	case lang.Mark:
		switch key {
		case ".", "!", "?", ":", "..", "...":
			return true
		case "(", "[", "-", "*", "#", "@":
			return opens
		}
	}
	return false
}

func (e *EnglishRows) cell(text string, token *lang.Token) englishCell {
	raw, key := text[token.Start:token.End], token.Key
	c := englishCell{seen: -1, quotes: token.Kind == lang.Quoter}
	if n := len(key) - 2; n > 0 && key[n:] == "'s" {
		key, c.possessive = key[:n], true
		if at := strings.LastIndexFunc(raw, func(r rune) bool { return !unicode.IsLetter(r) }); at > 0 {
			raw = raw[:at]
		}
	}
	c.key = key
	folded := tagger.Hash(key)
	c.word = folded
	if token.Kind == lang.Digits && len(key) != 4 {
		c.word = digitsHash(key)
	}
	if token.Kind == lang.Word && len(key) > 3 {
		c.ending = tagger.Hash(key[len(key)-3:])
	}
	c.letters, c.shape, c.brief = shapeOf(raw)
	c.cluster = e.clusters.of(raw, folded)
	entry := e.lists.get(c.word)
	c.flags = entry.flags
	c.sense = uint64(e.lists.sense(key, entry))
	if entry.begins && c.letters != lowerCase {
		c.phrase = 1 << 63 // a listed name may begin here
	}
	return c
}

// digitsHash is the hash of a number with every digit as 0, but for numbers
// of four digits, which are years.
func digitsHash(key string) uint64 {
	var buf [32]byte
	b := append(buf[:0], key[:min(len(key), len(buf))]...)
	for i := range b {
		if '0' <= b[i] && b[i] <= '9' {
			b[i] = '0'
		}
	}
	return tagger.Hash(b)
}

// shapeOf sorts the letters of a word, and hashes its letters' sorts: with runs
// of a sort up to four, and with runs as one.
func shapeOf(word string) (_ letters, shape, brief uint64) {
	var upper, lower, digits, others int
	first := false
	shape, brief = 7, 7
	last, run := byte(0), 0
	for i, r := range word {
		sort := sortOf(r)
		switch sort {
		case 'x':
			lower++
		case 'X':
			upper++
			first = first || i == 0
		case '9':
			digits++
		case 'o':
			others++
		}
		if run++; sort != last {
			brief, run = brief*131+uint64(sort), 0
		}
		if run < 4 {
			shape = shape*131 + uint64(sort)
		}
		last = sort
	}
	switch {
	case others > 0:
		return otherScript, shape, brief
	case upper == 1 && lower == 0 && digits == 0:
		return oneCapital, shape, brief
	case upper > 0 && lower == 0:
		return allCapitals, shape, brief
	case first && upper == 1:
		return capitalised, shape, brief
	case upper > 0:
		return mixedCase, shape, brief
	case lower > 0:
		return lowerCase, shape, brief
	case digits > 0:
		return digitsOnly, shape, brief
	}
	return markOnly, shape, brief
}

func sortOf(r rune) byte {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return '9'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsLower(r):
		return 'x'
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'o'
	}
	return byte(r)
}

func (e *EnglishRows) at(i int) *englishCell {
	if i < 0 || i >= len(e.cells) {
		return &englishOutside
	}
	return &e.cells[i]
}

// phrases finds listed names of one or more words.
func (e *EnglishRows) phrases() {
	const goesOn = 10
	for i := range e.cells {
		if e.cells[i].phrase>>63 == 0 {
			continue
		}
		e.cells[i].phrase &^= 1 << 63
		hash := uint64(0)
		for n := 1; n <= longest && i+n <= len(e.cells); n++ {
			hash = join(hash, e.cells[i+n-1].word)
			flags := uint64(e.lists.get(hash).phrase)
			if n > 1 {
				flags |= flags << phraseKinds
			}
			e.cells[i].phrase |= flags
			for j := 1; j < n; j++ {
				e.cells[i+j].phrase |= flags << goesOn
			}
		}
	}
}

// styleOf is 1 if a text is written as people chat.
func (e *EnglishRows) styleOf() uint64 {
	signs, words := 0, len(e.cells)
	for i := range e.cells {
		c := &e.cells[i]
		before := e.at(i - 1).key
		switch c.key {
		case "@", "#", "http", "https", "rt", "lol", "u", "ur", "im", "dont", "gonna", "wanna", "&amp", "haha", "omg", "cant",
			"ya", "yall", "gotta", "thats", "didnt", "lmao", "ppl", "pls", "thx", "tho", "...", "..", "=", "~", "^", "*", "<", ">":
			signs++
		case "i":
			signs += int(bit(c.letters == lowerCase))
		case "!", "?":
			signs += int(bit(before == "!" || before == "?"))
		case "(", ")":
			signs += int(bit(c.glued && (before == ":" || before == ";" || before == "-")))
		}
	}
	const shortText, oneIn = 40, 60 // words
	if words > 0 {
		signs += int(bit(e.cells[0].letters == lowerCase))
		signs += int(bit(words < shortText && words > 2 && e.cells[words-1].letters != markOnly))
	}
	return bit(signs*oneIn > words)
}

func bit(v bool) uint64 {
	if v {
		return 1
	}
	return 0
}
