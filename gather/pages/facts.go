package pages

import (
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts is what a page says about itself in its head, in JSON-LD and in a few
// marked elements.
type facts struct {
	meta      map[string]string // name, property or itemprop in lower case → content; the first wins
	linked    linked
	title     string // of the title element
	headings  []string
	canonical string
	times     []string
	lang      string
}

func readFacts(root *nethtml.Node, scripts []string) *facts {
	f := &facts{meta: make(map[string]string)}
	for node := range root.Descendants() {
		if node.Type == nethtml.ElementNode {
			f.element(node)
		}
	}
	f.linked.read(scripts)
	return f
}

func (f *facts) element(node *nethtml.Node) {
	switch node.DataAtom {
	case atom.Html:
		f.lang = attribute(node, "lang")
	case atom.Title:
		if f.title == "" {
			f.title = titled(squeeze(textOf(node)))
		}
	case atom.H1:
		if len(f.headings) < 8 {
			f.headings = append(f.headings, titled(squeeze(textOf(node))))
		}
	case atom.Link:
		if f.canonical == "" && strings.EqualFold(attribute(node, "rel"), "canonical") {
			f.canonical = attribute(node, "href")
		}
	case atom.Meta:
		for _, key := range []string{"property", "name", "itemprop"} {
			name := strings.ToLower(attribute(node, key))
			if content := squeeze(attribute(node, "content")); name != "" && content != "" && f.meta[name] == "" {
				f.meta[name] = content
			}
		}
	case atom.Time:
		if value := attribute(node, "datetime"); value != "" && len(f.times) < 1 {
			f.times = append(f.times, value)
		}
	}
	if strings.EqualFold(attribute(node, "itemprop"), "datePublished") && node.DataAtom != atom.Meta && f.meta["datepublished"] == "" {
		value := attribute(node, "datetime")
		if value == "" {
			value = attribute(node, "content")
		}
		f.meta["datepublished"] = value
	}
}

func attribute(node *nethtml.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func textOf(node *nethtml.Node) string {
	var b strings.Builder
	for child := range node.Descendants() {
		if child.Type == nethtml.TextNode {
			b.WriteString(child.Data)
		}
	}
	return b.String()
}

// dateFields are the meta elements that give the time of publication, surest
// first.
var dateFields = []string{
	"article:published_time", "og:article:published_time", "datepublished", "og:published_time",
	"article:published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "pubdate",
	"publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.created",
	"dcterms.date", "dc.date", "date",
}

// updateFields are the meta elements that give the time of the last change:
// no earlier than publication, so the last resort.
var updateFields = []string{"article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"}

// fill lays the facts into page, the surest first.
func (f *facts) fill(page *Page) {
	page.Site = firstOf(f.meta["og:site_name"], f.linked.publisher, f.meta["application-name"])
	page.Title = f.headline(page.Site)
	for _, name := range []string{f.linked.author, f.meta["author"], f.meta["article:author_name"], f.meta["article:author"],
		f.meta["parsely-author"], f.meta["sailthru.author"], f.meta["dc.creator"], f.meta["dcterms.creator"], f.meta["twitter:data1"]} {
		if isAuthor(name, page.Site) {
			page.Author = name
			break
		}
	}
	page.Lang = firstOf(f.lang, f.linked.lang, f.meta["og:locale"])
	page.Canonical = firstOf(f.canonical, f.meta["og:url"], f.linked.url)
	page.Dates = f.dates()
	if image := firstOf(f.meta["og:image"], f.meta["twitter:image"]); image != "" {
		page.Pictures = append(page.Pictures, image)
	}
}

// isAuthor reports whether a field names an author: no address, not the site
// itself, not the account of the content system.
func isAuthor(name, site string) bool {
	switch strings.ToLower(name) {
	case "", "admin", "administrator", "editor", "webmaster", "root", "user":
		return false
	}
	return !strings.Contains(name, "://") && !strings.Contains(name, "@") && !same(name, site) && len(strings.Fields(name)) < 30
}

// dates are the dates of publication that the page gives to machines.
func (f *facts) dates() []Date {
	var dates []Date
	if f.linked.published != "" {
		dates = append(dates, Date{f.linked.published, "json-ld datePublished"})
	}
	for _, field := range dateFields {
		if value := f.meta[field]; value != "" {
			dates = append(dates, Date{value, "meta " + field})
		}
	}
	return dates
}

// weakDates are those that count where neither a field nor the headline gives
// a better one: the first time element of the page, and the last change.
func (f *facts) weakDates() []Date {
	var dates []Date
	for _, value := range f.times {
		dates = append(dates, Date{value, "time"})
	}
	if f.linked.modified != "" {
		dates = append(dates, Date{f.linked.modified, "json-ld dateModified"})
	}
	for _, field := range updateFields {
		if value := f.meta[field]; value != "" {
			dates = append(dates, Date{value, "meta " + field})
		}
	}
	return dates
}

func firstOf(values ...string) string {
	for _, value := range values {
		if value != "" {
			return value
		}
	}
	return ""
}
