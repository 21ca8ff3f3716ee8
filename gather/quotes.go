package gather

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// unbalanced notes the paragraphs whose quotation marks do not pair up, one
// defect a paragraph, at the first mark without partner.
func unbalanced(article *isnad.Article) []isnad.Defect {
	var defects []isnad.Defect
	for i, part := range article.Parts {
		if !part.Kind.Reads() {
			continue
		}
		text := part.Span.Of(article.Text)
		odd := oddMarks(text)
		if len(odd) == 0 || len(odd) == 1 && goesOnBelow(article, i, text, odd[0]) {
			continue
		}
		_, size := utf8.DecodeRuneInString(text[odd[0]:])
		at := part.Span.Start + odd[0]
		defects = append(defects, isnad.Defect{
			Kind: isnad.UnbalancedQuotes, Span: isnad.Span{Start: at, End: at + size},
			Note: fmt.Sprintf("%s without partner", plural(len(odd), "mark")),
		})
	}
	return defects
}

// goesOnBelow reports whether the open mark at is one that the next paragraph
// takes up again, as English sets a quotation of several paragraphs.
func goesOnBelow(article *isnad.Article, i int, text string, at int) bool {
	open, _ := utf8.DecodeRuneInString(text[at:])
	for _, next := range article.Parts[i+1:] {
		if next.Kind == isnad.Paragraph {
			first, _ := utf8.DecodeRuneInString(next.Span.Of(article.Text))
			return first == open && article.Lang == isnad.English
		}
	}
	return false
}

// oddMarks returns the offsets of the quotation marks in text that have no
// partner: curly marks and guillemets in either direction, straight marks by
// number. Single marks are apostrophes as often as quotations and do not count.
func oddMarks(text string) []int {
	var open []mark
	var odd []int
	straight := -1
	for i, r := range text {
		switch {
		case r == '"' && inch(text, i):
		case r == '"' && straight < 0:
			straight = i
		case r == '"':
			straight = -1
		case !isMark(r):
		case len(open) > 0 && open[len(open)-1].closedBy(r):
			m := open[len(open)-1]
			open = open[:len(open)-1]
			// Nothing between two marks is what is left of a nested quotation.
			if m.at+utf8.RuneLen(m.r) == i {
				odd = append(odd, m.at, i)
			}
		case (r == rightDoubleQuote || r == rightGuillemet) && !opensWord(text, i):
			odd = append(odd, i)
		default:
			open = append(open, mark{r, i})
		}
	}
	for _, m := range open {
		odd = append(odd, m.at)
	}
	if straight >= 0 {
		odd = append(odd, straight)
	}
	return odd
}

// mark is an open quotation mark.
type mark struct {
	r  rune
	at int
}

// closedBy reports whether r closes the mark: its mirror; for the low mark
// either curly one; for a closing mark that opened a word, as programs set it
// behind an Arabic proclitic, another.
func (m mark) closedBy(r rune) bool {
	switch m.r {
	case leftDoubleQuote, rightDoubleQuote:
		return r == rightDoubleQuote
	case lowDoubleQuote:
		return r == leftDoubleQuote || r == rightDoubleQuote
	case leftGuillemet:
		return r == rightGuillemet
	case rightGuillemet:
		return r == leftGuillemet
	}
	return false
}

// isMark reports whether r is a quotation mark that has a direction.
func isMark(r rune) bool {
	switch r {
	case leftDoubleQuote, rightDoubleQuote, lowDoubleQuote, leftGuillemet, rightGuillemet:
		return true
	}
	return false
}

// opensWord reports whether the mark at i stands before a word, as an opening
// one does.
func opensWord(text string, i int) bool {
	_, size := utf8.DecodeRuneInString(text[i:])
	next, _ := utf8.DecodeRuneInString(text[i+size:])
	return unicode.IsLetter(next) || unicode.IsDigit(next)
}

// inch reports whether the straight mark at i stands behind a number.
func inch(text string, i int) bool {
	return i > 0 && text[i-1] >= '0' && text[i-1] <= '9' && !strings.Contains(text[:i], `"`)
}
