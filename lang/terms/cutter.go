package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// cutter makes terms of tokens.
type cutter struct {
	text   string
	tokens []lang.Token
	at     int // the token behind the one that is cut
	list   []Term
}

// add appends a term if its key has a letter or a digit.
func (c *cutter) add(key string, start, end int) {
	if key = shorten(lettersOf(key)); key != "" {
		c.list = append(c.list, Term{key, start, end})
	}
}

// next returns the token at c.at if it begins where the last one ended.
func (c *cutter) next(end int) (lang.Token, bool) {
	if c.at < len(c.tokens) && c.tokens[c.at].Start == end {
		return c.tokens[c.at], true
	}
	return lang.Token{}, false
}

// word cuts a word that is not Latin.
func (c *cutter) word(token lang.Token) {
	if isPlain(token.Key) {
		c.arabic(token.Key, token.Start, token.End)
		return
	}
	for piece := range c.pieces(token) {
		switch {
		case piece.digits:
			c.add(piece.key, piece.start, piece.end)
		default:
			c.arabic(piece.key, piece.start, piece.end)
		}
	}
}

// servant and article begin the names that are written in one word or two:
// «عبدالعزيز», «عبد العزيز».
const (
	servant = "\u0639\u0628\u062F" // عبد
	alef    = "\u0627"             // ا
	article = "\u0627\u0644"       // ال

	fathatan        = "\u064B"
	leastAccusative = 4 * 2 // bytes of a word that loses its last letter
)

// arabic adds the term of a folded word without hyphens; two for a name of
// servant and what follows.
func (c *cutter) arabic(key string, start, end int) {
	key = shorten(key)
	if word := preposition(key, c.text[start:end]); word != "" {
		c.add(word, start, end)
		return
	}
	bare := arabic.Bare(key)
	if rest, ok := strings.CutPrefix(bare, servant); ok && strings.HasPrefix(rest, article) && len(rest) > len(article)+len(alef) {
		_, offsets := arabic.FoldMap(c.text[start:end])
		middle := start + offsets[len(key)-len(rest)]
		if middle > start && middle < end {
			c.add(servant, start, middle)
			c.add(arabic.BareStem(arabic.Bare(rest)), middle, end)
			return
		}
	}
	if tanween(c.text[start:end]) && len(bare) >= leastAccusative {
		bare = strings.TrimSuffix(bare, alef)
	}
	c.add(keyOf(bare, c.text[start:end]), start, end)
}

// tanween reports whether a word is written as an indefinite accusative:
// «عرضا» with its mark. Its last letter is then no letter of the word.
func tanween(word string) bool {
	return strings.HasSuffix(word, alef+fathatan) || strings.HasSuffix(word, fathatan+alef)
}

// latin cuts a Latin word. Single letters with stops between them are one.
func (c *cutter) latin(token lang.Token) {
	if end, next := c.abbreviation(token); end > 0 {
		c.add(strings.ToLower(strings.ReplaceAll(arabic.Fold(c.text[token.Start:end]), ".", "")), token.Start, end)
		c.at = next
		return
	}
	for piece := range c.pieces(token) {
		key := piece.key
		if !piece.digits {
			key = stem(shorten(key))
		}
		c.add(key, piece.start, piece.end)
	}
}

// stem is the stem of a folded Latin word.
func stem(key string) string {
	key = strings.TrimSuffix(key, "'s")
	if spared()[key] {
		return key
	}
	return english.Stem(key)
}

// abbreviation returns where the single letters with stops between them end
// that begin with token, and the token behind them; 0 if there is one letter.
func (c *cutter) abbreviation(token lang.Token) (end, next int) {
	const stop = "."
	at, last := c.at, token
	for utf8.RuneCountInString(last.Key) == 1 && at+1 < len(c.tokens) {
		mark, letter := c.tokens[at], c.tokens[at+1]
		if mark.Key != stop || mark.Start != last.End || letter.Start != mark.End || !letter.Latin || utf8.RuneCountInString(letter.Key) != 1 {
			break
		}
		last, at, end = letter, at+2, letter.End
	}
	return end, at
}

// number cuts a number into its groups of digits. Groups of three behind a
// thousands separator go on with the number before them.
func (c *cutter) number(token lang.Token) {
	end := token.End
	if ending, ok := c.next(token.End); ok && ordinal(ending) {
		c.at++
		end = ending.End
	}
	first := len(c.list)
	last := "" // the separator before the group
	grows := false
	for piece := range c.pieces(token) {
		if !piece.digits {
			last = piece.key
			continue
		}
		n := len(c.list)
		if n > first && grows && thousands(last) && len(piece.key) == 3 && len(c.list[n-1].Key) < MaxKey {
			c.list[n-1].Key += piece.key
			c.list[n-1].End = piece.end
		} else {
			grows = len(piece.key) <= 3
			c.add(piece.key, piece.start, piece.end)
		}
	}
	if n := len(c.list); n > first && end > token.End {
		c.list[n-1].End = end
	}
}

// thousands reports whether a folded sign parts thousands.
func thousands(sign string) bool {
	switch sign {
	case ",", "\u060C", "\u066C":
		return true
	}
	return false
}

// ordinal reports whether a word behind digits is their ending: 14th, 1990s.
func ordinal(token lang.Token) bool {
	switch token.Key {
	case "st", "nd", "rd", "th", "s":
		return token.Latin
	}
	return false
}

// shorten cuts key at MaxKey bytes.
func shorten(key string) string {
	if len(key) <= MaxKey {
		return key
	}
	n := MaxKey
	for !utf8.RuneStart(key[n]) {
		n--
	}
	return key[:n]
}

// lettersOf returns key without what is neither letter nor digit.
func lettersOf(key string) string {
	for _, r := range key {
		if !isLetter(r) {
			return strings.Map(func(r rune) rune {
				if isLetter(r) {
					return r
				}
				return -1
			}, key)
		}
	}
	return key
}

// isLetter reports whether r may stand in a key.
func isLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z'
	case r >= '\u0621' && r <= '\u064A':
		return r != '\u0640' && (r < '\u063B' || r > '\u063F')
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isPlain reports whether key has nothing at which words are cut: signs and
// digits, which are ASCII in folded words.
func isPlain(key string) bool {
	for i := range len(key) {
		if key[i] < utf8.RuneSelf {
			return false
		}
	}
	return true
}
