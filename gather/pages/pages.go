// Package pages takes the report out of a web page: its paragraphs without
// what stands around them, and what the page says about itself.
//
// A page is simplified before it is parsed: scripts, styles and marks of
// emphasis go, elements nested too deep are opened up, elements beyond a
// number are left out. So no page can make the parser or the extractor slow.
//
// Then what stands around the report is marked by the names, roles and shape
// of elements: menus, lists of links, comments, teasers, other reports below.
// A vetted extractor votes on what is left, and the element that holds nearly
// all it chose is the core of the report. All words of the core are the
// report's, also the lists, quotations and tables that the extractor drops, but
// for lines that are known to be none: dates, counts, invitations, ways to
// other pages.
package pages

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/isnad-news/isnad/lang/arabic"
)

// Kind says what a block is.
type Kind uint8

// The kinds of block.
const (
	Paragraph  Kind = iota
	Heading         // h1 to h6 inside the report
	Caption         // the words under a picture
	Standfirst      // what stands between the headline and the body and sums it up
	Byline          // who wrote the report, or which agency it is from
)

// Block is one stretch of the report's words, white space squeezed.
type Block struct {
	Kind Kind
	Text string
	Line int // raw line of the page on which it begins, from 1; 0 if not found
}

// Date is a time of publication that the page gives about itself.
type Date struct {
	Value string // as written
	Field string // where: "json-ld datePublished", "meta article:published_time", "time", [VisibleDate]
}

// Fields of the dates that a page shows its readers.
const (
	VisibleDate   = "visible date"
	VisibleUpdate = "visible date of the last update"
)

// Page is a report and what its page says about it. Empty fields are unknown.
type Page struct {
	Title     string // without the name of the site
	TitleLine int
	Site      string // og:site_name, or the publisher that JSON-LD names
	Author    string
	Lang      string // language tag
	Canonical string // address as written, maybe relative
	Dates     []Date // surest first
	Pictures  []string
	Blocks    []Block
	Cut       bool // the page held more than the limits allow
}

// Limits bounds the work on one page. All must be above zero.
type Limits struct {
	Depth    int // elements nested in one another; deeper ones are opened up
	Elements int // elements; the page is cut behind them
	Bytes    int // of text and tags, scripts and styles apart; the page is cut behind them
}

// ErrNoPage says that the parser found no page in the text.
var ErrNoPage = errors.New("no page could be read")

// Parse reads a page in UTF-8. The same text gives the same page.
func Parse(text string, limits Limits) (*Page, error) {
	source := scan(text, limits)
	root, err := html.Parse(strings.NewReader(source.html))
	if err != nil {
		return nil, errors.Join(ErrNoPage, err)
	}
	facts := readFacts(root, source.linked)
	page := &Page{Cut: source.cut}
	facts.fill(page)
	blocks := page.read(root, facts)
	page.TitleLine = source.lines.find(page.Title)
	for _, one := range blocks {
		one.Line = source.lines.next(one.Text)
		page.Blocks = append(page.Blocks, one.Block)
	}
	return page, nil
}

// read takes the report out of the page, and what is printed near its
// headline.
func (p *Page) read(root *html.Node, facts *facts) []piece {
	lines := walk(root, unseen)
	if p.Site == "" {
		p.Title, p.Site = facts.shownTitle(lines, p.Title)
	}
	blocks := body(root, facts, p.Title)
	shown := readVisible(lines, blocks, p.Title)
	p.Dates = append(append(p.Dates, shown.published...), append(facts.weakDates(), shown.updated...)...)
	p.Author = firstOf(p.Author, shown.author)
	return append(shown.lines, blocks...)
}

// squeeze makes every run of white space one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// letters is the key by which words are compared and found again: their folded
// letters and digits, nothing between them.
func letters(s string) string {
	if key, ok := plainLetters(s); ok {
		return key
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, arabic.Fold(s))
}

// plainLetters is letters for words of ASCII alone, as most of a page is.
func plainLetters(s string) (key string, ok bool) {
	plain := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			return "", false
		case c >= 'A' && c <= 'Z':
			plain = append(plain, c+'a'-'A')
		case c >= 'a' && c <= 'z' || digit(c):
			plain = append(plain, c)
		}
	}
	return string(plain), true
}

func count(s string) int { return utf8.RuneCountInString(letters(s)) }
