// Package events reads who did what to whom out of a report: PLOVER events
// with their actors, recipients, place, date, status, numbers, and on whose
// word they stand.
//
// A word of the event lists is a trigger. The words around it in its clause
// fill its frame; a verb without a subject takes the one before it, or the
// speaker whose words it stands in. What depends on an agreement, a demand or
// a hope is no event of its own; neither is what a speaker promises to do: both
// are kept as what commitments are about. Neither is a verb without a party, but
// for attacks, which are told by whom they hit and how many.
package events

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
)

// Annotate fills doc.Events, ordered by Trigger. It sees the doc's dates,
// mentions and statements. It may add an entity to doc.Entities for a country
// that is named by its adjective alone: «غارات روسية», "Russian strikes". What
// is only promised, agreed upon or asked for goes to doc.Promised.
func Annotate(r *reading.Reading, facts *known.Facts, doc *isnad.Doc) {
	s := newScanner(facts, doc)
	paragraphs := 0
	for i := range r.Passages {
		p := &r.Passages[i]
		if p.Kind == isnad.Caption {
			continue
		}
		if p.Kind == isnad.Paragraph {
			paragraphs++
		}
		s.lead = p.Kind == isnad.Title || paragraphs == 1 && p.Kind == isnad.Paragraph
		s.read(i, p)
	}
	s.statesAgree()
	askedOf(s.found, s.promised)
	doc.Events = link(doc, s.found)
	doc.Promised = s.promised
	media(doc, facts, doc.Events)
	states(doc, doc.Events)
	states(doc, doc.Promised)
}
