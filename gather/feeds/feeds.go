// Package feeds reads what outlets publish for machines: RSS 0.9x, 1.0 and
// 2.0, Atom, JSON Feed, news sitemaps, sitemaps and indexes of them, plain or
// gzip'd, and finds their addresses on a home page.
//
// Feeds in the wild are broken in every way, so nothing here asks for
// well-formed XML: tags are read as they come, an item ends where the next
// begins, and what stands before a cut is kept. What had to be mended or left
// out is noted. No entity is expanded but the predefined ones and those of
// HTML, no DTD is read, and nothing is loaded.
package feeds

import (
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// The kinds of feed.
const (
	RSS          = "rss"
	Atom         = "atom"
	JSON         = "json"
	Sitemap      = "sitemap"      // of news or of pages
	SitemapIndex = "sitemapindex" // lists sitemaps in place of reports
)

// Document is a feed or page as it was fetched.
type Document struct {
	URL         string // where it was fetched from, after redirects; empty for a file
	ContentType string // as the server stated it, which may be wrong
	Bytes       []byte // not changed
}

// Feed is what a document lists.
type Feed struct {
	Kind     string // one of the kinds above
	Title    string // plain text; empty if it gives none
	Home     string // address of the site, absolute; empty if it gives none
	Lang     isnad.Lang
	Items    []Item   // in the order of the feed, none twice
	Sitemaps []string // of an index: absolute addresses, in its order
	Notes    []string // what was mended or left out, a phrase each
}

// Item is a report that a feed lists. Title and Author are plain text.
type Item struct {
	URL       string // absolute, http or https; empty where the feed gives none that is
	ID        string // the feed's own, else the canonical address, else a digest of title and date; never empty, one item of a feed each
	Title     string
	Author    string
	Published time.Time // zero if unknown or refused: see Notes
	Updated   time.Time // likewise; of a sitemap without news fields the only date
	Clock     bool      // Published has a time of day
	Lang      isnad.Lang
	Content   string   // HTML, where the feed carries the text of the report and not a summary alone
	By        string   // what kind of entry it is, for [isnad.Told]
	Notes     []string // what is wrong with it, a phrase each
}

// What is read of a document. A sitemap may by its standard hold 50,000
// addresses in 50 MiB.
const (
	mostBytes   = 64 << 20 // of a document when unpacked
	mostItems   = 10_000
	mostEntries = 50_000  // of a sitemap
	mostContent = 4 << 20 // bytes of one item's text
	mostWords   = 2_000   // bytes of a title or an author
	mostNotes   = 50
)

// Parse reads a feed. Dates that lie before 1990 or more than two days after
// now are refused, with a note. The error is of kind [isnad.Unsupported] if
// doc is no feed, and then a web page is told apart by its hint.
//
// Law: every URL in the feed is absolute, of http or https.
func Parse(doc Document, now time.Time) (*Feed, error) {
	text, notes, err := decode(doc)
	if err != nil {
		return nil, err
	}
	var draft *draft
	switch head := strings.TrimSpace(text[:min(len(text), 512)]); {
	case strings.HasPrefix(head, "{"):
		draft, err = readJSON(text)
	case plainList(text):
		draft = readLines(text)
	default:
		draft, err = readXML(text)
	}
	if err != nil {
		return nil, isnad.Errorf(isnad.Unsupported, doc.URL, "%w", err).WithHint(hint(text))
	}
	draft.notes = append(notes, draft.notes...)
	return draft.feed(doc, now), nil
}

// hint says what to do about a document that is no feed.
func hint(text string) string {
	if looksLikePage(text) {
		return "it is a web page: name the feed that it links to, or let the feed be found on it"
	}
	return "name the address of an RSS, Atom or JSON feed or of a sitemap"
}
