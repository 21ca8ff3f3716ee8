package verify

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/contrast"
	"github.com/isnad-news/isnad/lang/english"
)

// orphans are quotations of doc d that none of its statements holds and that
// stand behind a cue with its speaker, in the same sentence: «وقالت فلانة مديرة
// المركز "…"». They are read for the question alone.
func (c *Collection) orphans(d int) []*utterance {
	doc := c.record.Docs[d]
	var list []*utterance
	for _, part := range doc.Article.Parts {
		if part.Kind != isnad.Paragraph {
			continue
		}
		text := doc.Words(part.Span)
		tokens, quotes := arabic.Tokens(text), arabic.Quotes
		if latinDoc(doc) {
			tokens, quotes = english.Tokens(text), english.Quotes
		}
		for _, quote := range quotes(text, tokens) {
			inner := isnad.Span{Start: part.Span.Start + quote.Inner.Start, End: part.Span.Start + quote.Inner.End}
			if quote.Depth > 0 || !quote.Balanced || inner.Empty() || c.told(doc, inner) {
				continue
			}
			if u := c.orphan(d, inner, part.Span.Start+quote.Start); u != nil {
				list = append(list, u)
			}
		}
	}
	return list
}

// told reports whether a statement of the doc holds a part of span.
func (c *Collection) told(doc *isnad.Doc, span isnad.Span) bool {
	for i := range doc.Statements {
		for _, content := range doc.Statements[i].Content {
			if content.Overlaps(span) {
				return true
			}
		}
	}
	return false
}

// leastQuoted is how many words a quotation needs to be more than a name or a
// phrase in quotation marks.
const leastQuoted = 4

// orphan reads one quotation, which opens at byte open; nil if nobody is named
// as its speaker.
func (c *Collection) orphan(d int, inner isnad.Span, open int) *utterance {
	doc := c.record.Docs[d]
	at := doc.SentenceAt(open)
	words := c.within(d, inner)
	if at < 0 || len(words) < leastQuoted {
		return nil
	}
	from := doc.Sentences[at].Span.Start
	for i := range doc.Statements {
		for _, content := range doc.Statements[i].Content {
			if content.End <= open {
				from = max(from, content.End)
			}
		}
	}
	cue, found, ok := lastCue(doc.Article.Text, isnad.Span{Start: from, End: open}, latinDoc(doc))
	if !ok {
		return nil
	}
	party, ok := subject(doc, isnad.Span{Start: cue.End, End: open})
	if !ok {
		return nil
	}
	statement := &isnad.Statement{
		Speakers: []isnad.Party{party}, Cue: cue, Lemma: found.Lemma, Force: string(found.Force),
		Content: []isnad.Span{inner}, Kind: isnad.Direct, Polarity: isnad.Affirms, Within: -1, By: "verify/quotation",
		Chain: chainOf(doc, party),
	}
	return c.utterance(d, -1, statement)
}

// lastCue is the last cue of speech in span that takes a quotation and is not
// negated.
func lastCue(text string, span isnad.Span, latin bool) (isnad.Span, lang.Cue, bool) {
	tokens, cueAt := arabic.Tokens(span.Of(text)), arabic.CueAt
	if latin {
		tokens, cueAt = english.Tokens(span.Of(text)), english.CueAt
	}
	for i := len(tokens) - 1; i >= 0; i-- {
		cue, ok := cueAt(tokens, i)
		if !ok || cue.Force == lang.Cite {
			continue
		}
		if !cue.Quote || cue.Force == lang.Deny || cue.Force == lang.Refuse || i > 0 && contrast.Negates(tokens[i-1].Key) {
			return isnad.Span{}, lang.Cue{}, false
		}
		last := min(len(tokens), i+max(1, cue.Tokens)) - 1
		return isnad.Span{Start: span.Start + tokens[i].Start, End: span.Start + tokens[last].End}, cue, true
	}
	return isnad.Span{}, lang.Cue{}, false
}

// subject is the first person or body that is mentioned in span.
func subject(doc *isnad.Doc, span isnad.Span) (isnad.Party, bool) {
	for i := range doc.Mentions {
		mention := &doc.Mentions[i]
		if span.Contains(mention.Span) && mention.Entity >= 0 && (mention.Kind == isnad.Person || mention.Kind == isnad.Organisation) {
			return isnad.Party{Entity: mention.Entity, Span: mention.Span}, true
		}
	}
	return isnad.Party{}, false
}

// chainOf is the way from the outlet to a speaker.
func chainOf(doc *isnad.Doc, party isnad.Party) []isnad.Link {
	links := []isnad.Link{{Kind: isnad.LinkOutlet, Name: doc.Article.Outlet.Name, Entity: -1, Why: "publisher of the report"}}
	if agency := doc.Article.Agency; agency.Name != "" {
		links = append(links, isnad.Link{Kind: isnad.LinkAgency, Name: agency.Name, Entity: -1, Span: agency.Span, Why: "credited with the text"})
	}
	return append(links, isnad.Link{Kind: isnad.LinkSpeaker, Name: doc.Entities[party.Entity].Names[0], Entity: party.Entity, Span: party.Span})
}
