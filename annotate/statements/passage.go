package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// passage is one part of a report under the grammar: its tokens, and for each
// what the earlier layers say of it.
type passage struct {
	*reading.Passage
	doc      *isnad.Doc
	lex      *lexicon
	cues     []lang.Cue
	isCue    []bool
	names    []name       // noun phrases that name a party, in order
	nameFrom []int        // token → index of the name that begins there, or -1
	nameTo   []int        // token → index of the name that ends there, or -1
	date     []int        // token → index into doc.Dates of the date that covers it, or -1
	quote    []int        // token → index of the innermost quotation around it, marks included, or -1
	opening  []int        // token → index of the outermost quotation that begins with it, or -1
	closing  []int        // token → index of the outermost quotation that ends with it, or -1
	sentence []int        // token → index into Sentences
	readings []lang.Split // token → its likeliest reading, once looked up
	looked   []bool       // token → looked up
}

// name is a mention with the roles that stand beside it: «وزير الخارجية ماركو روبيو».
type name struct {
	mention     int  // index into doc.Mentions
	first, last int  // tokens, inclusive
	governed    bool // a preposition is written into the first word: «لترمب»
	joined      bool // «و» or «ف» is: «وترامب»
}

func newPassage(source *reading.Passage, doc *isnad.Doc) *passage {
	n := len(source.Tokens)
	p := &passage{
		Passage: source, doc: doc, lex: arabicLexicon(),
		cues: make([]lang.Cue, n), isCue: make([]bool, n),
		nameFrom: filled(n), nameTo: filled(n), date: filled(n), quote: filled(n), sentence: filled(n),
		opening: filled(n), closing: filled(n), readings: make([]lang.Split, n), looked: make([]bool, n),
	}
	cueAt := arabic.CueAt
	if source.Lang == isnad.English {
		p.lex, cueAt = englishLexicon(), english.CueAt
	}
	p.markNames()
	p.markDates()
	for q, quote := range p.Quotes {
		p.mark(p.quote, quote.Start, quote.End, q)
		p.markEnds(q, quote)
	}
	for s, sentence := range p.Sentences {
		p.mark(p.sentence, sentence.Start, sentence.End, s)
	}
	for i := range n {
		p.cues[i], p.isCue[i] = cueAt(p.Tokens, i)
		// Agreeing is an event; what was agreed is said by whoever reports it.
		p.isCue[i] = p.isCue[i] && p.cues[i].Force != lang.Agree
	}
	p.withoutAnonymity()
	return p
}

// withoutAnonymity takes the cues out of how a source keeps its name back:
// «رفض ذكر اسمه».
func (p *passage) withoutAnonymity() {
	if p.Lang == isnad.English {
		return
	}
	for i := range p.Tokens {
		for n := p.lex.at(p.Tokens, i, anonymity); n > 0; n-- {
			p.isCue[i+n-1] = false
		}
	}
}

