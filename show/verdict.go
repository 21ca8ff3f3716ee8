package show

import (
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/contract"
	"github.com/isnad-news/isnad/show/page"
	"github.com/isnad-news/isnad/show/terminal"
)

// VerdictText writes the answer to a question asked of record for the terminal.
// The only error is the writer's.
func VerdictText(w io.Writer, record *isnad.Record, verdict *isnad.Verdict, options TextOptions) error {
	return terminal.WriteVerdict(w, record, verdict, options)
}

// VerdictJSON writes it after the contract in docs/output.md. The only error is
// the writer's.
func VerdictJSON(w io.Writer, record *isnad.Record, verdict *isnad.Verdict) error {
	return contract.WriteVerdict(w, record, verdict)
}

// VerdictHTML writes it as one self-contained page, with the reports that it
// rests on in full. The only error is the writer's.
func VerdictHTML(w io.Writer, record *isnad.Record, verdict *isnad.Verdict, options HTMLOptions) error {
	return page.WriteVerdict(w, record, verdict, options)
}
