package show

import (
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/contract"
	"github.com/isnad-news/isnad/show/page"
)

// HTMLOptions say how the page looks: the language of its labels, English
// unless Arabic.
type HTMLOptions = page.Options

// HTML writes record as one self-contained page that loads nothing and works
// without script. The only error is the writer's.
func HTML(w io.Writer, record *isnad.Record, options HTMLOptions) error {
	return page.Write(w, record, options)
}

// JSON writes record after the contract in docs/output.md. The only error is
// the writer's.
func JSON(w io.Writer, record *isnad.Record) error { return contract.Write(w, record) }
