package feeds

import (
	"fmt"
	"net/url"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/dates"
)

// draft is a feed as it is written, before anything is resolved.
type draft struct {
	kind, title, home, base, lang string
	entries                       []*entry
	sitemaps                      []string
	notes                         []string
}

// entry is an item as it is written.
type entry struct {
	by, base, lang string
	about          string // rdf:about
	links          []link
	fields         [slots][]field
	cut            bool // the document ends inside it
}

// link is an address and what it leads to.
type link struct{ href, rel, kind, base string }

// field is the value of an element: text, with or without markup.
type field struct {
	words string
	plain bool   // no markup can be meant
	kind  string // the type attribute
}

// slot is a part of an item, whatever the format calls it.
type slot uint8

const (
	noSlot slot = iota
	titleSlot
	linkSlot
	idSlot
	summarySlot
	contentSlot
	publishedSlot
	updatedSlot
	authorSlot
	langSlot
	originalSlot // the address before a redirector counted the reader
	slots
)

// first returns the words of the first value in a slot that is not empty.
func (e *entry) first(s slot) string {
	for _, f := range e.fields[s] {
		if f.words != "" {
			return f.words
		}
	}
	return ""
}

// feed resolves and checks what the draft holds.
func (d *draft) feed(doc Document, now time.Time) *Feed {
	feed := &Feed{Kind: d.kind, Title: title(d.title), Notes: d.notes}
	feed.Home = absolute(d.home, d.base, doc.URL)
	feed.Lang = d.language()
	bases := []string{d.base, feed.Home, doc.URL}
	writer := dates.Writer{Lang: feed.Lang, Host: host(feed.Home, doc.URL), Order: d.dateOrder()}
	for _, address := range d.sitemaps {
		if resolved := absolute(address, bases...); resolved != "" {
			feed.Sitemaps = append(feed.Sitemaps, resolved)
		} else {
			feed.note("%q is no address of a sitemap", short(address))
		}
	}
	maker := &maker{feed: feed, bases: bases, writer: writer, now: now, seen: newSeen()}
	for _, e := range d.entries {
		maker.add(e)
	}
	maker.close()
	return feed
}

// note adds a note unless there are too many.
func (f *Feed) note(format string, args ...any) {
	if len(f.Notes) < mostNotes {
		f.Notes = append(f.Notes, fmt.Sprintf(format, args...))
	}
}

// language is what the feed declares, unless its titles are in another
// script: content systems are left at their makers' language.
func (d *draft) language() isnad.Lang {
	declared := langOf(d.lang)
	var arabicLetters, persian, latin int
	for i, e := range d.entries {
		if i == 50 {
			break
		}
		a, p, l := countScripts(e.first(titleSlot))
		arabicLetters, persian, latin = arabicLetters+a, persian+p, latin+l
	}
	if declared == isnad.UnknownLang {
		for _, e := range d.entries {
			if declared = langOf(e.lang); declared != isnad.UnknownLang {
				break
			}
		}
	}
	switch {
	case arabicLetters+latin < 20:
		return declared
	case arabicLetters > latin && !arabicScript[declared]:
		if persian*100 > arabicLetters*3 {
			return isnad.UnknownLang
		}
		return isnad.Arabic
	case latin > 4*arabicLetters && arabicScript[declared]:
		return isnad.UnknownLang
	}
	return declared
}

// dateOrder tells from all dates whether the feed writes the day first.
func (d *draft) dateOrder() dates.Order {
	var words []string
	for i, e := range d.entries {
		if i == 200 {
			break
		}
		for _, f := range append(e.fields[publishedSlot], e.fields[updatedSlot]...) {
			words = append(words, f.words)
		}
	}
	return dates.OrderOf(words)
}

// host is the host of the first address that has one.
func host(addresses ...string) string {
	for _, address := range addresses {
		if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
			return u.Hostname()
		}
	}
	return ""
}
