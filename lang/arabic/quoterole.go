package arabic

import (
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// role is what a quotation mark does.
type role uint8

const (
	undecided role = iota
	opens
	closes
)

// roleOf decides what mark k does; the marks before it are decided.
func (p *pairing) roleOf(k int) role {
	m := p.marks[k]
	if r := p.placeOf(k); r != undecided {
		return r
	}
	switch m.facing {
	case facesOpen:
		return opens
	case facesClose:
		return closes
	}
	for at := len(p.stack) - 1; at >= 0; at-- {
		if p.stack[at].family == m.family {
			return closes
		}
	}
	return opens
}

// placeOf decides from the place alone.
func (p *pairing) placeOf(k int) role {
	left, right := p.leftOf(k), p.rightOf(k)
	switch {
	case left == sideColon:
		return opens
	case (left == sideSpace || left == sideBracket || left == sideProclitic) && right == sideWord:
		return opens
	case left == sideProclitic: // a word of one letter: «و»
		left = sideWord
	}
	switch {
	case (left == sideWord || left == sideStop) && (right == sideSpace || right == sideStop):
		return closes
	case left == sideSpace && right == sideStop:
		return closes
	case left == sideStop && right == sideWord:
		return opens
	}
	return undecided
}

// side is what stands beside a quotation mark.
type side uint8

const (
	sideSpace     side = iota // white space or the end of the text
	sideWord                  // a word or number
	sideStop                  // a stop, comma or closing bracket
	sideBracket               // an opening bracket, dash or slash
	sideColon                 // a colon, with or without white space between
	sideProclitic             // a conjunction or preposition written onto what follows
)

// longestRun bounds how many adjacent marks are looked past.
const longestRun = 8

func (p *pairing) leftOf(k int) side {
	i := p.marks[k].token
	for range longestRun {
		if i == 0 {
			return sideSpace
		}
		before := p.tokens[i-1]
		switch {
		case isColon(before.Key):
			return sideColon
		case before.End != p.tokens[i].Start && p.spaceBetween(i-1):
			return sideSpace
		case before.Kind != lang.Quoter:
			return p.leftSide(i-1, k-1)
		case p.marks[k-1].role == opens: // a run of marks turns one way
			return sideBracket
		}
		i, k = i-1, k-1
	}
	return sideStop
}

// leftSide sorts token i, behind which a mark stands; k is the mark before it.
func (p *pairing) leftSide(i, k int) side {
	token := p.tokens[i]
	switch {
	case token.Kind == lang.Word && isProclitic(token.Key) && !p.quotedAlone(i, k):
		return sideProclitic
	case token.Kind != lang.Mark:
		return sideWord
	}
	switch token.Key {
	case "(", "[", "{", "-", "–", "—", "/", "#", "=", "*", "•":
		return sideBracket
	}
	return sideStop
}

// quotedAlone reports whether mark k opens right before token i.
func (p *pairing) quotedAlone(i, k int) bool {
	return k >= 0 && p.marks[k].role == opens && p.marks[k].token == i-1 && p.tokens[i-1].End == p.tokens[i].Start
}

func (p *pairing) rightOf(k int) side {
	i := p.marks[k].token
	for range longestRun {
		if i+1 == len(p.tokens) {
			return sideStop
		}
		after := p.tokens[i+1]
		switch {
		case after.Start != p.tokens[i].End && p.spaceBetween(i):
			return sideSpace
		case after.Kind == lang.Quoter:
			i++
			continue
		case after.Kind != lang.Mark:
			return sideWord
		}
		switch after.Key {
		case "(", "[", "{", "#", "@", "$", "-", "+", "…":
			return sideWord
		}
		return sideStop
	}
	return sideStop
}

// spaceBetween reports whether white space stands between tokens i and i+1,
// and not hidden controls alone.
func (p *pairing) spaceBetween(i int) bool {
	for _, r := range p.text[p.tokens[i].End:p.tokens[i+1].Start] {
		if classOf(r) == classSpace {
			return true
		}
	}
	return false
}

// isProclitic reports whether a folded word alone is a proclitic or a stack of
// them, as before a quotation mark: و, بـ, لل, وال.
func isProclitic(key string) bool {
	if utf8.RuneCountInString(key) > 4 {
		return false
	}
	return lists().proclitics[key]
}

func isComma(key string) bool { return key == string(comma) || key == "," || key == string(semicolon) }

func isColon(key string) bool { return key == ":" }

// isFinalStop reports whether the mark with this key ends sentences.
func isFinalStop(key string) bool {
	switch key {
	case ".", "!", "?", string(question), "\u2048", "\u2049", "\u203D":
		return true
	}
	return false
}
