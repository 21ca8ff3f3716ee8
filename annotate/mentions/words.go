package mentions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// word is a token with the ways to read it: whole first, then without
// proclitics.
type word struct {
	lang.Token
	readings [4]sense
	n        int // how many readings there are
	tail     int // bytes of an English possessive at its end
}

// sense is one way to read a written word.
type sense struct {
	key   string // folded, with the article
	skip  int    // letters of proclitics before it
	conj  bool   // a conjunction is written with it
	prep  string // the preposition written with it
	class class
}

func (w *word) whole() *sense { return &w.readings[0] }

// is reports whether the word, read whole, is of class c.
func (w *word) is(c class) bool { return w.readings[0].class&c != 0 }

// senses returns all readings.
func (w *word) senses() []sense { return w.readings[:w.n] }

// read prepares the tokens of a passage.
func (l *lexicon) read(text string, tokens []lang.Token, clitics bool) []word {
	words := make([]word, len(tokens))
	for i, token := range tokens {
		w := &words[i]
		w.Token = token
		if key, ok := cutPossessive(token); ok && !clitics {
			w.Key, w.tail = key, len(token.Key)-len(key)
		}
		w.add(l, sense{key: w.Key})
		if w.is(givenWeak) && strings.HasSuffix(text[token.Start:token.End], maksura) && arabic.IsStop(token.Key) {
			w.readings[0].class &^= given | givenWeak // a preposition, whatever a name folds to
		}
		if len(text[token.Start:token.End]) >= len(token.Key)+3*len(tanween) {
			w.readings[0].class &^= given | givenWeak // vowelled like scripture
		}
		if clitics && token.Kind == lang.Word && !token.Latin {
			w.split(l)
		}
	}
	return words
}

// cutPossessive returns the key of an English word without 's or the bare
// apostrophe of a plural.
func cutPossessive(token lang.Token) (string, bool) {
	if !token.Latin {
		return token.Key, false
	}
	if key, ok := strings.CutSuffix(token.Key, "'s"); ok {
		return key, len(key) > 1
	}
	return token.Key, false
}

func (w *word) add(l *lexicon, s sense) {
	s.class = l.classOf(s.key)
	w.readings[w.n] = s
	w.n++
}

// classOf looks a key up, as it stands and behind the article.
func (l *lexicon) classOf(key string) class {
	c := l.words[key]
	if bare, ok := strings.CutPrefix(key, article); ok && len(bare) > len(article) {
		c |= l.words[bare] & (everyday | adjective | former)
	}
	return c
}

// split adds the readings without proclitics. That a reading is possible says
// nothing: the caller takes one only if what is left is a name or a noun that
// the lists hold.
func (w *word) split(l *lexicon) {
	key := w.Key
	if w.is(everyday) {
		return
	}
	bare, conj := cutAny(key, waw, feh)
	if conj && letters(bare) >= 2 {
		w.add(l, sense{key: bare, skip: 1, conj: true})
		if w.readings[w.n-1].class&everyday != 0 {
			return
		}
	}
	w.splitPrep(l, sense{key: key})
	if conj {
		w.splitPrep(l, sense{key: bare, skip: 1, conj: true})
	}
}

func (w *word) splitPrep(l *lexicon, s sense) {
	if w.n == len(w.readings) {
		return
	}
	for _, prep := range [...]string{beh, lam, kaf} {
		bare, ok := strings.CutPrefix(s.key, prep)
		if !ok || letters(bare) < 2 {
			continue
		}
		s.skip++
		s.prep, s.key = prep, bare
		if prep == lam && strings.HasPrefix(bare, lam) && letters(bare) > 2 {
			s.key = alef + bare
		}
		w.add(l, s)
		return
	}
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			return rest, true
		}
	}
	return s, false
}

func letters(s string) int { return utf8.RuneCountInString(s) }

// start returns the byte at which sense s of the word begins in text.
func (w *word) start(text string, s *sense) int {
	at, skip := w.Start, s.skip
	for skip > 0 && at < w.End {
		r, n := utf8.DecodeRuneInString(text[at:])
		at += n
		if !unnoticed(r) {
			skip--
		}
	}
	for at < w.End {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unnoticed(r) {
			break
		}
		at += n
	}
	if at == w.End {
		return w.Start
	}
	return at
}

// unnoticed runes are those that folding drops: marks, tatweel, controls.
func unnoticed(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Cf) || r == tatweel
}

const (
	tatweel = '\u0640'
	maksura = "\u0649"
)

// mark reports whether the token is the given punctuation.
func (w *word) mark(marks string) bool {
	return w.Kind != lang.Word && strings.Contains(marks, w.Key)
}

const (
	comma   = ",\u060C"
	opening = "(["
	closing = ")]"
	pauses  = ",\u060C;\u061B:.!?\u061F()[]\u2026-\u2013\u2014/"
)
