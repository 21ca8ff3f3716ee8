package contrast

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/gloss"
	"github.com/isnad-news/isnad/lang/terms"
)

// word is a content word, a number or a negator of a text.
type word struct {
	lang.Range          // in the text
	key        string   // search key; of a number its value
	form       string   // folded, without proclitics
	root       string   // the consonants of the form, if they are three at least
	concepts   []string // of package gloss
	latin      bool
	figure     Kind // Numbers or Days for one, "" for a word
	negated    bool // a negator stands before it, with one word between at most
}

// text is a text read for comparing: its content words and numbers in order.
type text struct {
	words    []word
	negators []lang.Range
	asks     bool
}

// mostWords bounds the words of a text that are compared.
const mostWords = 120

// read reads a text. A number in words counts as one in digits.
func read(s string) *text {
	t := &text{asks: strings.ContainsAny(s, "?\u061F")}
	figures := figuresOf(s)
	negated := 0 // how many words on a negator still reaches
	list := terms.Of(s)
	for i, term := range list {
		if len(t.words) == mostWords {
			break
		}
		written := s[term.Start:term.End]
		span := lang.Range{Start: term.Start, End: term.End}
		if figure, ok := figures[term.Start]; ok {
			if figure.kind != "" {
				t.words = append(t.words, word{Range: span, key: figure.key, figure: figure.kind})
			}
			continue
		}
		if Negates(written) {
			if i+1 < len(list) && goesOn(s[list[i+1].Start:list[i+1].End]) {
				continue
			}
			t.negators = append(t.negators, span)
			negated = reach
			continue
		}
		w := wordOf(term.Key, written)
		w.Range = span
		if w.key == "" {
			continue
		}
		w.negated = negated > 0
		negated--
		t.words = append(t.words, w)
	}
	return t
}

// reach is how many content words a negator counts for.
const reach = 2

// wordOf reads a content word; its key is empty where it is none.
func wordOf(key, written string) word {
	first, size := utf8.DecodeRuneInString(key)
	switch {
	case first >= '0' && first <= '9':
		return word{key: key, figure: Numbers}
	case len(key) == size:
		return word{}
	case first < utf8.RuneSelf:
		form := strings.TrimSuffix(english.Fold(written), "'s")
		if english.IsStop(form) {
			return word{}
		}
		return word{key: key, form: form, concepts: gloss.English(written), latin: true}
	}
	folded := arabic.Fold(written)
	form := arabic.Bare(folded)
	if arabic.IsStop(folded) || arabic.IsStop(form) {
		return word{}
	}
	return word{key: key, form: form, root: rootOf(form), concepts: gloss.Arabic(written)}
}

// figure is a number or a day, by a key that is equal for equal ones; its kind
// is empty for a word that belongs to the figure before it.
type figure struct {
	kind Kind
	key  string
}

// figuresOf are the numbers of s, in digits or words, and its days of the week
// and months, by where their words start.
func figuresOf(s string) map[int]figure {
	found := map[int]figure{}
	tokens := arabic.Tokens(s)
	for i := 0; i < len(tokens); {
		one, n := figureAt(tokens, i)
		for k := range n {
			found[tokens[i+k].Start] = figure{}
		}
		if n > 0 {
			found[tokens[i].Start] = one
		}
		i += max(1, n)
	}
	return found
}

// figureAt reads the figure at a token and says how many tokens it has, 0 for
// none. A one in words is an article or a pronoun as often as a number.
func figureAt(tokens []lang.Token, i int) (figure, int) {
	numberAt, weekdayAt, monthAt := arabic.NumberAt, arabic.WeekdayAt, arabic.MonthAt
	if tokens[i].Latin {
		numberAt, weekdayAt, monthAt = english.NumberAt, english.WeekdayAt, english.MonthAt
	}
	if value, ok := numberAt(tokens, i); ok && value.Tokens > 0 {
		if value.Number == 1 && tokens[i].Kind == lang.Word {
			return figure{}, 0
		}
		return figure{Numbers, strconv.FormatFloat(value.Number, 'g', 6, 64)}, value.Tokens
	}
	if day, n, ok := weekdayAt(tokens, i); ok {
		return figure{Days, "weekday " + strconv.Itoa(int(day))}, n
	}
	if month, calendar, n, ok := monthAt(tokens, i); ok {
		return figure{Days, "month " + strconv.Itoa(month) + " " + string(calendar)}, n
	}
	return figure{}, 0
}

// goesOn reports whether a word behind a negator makes the two say that
// something lasts: «لا يزال».
func goesOn(written string) bool {
	key := arabic.Fold(written)
	for _, person := range [...]string{"", yeh, teh} {
		if rest, ok := strings.CutPrefix(key, person); ok && (strings.HasPrefix(rest, lasts) || person != "" && rest == lastsCut) {
			return true
		}
	}
	return false
}

// Negates reports whether a written word negates what follows it: it is on the
// list of negators, with a conjunction before it or not, or an English
// contraction with "not".
func Negates(written string) bool {
	if written == "" {
		return false
	}
	if written[0] < utf8.RuneSelf {
		key := english.Fold(written)
		return negators()[key] || strings.HasSuffix(key, "n't")
	}
	key := arabic.Fold(written)
	if negators()[key] {
		return true
	}
	for _, conjunction := range [...]string{waw, feh} {
		if rest, ok := strings.CutPrefix(key, conjunction); ok && negators()[rest] {
			return true
		}
	}
	return false
}

// Letters, folded.
const (
	waw  = "\u0648" // و
	alef = "\u0627" // ا
	yeh  = "\u064A" // ي
	teh  = "\u062A" // ت
	feh  = "\u0641" // ف
)

// Letters that Arabic forms are made with: weak ones, which no root keeps, and
// consonants, which it keeps within.
const (
	weakLetters = alef + waw + yeh + "\u0621"      // ء
	servants    = teh + "\u0647\u0645\u0646\u0633" // ت ه م ن س
)

// The verb of lasting, and its jussive, without the prefix of the person.
const (
	lasts    = "\u0632\u0627\u0644" // زال
	lastsCut = "\u0632\u0644"       // زل
)

// leastRoot is how many letters a root has at least.
const leastRoot = 3

// rootOf is what is left of an Arabic word without weak letters, and without the
// consonants that forms are made with where they are made: at the ends and
// behind the first letter. «ارتفاع», «يرتفع» and «مرتفع» meet.
func rootOf(form string) string {
	letters := []rune(arabic.BareStem(form))
	var b strings.Builder
	kept := 0
	for i, r := range letters {
		outer := i < 2 || i == len(letters)-1
		if strings.ContainsRune(weakLetters, r) || outer && strings.ContainsRune(servants, r) {
			continue
		}
		b.WriteRune(r)
		kept++
	}
	if kept < leastRoot {
		return ""
	}
	return b.String()
}
