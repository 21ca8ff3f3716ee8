package arabic

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// Sentences cuts text, whose tokens are given, into sentences.
//
//   - A sentence ends at a stop, a question or exclamation mark and at a line
//     end; an ellipsis ends one before a line end, and behind 25 tokens or more
//     if a word with و follows. Closing quotation marks and brackets behind the
//     stop belong to the sentence.
//   - The stop of an abbreviation, of a single letter («د. محمد», «أ.ف.ب.»), of
//     a number at the start of a line and one inside a Latin word or address
//     ends none. Behind the calendar's letter («2015م.») it does.
//   - No stop inside a balanced quotation or bracket ends one. A stop right
//     before the closing mark does, unless a comma, a particle or a reporting
//     word that belongs to the quotation follows.
//     A quotation of more than 80 tokens holds none back.
//   - Commas end none: Arabic strings clauses on commas, and no rule tells the
//     one that a full stop would have been from the others.
//   - A line of more than 250 tokens is a text whose line ends were lost: there
//     datelines, headlines before a lead, bylines and subheadings end, too, and
//     dots of an ellipsis do for a stop.
//
// Laws: sentences are ordered, do not overlap, hold no white space at their
// ends, begin at a token and end at one; every token is in exactly one.
func Sentences(text string, tokens []lang.Token) []lang.Range {
	if len(tokens) == 0 {
		return nil
	}
	c := cutter{text: text, tokens: tokens, covered: covers(text, tokens), byline: -1}
	c.flat = c.lostEnds()
	ranges := make([]lang.Range, 0, len(tokens)/20+1)
	for i := range tokens {
		if i+1 == len(tokens) || c.lineEnds(i) || c.ends(i) || c.longEnough(i) || c.lostEnd(i) {
			ranges = append(ranges, lang.Range{Start: tokens[c.from].Start, End: tokens[i].End})
			c.from = i + 1
		}
	}
	return ranges
}

// cutter finds the ends of sentences.
type cutter struct {
	text    string
	from    int // the first token of the sentence
	tokens  []lang.Token
	flat    []flatness // per token; nil if no line is overlong
	byline  int        // the last token of a byline
	covered []int      // per token, the last token of the outermost quotation or bracket it is in; nil if there are none
}

// lineEnds reports whether a line ends behind token i.
func (c *cutter) lineEnds(i int) bool {
	gap := c.text[c.tokens[i].End:c.tokens[i+1].Start]
	return strings.ContainsAny(gap, "\n\r\u2028\u2029")
}

// ends reports whether a sentence ends with token i, which is not the last.
func (c *cutter) ends(i int) bool {
	stop := i
	for stop > 0 && c.closing(stop) {
		stop--
	}
	key := c.tokens[stop].Key
	if !isFinalStop(key) || stop < i && c.tokens[stop].End != c.tokens[stop+1].Start {
		return false
	}
	next := i + 1
	if c.closing(next) && c.tokens[next].Start == c.tokens[i].End || isFinalStop(c.tokens[next].Key) || c.dotsBehind(key, next) {
		return false // the sentence takes that mark too
	}
	if c.inside(i) || stop < i && stop > 0 && c.tokens[stop-1].Key == "(" {
		return false // «(!)» is a remark
	}
	if key == "." && i+1 < len(c.tokens) && c.flat != nil && c.flat[i] != flatNot && goesOnRelative(c.tokens[next].Key) {
		return false
	}
	if key == "." && (!c.fullStop(stop) || c.signs(stop)) {
		return false
	}
	return stop == i || c.endsBehindQuote(key, next)
}

// goesOnRelative reports whether a folded word cannot begin a sentence: مما and
// the relative pronouns.
func goesOnRelative(key string) bool {
	const ofWhich = "\u0645\u0645\u0627" // مما
	return key == ofWhich || isRelative(key)
}

// dotsBehind reports whether an ellipsis is written to a question or exclamation
// mark and ends the sentence with it.
func (c *cutter) dotsBehind(mark string, i int) bool {
	return mark != "." && c.tokens[i].Key == string(ellipsis) && c.tokens[i].Start == c.tokens[i-1].End && c.flat != nil && c.flat[i] != flatNot
}

// longEnough reports whether the ellipsis at token i does for a full stop.
func (c *cutter) longEnough(i int) bool {
	const least, leastFlat = 25, 3 // tokens before it
	if c.tokens[i].Key == string(ellipsis) && c.flat != nil && c.flat[i] != flatNot && !c.inside(i) {
		return i-c.from >= leastFlat || i > 0 && isFinalStop(c.tokens[i-1].Key)
	}
	return c.tokens[i].Key == string(ellipsis) && i-c.from >= least && !c.inside(i) &&
		strings.HasPrefix(c.tokens[i+1].Key, prefixWaw) && !lists().isWhole(c.tokens[i+1].Key)
}

