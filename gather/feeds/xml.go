package feeds

import (
	"errors"
	"strings"

	nethtml "golang.org/x/net/html"
)

// The reader stands on the tokenizer of golang.org/x/net/html and not on
// encoding/xml, nor on gofeed, which reads as that does: those give up the
// whole feed at the first byte that is no UTF-8, broken attribute, unclosed
// element or cut, and what came before is lost with it. Of the feeds in
// testdata gofeed 1.4.2 loses every fourth. The tokenizer never fails; what
// HTML does otherwise than XML (raw text in title, references without a
// semicolon) is switched off or done here.

// xmlReader takes the tags of a feed as they come.
type xmlReader struct {
	source    string // what the tokenizer has not read yet begins at
	at        int
	tokenizer *nethtml.Tokenizer
	draft     *draft
	prefixes  map[string]string // as written → as the rules name it
	root      string            // tag as written; empty before it
	ended     bool              // its end tag was seen
	page      bool              // a web page's tags were seen first
	entry     *entry
	entryEnd  string // end tag of the entry that is open, as it is written
	capture   *capture
	left      int // entries beyond the limit
	again     int // bytes that may yet be read a second time
}

// capture collects what an element holds.
type capture struct {
	tag    string // as written
	slot   slot   // noSlot: thrown away
	parent bool   // of the feed, not of an entry
	attrs  attributes
	depth  int // elements of the same tag that are open inside
	pieces []piece
	tags   bool // it holds elements
	size   int
}

// piece is a stretch of an element: markup as written, or plain characters.
type piece struct {
	words string
	cdata bool
}

var errNoFeed = errors.New("holds no feed")

// readXML reads RSS, Atom and sitemaps.
func readXML(text string) (*draft, error) {
	r := &xmlReader{source: text, draft: &draft{}, prefixes: map[string]string{}, again: mostAgain + 2*len(text)}
	r.readFrom(0)
	for {
		kind := r.tokenizer.Next()
		if kind == nethtml.ErrorToken {
			break
		}
		r.at += len(r.tokenizer.Raw())
		switch kind {
		case nethtml.TextToken:
			r.text()
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			r.start(kind == nethtml.SelfClosingTagToken)
			r.tokenizer.NextIsNotRawText()
		case nethtml.EndTagToken:
			r.end()
		}
	}
	return r.finish()
}

// mostAgain bounds what is read a second time to mend a section or a tag
// without its end, beside twice the document.
const mostAgain = 4 << 20

// mayReadAgain reports whether n bytes may be read once more.
func (r *xmlReader) mayReadAgain(n int) bool {
	r.again -= n
	return r.again >= 0
}

// readFrom goes on at byte at of the document.
func (r *xmlReader) readFrom(at int) {
	r.at = at
	r.tokenizer = nethtml.NewTokenizer(strings.NewReader(r.source[at:]))
	r.tokenizer.AllowCDATA(true)
}

// finish closes what is open at the end of the document.
func (r *xmlReader) finish() (*draft, error) {
	if r.root == "" {
		if r.page {
			return nil, errors.New("is a web page, not a feed")
		}
		return nil, errNoFeed
	}
	if r.entry != nil {
		// What was open when the feed was cut is half a value: half an
		// address leads elsewhere.
		r.capture = nil
		r.entry.cut = true
		r.closeEntry()
	}
	if !r.ended {
		r.draft.notes = append(r.draft.notes, "the feed is cut: its end is missing")
	}
	if r.left > 0 {
		r.draft.leftOut(r.left)
	}
	return r.draft, nil
}

// text adds characters to the element that is being read.
func (r *xmlReader) text() {
	c := r.capture
	if c == nil || c.slot == noSlot || c.size > mostContent {
		return
	}
	raw := string(r.tokenizer.Raw())
	c.size += len(raw)
	if inner, ok := strings.CutPrefix(raw, cdataOpen); ok {
		// A section without its end takes the items behind it along.
		end := strings.Index(inner, r.entryEnd)
		if r.entryEnd != "" && end >= 0 && r.mayReadAgain(len(inner)-end) {
			r.readFrom(r.at - len(inner) + end)
			inner = inner[:end]
			if close := strings.LastIndex(inner, "</"); close >= 0 && strings.HasPrefix(strings.ToLower(inner[close+2:]), c.tag) {
				inner = inner[:close]
			}
		}
		c.pieces = append(c.pieces, piece{strings.TrimSuffix(inner, cdataClose), true})
		return
	}
	c.pieces = append(c.pieces, piece{raw, false})
}

