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
		return nil, isnad.Errorf(isnad.Unsupported, named(snapshot), "%w", err).
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
		draft.metadata.dates = append(draft.metadata.dates, pageDate(date))
	}
	for _, from := range page.Blocks {
		draft.lines = append(draft.lines, pageBlock(from))
	}
	return draft.article(snapshot, options)
}

// pageAddress is the address that the page gives itself, else where it was
// fetched from. A page that was fetched is believed for its own site alone:
// addresses make the IDs of articles, and no site may write over another's.
func pageAddress(page *pages.Page, snapshot isnad.Snapshot) string {
	from := addresses.Canonical(snapshot.URL)
	if page.Canonical != "" {
		if address := addresses.Resolve(snapshot.URL, page.Canonical); address != "" && (from == "" || addresses.SameSite(address, from)) {
			return address
		}
	}
	return from
}

// pageDate is the claim that a date of a page makes. One that readers see is
// its own evidence.
func pageDate(date pages.Date) dateClaim {
	if date.Field == pages.VisibleDate || date.Field == pages.VisibleUpdate {
		return dateClaim{date.Value, isnad.FromText, date.Value}
	}
	return dateClaim{date.Value, isnad.Metadata, date.Field}
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
