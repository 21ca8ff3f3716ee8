package arabic

import (
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang"
)

// What tells where a line ended once its line end is lost. A text cut from a
// page or an archive may come as one line; headlines, bylines and datelines,
// which have no stop, then run into what follows them. Only lines that are
// longer than a paragraph are looked at.

// flatLine is how many tokens a line has that holds several paragraphs.
const flatLine = 250

// lostLists are the lists of these rules.
type lostLists struct {
	past       starred
	given      map[string]bool
	placeHeads map[string]bool
	agencies   map[string]bool
	notPlace   map[string]bool
	letters    map[string]bool // names of Latin letters
	subjects   map[string]bool // stops that a subject may begin with
	sources    map[string]bool // subjects that leads begin with
	openers    [][]string      // phrases
}

var lost = sync.OnceValue(func() *lostLists {
	l := &lostLists{given: wordSet("given"), placeHeads: wordSet("placeheads"), agencies: wordSet("agencies"), notPlace: wordSet("notplace"), letters: wordSet("latinletters"), subjects: wordSet("subjects")}
	l.sources = wordSet("leadsources")
	for _, phrase := range rows("openers.txt") {
		l.openers = append(l.openers, strings.Fields(Fold(phrase)))
	}
	l.past.words, l.past.beginnings = starredSet("past")
	return l
})

// lostEnds says behind which tokens of overlong lines a line ended for sure: before
// and behind datelines; nil if no line is overlong.
func (c *cutter) lostEnds() []flatness {
	var flat []flatness
	start := 0
	for i := range c.tokens {
		if i+1 < len(c.tokens) && !c.lineEnds(i) {
			continue
		}
		if i+1-start > flatLine {
			if flat == nil {
				flat = make([]flatness, len(c.tokens))
			}
			for j := start; j < i; j++ {
				flat[j] = flatLong
			}
		}
		start = i + 1
	}
	if flat == nil {
		return nil
	}
	for i := 0; i < len(c.tokens); i++ {
		if end, alone := c.datelineAt(i, flat); end > 0 {
			if i > 0 && flat[i-1] == flatLong {
				flat[i-1] = flatEnd
			}
			if alone && flat[end-1] == flatLong {
				flat[end-1] = flatEnd
			}
			i = end - 1
		}
	}
	return flat
}

// flatness says of a token whether its line is overlong and goes on behind it.
type flatness uint8

const (
	flatNot flatness = iota
	flatLong
	flatEnd // a line ended here
)

// lostEnd reports whether a line without a stop ended behind token i, which is
// not the last.
func (c *cutter) lostEnd(i int) bool {
	if c.flat == nil || c.flat[i] == flatNot {
		return false
	}
	if c.flat[i] == flatEnd {
		return true
	}
	if i == c.byline {
		return true
	}
	next := i + 1
	if c.signed(i) || c.list(i) || c.kicker(next) || c.again(i) {
		return true
	}
	if c.opens(next) {
		return c.headline(c.from, next)
	}
	n := c.bylineAt(next)
	if !c.leads(next+n) && !(n > 0 && c.leadsFrom(next+n)) || !c.headline(c.from, next) {
		return false
	}
	if n > 0 {
		c.byline = i + n
	}
	return true
}

// opens reports whether a phrase that opens a paragraph is at token i.
func (c *cutter) opens(i int) bool {
phrases:
	for _, phrase := range lost().openers {
		for j, word := range phrase {
			if !c.is(i+j, word) {
				continue phrases
			}
		}
		return true
	}
	return false
}

// leadsFrom reports whether a lead with its place first begins at token i: «في
// موسكو أعلن الرئيس».
func (c *cutter) leadsFrom(i int) bool {
	const in = "\u0641\u064A" // في
	return c.is(i, in) && c.leads(i+2)
}

// signed reports whether token i ends what closes a report: «/نهاية الخبر/», or
// an initial and a name.
func (c *cutter) signed(i int) bool {
	const end, report, ended = "\u0646\u0647\u0627\u064A\u0647", "\u0627\u0644\u062E\u0628\u0631", "\u0627\u0646\u062A\u0647\u064A" // نهاية الخبر انتهى
	if i >= 3 && (c.is(i, "/") || c.is(i, ")")) {
		return c.is(i-1, report) && c.is(i-2, end) || c.is(i-1, ended) && c.tokens[i-2].Key == c.opposite(i)
	}
	return i-c.from == 2 && c.is(i-1, ".") && (c.initial(c.from) && c.tokens[i].Kind == lang.Word || c.initial(i) && c.tokens[c.from].Kind == lang.Word)
}

// signs reports whether the stop at token i belongs to a name signed with an
// initial behind it.
func (c *cutter) signs(i int) bool {
	return c.flat != nil && c.flat[i] != flatNot && i-c.from == 1 && c.tokens[c.from].Kind == lang.Word && c.initial(i+1)
}

// again reports whether the comma at token i does for a full stop: the sentence
// behind it begins as this one did.
func (c *cutter) again(i int) bool {
	const least = 4 // tokens
	return isComma(c.tokens[i].Key) && i-c.from >= least && i+2 < len(c.tokens) &&
		c.tokens[i+1].Key == c.tokens[c.from].Key && c.tokens[i+2].Key == c.tokens[c.from+1].Key
}

