package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// Sentences cuts text into sentences, trimmed of white space and in order. A
// line feed always ends one. A stop, question mark or exclamation mark ends
// one unless it belongs to an abbreviation or an initial, stands inside a
// quotation that has both its marks, or is followed by a small letter; closing
// marks and brackets behind it belong to the sentence it ends. A question or
// exclamation that closes a quotation goes on where a reporting word follows:
// “Will you come?” Ms. Arden asked.
func Sentences(text string, tokens []lang.Token) []lang.Range {
	c := cutter{text: text, tokens: tokens, quotes: outermost(Quotes(text, tokens))}
	start := 0
	for i := range tokens {
		if end, ok := c.endsAt(i); ok {
			c.add(start, end)
			start = end
		}
	}
	c.add(start, len(text))
	return c.sentences
}

// outermost keeps the balanced quotations that lie in no other.
func outermost(quotes []lang.Quote) []lang.Quote {
	var kept []lang.Quote
	for _, quote := range quotes {
		if quote.Balanced && (len(kept) == 0 || kept[len(kept)-1].End <= quote.Start) {
			kept = append(kept, quote)
		}
	}
	return kept
}

type cutter struct {
	text      string
	tokens    []lang.Token
	quotes    []lang.Quote // outermost, balanced; those behind are taken off
	sentences []lang.Range
}

func (c *cutter) add(start, end int) {
	if r := trim(c.text, lang.Range{Start: start, End: end}); r.Start < r.End {
		c.sentences = append(c.sentences, r)
	}
}

// endsAt reports whether a sentence ends with token i, and where.
func (c *cutter) endsAt(i int) (end int, ok bool) {
	token := c.tokens[i]
	gap := c.gap(i)
	if n := strings.IndexByte(gap, '\n'); n >= 0 {
		return token.End + n, true
	}
	if gap == "" || !c.stops(i) {
		return 0, false
	}
	for len(c.quotes) > 0 && c.quotes[0].End <= token.Start {
		c.quotes = c.quotes[1:]
	}
	if len(c.quotes) > 0 && c.quotes[0].Start < token.Start && token.End < c.quotes[0].End {
		return 0, false
	}
	if !c.begins(i+1) || c.saidAfter(i) {
		return 0, false
	}
	return token.End, true
}

// gap is what stands between token i and the next.
func (c *cutter) gap(i int) string {
	end := len(c.text)
	if i+1 < len(c.tokens) {
		end = c.tokens[i+1].Start
	}
	return c.text[c.tokens[i].End:end]
}

// stops reports whether token i, or the token before the closing marks that
// end with i, is one that ends sentences.
func (c *cutter) stops(i int) bool {
	for i > 0 && c.shuts(i) && c.tokens[i-1].End == c.tokens[i].Start {
		i--
	}
	token := c.tokens[i]
	if token.Kind == lang.Word {
		return strings.HasSuffix(token.Key, ".") && classes[token.Key] != "small" && !c.named(i+1)
	}
	if token.Kind != lang.Mark {
		return false
	}
	switch mark := c.text[token.Start:token.End]; {
	case mark == ".":
		return !c.abbreviates(i)
	case strings.HasPrefix(mark, ".."):
		return true
	}
	r, _ := utf8.DecodeRuneInString(c.text[token.Start:])
	return r == '!' || r == '?' || r == ellipsis || r == arabicFullStop || r == arabicQuestion
}

// shuts reports whether token i is a bracket or quotation mark that may close.
func (c *cutter) shuts(i int) bool {
	token := c.tokens[i]
	if token.Kind == lang.Mark {
		return c.text[token.Start] == ')' || c.text[token.Start] == ']'
	}
	return token.Kind == lang.Quoter
}

// abbreviates reports whether the stop at token i belongs to the word before.
func (c *cutter) abbreviates(i int) bool {
	if i == 0 || c.tokens[i-1].End != c.tokens[i].Start {
		return false
	}
	word := c.tokens[i-1]
	if word.Kind != lang.Word {
		return false
	}
	first, size := utf8.DecodeRuneInString(c.text[word.Start:])
	capital := unicode.IsUpper(first)
	before := i+1 < len(c.tokens) && c.tokens[i+1].Kind == lang.Digits
	key := word.Key[strings.LastIndexByte(word.Key, '-')+1:] // "then-Sen."
	if len(key) < len(word.Key) {
		first, _ = utf8.DecodeLastRuneInString(c.text[word.Start : word.End-len(key)+1])
		capital = unicode.IsUpper(first)
	}
	switch classes[key] {
	case "title":
		return capital
	case "name":
		return capital && (before || c.named(i+1))
	case "number":
		return before
	case "small":
		return true
	}
	// "J. D. Vance"; but "than I. Trump" ends a sentence.
	return capital && size == word.End-word.Start && word.Key != "i" && c.named(i+1)
}

// named reports whether token i can go on with an abbreviation: a word other
// than those that open sentences as a rule. "J.D. Vance", "the U.S. Senate", "at
// 5 p.m. Monday" go on; "the U.S. The" does not.
func (c *cutter) named(i int) bool {
	return i < len(c.tokens) && c.tokens[i].Kind == lang.Word && !IsStop(c.tokens[i].Key)
}

// begins reports whether a sentence may begin with token i: with a capital, a
// digit, a letter without case, or these behind opening marks.
func (c *cutter) begins(i int) bool {
	for i < len(c.tokens) && (c.tokens[i].Kind == lang.Quoter || c.tokens[i].Kind == lang.Mark) {
		if c.gap(i) != "" {
			return true
		}
		i++
	}
	if i >= len(c.tokens) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(c.text[c.tokens[i].Start:])
	return !unicode.IsLower(first)
}

// tailed reports whether a phrase of time or place, and no clause, follows a
// reporting word at token i: “…?” Ms. Arden asked in May.
func (c *cutter) tailed(i int) bool {
	if !isPreposition(c.tokens[i].Key) {
		return false
	}
	for j := i; j < len(c.tokens) && j < i+25 && c.tokens[j].Key != "."; j++ {
		if c.tokens[j].Key == "that" {
			return false
		}
	}
	return true
}

// saidAfter reports whether a quotation ends with token i, a question or an
// exclamation, and its reporting word follows within four words.
func (c *cutter) saidAfter(i int) bool {
	if i == 0 || c.tokens[i].Kind != lang.Quoter {
		return false
	}
	if mark := c.text[c.tokens[i-1].Start]; mark != '!' && mark != '?' {
		return false
	}
	for j := i + 1; j < len(c.tokens) && j <= i+6; j++ {
		if c.tokens[j].Key == "." && c.abbreviates(j) {
			continue
		}
		if c.tokens[j].Kind != lang.Word {
			return false
		}
		if cue, ok := CueAt(c.tokens, j); ok && j > i+1 {
			next := j + cue.Tokens
			return next >= len(c.tokens) || c.tokens[next].Kind != lang.Word || c.tailed(next)
		}
	}
	return false
}
