package statements

import (
	"github.com/isnad-news/isnad/lang"
)

// englishObject reads the listener that a cue of informing takes as its
// object, and returns its last token.
func (p *passage) englishObject(c *candidate, t, limit int) int {
	if p.isArticle(t) && t+1 < limit && p.nameFrom[t] < 0 {
		if s := p.nameAt(t + 1); s.found() && !p.nounAt(s.end, limit) {
			c.listener = append(c.listener, s.parties...)
			return s.end - 1
		}
	}
	if s := p.nameAt(t); s.found() && !p.nounAt(s.end, limit) {
		c.listener = append(c.listener, s.parties...)
		return s.end - 1
	}
	switch p.key(t) {
	case "him", "her", "them", "me", "us", "you", "it":
		return t
	}
	end := t
	for end < limit && end < t+10 && (!p.stops(end) || p.apostrophe(end)) && !p.is(end, prep|pronoun|auxiliary) && !(end > t && (p.isArticle(end) || p.nameFrom[end] >= 0 && !p.possessive(end-1) && p.capital(end) && !p.capital(end-1) && !p.isArticle(end-1))) {
		end++
	}
	if end == t {
		return t - 1 + min(1, limit-t)
	}
	for j := t; j < end; j++ {
		if n := p.lex.at(p.Tokens, j, medium); n > 0 {
			link, _ := p.carrier(j, j, j+n, limit) // «told a news conference»
			c.media = append(c.media, *link)
			return end - 1
		}
	}
	c.listener = append(c.listener, p.listener(t, end))
	return end - 1
}

// addressed reports whether the object at token t is whom the cue speaks to:
// «assured the council that», «warned them that».
func (p *passage) addressed(c *candidate, t, limit int) bool {
	switch c.cue.Force {
	case lang.Promise, lang.Warn, lang.Ask, lang.Propose, lang.Threaten:
	default:
		return false
	}
	for j := t + 1; j < limit && j < t+8 && p.Tokens[j].Kind == lang.Word && !p.is(j, auxiliary|prep); j++ {
		if p.key(j) == "that" {
			return true
		}
	}
	return false
}

// nounAt reports whether the name that ends before token i only begins a
// longer noun phrase: «told Reuters reporters».
func (p *passage) nounAt(i, limit int) bool {
	return i < limit && p.is(i, addressee|source|medium)
}