func (c *cutter) opposite(i int) string {
	if c.is(i, ")") {
		return "("
	}
	return "/"
}

// initial reports whether token i is a letter alone that no title is written
// with.
func (c *cutter) initial(i int) bool {
	return len(c.tokens[i].Key) == letterBytes && c.tokens[i].Kind == lang.Word && !lost().agencies[c.tokens[i].Key]
}

// list reports whether token i introduces a list of points.
func (c *cutter) list(i int) bool {
	return isColon(c.tokens[i].Key) && (c.is(i+1, "-") || c.is(i+1, "*")) && i+2 < len(c.tokens)
}

// kicker reports whether a short phrase stands before token i, which begins a
// sentence of its own: a question, or a verb with و.
func (c *cutter) kicker(i int) bool {
	const question, most = "\u0647\u0644", 4 // هل
	if i-c.from < 2 || i-c.from > most || i+1 >= len(c.tokens) || c.conjoined(c.from) {
		return false
	}
	for _, token := range c.tokens[c.from:i] {
		if token.Kind != lang.Word || isPast(token.Key) {
			return false
		}
	}
	if c.is(i, question) {
		return true
	}
	verb, ok := strings.CutPrefix(c.tokens[i].Key, prefixWaw)
	return ok && isPast(verb) && c.tokens[i+1].Kind == lang.Word && !lists().stops[c.tokens[i+1].Key] && !lists().stops[c.tokens[c.from].Key]
}

// leads reports whether token i is the verb of a lead: a past tense with its
// subject behind it.
func (c *cutter) leads(i int) bool {
	if i+1 >= len(c.tokens) || c.tokens[i].Kind != lang.Word || !isPast(c.tokens[i].Key) {
		return false
	}
	next := c.tokens[i+1]
	switch {
	case next.Kind == lang.Digits, next.Kind == lang.Quoter:
		return true
	case next.Kind != lang.Word, lists().stops[next.Key] && !lost().subjects[next.Key], strings.HasSuffix(next.Key, endHa), strings.HasSuffix(next.Key, endHum):
		return false
	}
	return !lists().complementizers[next.Key]
}

// isPast reports whether a folded word is a past tense of the list, masculine
// or feminine.
func isPast(key string) bool {
	past := lost().past
	if past.words[key] {
		return true
	}
	stem, ok := strings.CutSuffix(key, endTeh)
	if !ok {
		return false
	}
	return past.words[stem] || past.beginnings[stem] || past.words[stem+endAlef] || past.words[stem+endYeh]
}

// headline reports whether tokens [from, to) can be a headline or the end of
// one: words without a clause of their own, ending in no word that asks for
// more.
func (c *cutter) headline(from, to int) bool {
	const least, most = 3, 24            // tokens
	const inReply = "\u0631\u062F\u0627" // ردا: «وردا على سؤال قال»
	if to-from < least || to-from > most || c.inside(to-1) {
		return false
	}
	first, last := c.tokens[from].Key, c.tokens[to-1]
	if c.conjoined(from) || isPast(first) || lists().stops[first] || strings.HasSuffix(first, inReply) {
		return false
	}
	if end, _ := c.datelineAt(from, c.flat); end > 0 {
		return false
	}
	if lists().stops[last.Key] || last.Kind == lang.Mark && last.Key != ")" {
		return false
	}
	sourced := to+1 < len(c.tokens) && lost().sources[c.tokens[to+1].Key]
	for _, token := range c.tokens[from:to] {
		if isComma(token.Key) || !sourced && lists().complementizers[token.Key] || isRelative(token.Key) || isClause(token.Key) {
			return false
		}
	}
	return true
}

// conjoined reports whether token i has a conjunction, as the lists tell.
func (c *cutter) conjoined(i int) bool {
	key := c.tokens[i].Key
	for _, conj := range []string{prefixWaw, prefixFeh} {
		if rest, ok := strings.CutPrefix(key, conj); ok && (conj == prefixWaw || lists().stops[rest]) && !lists().isWhole(key) {
			return true
		}
	}
	return false
}

// isClause reports whether a folded word joins a clause: «كانت», «وفيما», «ولم».
func isClause(key string) bool {
	const was, wasShe = "\u0643\u0627\u0646", "\u0643\u0627\u0646\u062A" // كان كانت
	rest, ok := strings.CutPrefix(key, prefixWaw)
	return key == was || key == wasShe || ok && lists().stops[rest]
}

// isRelative reports whether a folded word is a relative pronoun: they begin
// alike and are stops.
func isRelative(key string) bool {
	const allath, allat = "\u0627\u0644\u0630", "\u0627\u0644\u062A\u064A" // الذ التي
	return key == allat || strings.HasPrefix(key, allath) && lists().stops[key]
}

// bylineAt returns how many tokens the names of writers at token i have, 0 if
// there are none: a given name and another, and so on behind a dash.
func (c *cutter) bylineAt(i int) int {
	const each = 2
	if i+each >= len(c.tokens) || !lost().given[c.tokens[i].Key] || lists().stops[c.tokens[i].Key] || c.tokens[i+1].Kind != lang.Word || lists().stops[c.tokens[i+1].Key] || isPast(c.tokens[i+1].Key) {
		return 0
	}
	if c.tokens[i+each].Key == "-" {
		if more := c.bylineAt(i + each + 1); more > 0 {
			return each + 1 + more
		}
	}
	return each
}