func filled(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

// mark writes value at every token that lies in start:end.
func (p *passage) mark(list []int, start, end, value int) {
	for i := p.tokenFrom(start); i < len(p.Tokens) && p.Tokens[i].Start < end; i++ {
		list[i] = value
	}
}

// tokenFrom is the first token that ends behind byte offset at.
func (p *passage) tokenFrom(at int) int {
	low, high := 0, len(p.Tokens)
	for low < high {
		mid := (low + high) / 2
		if p.Tokens[mid].End <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

func (p *passage) markNames() {
	for m := range p.doc.Mentions {
		mention := &p.doc.Mentions[m]
		if !p.Span.Contains(mention.Span) || mention.Kind == isnad.Occasion {
			continue
		}
		span := mention.Span
		for range mention.Roles { // the nearest role may stand last
			for _, role := range mention.Roles {
				if p.adjacent(role.Span, span) {
					span = span.Cover(role.Span)
				}
			}
		}
		first := p.tokenFrom(span.Start)
		last := p.tokenFrom(span.End - 1)
		if first >= len(p.Tokens) || last >= len(p.Tokens) || p.coveredBy(first, last) {
			continue
		}
		one := name{mention: m, first: first, last: last}
		if at := p.Tokens[first].Start; at < span.Start {
			clitics := p.doc.Article.Text[at:span.Start]
			one.joined = clitics == conjWaw || clitics == conjFa
			one.governed = !one.joined && p.Tokens[first].Kind == lang.Word
		}
		p.nameFrom[first], p.nameTo[last] = len(p.names), len(p.names)
		p.names = append(p.names, one)
	}
}

const (
	conjWaw = "\u0648"
	conjFa  = "\u0641"
)

// coveredBy reports whether the name before this one holds it: the outer name
// acts, not the one inside it («إدارة ترامب»).
func (p *passage) coveredBy(first, last int) bool {
	if len(p.names) == 0 {
		return false
	}
	before := p.names[len(p.names)-1]
	return before.first <= first && last <= before.last
}

// adjacent reports whether nothing but white space stands between two spans.
func (p *passage) adjacent(a, b isnad.Span) bool {
	if b.Start < a.Start {
		a, b = b, a
	}
	if a.End >= b.Start {
		return true
	}
	return strings.TrimSpace(p.doc.Article.Text[a.End:b.Start]) == ""
}

func (p *passage) markDates() {
	for d, date := range p.doc.Dates {
		if p.Span.Contains(date.Span) {
			p.mark(p.date, date.Span.Start, date.Span.End, d)
		}
	}
}

// reading is the likeliest reading of the Arabic word at token i: its clitics
// and stem. It is empty for other tokens.
func (p *passage) reading(i int) lang.Split {
	token := p.Tokens[i]
	if token.Kind != lang.Word || token.Latin || p.Lang == isnad.English {
		return lang.Split{}
	}
	if !p.looked[i] {
		p.looked[i] = true
		if splits := arabic.Splits(p.doc.Article.Text[token.Start:token.End]); len(splits) > 0 {
			p.readings[i] = splits[0]
		}
	}
	return p.readings[i]
}

// is reports whether token i is the word or mark, or one of a class.
func (p *passage) is(i int, want class) bool { return p.lex.at(p.Tokens, i, want) > 0 }

func (p *passage) key(i int) string {
	if i < 0 || i >= len(p.Tokens) {
		return ""
	}
	return p.Tokens[i].Key
}

const (
	arabicComma     = "\u060C"
	arabicSemicolon = "\u061B"
	enDash          = "\u2013"
	emDash          = "\u2014"
	horizontalBar   = "\u2015"
)

// mark of punctuation at token i, as written; "" for words and quotation marks.
func (p *passage) punctuation(i int) string {
	if i < 0 || i >= len(p.Tokens) || p.Tokens[i].Kind != lang.Mark {
		return ""
	}
	return p.doc.Article.Text[p.Tokens[i].Start:p.Tokens[i].End]
}

func (p *passage) comma(i int) bool {
	switch p.punctuation(i) {
	case ",", ";", arabicComma, arabicSemicolon:
		return true
	}
	return false
}

func (p *passage) colon(i int) bool { return p.punctuation(i) == ":" }

func (p *passage) dash(i int) bool {
	if p.Lang == isnad.English && i > 0 && i < len(p.Tokens) && p.punctuation(i) == "-" && p.Tokens[i-1].End == p.Tokens[i].Start {
		return false // «a 52-count complaint»
	}
	switch p.punctuation(i) {
	case enDash, emDash, horizontalBar, "-", "--":
		return true
	}
	return false
}

// markEnds notes the tokens that quotation q begins and ends with. Outer
// quotations come first, and keep their place.
func (p *passage) markEnds(q int, quote lang.Quote) {
	if t := p.tokenFrom(quote.Start); t < len(p.Tokens) && p.Tokens[t].Start == quote.Start && p.Tokens[t].Kind == lang.Quoter && p.opening[t] < 0 {
		p.opening[t] = q
	}
	if t := p.tokenFrom(quote.End - 1); t < len(p.Tokens) && p.Tokens[t].End == quote.End && p.Tokens[t].Kind == lang.Quoter && quote.Start < p.Tokens[t].Start && p.closing[t] < 0 {
		p.closing[t] = q
	}
}

// opens returns the outermost quotation that begins at token i, or -1.
func (p *passage) opens(i int) int {
	if i < 0 || i >= len(p.Tokens) {
		return -1
	}
	return p.opening[i]
}

// closes returns the outermost quotation whose last mark is token i, or -1.
func (p *passage) closes(i int) int {
	if i < 0 || i >= len(p.Tokens) {
		return -1
	}
	return p.closing[i]
}

// sentenceTokens returns the tokens of sentence s, half-open.
func (p *passage) sentenceTokens(s int) (first, end int) {
	first = p.tokenFrom(p.Sentences[s].Start)
	end = first
	for end < len(p.Tokens) && p.Tokens[end].Start < p.Sentences[s].End {
		end++
	}
	return first, end
}

// words counts the words and numbers in a range.
func (p *passage) wordsIn(inner lang.Range) int {
	n := 0
	for i := p.tokenFrom(inner.Start); i < len(p.Tokens) && p.Tokens[i].Start < inner.End; i++ {
		if k := p.Tokens[i].Kind; k == lang.Word || k == lang.Digits {
			n++
		}
	}
	return n
}
