package overviews

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// headline is the title that says most of what the story speaks of. A question,
// an exclamation or a title of a column serves only where there is no other.
func (t *telling) headline() (isnad.Headline, bool) {
	var list []titled
	for _, d := range t.docs {
		if title, ok := t.title(d); ok {
			list = append(list, title)
		}
	}
	if len(list) == 0 {
		return isnad.Headline{}, false
	}
	for i := range list {
		list[i].score = t.titleScore(list, i)
	}
	best := slices.MaxFunc(list, func(a, b titled) int {
		return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(t.rank[b.doc], t.rank[a.doc]))
	})
	doc := t.record.Docs[best.doc]
	return isnad.Headline{Lang: t.lang, Words: doc.Words(best.span), Of: isnad.Evidence{Article: best.doc, Span: best.span}}, true
}

// titled is the title of one report.
type titled struct {
	doc   int
	span  isnad.Span
	stems []string
	score float64
}

// title finds the title part of doc d.
func (t *telling) title(d int) (titled, bool) {
	doc := t.record.Docs[d]
	for _, part := range doc.Article.Parts {
		if part.Kind == isnad.Title && !part.Span.Empty() {
			return titled{doc: d, span: part.Span, stems: stemsOf(doc.Words(part.Span))}, true
		}
	}
	return titled{}, false
}

// A title of fewer stems than these says little, one of more is a sentence.
const (
	leastTitle = 3
	mostTitle  = 14
)

// titleScore is how well a title stands for the story: what it says of what the
// story speaks of, how much other reports' titles share with it, and whether it
// tells of an event.
func (t *telling) titleScore(list []titled, i int) float64 {
	title := &list[i]
	words := t.record.Docs[title.doc].Words(title.span)
	var weight, all float64
	for _, stem := range title.stems {
		weight += t.weight[stem]
	}
	for _, weight := range t.weight {
		all = max(all, weight)
	}
	score := 0.0
	if all > 0 {
		score = weight / all / float64(max(len(title.stems), leastTitle+1))
	}
	score += t.agreement(list, i)
	if t.tellsEvent(title) {
		score += 0.3
	}
	if n := len(title.stems); n < leastTitle || n > mostTitle {
		score -= 0.5
	}
	if asks(words) {
		score -= 1
	}
	score -= t.opinion(title.doc)
	if t.outvoted(words) {
		score -= 0.5
	}
	return score
}

// outvoted reports whether a title gives a number that fewer reports give than
// another, and not that other.
func (t *telling) outvoted(words string) bool {
	tokens, numberAt := arabic.Tokens(words), arabic.NumberAt
	if t.lang == isnad.English {
		tokens, numberAt = english.Tokens(words), english.NumberAt
	}
	given := map[string]bool{}
	for i := range tokens {
		if value, ok := numberAt(tokens, i); ok {
			given[strconv.FormatFloat(value.Number, 'f', -1, 64)] = true
		}
	}
	for _, dispute := range t.disputed {
		if dispute.What != "number" || given[dispute.Values[0].Value] {
			continue
		}
		if slices.ContainsFunc(dispute.Values[1:], func(value isnad.GivenValue) bool { return given[value.Value] }) {
			return true
		}
	}
	return false
}

// agreement is how much the titles of other witnesses share with this one, on
// average.
func (t *telling) agreement(list []titled, i int) float64 {
	best := map[int]float64{} // witness → the most that one of its titles shares
	for j := range list {
		if w := t.witness[list[j].doc]; w != t.witness[list[i].doc] {
			best[w] = max(best[w], shared(list[i].stems, list[j].stems))
		}
	}
	if len(best) == 0 {
		return 0
	}
	sum := 0.0
	for _, w := range slices.Sorted(maps.Keys(best)) {
		sum += best[w]
	}
	return sum / float64(len(best))
}

// tellsEvent reports whether the doc reads an event out of the title.
func (t *telling) tellsEvent(title *titled) bool {
	return slices.ContainsFunc(t.record.Docs[title.doc].Events, func(event isnad.Event) bool { return title.span.Contains(event.Trigger) })
}

const (
	arabicQuestion = "\u061f" // ؟
	dots           = "\u2026"
)

// asks reports whether a title is a question or an exclamation, or trails off:
// it announces rather than tells.
func asks(words string) bool {
	words = strings.TrimRight(words, " \"'\u00bb\u201d)")
	for _, end := range []string{"?", arabicQuestion, "!", dots, "..."} {
		if strings.HasSuffix(words, end) {
			return true
		}
	}
	return strings.Contains(words, "?") || strings.Contains(words, arabicQuestion)
}

// columns are words of addresses that stand before opinion.
var columns = []string{"opinion", "opinions", "columns", "column", "columnist", "columnists", "blogs", "blog", "editorial", "editorials", "writers", "oped", "op-ed"}

// Of a report with as many sentences as manySentences, at least the part plain
// tells of an event or of anyone's words; a column muses.
const (
	manySentences = 6
	plain         = 0.25
)

// opinion is what a title or a sentence loses for standing in a report that is
// opinion: much if its address says so, less if next to nothing in it tells of
// an event or of anyone's words, as in a column and in some reports of sport.
func (t *telling) opinion(d int) float64 {
	doc := t.record.Docs[d]
	for _, step := range strings.FieldsFunc(strings.ToLower(doc.Article.URL), func(r rune) bool { return r == '/' || r == '.' || r == '?' || r == '=' }) {
		if slices.Contains(columns, step) {
			return 1
		}
	}
	understood := 0
	for _, sentence := range doc.Sentences {
		if sentence.Voice != isnad.NotUnderstood {
			understood++
		}
	}
	if len(doc.Sentences) >= manySentences && float64(understood) < plain*float64(len(doc.Sentences)) {
		return 0.5
	}
	return 0
}
