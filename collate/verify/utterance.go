package verify

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// utterance is one statement of one doc, ready to be held against questions.
type utterance struct {
	doc       int
	index     int // in the doc's statements; -1 for a quotation that the doc has no statement of
	statement *isnad.Statement
	words     []word
	speakers  []int  // entities of the record
	lead      []word // words around the cue that may name the speaker
	vague     bool   // implicit, and the lead may name another speaker
}

// longest is how many words of one statement are looked at.
const longest = 2000

func (c *Collection) utterance(d, i int, statement *isnad.Statement) *utterance {
	u := &utterance{doc: d, index: i, statement: statement}
	for _, content := range statement.Content {
		if len(u.words) < longest {
			u.words = append(u.words, c.within(d, content)...)
		}
	}
	for _, party := range statement.Speakers {
		if party.Entity >= 0 && c.record.Local[d][party.Entity] >= 0 {
			u.speakers = append(u.speakers, c.record.Local[d][party.Entity])
		}
	}
	u.speakers = unique(u.speakers)
	u.lead = c.leadOf(d, statement)
	u.vague = statement.Implicit && someone(u.lead)
	return u
}

// longestLead is how many bytes behind or before a cue its speaker may stand.
const longestLead = 300

// leadOf are the words between the cue and its content, or those behind a cue
// that follows its content, in one clause.
func (c *Collection) leadOf(d int, statement *isnad.Statement) []word {
	if statement.Cue.Empty() {
		return nil
	}
	doc := c.record.Docs[d]
	span := isnad.Span{Start: statement.Cue.End, End: statement.Content[0].Start}
	if span.Empty() {
		at := doc.SentenceAt(statement.Cue.Start)
		if at < 0 {
			return nil
		}
		span.End = doc.Sentences[at].Span.End
		for _, content := range statement.Content {
			if content.Start > span.Start {
				span.End = min(span.End, content.Start)
			}
		}
	}
	if span.Len() > longestLead {
		return nil
	}
	words := c.within(d, span)
	for i := range words {
		if words[i].stop {
			words = words[:i]
			break
		}
	}
	for _, party := range statement.Addressee {
		for i := range words {
			if words[i].span.Overlaps(party.Span) {
				return nil
			}
		}
	}
	return words
}

// someone reports whether words may name somebody: two of them carry sense, one
// behind the other.
func someone(words []word) bool {
	for i := 1; i < len(words); i++ {
		if words[i].content && words[i-1].content && !words[i].stop {
			return true
		}
	}
	return false
}

// refuses reports whether what stands in the content is denied or refused by
// the speaker.
func (u *utterance) refuses() bool {
	return u.statement.Polarity == isnad.Denies || u.statement.Force == string(lang.Refuse)
}

// spansOf are the words from one place to another as spans, one a piece of the
// content.
func (u *utterance) spansOf(first, last int) []isnad.Span {
	var list []isnad.Span
	for _, content := range u.statement.Content {
		var span isnad.Span
		for _, one := range u.words[first : last+1] {
			if content.Overlaps(one.span) {
				span = span.Cover(one.span)
			}
		}
		if !span.Empty() {
			list = append(list, span)
		}
	}
	return list
}

func latinDoc(doc *isnad.Doc) bool { return doc.Article.Lang == isnad.English }
