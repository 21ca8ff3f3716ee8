package records

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/figures"
)

// counted is a number in a statement with what it counts.
type counted struct {
	value lang.Value
	of    string   // stem of the word behind it
	words string   // as written
	near  []string // stems of the words around it
	part  bool     // it is told as a part of something
}

// around is how many words before and behind a number tell what is said of what
// it counts.
const around = 5

// counts are the numbers of a statement's content that count something; those of
// years and dates count nothing.
func (b *builder) counts(source isnad.Source) []counted {
	doc := b.docs[source.Article]
	language := doc.Article.Lang
	tokens, numberAt, stop := arabic.Tokens, arabic.NumberAt, arabic.IsStop
	if language == isnad.English {
		tokens, numberAt, stop = english.Tokens, english.NumberAt, english.IsStop
	}
	var list []counted
	for _, content := range doc.Statements[source.Statement].Content {
		words := figures.Plain(doc.Words(content))
		parts := tokens(words)
		for i := 0; i < len(parts); i++ {
			value, ok := numberAt(parts, i)
			if !ok || value.Number < 2 || year(parts, i, value) {
				continue
			}
			behind := i + max(1, value.Tokens)
			if behind < len(parts) && parts[behind].Kind == lang.Word && !stop(parts[behind].Key) {
				of := stemOf(language)(words[parts[behind].Start:parts[behind].End], parts[behind].Key)
				one := counted{value: value, of: of, words: strings.Join(strings.Fields(words[parts[i].Start:parts[behind].End]), " ")}
				for k := max(0, i-around); k < min(len(parts), behind+1+around); k++ {
					if key := parts[k].Key; k < i || k > behind {
						one.part = one.part || slices.Contains(partly, key) || strings.HasPrefix(key, among)
						if parts[k].Kind == lang.Word && !stop(key) {
							one.near = append(one.near, stemOf(language)(words[parts[k].Start:parts[k].End], key))
						}
					}
				}
				list = append(list, one)
			}
			i = behind - 1
		}
	}
	return list
}

// partly are words, folded, that tell a number to be a part of another: «بينهم»,
// "including"; among begins the Arabic ones.
var partly = []string{"\u0645\u0646\u0647\u0645", "\u0645\u0646\u0647\u0627", "including", "among", "whom", "them"} // منهم منها

const among = "\u0628\u064A\u0646" // بين

// year reports whether a number is that of a year: four bare digits behind or
// before a word for it, or behind a preposition of time.
func year(tokens []lang.Token, i int, value lang.Value) bool {
	if value.Tokens > 1 || len(tokens[i].Key) != len("2006") || value.Number < 1300 || value.Number > 2200 || tokens[i].Kind != lang.Digits {
		return false
	}
	return i > 0 && slices.Contains(beforeYear, tokens[i-1].Key)
}

// beforeYear are words, folded, that a year stands behind: عام العام سنة لعام بعام منذ.
var beforeYear = []string{
	"\u0639\u0627\u0645", "\u0627\u0644\u0639\u0627\u0645", "\u0633\u0646\u0647", "\u0644\u0639\u0627\u0645", "\u0628\u0639\u0627\u0645", "\u0645\u0646\u0630",
	"in", "since", "by", "until", "year",
}

// countsDiffer are the numbers of one source of a statement that another source
// gives otherwise: both count one thing once, say the same of it, and not alike. A
// report that corrects its outlet's earlier one says so, and is not departed from.
func (b *builder) countsDiffer(sources []isnad.Source, source isnad.Source) []isnad.Difference {
	own := once(b.counts(source))
	if len(own) == 0 {
		return nil
	}
	var list []isnad.Difference
	for _, other := range sources {
		if other.Article == source.Article || b.docs[other.Article].Article.Lang != b.docs[source.Article].Article.Lang || b.corrects(other.Article, source.Article) {
			continue
		}
		for _, theirs := range once(b.counts(other)) {
			i := slices.IndexFunc(own, func(c counted) bool { return c.of == theirs.of })
			if i < 0 || !ofOneThing(own[i], theirs) || closely(own[i].value, theirs.value) || figures.Same(own[i].words, theirs.words, b.docs[source.Article].Article.Lang == isnad.English) {
				continue
			}
			value := own[i].words
			if b.corrects(source.Article, other.Article) {
				value += correctionOf(b.docs[source.Article])
			}
			list = append(list, isnad.Difference{What: "number", Value: value, Others: theirs.words})
		}
	}
	return list
}

// ofOneThing reports whether two numbers can be of the same things: neither alone
// is told as a part, and what stands around them is shared at least by half.
func ofOneThing(a, b counted) bool {
	if a.part != b.part {
		return false
	}
	shared := 0
	for _, stem := range a.near {
		if slices.Contains(b.near, stem) {
			shared++
		}
	}
	least := min(len(a.near), len(b.near))
	return least == 0 || 2*shared >= least
}

// closely reports whether two numbers can be one: a rounded one may lie within a
// tenth of the other.
func closely(a, b lang.Value) bool {
	return !differs(isnad.Number{Value: a.Number, Loose: a.Loose}, isnad.Number{Value: b.Number, Loose: b.Loose})
}

// once keeps what is counted once: of two counts of one thing nobody knows
// which is the other's.
func once(list []counted) []counted {
	return slices.DeleteFunc(slices.Clone(list), func(c counted) bool {
		n := 0
		for _, other := range list {
			if other.of == c.of {
				n++
			}
		}
		return n > 1
	})
}
