package english

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// Quotes finds the quotations of text, whose tokens are given: between curly,
// straight and low double marks, guillemets and single marks, told apart from
// apostrophes. Quotations do not reach over a line feed. A double mark that
// nothing closes opens a quotation to the end of its line, or to the next
// opening mark of its kind, with Balanced unset; that is how a quotation of
// many paragraphs is printed. A single mark without its fellow is an
// apostrophe. Time is linear in the number of marks.
func Quotes(text string, tokens []lang.Token) []lang.Quote {
	var quotes []lang.Quote
	marks := quoteMarks(text, tokens)
	for len(marks) > 0 {
		n := 1
		for n < len(marks) && marks[n].line == marks[0].line {
			n++
		}
		quotes = append(quotes, lineQuotes(text, marks[:n])...)
		marks = marks[n:]
	}
	slices.SortFunc(quotes, func(a, b lang.Quote) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	setDepths(quotes)
	return quotes
}

// family groups the marks that close one another.
type family uint8

const (
	doubles    family = iota // “ ” „
	straights                // " and the doubled '' ``
	guillemets               // « »
	singles                  // ‘ ’ ‚ '
)

// mark is a token that may open or close a quotation.
type mark struct {
	start, end   int
	line, finish int // number of its line, and where that line ends
	family       family
	opens        bool // may open one
	closes       bool // may close one
	plural       bool // may be the apostrophe of "workers'"
	after        int  // marks of its family further on in the line that can only close
}

func quoteMarks(text string, tokens []lang.Token) []mark {
	var marks []mark
	line, finish, at := 0, -1, 0
	for _, token := range tokens {
		if token.Kind != lang.Quoter {
			continue
		}
		line += strings.Count(text[at:token.Start], "\n")
		at = token.Start
		if finish < at {
			finish = lineEnd(text, at)
		}
		m := newMark(text, token)
		m.line, m.finish = line, finish
		if m.opens || m.closes {
			marks = append(marks, m)
		}
	}
	countClosers(marks)
	return marks
}

func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// newMark judges a quotation mark by its shape and its neighbours.
func newMark(text string, token lang.Token) mark {
	m := mark{start: token.Start, end: token.End}
	r, size := utf8.DecodeRuneInString(text[token.Start:])
	before, _ := utf8.DecodeLastRuneInString(text[:token.Start])
	behind, _ := utf8.DecodeRuneInString(text[token.End:])
	looksOpen := opensAfter(before) && behind != utf8.RuneError && !unicode.IsSpace(behind)
	looksShut := before != utf8.RuneError && !unicode.IsSpace(before) && !isWordRune(behind) && !isDigit(behind)
	doubled := token.End-token.Start > size
	switch {
	case r == leftDouble:
		m.family, m.opens, m.closes = doubles, true, looksShut && !looksOpen
	case r == lowDouble:
		m.family, m.opens = doubles, true
	case doubled && r == graveAccent:
		m.family, m.opens = straights, true
	case r == rightDouble:
		m.family, m.opens, m.closes = doubles, looksOpen && !looksShut && innerAt(text, token.End), true
	case r == straightDouble, doubled:
		m.family, m.opens, m.closes = straights, looksOpen || !looksShut, looksShut || !looksOpen
	case r == leftGuillemet:
		m.family, m.opens = guillemets, true
	case r == rightGuillemet:
		m.family, m.closes = guillemets, true
	case r == leftSingle, r == lowSingle, r == graveAccent:
		m.family, m.opens = singles, looksOpen
	case r == apostrophe, r == rightSingle:
		m.family, m.opens, m.closes = singles, looksOpen && r == apostrophe, looksShut
		m.plural = m.closes && (before == 's' || before == 'S') && (behind == ' ' || behind == ',')
	}
	return m
}

// opensAfter reports whether a quotation may open behind r.
func opensAfter(r rune) bool {
	return r == utf8.RuneError || unicode.IsSpace(r) || strings.ContainsRune("([{/-:", r) ||
		r == enDash || r == emDash || r == horizontalBar || isQuoter(r)
}

// countClosers sets after, from behind.
func countClosers(marks []mark) {
	var after [singles + 1]int
	for i := len(marks) - 1; i >= 0; i-- {
		if i+1 < len(marks) && marks[i].line != marks[i+1].line {
			after = [singles + 1]int{}
		}
		marks[i].after = after[marks[i].family]
		if marks[i].closes && !marks[i].opens {
			after[marks[i].family]++
		}
	}
}

// lineQuotes pairs the marks of one line.
func lineQuotes(text string, marks []mark) []lang.Quote {
	p := pairing{text: text, marks: marks, finish: marks[0].finish}
	for i, m := range marks {
		if other, ok := p.crossed(m); ok {
			marks[i].family, m.family = other, other
		}
		switch {
		case m.closes && p.open[m.family] > 0 && !p.spare(m):
			p.shut(i)
		case m.opens:
			p.begin(i)
		}
	}
	for len(p.stack) > 0 {
		p.drop(p.finish)
	}
	return p.quotes
}

// pairing holds the marks that wait for their fellows.
type pairing struct {
	text   string
	marks  []mark
	finish int
	stack  []int // indexes into marks
	open   [singles + 1]int
	quotes []lang.Quote
}

// crossed reports whether a mark that can only close finds none of its own
// family open, but one of the family that keyboards mix it up with: “…".
func (p *pairing) crossed(m mark) (family, bool) {
	if !m.closes || m.opens || p.open[m.family] > 0 {
		return 0, false
	}
	switch {
	case m.family == straights && p.open[doubles] > 0:
		return doubles, true
	case m.family == doubles && p.open[straights] > 0:
		return straights, true
	}
	return 0, false
}

// spare reports whether a mark that could close had better not: the
// apostrophe of a plural while a mark follows that closes as well.
func (p *pairing) spare(m mark) bool { return m.plural && m.after > 0 }

// begin opens a quotation at marks[i]. An opening mark inside an open
// quotation of its own family, with too few closing marks left for both,
// means that the earlier one lost its end.
func (p *pairing) begin(i int) {
	m := p.marks[i]
	if m.family != singles && p.open[m.family] > 0 && m.after < p.open[m.family]+1 {
		p.cut(m)
	}
	p.stack = append(p.stack, i)
	p.open[m.family]++
}

// cut ends the innermost open quotation of m's family before m, if it is the
// innermost of all.
func (p *pairing) cut(m mark) {
	top := p.marks[p.stack[len(p.stack)-1]]
	if top.family == m.family {
		p.drop(m.start)
	}
}

// shut closes the innermost quotation of the family; those opened inside it
// and left open end there too.
func (p *pairing) shut(i int) {
	m := p.marks[i]
	for p.marks[p.stack[len(p.stack)-1]].family != m.family {
		p.drop(m.start)
	}
	opener := p.pop()
	p.add(opener.start, m.end, opener.end, m.start, true)
}

// drop ends the innermost quotation at end, without a closing mark. A single
// mark left alone was an apostrophe.
func (p *pairing) drop(end int) {
	opener := p.pop()
	if opener.family != singles {
		p.add(opener.start, end, opener.end, end, false)
	}
}

func (p *pairing) pop() mark {
	m := p.marks[p.stack[len(p.stack)-1]]
	p.stack = p.stack[:len(p.stack)-1]
	p.open[m.family]--
	return m
}

func (p *pairing) add(start, end, innerStart, innerEnd int, balanced bool) {
	inner := trim(p.text, lang.Range{Start: innerStart, End: innerEnd})
	if !balanced {
		end = max(inner.End, innerStart)
	}
	p.quotes = append(p.quotes, lang.Quote{Start: start, End: end, Inner: inner, Balanced: balanced})
}

// trim leaves out white space at both ends.
func trim(text string, r lang.Range) lang.Range {
	words := text[r.Start:r.End]
	inner := strings.TrimSpace(words)
	if inner == "" {
		return lang.Range{Start: r.Start, End: r.Start}
	}
	r.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	r.End = r.Start + len(inner)
	return r
}

// setDepths counts for each quotation those it lies in.
func setDepths(quotes []lang.Quote) {
	var ends []int
	for i := range quotes {
		for len(ends) > 0 && ends[len(ends)-1] <= quotes[i].Start {
			ends = ends[:len(ends)-1]
		}
		quotes[i].Depth = len(ends)
		ends = append(ends, quotes[i].End)
	}
}
