// Package reading is the working view that the annotators share: an article's
// readable parts with their tokens, quotations and sentences, analysed once.
package reading

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// Reading is an article made ready for rules. All offsets are bytes into
// Article.Text.
type Reading struct {
	Article  *isnad.Article
	Passages []Passage // the parts that facts are read from, in order
}

// Passage is one part of an article with its analysis.
type Passage struct {
	Part      int // index into Article.Parts
	Kind      isnad.PartKind
	Lang      isnad.Lang // of this passage: a report may quote the other language at length
	Span      isnad.Span
	Tokens    []lang.Token
	Sentences []lang.Range
	Quotes    []lang.Quote
}

// New analyses the parts of article that facts are read from.
func New(article *isnad.Article) *Reading {
	reading := &Reading{Article: article}
	for i, part := range article.Parts {
		if part.Kind.Reads() && !part.Span.Empty() {
			reading.Passages = append(reading.Passages, newPassage(article, i, part))
		}
	}
	return reading
}

func newPassage(article *isnad.Article, index int, part isnad.Part) Passage {
	words := part.Span.Of(article.Text)
	passage := Passage{Part: index, Kind: part.Kind, Lang: article.Lang, Span: part.Span}
	if article.Lang == isnad.English {
		passage.Tokens = english.Tokens(words)
		passage.Sentences = english.Sentences(words, passage.Tokens)
		passage.Quotes = english.Quotes(words, passage.Tokens)
	} else {
		passage.Tokens = arabic.Tokens(words)
		passage.Sentences = arabic.Sentences(words, passage.Tokens)
		passage.Quotes = arabic.Quotes(words, passage.Tokens)
	}
	passage.Sentences = capped(passage.Sentences, passage.Tokens)
	passage.shift(part.Span.Start)
	return passage
}

// longest is how many tokens a sentence may hold. No reporter writes more; a
// text that does is hostile or broken, and the rules look at whole sentences
// from each of their words.
const longest = 400

// capped splits sentences of more than longest tokens.
func capped(sentences []lang.Range, tokens []lang.Token) []lang.Range {
	if len(tokens) <= longest {
		return sentences
	}
	var list []lang.Range
	t := 0
	for _, sentence := range sentences {
		start, n := sentence.Start, 0
		for ; t < len(tokens) && tokens[t].Start < sentence.End; t++ {
			if n++; n > longest {
				list = append(list, lang.Range{Start: start, End: tokens[t-1].End})
				start, n = tokens[t].Start, 1
			}
		}
		list = append(list, lang.Range{Start: start, End: sentence.End})
	}
	return list
}

// shift moves all offsets from the part to the article.
func (p *Passage) shift(by int) {
	for i := range p.Tokens {
		p.Tokens[i].Start += by
		p.Tokens[i].End += by
	}
	for i := range p.Sentences {
		p.Sentences[i].Start += by
		p.Sentences[i].End += by
	}
	for i := range p.Quotes {
		q := &p.Quotes[i]
		q.Start, q.End = q.Start+by, q.End+by
		q.Inner.Start, q.Inner.End = q.Inner.Start+by, q.Inner.End+by
	}
}

// Word returns the bytes of token i as written.
func (r *Reading) Word(p *Passage, i int) string {
	return r.Article.Text[p.Tokens[i].Start:p.Tokens[i].End]
}
