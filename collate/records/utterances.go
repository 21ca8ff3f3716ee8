package records

import (
	"slices"
	"sort"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
)

// utterance is one statement of one doc, ready to be compared.
type utterance struct {
	doc, index int
	voice      voice
	terms      terms
	order      map[string]bool // its key words by twos, as they follow one another
	sense      terms           // what holds over languages
	denies     bool
	no         []string // stems of the words that it says no of
}

func (b *builder) utterance(d, i int) utterance {
	doc := b.docs[d]
	statement := &doc.Statements[i]
	contents, lead := statement.Content, ""
	if cut := b.leadOf(d, statement); cut > 0 {
		contents = slices.Clone(contents)
		contents[0].Start += cut
		lead = doc.Words(isnad.Span{Start: statement.Content[0].Start, End: contents[0].Start})
	}
	u := utterance{
		doc: d, index: i, voice: b.voice(d, statement.Speakers, lead), order: map[string]bool{},
		denies: statement.Polarity == isnad.Denies,
	}
	u.voice.implicit = statement.Implicit
	for _, content := range contents {
		u.add(b, content)
	}
	return u
}

// add takes in the words at a span of the content.
func (u *utterance) add(b *builder, span isnad.Span) {
	article := b.docs[u.doc].Article
	text := span.Of(article.Text)
	u.no = append(u.no, deniedWords(text, article.Lang)...)
	words := keyWords(text, article.Lang, stemOf(article.Lang))
	for k := 1; k < len(words); k++ {
		u.order[words[k-1]+" "+words[k]] = true
	}
	u.terms.add(b, u.doc, span)
	b.eventTerms(&u.terms, u.doc, span)
	u.sense.addSense(b, u.doc, span)
	b.eventTerms(&u.sense, u.doc, span)
}

// eventTerms adds the kinds of event that lie in span, and how long they took.
func (b *builder) eventTerms(t *terms, d int, span isnad.Span) {
	doc := b.docs[d]
	first := sort.Search(len(doc.Events), func(i int) bool { return doc.Events[i].Trigger.Start >= span.Start })
	for i := first; i < len(doc.Events) && doc.Events[i].Trigger.Start < span.End; i++ {
		t.put("v:"+string(doc.Events[i].Type), eventWeight)
		for _, number := range doc.Events[i].Numbers {
			if number.About == "duration" && span.Contains(number.Span) {
				t.put("l:"+measured(number), numberWeight)
			}
		}
	}
}

// longestLead is how many words of a speaker's description are looked at.
const longestLead = 20

// leadOf is the length in bytes of what stands in the content of a statement
// before the word for "that", where the speaker is told by a description: the
// rest of it («المتحدث الإعلامي» «بالدفاع المدني العقيد … بأنه»). 0 if none.
func (b *builder) leadOf(d int, statement *isnad.Statement) int {
	doc := b.docs[d]
	if doc.Article.Lang != isnad.Arabic || len(statement.Speakers) != 1 {
		return 0
	}
	if e := statement.Speakers[0].Entity; e >= 0 && b.byName(d, e) {
		return 0
	}
	tokens := arabic.Tokens(doc.Words(statement.Content[0]))
	for _, token := range tokens[:min(len(tokens), longestLead)] {
		if isThat(token.Key) {
			return token.Start
		}
	}
	return 0
}

// isThat reports whether a folded word is أن or إن, with what is written to it.
func isThat(key string) bool {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(key, beh), that)
	return ok && slices.Contains(thatEndings, rest)
}

const (
	beh  = "\u0628"       // ب
	that = "\u0627\u0646" // ان
)

// thatEndings are the pronouns written to it.
var thatEndings = []string{"", "\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646", "\u0646\u0627", "\u0646\u064A"}
