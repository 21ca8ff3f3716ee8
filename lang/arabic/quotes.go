package arabic

import (
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// Quotes pairs the quotation marks of text, whose tokens are given.
//
// What a mark does follows from where it stands; its shape decides only where
// its place does not, because reports turn marks every way («word«, ”word“,
// "لـ»الجزيرة«"). The rules are:
//
//  1. A mark behind white space, a bracket, a colon or a proclitic and before a
//     word opens; a mark behind a word or a stop and before white space, a
//     stop or a bracket closes. Where that leaves it open, its shape decides;
//     where the passage uses one shape alone, it closes what is open, else
//     opens.
//  2. A closing mark closes the innermost open quotation of its family, and
//     ends those opened within. Of another family, it closes only what no
//     mark of its own closes in the line.
//  3. Nothing is quoted between two marks with nothing between them: both close.
//  4. A closing mark with nothing to close, in the sentence of a quotation that
//     a mark behind a comma closed (“a ,” b “”), makes that mark the opening
//     one of an inner quotation.
//  5. A quotation that is never closed, but holds others that are, runs to the
//     last of them in its sentence («“a “b c”»); if a colon or a stop comes
//     between, it ends there. One that holds none ends with its line, or with
//     the text. Single marks and double brackets that are never closed quote
//     nothing.
//  6. A quotation goes on over a line end only if its next mark closes it.
//
// Laws: quotations are ordered by Start, outer before inner, and any two are
// nested or apart; Start and End are rune boundaries, Start < Inner.Start ≤
// Inner.End ≤ End; Depth < MaxDepth. Time and memory are linear in the tokens.
// Balanced says that both marks are there, of one family, each in a place that
// fits it: it does not say that their shapes are a pair.
func Quotes(text string, tokens []lang.Token) []lang.Quote {
	p := newPairing(text, tokens)
	if p == nil {
		return nil
	}
	for k := range p.marks {
		p.endLines(k)
		p.take(k)
	}
	p.endAll(len(text), len(p.marks))
	return p.finish()
}

// MaxDepth bounds how deep quotations nest; marks deeper than that pair with
// each other and are not reported.
const MaxDepth = 16

// mark is a quotation mark in its place.
type mark struct {
	quoteMark
	token int
	line  int // number of its line
	role  role
}

// opened is a quotation that has begun.
type opened struct {
	quote  int // index into quotes
	mark   int // index into marks
	family family
}

// pairing pairs the marks of one text.
type pairing struct {
	text   string
	tokens []lang.Token
	marks  []mark
	next   []int                 // for each mark the next one of its family, or len(marks)
	ahead  [familyCorner + 1]int // by family, the first mark not yet passed

	quotes []pair
	stack  []opened
	over   int // marks opened beyond MaxDepth
	last   int // the quotation closed last, or -1
}

// pair is a quotation while marks are being paired; token -1 is no mark.
type pair struct {
	open, close int // tokens
	end         int // byte, where close is -1
	family      family
	clean       bool // both marks stand where they should
	broken      bool // opened again by rule 4
	void        bool // turned out to quote nothing
}

func newPairing(text string, tokens []lang.Token) *pairing {
	count := 0
	for i := range tokens {
		if tokens[i].Kind == lang.Quoter {
			count++
		}
	}
	if count == 0 {
		return nil
	}
	p := &pairing{text: text, tokens: tokens, last: -1}
	p.marks = make([]mark, 0, count)
	line, from := 0, 0
	for i, token := range tokens {
		if token.Kind != lang.Quoter {
			continue
		}
		line += strings.Count(text[from:token.Start], "\n")
		from = token.Start
		p.marks = append(p.marks, mark{quoteMark: markOf(text, token), token: i, line: line})
	}
	p.straighten()
	p.linkFamilies()
	return p
}

// straighten makes marks straight whose family has but one shape here: the
// shape then says nothing.
func (p *pairing) straighten() {
	var shapes [familyCorner + 1][facesClose + 1]int
	for _, m := range p.marks {
		shapes[m.family][m.facing]++
	}
	for k := range p.marks {
		m := &p.marks[k]
		count := shapes[m.family]
		if count[m.facing] > 1 && count[facesOpen]*count[facesClose] == 0 {
			m.facing = facesBoth
		}
	}
}

func (p *pairing) linkFamilies() {
	for f := range p.ahead {
		p.ahead[f] = len(p.marks)
	}
	p.next = make([]int, len(p.marks))
	for k := len(p.marks) - 1; k >= 0; k-- {
		family := p.marks[k].family
		p.next[k] = p.ahead[family]
		p.ahead[family] = k
	}
}

// take opens or closes a quotation with mark k.
func (p *pairing) take(k int) {
	m := &p.marks[k]
	m.role = p.roleOf(k)
	switch {
	case m.role == opens:
		p.open(k)
	case p.empty(k):
		top := p.pop()
		p.quotes[top.quote].void = true
		p.close(top.mark)
		p.close(k)
	default:
		p.close(k)
	}
}
