package feeds

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/gather/dates"
)

// maker makes the items of one feed.
type maker struct {
	feed   *Feed
	bases  []string
	writer dates.Writer
	now    time.Time
	seen   *seen
	twice  int
	empty  int
}

// add makes an item of e, unless it is empty or was listed before.
func (m *maker) add(e *entry) {
	item := Item{By: e.by, Title: title(e.first(titleSlot)), Author: author(e.fields[authorSlot]), Lang: m.feed.Lang}
	for _, tag := range []string{e.lang, e.first(langSlot)} {
		if lang := langOf(tag); lang != isnad.UnknownLang {
			item.Lang = lang
		}
	}
	address := m.address(&item, e)
	m.dates(&item, e)
	m.content(&item, e)
	if item.Title == "" && item.URL == "" && item.Content == "" {
		m.empty++
		return
	}
	if e.cut {
		item.Notes = append(item.Notes, "the feed is cut inside it")
	}
	item.ID = title(e.first(idSlot))
	m.identify(&item, e, address)
	if m.seen.has(&item) {
		m.twice++
		return
	}
	m.feed.Items = append(m.feed.Items, item)
}

// close notes what was left out.
func (m *maker) close() {
	if m.twice > 0 {
		m.feed.note("%d listed twice", m.twice)
	}
	if m.empty > 0 {
		m.feed.note("%d without title, address and text left out", m.empty)
	}
}

// address sets the item's URL and returns the words that it is made of.
func (m *maker) address(item *Item, e *entry) string {
	bases := append([]string{}, m.bases...)
	if e.base != "" {
		base := absolute(e.base, bases...)
		bases = append([]string{base}, bases...)
	}
	var refused string
	for _, candidate := range e.candidates() {
		from := bases
		if candidate.base != "" {
			from = append([]string{absolute(candidate.base, bases...)}, bases...)
		}
		if resolved := absolute(candidate.href, from...); resolved != "" {
			item.URL = resolved
			return candidate.href
		}
		if refused == "" {
			refused = candidate.href
		}
	}
	if refused != "" {
		item.Notes = append(item.Notes, fmt.Sprintf("%q is no address of a report", short(refused)))
	}
	return ""
}

// candidates are what may be the item's address, best first. An identifier
// that is an address is the last resort.
func (e *entry) candidates() []link {
	var list []link
	for _, s := range []slot{originalSlot, linkSlot} {
		for _, f := range e.fields[s] {
			if f.words != "" {
				list = append(list, link{href: f.words})
			}
		}
	}
	var others []link
	for _, l := range e.links {
		kind := strings.ToLower(l.kind)
		switch {
		case l.href == "":
		case (l.rel == "" || l.rel == "alternate") && (kind == "" || strings.Contains(kind, "html")):
			list = append(list, l)
		case l.rel == "" || l.rel == "alternate" || l.rel == "canonical":
			others = append(others, l)
		}
	}
	list = append(list, others...)
	for _, id := range []string{e.about, e.first(idSlot)} {
		if lower := strings.ToLower(id); strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
			list = append(list, link{href: id})
		}
	}
	return list
}

// dates sets the item's times. An entry that gives its last change alone was
// published no later than then.
func (m *maker) dates(item *Item, e *entry) {
	item.Published, item.Clock = m.date(item, e.fields[publishedSlot])
	updated, clock := m.date(item, e.fields[updatedSlot])
	item.Updated = updated
	if item.Published.IsZero() && !updated.IsZero() && m.feed.Kind != Sitemap {
		item.Published, item.Clock = updated, clock
		item.Notes = append(item.Notes, "no date of publication: that of the last change is taken")
	}
}

