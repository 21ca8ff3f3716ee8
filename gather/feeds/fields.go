package feeds

import (
	"fmt"
	"strings"
)

// slotOf maps the names of elements in an item to what they mean, whatever the
// format they were meant for: feeds mix them.
var slotOf = map[string]slot{
	"title": titleSlot, "dc:title": titleSlot, "news:title": titleSlot,
	"link": linkSlot, "loc": linkSlot,
	"guid": idSlot, "id": idSlot, "dc:identifier": idSlot,
	"description": summarySlot, "summary": summarySlot, "dc:description": summarySlot, "atom:summary": summarySlot,
	"content:encoded": contentSlot, "content": contentSlot, "atom:content": contentSlot, "encoded": contentSlot,
	"xhtml:body": contentSlot, "full-text": contentSlot, "yandex:full-text": contentSlot, "fulltext": contentSlot,
	"pubdate": publishedSlot, "published": publishedSlot, "issued": publishedSlot, "dc:date": publishedSlot, "date": publishedSlot,
	"dcterms:issued": publishedSlot, "dcterms:created": publishedSlot, "created": publishedSlot, "atom:published": publishedSlot,
	"news:publication_date": publishedSlot, "publishdate": publishedSlot, "dc:issued": publishedSlot,
	"updated": updatedSlot, "modified": updatedSlot, "dcterms:modified": updatedSlot, "atom:updated": updatedSlot, "lastmod": updatedSlot,
	"author": authorSlot, "dc:creator": authorSlot, "creator": authorSlot, "atom:author": authorSlot, "itunes:author": noSlot,
	"news:name":   titleSlot, // of the outlet: see field
	"dc:language": langSlot, "language": langSlot, "news:language": langSlot,
	"feedburner:origlink": originalSlot,
}

// passedOver are elements whose parts have the names of an item's and are not
// the item's.
var passedOver = map[string]bool{"source": true, "image": true, "textinput": true, "media:group": true, "media:content": true, "atom:source": true}

// interrupts reports whether a tag ends the element that is being read, whose
// end tag is missing, in place of standing inside it. Markup may stand in the
// text and summary of an item, and nothing but markup does.
func (r *xmlReader) interrupts(c *capture, local string) bool {
	s, known := slotOf[local]
	if c.slot == noSlot || !known || s == noSlot {
		return false
	}
	switch c.slot {
	case authorSlot:
		return local == "pubdate" || local == "guid" || local == "link" || local == "description"
	case summarySlot, contentSlot, titleSlot:
		return strings.Contains(local, ":") && !strings.HasPrefix(local, "xhtml:") || local == "pubdate" || local == "guid" ||
			c.slot == titleSlot && (local == "link" || local == "description")
	}
	return true
}

// field begins to read an element of an item or of the feed.
func (r *xmlReader) field(tag, local string, attrs attributes, empty bool) {
	if passedOver[local] {
		if !empty {
			r.capture = &capture{tag: tag}
		}
		return
	}
	s := slotOf[local]
	if local == "atom:link" || local == "xhtml:link" {
		s = linkSlot
	}
	if s == noSlot {
		return
	}
	if s == linkSlot && attrs.href != "" {
		r.link(local, attrs)
	}
	if empty || local == "atom:link" || local == "xhtml:link" {
		return
	}
	r.capture = &capture{tag: tag, slot: s, parent: r.entry == nil || local == "news:name", attrs: attrs}
}

// link takes an element that carries its address in an attribute.
func (r *xmlReader) link(local string, attrs attributes) {
	if local == "xhtml:link" { // the page in other languages
		return
	}
	l := link{attrs.href, attrs.rel, attrs.kind, attrs.base}
	switch {
	case r.entry != nil && len(r.entry.links) < mostAttributes:
		r.entry.links = append(r.entry.links, l)
	case r.entry == nil && r.draft.home == "" && (l.rel == "" || l.rel == "alternate"):
		r.draft.home = l.href
	}
}

// closeCapture ends the element that is being read and keeps its value.
func (r *xmlReader) closeCapture() {
	c := r.capture
	r.capture = nil
	if c == nil || c.slot == noSlot {
		return
	}
	f := c.value()
	if f.words == "" {
		return
	}
	if c.parent {
		r.draft.set(c.slot, f)
		return
	}
	if c.slot == contentSlot && !isText(c.attrs.kind) {
		return
	}
	if r.entry != nil && len(r.entry.fields[c.slot]) < mostAttributes {
		r.entry.fields[c.slot] = append(r.entry.fields[c.slot], f)
		if c.attrs.base != "" && r.entry.base == "" && c.slot == linkSlot {
			r.entry.base = c.attrs.base
		}
	}
}

// isText reports whether content of a media type, or of one of Atom's types,
// is words.
func isText(kind string) bool {
	kind, _, _ = strings.Cut(kind, ";")
	switch kind {
	case "", "text", "html", "xhtml", "escaped", "xml", "text/html", "text/plain", "application/xhtml+xml", "text/xml":
		return true
	}
	return false
}

// value joins what an element holds. Markup that stands there unescaped is
// kept as it is; otherwise one level of escaping is undone.
func (c *capture) value() field {
	var b strings.Builder
	b.Grow(c.size)
	for _, p := range c.pieces {
		switch {
		case p.cdata, c.tags:
			b.WriteString(p.words)
		default:
			b.WriteString(unescape(p.words))
		}
	}
	return field{words: strings.TrimSpace(b.String()), plain: !c.tags && (c.attrs.kind == "text" || c.attrs.kind == "text/plain"), kind: c.attrs.kind}
}

// set takes a value of the feed itself; the first of each counts.
func (d *draft) set(s slot, f field) {
	first := func(words *string) {
		if *words == "" {
			*words = f.words
		}
	}
	switch s {
	case titleSlot:
		first(&d.title)
	case linkSlot:
		first(&d.home)
	case langSlot:
		first(&d.lang)
	}
}

// add takes an entry, unless there are too many.
func (d *draft) add(e *entry, left *int) {
	switch {
	case d.kind == SitemapIndex && len(d.sitemaps) < mostEntries:
		d.sitemaps = append(d.sitemaps, e.first(linkSlot))
	case d.kind == SitemapIndex, d.kind == Sitemap && len(d.entries) >= mostEntries, d.kind != Sitemap && len(d.entries) >= mostItems:
		*left++
	default:
		d.entries = append(d.entries, e)
	}
}

func (d *draft) leftOut(n int) {
	d.notes = append(d.notes, fmt.Sprintf("%d beyond the limit left out", n))
}
