package gather

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/gather/pages"
)

// What is read of a page: the largest of 181 pages of the web, of 1.5 MB, has
// a tenth of it.
const (
	mostElements  = 100_000
	mostPageBytes = 4 << 20
)

// readPage reads a saved web page.
func readPage(text string, snapshot isnad.Snapshot, options Options) (*isnad.Article, error) {
	page, err := pages.Parse(text, pages.Limits{Depth: options.Limits.Depth, Elements: mostElements, Bytes: mostPageBytes})
	if err != nil {
		return nil, isnad.Errorf(isnad.Unsupported, snapshot.Source, "%w", err).
			WithHint("save the page again, or copy its text into a file")
	}
	draft := &draft{pictures: page.Pictures}
	if page.Cut {
		draft.truncated = "more than a page may hold"
	}
	draft.metadata = metadata{
		url: pageAddress(page, snapshot), title: page.Title, titleAt: page.TitleLine, outlet: page.Site, author: page.Author,
		lang: langOf(page.Lang),
	}
	draft.agencyIn(page.Author)
	for _, date := range page.Dates {
		draft.metadata.dates = append(draft.metadata.dates, dateClaim{date.Value, isnad.Metadata, date.Field})
	}
	for _, from := range page.Blocks {
		draft.lines = append(draft.lines, pageBlock(from))
	}
	return draft.article(snapshot, options)
}

// pageAddress is the address that the page gives itself, else where it was
// fetched from.
func pageAddress(page *pages.Page, snapshot isnad.Snapshot) string {
	if page.Canonical != "" {
		if address := addresses.Resolve(snapshot.URL, page.Canonical); address != "" {
			return address
		}
	}
	return addresses.Canonical(snapshot.URL)
}

func pageBlock(from pages.Block) block {
	to := block{kind: isnad.Paragraph, text: from.Text, at: from.Line}
	switch from.Kind {
	case pages.Heading:
		to.kind, to.known = isnad.Subheading, true
	case pages.Caption:
		to.kind, to.known = isnad.Caption, true
	}
	return to
}
