package corpora

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// Printed is a treebank of parted words turned back into the text that a
// newspaper printed: one text without line ends, and where in it each word and
// sentence stands. Offsets are bytes; words and sentences are ordered.
type Printed struct {
	Text      string
	Words     []Placed
	Sentences []lang.Range
}

// Placed is a word of the treebank at its place in the running text.
type Placed struct {
	lang.Range
	Word Word
	// Copies is above 0 for a written word that the treebank left without
	// analysis: it holds so many words, and nobody says where they part.
	Copies int
}

// PADT turns trees of UD Arabic-PADT 1.3 back into running text. That version
// has vocalised forms and does not mark which words were written as one, so
// that clitics are written to their hosts by rule:
//
//   - vowel signs, tatweel and the small alef go;
//   - و ف ب ل ك س and the asking أ are written to the word behind them, ل and
//     the article as لل; before a mark or a number ب ل ك ف س take a tatweel;
//   - pronouns in genitive and accusative are written to the word before them,
//     whose ة becomes ت, whose ى becomes ا, whose وا loses its alef and whose
//     hamza takes the seat of its vowel;
//   - عن ما, من ما, من من, في ما, أن لا are عما, مما, ممن, فيما, ألا;
//   - a word without analysis that stands there n times is one written word of
//     n words;
//   - pointed quotation marks, which stand turned, are turned back;
//   - marks stand as print sets them: closing ones behind the word, opening
//     ones before it, slashes and hyphens of numbers without a space. Straight
//     quotation marks open and close in turn.
//
// Sentences follow each other with one space. docs/segmentation.md has the
// method with examples.
func PADT(trees []Tree) Printed {
	var b printer
	for _, tree := range trees {
		b.sentence(tree.Words)
	}
	b.Text = string(b.text)
	return b.Printed
}

// printer sets the words of a treebank as print does.
type printer struct {
	Printed
	text    []byte
	tight   bool            // no space before the next word
	open    map[string]bool // straight marks that are open
	before  Word            // the word before, if it is of the same sentence
	written string          // and its form
}

func (b *printer) sentence(words []Word) {
	b.open, b.before, b.written, b.tight = map[string]bool{}, Word{}, "", false
	first := len(b.Words)
	for i := 0; i < len(words); {
		n := copies(words[i:])
		next := Word{}
		if i+n < len(words) {
			next = words[i+n]
		}
		b.word(words[i], next, n)
		i += n
	}
	if first < len(b.Words) {
		b.Sentences = append(b.Sentences, lang.Range{Start: b.Words[first].Start, End: len(b.text)})
	}
}

// copies returns how many words at the start of words are one written word
// without analysis.
func copies(words []Word) int {
	n := 1
	for words[0].XPOS != "" && words[0].XPOS[0] == 'U' && n < len(words) && words[n].Form == words[0].Form && words[n].XPOS == words[0].XPOS {
		n++
	}
	return n
}

func (b *printer) word(word, next Word, n int) {
	form := Unvocalised(word.Form)
	switch {
	case isMarkWord(word):
		if form == "" {
			form = word.Form // a tatweel for a dash
		}
		form = turned(form)
		b.mark(form, next)
		b.place(form, word, n)
		b.tight = b.tightBehind(form, next)
		b.before, b.written = word, form
		return
	case isPronoun(word) && b.written != "" && !isMarkWord(b.before):
		b.tight = true
		b.join(form)
		form = strings.TrimPrefix(form, b.dropped(form))
	case b.contracts(form):
		b.tight = true
	}
	form = b.behindLam(word, form)
	if isProclitic(word) && (next.Form == "" || isMarkWord(next) || beginsInDigit(next.Form)) && form != "\u0648" {
		form += tatweel
	}
	b.place(form, word, n)
	b.tight = isProclitic(word) && next.Form != "" || beginsInDigit(form) && Unvocalised(next.Form) == radix
	b.before, b.written = word, form
}

// place writes form and notes where it stands.
func (b *printer) place(form string, word Word, n int) {
	if len(b.text) > 0 && !b.tight {
		b.text = append(b.text, ' ')
	}
	start := len(b.text)
	b.text = append(b.text, form...)
	placed := Placed{Range: lang.Range{Start: start, End: len(b.text)}, Word: word}
	if n > 1 {
		placed.Copies = n
	}
	b.Words = append(b.Words, placed)
}

// rewrite puts form in the place of the last word.
func (b *printer) rewrite(form string) {
	last := &b.Words[len(b.Words)-1]
	b.text = append(b.text[:last.Start], form...)
	last.End = len(b.text)
	b.written = form
}

const (
	tatweel = "\u0640"
	radix   = "\u0631" // ر: 5ر17 is 17.5
	letter  = 2        // bytes
)

// Unvocalised returns an Arabic form without vowel signs, tatweel and small alef.
func Unvocalised(form string) string {
	return strings.Map(func(r rune) rune {
		if r >= '\u064B' && r <= '\u0652' || r == '\u0670' || r == '\u0640' {
			return -1
		}
		if r == '\u0671' {
			return '\u0627'
		}
		return r
	}, form)
}

func isMarkWord(w Word) bool {
	r, _ := utf8.DecodeRuneInString(w.Form)
	return w.UPOS == "PUNCT" || w.Form != "" && strings.ContainsRune(`%/+*"-`, r)
}

func beginsInDigit(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return r >= '0' && r <= '9' || r >= '\u0660' && r <= '\u0669'
}

// isPronoun reports whether a word is a pronoun in a case in which it is
// written to the word before it.
func isPronoun(w Word) bool {
	const caseAt = 8
	return strings.HasPrefix(w.XPOS, "SP") && len(w.XPOS) > caseAt && (w.XPOS[caseAt] == '2' || w.XPOS[caseAt] == '4')
}

// isProclitic reports whether a word is written to the one behind it.
func isProclitic(w Word) bool {
	switch w.UPOS {
	case "CONJ", "ADP", "PART":
	default:
		return false
	}
	switch Unvocalised(w.Form) {
	case "\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0633", "\u0623": // و ف ب ل ك س أ
		return true
	}
	return false
}
