// Package pages takes the report out of a web page: its paragraphs without
// what stands around them, and what the page says about itself.
//
// A page is simplified before it is parsed: scripts, styles and marks of
// emphasis go, elements nested too deep are opened up, elements beyond a
// number are left out. So no page can make the parser or the extractor slow.
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
	Paragraph Kind = iota
	Heading        // h1 to h6 inside the report
	Caption        // figcaption
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
	Field string // where: "json-ld datePublished", "meta article:published_time", "time"
}

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
	page := &Page{Cut: source.cut}
	facts := readFacts(root, source.linked)
	facts.fill(page)
	page.Blocks = body(root, source, facts)
	page.TitleLine = source.lines.find(page.Title)
	for i := range page.Blocks {
		page.Blocks[i].Line = source.lines.next(page.Blocks[i].Text)
	}
	return page, nil
}

// squeeze makes every run of white space one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// letters is the key by which words are compared and found again.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, arabic.Fold(s))
}

func count(s string) int { return utf8.RuneCountInString(letters(s)) }