// closing reports whether token i closes a quotation or bracket.
func (c *cutter) closing(i int) bool {
	switch c.tokens[i].Key {
	case ")", "]", "}":
		return true
	}
	return c.tokens[i].Kind == lang.Quoter && c.covered != nil && c.covered[i] == i
}

// inside reports whether token i is in a quotation or bracket that goes on.
func (c *cutter) inside(i int) bool { return c.covered != nil && c.covered[i] > i }

// fullStop reports whether the stop at token i is more than the stop of an
// abbreviation or an address.
func (c *cutter) fullStop(i int) bool {
	if i == 0 {
		return false
	}
	before := c.tokens[i-1]
	if before.End != c.tokens[i].Start {
		return true // a stop set off by white space
	}
	tight := i+1 < len(c.tokens) && c.tokens[i+1].Start == c.tokens[i].End
	switch before.Kind {
	case lang.Digits:
		return !c.lineStarts(i-1) && !(tight && c.tokens[i+1].Kind == lang.Digits)
	case lang.Word:
		if before.Latin && tight && c.tokens[i+1].Latin {
			return false
		}
		return !c.abbreviation(i - 1)
	}
	return true
}

// lineStarts reports whether token i is the first of its line.
func (c *cutter) lineStarts(i int) bool { return i == 0 || c.lineEnds(i-1) }

// abbreviation reports whether a stop behind the word at i belongs to it.
func (c *cutter) abbreviation(i int) bool {
	token := c.tokens[i]
	if i > 0 && c.tokens[i-1].Kind == lang.Digits && lists().eras[token.Key] {
		return false
	}
	if i > 0 && lost().letters[token.Key] && !lost().letters[c.tokens[i-1].Key] {
		return true // «جون إف. كينيدي», but not «بي بي سي.»
	}
	if utf8.RuneCountInString(token.Key) == 1 || lists().abbreviations[token.Key] {
		return true
	}
	return strings.Contains(token.Key, ".")
}

// endsBehindQuote reports whether a stop inside a closing mark ends the
// sentence, given the token behind the mark.
func (c *cutter) endsBehindQuote(stop string, next int) bool {
	token := c.tokens[next]
	if token.Kind == lang.Mark {
		return !isComma(token.Key) && !isColon(token.Key) && token.Key != "(" && token.Key != "-"
	}
	cue, ok := CueAt(c.tokens, next)
	if ok && cue.Conj == "" {
		return false // «لا.» قال فلان; «لا.» مضيفا
	}
	if stop == "." {
		return !lists().goesOn[token.Key]
	}
	return ok && cue.Form != lang.Participle
}

// covers returns, per token, the last token of the outermost balanced
// quotation or bracket that the token is in, -1 outside; nil if none is there.
func covers(text string, tokens []lang.Token) []int {
	var covered []int
	cover := func(first, last int) {
		if covered == nil {
			covered = make([]int, len(tokens))
			for i := range covered {
				covered[i] = -1
			}
		}
		for i := first; i <= last; i++ {
			covered[i] = max(covered[i], last)
		}
	}
	coverQuotes(text, tokens, cover)
	coverBrackets(tokens, cover)
	return covered
}

// longestQuote is how many tokens a quotation has whose stops end no sentence:
// longer ones are of several sentences, or their second mark is another's.
const longestQuote = 80

func coverQuotes(text string, tokens []lang.Token, cover func(first, last int)) {
	at := 0
	for _, quote := range Quotes(text, tokens) {
		if quote.Depth > 0 || !marked(quote) {
			continue
		}
		for tokens[at].Start < quote.Start {
			at++
		}
		first := at
		for at < len(tokens) && tokens[at].End <= quote.End {
			at++
		}
		if at-first <= longestQuote {
			cover(first, at-1)
		}
	}
}

// marked reports whether a quotation has a second mark, its own or one it
// shares with a quotation within.
func marked(q lang.Quote) bool { return q.Balanced || q.End > q.Inner.End }

// coverBrackets covers round brackets of one line and at most longestBracket
// tokens: longer ones are lists or were never closed.
func coverBrackets(tokens []lang.Token, cover func(first, last int)) {
	const longestBracket = 60
	open := -1
	for i, token := range tokens {
		switch token.Key {
		case "(":
			open = i
		case ")":
			if open >= 0 && i-open <= longestBracket {
				cover(open, i)
			}
			open = -1
		}
	}
}