const cdataOpen, cdataClose = "<![CDATA[", "]]>"

func withoutCDATA(words string) string {
	return strings.ReplaceAll(strings.ReplaceAll(words, cdataOpen, ""), cdataClose, "")
}

// start reads a start tag.
func (r *xmlReader) start(empty bool) {
	raw := string(r.tokenizer.Raw())
	name, more := r.tokenizer.TagName()
	tag := string(name)
	attrs := r.attributes(more)
	if next := strings.IndexByte(raw[1:], '<') + 1; next > 0 && strings.Contains(raw[next:], "</") && r.mayReadAgain(len(raw)-next) {
		// A tag without its end, or an attribute without its quotation mark,
		// has taken tags along: XML has no "<" in a tag.
		r.readFrom(r.at - len(raw) + next)
		raw, attrs = raw[:next], attributes{}
	}
	local := r.local(tag)
	if r.root == "" {
		r.open(tag, local)
		if r.root != "" {
			r.draft.base, r.draft.lang = attrs.base, attrs.lang
		}
		return
	}
	if r.opensEntry(local) {
		r.closeEntry()
		r.openEntry(raw, tag, attrs)
		if empty {
			r.closeEntry()
		}
		return
	}
	if c := r.capture; c != nil && !r.interrupts(c, local) {
		c.tags = true
		if tag == c.tag && !empty {
			c.depth++
		}
		if c.slot != noSlot && c.size <= mostContent {
			c.pieces = append(c.pieces, piece{raw, false})
			c.size += len(raw)
		}
		return
	}
	r.closeCapture()
	r.field(tag, local, attrs, empty)
}

// open takes the root of the document; other tags are junk before it.
func (r *xmlReader) open(tag, local string) {
	switch local {
	case "rss", "rdf:rdf", "channel":
		r.draft.kind = RSS
	case "feed":
		r.draft.kind = Atom
	case "urlset":
		r.draft.kind = Sitemap
	case "sitemapindex":
		r.draft.kind = SitemapIndex
	case "html":
		r.page = true
		return
	default:
		return
	}
	if r.page && (local == "channel" || local == "feed") {
		r.draft.kind = ""
		return
	}
	r.root = tag
}

// opensEntry reports whether a tag begins an item.
func (r *xmlReader) opensEntry(local string) bool {
	switch r.draft.kind {
	case RSS:
		return local == "item"
	case Atom:
		return local == "entry"
	case Sitemap:
		return local == "url"
	case SitemapIndex:
		return local == "sitemap"
	}
	return false
}

var names = map[string]string{RSS: "rss item", Atom: "atom entry", JSON: "json feed item", Sitemap: "sitemap entry", SitemapIndex: "sitemap entry"}

func (r *xmlReader) openEntry(raw, tag string, attrs attributes) {
	r.entryEnd = "</" + raw[1:1+len(tag)] + ">"
	r.entry = &entry{by: names[r.draft.kind], base: attrs.base, lang: attrs.lang, about: attrs.about}
}

// closeEntry ends the item that is open, if any.
func (r *xmlReader) closeEntry() {
	r.closeCapture()
	if r.entry == nil {
		return
	}
	r.draft.add(r.entry, &r.left)
	r.entry = nil
}

// end reads an end tag.
func (r *xmlReader) end() {
	raw := string(r.tokenizer.Raw())
	name, _ := r.tokenizer.TagName()
	tag := string(name)
	local := r.local(tag)
	switch {
	case r.opensEntry(local) && r.entry != nil:
		r.closeEntry()
	case tag == r.root && r.root != "":
		r.closeEntry()
		r.ended = true
	case r.capture == nil:
	case tag == r.capture.tag && r.capture.depth > 0:
		r.capture.depth--
		r.capture.pieces = append(r.capture.pieces, piece{raw, false})
	case tag == r.capture.tag:
		r.closeCapture()
	case r.capture.slot != noSlot:
		r.capture.pieces = append(r.capture.pieces, piece{raw, false})
	}
}
