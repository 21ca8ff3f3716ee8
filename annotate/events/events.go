// Package events reads who did what to whom out of a report.
package events

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
)

// Annotate fills doc.Events, ordered by Trigger. It sees the doc's dates,
// mentions and statements.
func Annotate(r *reading.Reading, facts *known.Facts, doc *isnad.Doc) {}
