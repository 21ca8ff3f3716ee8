// Package show writes a record for those who read it: as text on a terminal, as
// the JSON contract of docs/output.md, and as one self-contained HTML page.
// Everything it prints comes from the record, and the same record gives the
// same bytes.
package show

import (
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/terminal"
)

// TextOptions say how the terminal report looks: the language of its labels
// (English unless Arabic), the width of the terminal in cells (80 if zero),
// whether to use colour, and whether to list everything.
type TextOptions = terminal.Options

// Text writes record as a report for the terminal. The only error is the
// writer's.
func Text(w io.Writer, record *isnad.Record, options TextOptions) error {
	return terminal.Write(w, record, options)
}
