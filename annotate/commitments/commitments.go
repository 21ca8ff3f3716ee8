// Package commitments reads what binds a party to the future out of a report:
// promises, demands, proposals and plans.
package commitments

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
)

// Annotate fills doc.Commitments, ordered by What. It sees the doc's dates,
// mentions, statements and events.
func Annotate(r *reading.Reading, doc *isnad.Doc) {}
