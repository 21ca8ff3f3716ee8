package copies

import (
	"fmt"
	"slices"

	"github.com/isnad-news/isnad"
)

// ancestors is how many texts an article is held against to find the one that
// it descends from: in a larger group the first ones count.
const ancestors = 64

// lineage finds out how the members of one witness, taken in order, came to
// their text.
type lineage struct {
	*collection
	said map[int][]passage
	// Of the members before the one that is asked for:
	version  map[string]int   // the latest version of each article
	text     map[int]int      // the first that has each text
	earliest []int            // those, at most as many as there are ancestors
	byOutlet map[string][]int // the first that have each text, by outlet
}

// passage is a sentence, or a paragraph, with the hashes of its word triples.
type passage struct {
	span     isnad.Span
	shingles []uint64
}

// descent says how each of members, which are in order, came to its text.
func (c *collection) descent(members []int) []isnad.Descent {
	l := &lineage{
		collection: c, said: map[int][]passage{},
		version: map[string]int{}, text: map[int]int{}, byOutlet: map[string][]int{},
	}
	list := []isnad.Descent{{Article: members[0], From: -1}}
	l.follow(members[0])
	for _, i := range members[1:] {
		list = append(list, l.from(i))
		l.follow(i)
	}
	return list
}

// follow adds i to the members that later ones may descend from.
func (l *lineage) follow(i int) {
	article := l.docs[i].Article
	l.version[article.ID] = i
	if _, ok := l.text[l.of[i]]; !ok {
		l.text[l.of[i]] = i
		if len(l.earliest) < ancestors {
			l.earliest = append(l.earliest, i)
		}
	}
	if _, known := l.byOutlet[article.Outlet.Name]; known || len(l.byOutlet) < ancestors {
		if list := l.byOutlet[article.Outlet.Name]; len(list) < ancestors {
			l.byOutlet[article.Outlet.Name] = append(list, i)
		}
	}
}

// from finds what i descends from.
func (l *lineage) from(i int) isnad.Descent {
	from, why := l.parent(i)
	d := isnad.Descent{Article: i, From: from, Why: why}
	own, other := l.textOf(i), l.textOf(from)
	switch {
	case own == other:
		d.Share = 1
		return d
	case len(own.shingles) > 0:
		d.Share = float64(common(own.shingles, other.shingles)) / float64(len(own.shingles))
	}
	if d.Why == "" {
		d.Why = fmt.Sprintf("%.0f %% of its word triples are in it", 100*d.Share)
	}
	d.Added, d.Dropped = missing(l.passages(i), other), missing(l.passages(from), own)
	return d
}

// parent chooses the member that i descends from: an earlier version of it,
// else the outlet that it credits, else the one that it shares most with. It
// says why if not for the words.
func (l *lineage) parent(i int) (from int, why string) {
	article := l.docs[i].Article
	if from, ok := l.version[article.ID]; ok {
		return from, "version of one article"
	}
	var credited []int
	for outlet, list := range l.byOutlet {
		if credits(article, outlet) {
			credited = append(credited, list...)
		}
	}
	if len(credited) > 0 {
		slices.SortFunc(credited, func(a, b int) int { return order(l.docs, a, b) })
		return l.closest(i, credited), "credits it"
	}
	if from, ok := l.text[l.of[i]]; ok {
		return from, "the same words"
	}
	return l.closest(i, l.earliest), ""
}

// closest is the one of list that is most like i, the first of several.
func (l *lineage) closest(i int, list []int) int {
	best, most := list[0], -1.0
	for _, j := range list {
		part := 1.0
		if l.of[i] != l.of[j] {
			part = l.textOf(i).like(l.textOf(j)).part
		}
		if part > most {
			best, most = j, part
		}
	}
	return best
}

// passages are the sentences of doc i's paragraphs, or the paragraphs if it has
// no sentences, but for boilerplate.
func (l *lineage) passages(i int) []passage {
	if list, ok := l.said[i]; ok {
		return list
	}
	doc, list := l.docs[i], []passage(nil)
	add := func(part int, span isnad.Span) {
		if doc.Article.Parts[part].Kind == isnad.Paragraph && !slices.Contains(l.cut[i], part) {
			words := appendWords(nil, doc.Article.Lang, span.Of(doc.Article.Text))
			list = append(list, passage{span, shingles(words)})
		}
	}
	for _, sentence := range doc.Sentences {
		add(sentence.Part, sentence.Span)
	}
	if len(doc.Sentences) == 0 {
		for part := range doc.Article.Parts {
			add(part, doc.Article.Parts[part].Span)
		}
	}
	l.said[i] = list
	return list
}

// missing are the passages of which a text has less than half. One of fewer
// words than make a shingle says too little to tell.
func missing(list []passage, from *text) (spans []isnad.Span) {
	for _, one := range list {
		if 2*common(one.shingles, from.shingles) < len(one.shingles) {
			spans = append(spans, one.span)
		}
	}
	return spans
}
