package pages

import (
	"encoding/json"
	"html"
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

// linked is the article that JSON-LD describes.
type linked struct {
	headline, published, author, publisher, body, url string
}

func readFacts(root *nethtml.Node, scripts []string) *facts {
	f := &facts{meta: make(map[string]string)}
	for node := range root.Descendants() {
		if node.Type == nethtml.ElementNode {
			f.element(node)
		}
	}
	for _, script := range scripts {
		var value any
		if json.Unmarshal([]byte(strings.TrimSpace(script)), &value) == nil {
			f.linked.walk(value, 0)
		}
	}
	return f
}

func (f *facts) element(node *nethtml.Node) {
	switch node.DataAtom {
	case atom.Html:
		f.lang = attribute(node, "lang")
	case atom.Title:
		if f.title == "" {
			f.title = squeeze(textOf(node))
		}
	case atom.H1:
		if len(f.headings) < 8 {
			f.headings = append(f.headings, squeeze(textOf(node)))
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

// fill lays the facts into page, the surest first.
func (f *facts) fill(page *Page) {
	page.Site = f.first(f.meta["og:site_name"], f.linked.publisher, f.meta["application-name"])
	page.Author = f.first(f.linked.author, f.meta["author"], f.meta["article:author_name"], f.meta["parsely-author"], f.meta["dc.creator"])
	if strings.Contains(page.Author, "://") {
		page.Author = ""
	}
	page.Lang = f.first(f.lang, f.meta["og:locale"])
	page.Canonical = f.first(f.canonical, f.meta["og:url"], f.linked.url)
	page.Title = f.headline(page.Site)
	if f.linked.published != "" {
		page.Dates = append(page.Dates, Date{f.linked.published, "json-ld datePublished"})
	}
	for _, field := range dateFields {
		if value := f.meta[field]; value != "" {
			page.Dates = append(page.Dates, Date{value, "meta " + field})
		}
	}
	for _, value := range f.times {
		page.Dates = append(page.Dates, Date{value, "time"})
	}
	if image := f.first(f.meta["og:image"], f.meta["twitter:image"]); image != "" {
		page.Pictures = append(page.Pictures, image)
	}
}

func (f *facts) first(values ...string) string {
	for _, value := range values {
		if value != "" {
			return value
		}
	}
	return ""
}

// walk looks for the article in a JSON-LD value.
func (l *linked) walk(value any, depth int) {
	if depth > 8 {
		return
	}
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			l.walk(item, depth+1)
		}
	case map[string]any:
		if isArticle(value["@type"]) {
			l.take(value)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			l.walk(value[key], depth+1)
		}
	}
}

func isArticle(kind any) bool {
	switch kind := kind.(type) {
	case string:
		return strings.HasSuffix(kind, "Article") || kind == "BlogPosting" || kind == "Report" || kind == "LiveBlogPosting"
	case []any:
		for _, item := range kind {
			if isArticle(item) {
				return true
			}
		}
	}
	return false
}

func (l *linked) take(article map[string]any) {
	set := func(field *string, value any) {
		if *field == "" {
			*field = squeeze(html.UnescapeString(nameOf(value)))
		}
	}
	set(&l.headline, article["headline"])
	set(&l.published, article["datePublished"])
	set(&l.author, article["author"])
	set(&l.publisher, article["publisher"])
	set(&l.url, article["url"])
	if body, ok := article["articleBody"].(string); ok && l.body == "" {
		l.body = html.UnescapeString(body)
	}
}

// nameOf gives the words of a JSON-LD value: a text, a thing with a name, or a
// list of these.
func nameOf(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case map[string]any:
		name, _ := value["name"].(string)
		return name
	case []any:
		var names []string
		for _, item := range value[:min(len(value), 8)] {
			if _, nested := item.([]any); !nested {
				if name := nameOf(item); name != "" {
					names = append(names, name)
				}
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
