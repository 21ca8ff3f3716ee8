// Package annotate turns an Article into a Doc: layers of facts as spans over
// a text that never changes.
//
// Components run in one order, each over the layers before it: dates,
// mentions, statements, events, commitments.
package annotate

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/commitments"
	"github.com/isnad-news/isnad/annotate/dates"
	"github.com/isnad-news/isnad/annotate/events"
	"github.com/isnad-news/isnad/annotate/mentions"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/annotate/statements"
	"github.com/isnad-news/isnad/known"
)

// New returns the project's own pipeline over the facts that it is given. The
// pipeline may be used by many goroutines at once.
func New(facts *known.Facts) *Pipeline {
	pipeline, err := NewPipeline(
		Component{"dates", nil, []Layer{Dates}, dates.Annotate},
		Component{"mentions", []Layer{Dates}, []Layer{Mentions}, func(r *reading.Reading, doc *isnad.Doc) {
			mentions.Annotate(r, facts, doc)
		}},
		Component{"statements", []Layer{Dates, Mentions}, []Layer{Statements}, statements.Annotate},
		Component{"events", []Layer{Dates, Mentions, Statements}, []Layer{Events}, func(r *reading.Reading, doc *isnad.Doc) {
			events.Annotate(r, facts, doc)
		}},
		Component{"commitments", []Layer{Statements, Events}, []Layer{Commitments}, commitments.Annotate},
	)
	if err != nil {
		panic(err) // the list above is the programmer's
	}
	return pipeline
}
