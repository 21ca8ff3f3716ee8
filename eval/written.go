package eval

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// written is a text as the language libraries read it.
type written struct {
	text      string
	tokens    []lang.Token
	segments  []arabic.Segment // one a token; nil for English
	sentences []lang.Range
}

func readText(text string, language isnad.Lang) written {
	w := written{text: text}
	if language == isnad.English {
		w.tokens = english.Tokens(text)
		w.sentences = english.Sentences(text, w.tokens)
		return w
	}
	w.tokens = arabic.Tokens(text)
	w.sentences = arabic.Sentences(text, w.tokens)
	w.segments = arabic.Segments(text, w.tokens)
	return w
}

// pieces are the written parts of token i: its clitics and its stem. Treebanks
// set each mark, and the sign behind a number, apart.
func (w *written) pieces(i int) []lang.Range {
	token := w.tokens[i]
	word := w.text[token.Start:token.End]
	switch {
	case token.Kind == lang.Mark || token.Kind == lang.Quoter:
		var list []lang.Range
		for at, r := range word {
			list = append(list, lang.Range{Start: token.Start + at, End: token.Start + at + len(string(r))})
		}
		return list
	case token.Kind == lang.Digits && strings.HasSuffix(word, "%") && len(word) > 1:
		return []lang.Range{{Start: token.Start, End: token.End - 1}, {Start: token.End - 1, End: token.End}}
	case token.Kind != lang.Word || w.segments == nil:
		return []lang.Range{{Start: token.Start, End: token.End}}
	}
	s := w.segments[i]
	var list []lang.Range
	for _, part := range []lang.Range{s.Conj, s.Prep, s.Stem, s.Enclitic} {
		if part.End > part.Start {
			list = append(list, part)
		}
	}
	return list
}

// forms are the words of token i as treebanks of today spell them: the article
// behind ل has its alef again.
func (w *written) forms(i int) []string {
	var list []string
	for _, part := range w.pieces(i) {
		form := w.text[part.Start:part.End]
		if w.segments != nil && part == w.segments[i].Stem && w.segments[i].Article() && !strings.HasPrefix(form, alef) {
			form = alef + form
		}
		list = append(list, form)
	}
	return list
}

const alef = "\u0627"

// extents tells ranges of the text, which are ordered and do not overlap, in
// letters.
func (w *written) extents(ranges []lang.Range) []corpora.Extent {
	bytes := make([]int, 0, 2*len(ranges))
	for _, r := range ranges {
		bytes = append(bytes, r.Start, r.End)
	}
	letters := corpora.Letters(w.text, bytes)
	list := make([]corpora.Extent, len(ranges))
	for i := range list {
		list[i] = corpora.Extent{Start: letters[2*i], End: letters[2*i+1]}
	}
	return list
}

// analysed are the tokens with their words. A token of one word whose pieces
// are marks is as many tokens.
func (w *written) analysed() []corpora.Token {
	var ranges []lang.Range
	var words [][]string
	for i, token := range w.tokens {
		if token.Kind == lang.Word {
			ranges, words = append(ranges, lang.Range{Start: token.Start, End: token.End}), append(words, w.forms(i))
			continue
		}
		for _, part := range w.pieces(i) {
			ranges, words = append(ranges, part), append(words, []string{w.text[part.Start:part.End]})
		}
	}
	list := make([]corpora.Token, len(ranges))
	for i, extent := range w.extents(ranges) {
		list[i] = corpora.Token{Extent: extent, Words: words[i]}
	}
	return list
}
