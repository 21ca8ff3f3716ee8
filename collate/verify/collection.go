// Package verify answers whether somebody said something, from what the reports
// of a collection have people say.
//
// A question is held against every statement of the collection, in three ways,
// the plainest first: the very words, one behind the other; word for word, by an
// alignment; and in sense, word by word whatever their order, by the forms of one
// word, names, numbers, and what the words mean, which holds over two languages
// as far as concepts, a bilingual word list and the letters of names reach. Each
// place says what it answers on its own, and the answer rests on the strongest.
//
// Words are verbatim only if they stand in the mouth of the one who is asked for,
// neither denied nor negated, and if they are enough to be told from other words.
// A speaker contradicts a question only on its own subject: with a negation, an
// opposite or another number where the rest agrees.
package verify

import (
	"slices"
	"sort"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/bitext"
)

// Collection is a record read once, to be asked many questions. It is not safe
// for many goroutines.
type Collection struct {
	record  *isnad.Record
	facts   *known.Facts
	lexicon *lexicon
	names   *names
	bitext  *bitext.List
	witness []int // doc → index of its witness
	entries map[isnad.Source]string
	sources map[string][]isnad.Source // of the statements of an entry
	parts   [][]passage               // per doc, its parts that facts are read from
	said    []*utterance
}

// passage is the words of one part of an article.
type passage struct {
	span  isnad.Span
	words []word // never empty
}

// New reads a record. facts must not be nil.
func New(record *isnad.Record, facts *known.Facts) *Collection {
	c := &Collection{
		record: record, facts: facts, lexicon: newLexicon(), bitext: bitext.Default(),
		witness: witnesses(record),
	}
	c.names = newNames(c)
	c.entries, c.sources = entriesOf(record)
	for d, doc := range record.Docs {
		c.parts = append(c.parts, c.passages(doc))
		for _, passage := range c.parts[d] {
			c.names.markMentions(d, passage.words)
		}
		for i := range doc.Statements {
			c.said = append(c.said, c.utterance(d, i, &doc.Statements[i]))
		}
		c.said = append(c.said, c.orphans(d)...)
	}
	return c
}

// passages are the parts of a doc that facts are read from and that have words,
// in order.
func (c *Collection) passages(doc *isnad.Doc) []passage {
	var list []passage
	for _, part := range doc.Article.Parts {
		if !part.Kind.Reads() {
			continue
		}
		if words := c.lexicon.wordsOf(doc.Words(part.Span), part.Span.Start); len(words) > 0 {
			list = append(list, passage{part.Span, words})
		}
	}
	return list
}

// within are the words of doc d in a span, in order, over all passages that it
// overlaps.
func (c *Collection) within(d int, span isnad.Span) []word {
	list := c.parts[d]
	var all []word
	at := sort.Search(len(list), func(i int) bool { return list[i].span.End > span.Start })
	for ; at < len(list) && list[at].span.Start < span.End; at++ {
		words := list[at].words
		first := sort.Search(len(words), func(i int) bool { return words[i].span.End > span.Start })
		last := sort.Search(len(words), func(i int) bool { return words[i].span.Start >= span.End })
		switch {
		case first >= last:
		case all == nil:
			all = words[first:last:last]
		default:
			all = append(all, words[first:last]...)
		}
	}
	return all
}

// witnesses gives each doc its witness.
func witnesses(record *isnad.Record) []int {
	list := make([]int, len(record.Docs))
	for w, witness := range record.Witnesses {
		for _, d := range witness.Articles {
			list[d] = w
		}
	}
	return list
}

// entriesOf names the entry of each statement, and lists the statements of each.
func entriesOf(record *isnad.Record) (entries map[isnad.Source]string, sources map[string][]isnad.Source) {
	entries, sources = map[isnad.Source]string{}, map[string][]isnad.Source{}
	for i := range record.Entries {
		entry := &record.Entries[i]
		for _, source := range entry.Sources {
			if source.Statement >= 0 {
				entries[isnad.Source{Article: source.Article, Statement: source.Statement}] = entry.ID
				sources[entry.ID] = append(sources[entry.ID], source)
			}
		}
	}
	return entries, sources
}

// Ask holds a question against the collection. The only errors are those of
// [isnad.Question.Check] and of a question with too many words or none.
func (c *Collection) Ask(question isnad.Question) (*isnad.Verdict, error) {
	if err := question.Check(); err != nil {
		return nil, err
	}
	v := &verifier{Collection: c, question: question, words: c.lexicon.wordsOf(question.Words, 0)}
	switch n := len(v.words); {
	case n == 0:
		return nil, isnad.Errorf(isnad.Invalid, "question", "has no words").WithHint("put the words between quotation marks")
	case n > isnad.MaxQuestionWords:
		return nil, isnad.Errorf(isnad.TooLarge, "question", "%d words, %d at most", n, isnad.MaxQuestionWords).WithHint("ask for one sentence at a time")
	}
	v.latin = latin(v.words)
	c.names.mark(v.words)
	if question.Speaker != "" {
		v.speaker = nameOf(c.lexicon.wordsOf(question.Speaker, 0))
		c.names.mark(v.speaker)
		v.asked = c.names.asked(question.Speaker, v.speaker)
	}
	v.meanings()
	v.matchAll()
	return v.verdict(), nil
}

// Verify holds one question against a record: New and Ask.
func Verify(record *isnad.Record, facts *known.Facts, question isnad.Question) (*isnad.Verdict, error) {
	if err := question.Check(); err != nil {
		return nil, err
	}
	return New(record, facts).Ask(question)
}

// latin reports whether most words are in Latin letters.
func latin(words []word) bool {
	n := 0
	for i := range words {
		if words[i].latin {
			n++
		}
	}
	return 2*n > len(words)
}

func unique(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}
