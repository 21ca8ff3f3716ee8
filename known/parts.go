package known

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// parting parts names into word keys, many at a time: a tokeniser called once
// for a thousand names allocates hardly more than for one.
type parting struct {
	tokens func(string) []lang.Token
	text   []byte
	ends   []int // of the names in text
	keys   []string
	to     []int // where the keys of each name end in keys
}

// between parts two names. No token holds a line feed, and what stands behind
// a space is read as what stands at the beginning.
const between = "\n "

// add enters a name without line feeds and returns its number.
func (p *parting) add(name string) int {
	if plainLatin(name) {
		for i := range len(name) {
			c := name[i]
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			p.text = append(p.text, c)
		}
	} else {
		p.text = append(p.text, name...)
	}
	p.ends = append(p.ends, len(p.text))
	p.text = append(p.text, between...)
	return len(p.ends) - 1
}

// part parts the names that were added: the law is that name(i) is what the
// tokeniser makes of name i by itself.
func (p *parting) part() {
	p.keys, p.to = p.keys[:0], p.to[:0]
	for _, token := range p.tokens(string(p.text)) {
		for token.Start >= p.ends[len(p.to)] {
			p.to = append(p.to, len(p.keys))
		}
		p.keys = append(p.keys, token.Key)
	}
	for len(p.to) < len(p.ends) {
		p.to = append(p.to, len(p.keys))
	}
}

// name returns the keys of the name with the given number; they are good until
// clear.
func (p *parting) name(number int) []string {
	from := 0
	if number > 0 {
		from = p.to[number-1]
	}
	return p.keys[from:p.to[number]]
}

func (p *parting) clear() { p.text, p.ends = p.text[:0], p.ends[:0] }

// plainLatin reports whether text is ASCII letters and single spaces, which
// the tokenisers of both languages part alike, and whose capitals are of no
// account to them.
func plainLatin(text string) bool {
	for i := range len(text) {
		if c := text[i] | 0x20; c != ' ' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// nameKeys returns the word keys of a name as its language parts it.
func nameKeys(name isnad.Name) []string {
	if name.Lang == isnad.Arabic {
		return keysOf(arabic.Tokens(name.Text))
	}
	return keysOf(english.Tokens(name.Text))
}

func keysOf(tokens []lang.Token) []string {
	keys := make([]string, 0, len(tokens))
	for _, token := range tokens {
		keys = append(keys, token.Key)
	}
	return keys
}
