package records

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// counted is a number in a statement with what it counts.
type counted struct {
	value lang.Value
	of    string // stem of the word behind it
	words string // as written
}

// counts are the numbers of a statement's content that count something.
func (b *builder) counts(source isnad.Source) []counted {
	doc := b.docs[source.Article]
	tokens, numberAt, stop := arabic.Tokens, arabic.NumberAt, arabic.IsStop
	if doc.Article.Lang == isnad.English {
		tokens, numberAt, stop = english.Tokens, english.NumberAt, english.IsStop
	}
	var list []counted
	for _, content := range doc.Statements[source.Statement].Content {
		words := doc.Words(content)
		parts := tokens(words)
		for i := 0; i < len(parts); i++ {
			value, ok := numberAt(parts, i)
			if !ok || value.Number < 2 {
				continue
			}
			behind := i + max(1, value.Tokens)
			if behind < len(parts) && parts[behind].Kind == lang.Word && !stop(parts[behind].Key) {
				of := stemOf(doc.Article.Lang)(words[parts[behind].Start:parts[behind].End], parts[behind].Key)
				list = append(list, counted{value, of, strings.Join(strings.Fields(words[parts[i].Start:parts[behind].End]), " ")})
			}
			i = behind - 1
		}
	}
	return list
}

// countsDiffer are the numbers of one source of a statement that another source
// gives otherwise: both count one thing once, and not alike.
func (b *builder) countsDiffer(sources []isnad.Source, source isnad.Source) []isnad.Difference {
	own := once(b.counts(source))
	if len(own) == 0 {
		return nil
	}
	var list []isnad.Difference
	for _, other := range sources {
		if other.Article == source.Article || b.docs[other.Article].Article.Lang != b.docs[source.Article].Article.Lang {
			continue
		}
		for _, theirs := range once(b.counts(other)) {
			i := slices.IndexFunc(own, func(c counted) bool { return c.of == theirs.of })
			if i >= 0 && !closely(own[i].value, theirs.value) {
				list = append(list, isnad.Difference{What: "number", Value: own[i].words, Others: theirs.words})
			}
		}
	}
	return list
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