// date reads the first value that is a date and notes the others.
func (m *maker) date(item *Item, fields []field) (time.Time, bool) {
	var notes []string
	for _, f := range fields {
		if f.words == "" {
			continue
		}
		date, ok := dates.Read(f.words, m.writer)
		if !ok {
			notes = append(notes, fmt.Sprintf("%q is no date", short(f.words)))
			continue
		}
		if err := dates.Check(date.Time, m.now); err != nil {
			notes = append(notes, err.Error())
			continue
		}
		if date.Note != "" {
			notes = append(notes, date.Note)
		}
		item.Notes = append(item.Notes, notes...)
		return date.Time, date.Clock
	}
	item.Notes = append(item.Notes, notes...)
	return time.Time{}, false
}

// content sets the text, where the feed carries it: the longest of the fields
// meant for it, if it is longer than the summary. An item without an address
// keeps whatever it has.
func (m *maker) content(item *Item, e *entry) {
	text, words := longestText(e.fields[contentSlot])
	summary, summaryWords := longestText(e.fields[summarySlot])
	switch {
	case text != "" && words > summaryWords:
		item.Content = text
	case item.URL == "" && words+summaryWords > 0:
		item.Content = summary
		if words > summaryWords {
			item.Content = text
		}
	}
	if len(item.Content) > mostContent {
		item.Content = strings.ToValidUTF8(item.Content[:mostContent], "")
		item.Notes = append(item.Notes, "text cut at 4 MiB")
	}
}

// longestText returns the markup with the most words, by bytes between tags.
func longestText(fields []field) (text string, bytes int) {
	for _, f := range fields {
		if f.words == "" {
			continue
		}
		markup := asMarkup(f)
		if n := textSize(markup); n > bytes {
			text, bytes = markup, n
		}
	}
	return text, bytes
}

// textSize counts the bytes of markup outside tags, white space apart.
func textSize(markup string) int {
	n, inTag := 0, false
	for i := range len(markup) {
		switch c := markup[i]; {
		case c == '<':
			inTag = true
		case c == '>':
			inTag = false
		case !inTag && c > ' ':
			n++
		}
	}
	return n
}

// identify gives the item its identifier: the feed's own, the canonical
// address with the fragment that the link carries, a digest.
func (m *maker) identify(item *Item, e *entry, address string) {
	if item.ID == "" && e.about != "" {
		item.ID = strings.TrimSpace(e.about)
	}
	if item.ID != "" && m.seen.free(item) {
		return
	}
	if item.ID != "" {
		item.Notes = append(item.Notes, "its id is another item's")
	}
	when := item.Published.UTC().Format(time.RFC3339)
	if item.URL == "" {
		item.ID = digest(item.Title, when)
	} else {
		item.ID = addresses.Canonical(item.URL)
	}
	if _, fragment, _ := strings.Cut(address, "#"); fragment != "" {
		item.ID += "#" + fragment
	}
	if !m.seen.free(item) {
		item.ID = digest(item.URL, item.Title, when, item.Content)
	}
}

// digest is an identifier made of words.
func digest(words ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return "sha256:" + hex.EncodeToString(sum[:8])
}

// seen are the items that a feed has listed so far.
type seen struct {
	ids   map[string]string // identifier → address and title of its item
	pairs map[string]bool   // address and title
}

func newSeen() *seen { return &seen{ids: make(map[string]string), pairs: make(map[string]bool)} }

func pair(item *Item) string { return item.URL + "\x00" + item.Title }

// free reports whether the identifier may be the item's: it is nobody's, or
// that of the same report listed before.
func (s *seen) free(item *Item) bool {
	holder, taken := s.ids[item.ID]
	if !taken {
		return true
	}
	address, title, _ := strings.Cut(holder, "\x00")
	return address == item.URL && (address != "" || title == item.Title)
}

// has reports whether the item was listed before, and remembers it: under its
// identifier, or with the same address and title.
func (s *seen) has(item *Item) bool {
	_, listed := s.ids[item.ID]
	if listed || item.URL != "" && s.pairs[pair(item)] {
		return true
	}
	s.ids[item.ID] = pair(item)
	s.pairs[pair(item)] = true
	return false
}
