package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/contrast"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/gloss"
	"github.com/isnad-news/isnad/lang/terms"
)

// lexeme is what all places of one written form have in common.
type lexeme struct {
	id       int    // in the collection that it was read for
	key      string // folded: words of one key are one word
	term     string // search key: words of one key are forms of one word
	latin    bool
	capital  bool // begins with a capital letter
	content  bool // neither a function word nor a negator
	negates  bool
	digits   bool
	concepts []string // of lang/gloss
}

// word is a word or a number of a question or of a report. Marks of punctuation
// are no words: pause says that one stands before it.
type word struct {
	*lexeme
	span     isnad.Span // bytes of the article, of the question
	number   float64    // if counted
	counted  bool       // a number begins here
	entities []int      // of the record, that the word is a part of a name of; ordered
	stop     bool       // a mark that ends a clause stands before it
	date     date       // the weekday or month that it is a word of
}

// matters reports whether the word carries sense.
func (w *word) matters() bool { return w.content || w.counted }

// lexicon holds the forms of a collection.
type lexicon struct {
	forms map[form]*lexeme
	list  []*lexeme
}

type form struct {
	key     string
	capital bool
}

func newLexicon() *lexicon { return &lexicon{forms: map[form]*lexeme{}} }

// wordsOf cuts text, which begins at byte at of what spans count in.
func (x *lexicon) wordsOf(text string, at int) []word {
	tokens := arabic.Tokens(text)
	list := make([]word, 0, len(tokens))
	stop, counted := false, 0
	var day date
	dated := 0 // the token behind the words of day
	for i, token := range tokens {
		if token.Kind != lang.Word && token.Kind != lang.Digits {
			stop = stop || token.Kind == lang.Mark
			continue
		}
		one := word{lexeme: x.lexeme(text[token.Start:token.End], token), stop: stop}
		one.span = isnad.Span{Start: at + token.Start, End: at + token.End}
		if i >= counted {
			var n int
			if one.number, n, one.counted = numberAt(tokens, i, token.Latin); one.counted {
				counted = i + n
			}
		}
		if i >= dated {
			var n int
			day, n = dateAt(tokens, i, token.Latin)
			dated = i + n
		}
		one.date = day
		list = append(list, one)
		stop = false
	}
	return list
}

// lexeme returns what is known of a written form.
func (x *lexicon) lexeme(text string, token lang.Token) *lexeme {
	first, _ := utf8.DecodeRuneInString(text)
	f := form{token.Key, token.Latin && unicode.IsUpper(first)}
	if known := x.forms[f]; known != nil {
		return known
	}
	f.key = strings.Clone(f.key)
	w := &lexeme{id: len(x.list), key: f.key, latin: token.Latin, capital: f.capital, digits: token.Kind == lang.Digits}
	w.read(text)
	x.forms[f], x.list = w, append(x.list, w)
	return w
}

func (w *lexeme) read(text string) {
	w.term = strings.Clone(termOf(text, w.key))
	if w.digits {
		w.content = true
		return
	}
	w.negates = contrast.Negates(w.key)
	stop := arabic.IsStop
	if w.latin {
		stop = english.IsStop
	}
	w.content = !w.negates && !stop(w.key) && !stop(bareOf(w.key)) && utf8.RuneCountInString(w.key) > 1
	if w.content {
		w.concepts = conceptsOf(text, w.latin)
	}
}

// numberAt reads a number that counts something, and how many tokens it takes: in
// digits, or in words from two on, since one is an article and a pronoun too.
func numberAt(tokens []lang.Token, i int, latin bool) (float64, int, bool) {
	read := arabic.NumberAt
	if latin {
		read = english.NumberAt
	}
	value, ok := read(tokens, i)
	return value.Number, value.Tokens, ok && (tokens[i].Kind == lang.Digits || value.Number >= 2 && value.Number == float64(int64(value.Number)))
}

// conceptsOf are the concepts of a word in their order; a shared slice.
func conceptsOf(text string, latin bool) []string {
	if latin {
		return gloss.English(text)
	}
	return gloss.Arabic(text)
}

// termOf joins the search keys of a word: «عبدالعزيز» is two terms and one word.
func termOf(text, key string) string {
	var parts [4]terms.Term
	list := terms.Append(parts[:0], text)
	switch len(list) {
	case 0:
		return key
	case 1:
		return list[0].Key
	}
	var b strings.Builder
	for _, term := range list {
		b.WriteString(term.Key)
	}
	return b.String()
}

const (
	waw = "\u0648" // و
	feh = "\u0641" // ف
	beh = "\u0628" // ب
	lam = "\u0644" // ل
	kaf = "\u0643" // ك
)

// bareOf takes و and ف off a folded function word: «ولم», «فليس».
func bareOf(key string) string {
	for _, proclitic := range []string{waw, feh} {
		if rest, ok := strings.CutPrefix(key, proclitic); ok && arabic.IsStop(rest) {
			return rest
		}
	}
	return key
}

// same reports whether two words are one as they are written.
func (w *word) same(other *word) bool { return w.key == other.key }

// akin reports whether two words are forms of one word, name one entity or one
// date, count the same or both negate.
func (w *word) akin(other *word) bool {
	return w.date.same(other.date) || w.term == other.term || w.negates && other.negates || w.counted && other.counted && w.number == other.number ||
		w.content && other.content && meet(w.entities, other.entities)
}

// meet reports whether two ordered lists share a value.
func meet(a, b []int) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}

// shareConcept reports whether two words may stand for one concept.
func shareConcept(a, b []string) bool {
	for _, concept := range a {
		if slices.Contains(b, concept) {
			return true
		}
	}
	return false
}
