package overviews

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/gloss"
	"github.com/isnad-news/isnad/lang/terms"
)

// telling is what the reports of one language tell of the story.
type telling struct {
	*story
	lang   isnad.Lang
	docs   []int              // in story order
	weight map[string]float64 // stem → how much of the story speaks of it
	list   []candidate
	most   float64 // the greatest weight of a candidate's stems
}

// candidate is one sentence that a lead may take.
type candidate struct {
	doc, sentence int
	span          isnad.Span
	letters       int      // of the sentence, in runes
	stems         []string // distinct, ascending
	place         int      // among the sentences of its article's paragraphs
	events        []int    // indexes into record.Entries, in order of the text
	statements    []int
	pledges       []int // indexes into record.Commitments
	named         int   // different names in it
	dated         bool
	central       float64 // 0 to 1: how much of what the story speaks of it holds
}

func (s *story) telling(lang isnad.Lang) *telling {
	t := &telling{story: s, lang: lang, weight: map[string]float64{}}
	for _, d := range s.story.Articles {
		if s.record.Docs[d].Article.Lang == lang {
			t.docs = append(t.docs, d)
		}
	}
	t.weigh()
	for _, d := range t.docs {
		t.candidates(d)
	}
	for i := range t.list {
		t.most = max(t.most, t.list[i].central)
	}
	for i := range t.list {
		if t.most > 0 {
			t.list[i].central /= t.most
		}
	}
	return t
}

// often is how often a report may say a word for it to count more.
const often = 4

// weigh tells what the story speaks of: a stem weighs by how many independent
// witnesses have it, and in each by how often.
func (t *telling) weigh() {
	counts := map[string]map[int]int{} // stem → witness → times
	for _, d := range t.docs {
		doc := t.record.Docs[d]
		here := map[string]int{}
		for _, sentence := range doc.Sentences {
			for _, stem := range stemsOf(doc.Words(sentence.Span)) {
				here[stem]++
			}
		}
		for stem, n := range here {
			if counts[stem] == nil {
				counts[stem] = map[int]int{}
			}
			w := t.witness[d]
			counts[stem][w] = max(counts[stem][w], min(n, often))
		}
	}
	for stem, witnesses := range counts {
		sum := 0
		for _, n := range witnesses {
			sum += n
		}
		t.weight[stem] = math.Log2(float64(1 + sum))
	}
}

// candidates adds the sentences of the paragraphs of doc d.
func (t *telling) candidates(d int) {
	doc := t.record.Docs[d]
	place := 0
	first := len(t.list)
	for i, sentence := range doc.Sentences {
		if doc.Article.Parts[sentence.Part].Kind != isnad.Paragraph {
			continue
		}
		words := doc.Words(sentence.Span)
		c := candidate{
			doc: d, sentence: i, span: sentence.Span, place: place, letters: utf8.RuneCountInString(words), stems: stemsOf(words),
		}
		place++
		for _, stem := range c.stems {
			c.central += t.weight[stem]
		}
		c.central /= math.Sqrt(float64(max(len(c.stems), fewStems)))
		t.list = append(t.list, c)
	}
	t.tell(t.list[first:], d)
}

// fewStems is below how many stems a sentence is not the more central for being
// short.
const fewStems = 8

// tell notes which facts, names and dates the sentences of doc d hold.
func (t *telling) tell(list []candidate, d int) {
	doc := t.record.Docs[d]
	at := func(offset int) *candidate {
		i := doc.SentenceAt(offset)
		for j := range list {
			if list[j].sentence == i {
				return &list[j]
			}
		}
		return nil
	}
	for i := range doc.Events {
		entry, ok := t.tells[fact{d, eventLayer, i}]
		if c := at(doc.Events[i].Trigger.Start); ok && c != nil && !slices.Contains(c.events, entry) {
			c.events = append(c.events, entry)
		}
	}
	for i := range doc.Statements {
		entry, ok := t.tells[fact{d, statementLayer, i}]
		if c := at(doc.Statements[i].Span().Start); ok && c != nil && !slices.Contains(c.statements, entry) {
			c.statements = append(c.statements, entry)
		}
	}
	for i := range doc.Commitments {
		pledge, ok := t.tells[fact{d, commitmentLayer, i}]
		if c := at(doc.Commitments[i].What.Start); ok && c != nil && !slices.Contains(c.pledges, pledge) {
			c.pledges = append(c.pledges, pledge)
		}
	}
	names := map[*candidate]map[int]bool{}
	for _, mention := range doc.Mentions {
		if c := at(mention.Span.Start); c != nil && mention.Form == isnad.Named {
			if names[c] == nil {
				names[c] = map[int]bool{}
			}
			names[c][mention.Entity] = true
			c.named = len(names[c])
		}
	}
	for _, date := range doc.Dates {
		if c := at(date.Span.Start); c != nil {
			c.dated = true
		}
	}
}

// stemsOf gives the stems of the words that carry sense, each once, ascending.
func stemsOf(text string) []string {
	var list []string
	for _, term := range terms.Of(text) {
		word := text[term.Start:term.End]
		if utf8.RuneCountInString(term.Key) < 3 || arabic.IsStop(arabic.Fold(word)) || arabic.IsStop(term.Key) ||
			english.IsStop(english.Fold(word)) || english.IsStop(term.Key) {
			continue
		}
		list = append(list, term.Key)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// shared is the part of the shorter list that the longer one holds, 0 to 1;
// both ascend.
func shared(a, b []string) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			both, i, j = both+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	if least := min(len(a), len(b)); least > 0 {
		return float64(both) / float64(least)
	}
	return 0
}

// sense is what a written noun counts, over languages and inflections: its
// first concept, else its stem.
func sense(noun string) string {
	list := terms.Of(noun)
	if len(list) == 0 {
		return ""
	}
	word := noun[list[0].Start:list[0].End]
	for _, concepts := range [][]string{gloss.Arabic(word), gloss.English(word)} {
		if len(concepts) > 0 {
			return concepts[0]
		}
	}
	return list[0].Key
}
