package feeds

import (
	"net/url"
	"slices"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Guess is the kind of a [Link] that no page names: it is where content
// systems put their feed.
const Guess = "guess"

// Link is an address where a feed may be found.
type Link struct {
	URL   string // absolute, http or https
	Title string // plain text; may be empty
	Kind  string // a kind of feed, "feed" where the page does not say which, or [Guess]
}

// mostLinks is how many are returned at most.
const mostLinks = 100

// Ranks of links: what is declared comes before what looks like a feed.
const (
	declaredRank = iota
	anchorRank
	sitemapRank
	commentRank // of what readers write, not of reports
	guessRank
)

type ranked struct {
	Link
	rank int
}

// Discover lists the feeds and sitemaps that a home page names, best first and
// none twice: those that its head declares, links of the page that plainly
// lead to a feed, "Sitemap:" lines, which robots.txt has, feeds of comments,
// and last, if page is no robots.txt, guesses. Nothing is fetched, so none is
// sure to be there.
func Discover(page Document) []Link {
	text, _, err := decode(page)
	if err != nil {
		return nil
	}
	finder := &finder{base: page.URL, page: page.URL}
	finder.robots(text)
	if len(finder.found) == 0 || looksLikePage(text) {
		finder.scan(text)
		finder.guess()
	}
	slices.SortStableFunc(finder.found, func(a, b ranked) int { return a.rank - b.rank })
	var links []Link
	for _, one := range finder.found {
		if !slices.ContainsFunc(links, func(l Link) bool { return sameAddress(l.URL, one.URL) }) && len(links) < mostLinks {
			links = append(links, one.Link)
		}
	}
	return links
}

func sameAddress(a, b string) bool {
	return strings.TrimSuffix(a, "/") == strings.TrimSuffix(b, "/")
}

// looksLikePage reports whether text has the tags of a web page near its head.
func looksLikePage(text string) bool {
	head := strings.ToLower(text[:min(len(text), 4096)])
	return strings.Contains(head, "<html") || strings.Contains(head, "<!doctype html") || strings.Contains(head, "<body") || strings.Contains(head, "<head")
}

// finder collects links.
type finder struct {
	base, page string
	found      []ranked
}

func (f *finder) add(address, words, kind string, rank int) {
	if len(f.found) >= 10*mostLinks {
		return
	}
	if resolved := absolute(address, f.base, f.page); resolved != "" {
		f.found = append(f.found, ranked{Link{resolved, cut(plainText(cut(words, mostMarkup)), 200), kind}, rank})
	}
}

// robots reads the lines that name sitemaps.
func (f *finder) robots(text string) {
	for line := range strings.Lines(text[:min(len(text), 1<<20)]) {
		if len(line) > 4096 {
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if ok && strings.EqualFold(strings.TrimSpace(name), "sitemap") {
			value, _, _ = strings.Cut(value, " #")
			f.add(strings.TrimSpace(value), "", Sitemap, sitemapRank)
		}
	}
}

// scan reads the tags of a page.
func (f *finder) scan(text string) {
	tokenizer := nethtml.NewTokenizer(strings.NewReader(text))
	var anchor map[string]string
	var words strings.Builder
	for {
		switch tokenizer.Next() {
		case nethtml.ErrorToken:
			return
		case nethtml.TextToken:
			if anchor != nil && words.Len() < 400 {
				words.Write(tokenizer.Raw())
			}
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			name, more := tokenizer.TagName()
			switch atom.Lookup(name) {
			case atom.Base:
				if href := attributesOf(tokenizer, more)["href"]; href != "" {
					if base := absolute(href, f.page); base != "" {
						f.base = base
					}
				}
			case atom.Link:
				f.declared(attributesOf(tokenizer, more))
			case atom.A:
				anchor = attributesOf(tokenizer, more)
				words.Reset()
			}
		case nethtml.EndTagToken:
			if name, _ := tokenizer.TagName(); atom.Lookup(name) == atom.A && anchor != nil {
				f.anchor(anchor, words.String())
				anchor = nil
			}
		}
	}
}

func attributesOf(tokenizer *nethtml.Tokenizer, more bool) map[string]string {
	attrs := make(map[string]string)
	for n := 0; more && n < mostAttributes; n++ {
		var key, value []byte
		key, value, more = tokenizer.TagAttr()
		if _, ok := attrs[string(key)]; !ok {
			attrs[string(key)] = strings.TrimSpace(string(value))
		}
	}
	return attrs
}

// kindOfType maps media types to kinds of feed.
var kindOfType = map[string]string{
	"application/rss+xml": RSS, "application/x-rss+xml": RSS, "application/rdf+xml": RSS, "text/rss+xml": RSS, "application/rss": RSS,
	"application/atom+xml": Atom, "application/x-atom+xml": Atom, "application/feed+json": JSON,
	"application/xml": "feed", "text/xml": "feed", "application/json": "feed",
}

// declared takes a link element that names a feed or a sitemap.
func (f *finder) declared(attrs map[string]string) {
	rels := strings.Fields(strings.ToLower(attrs["rel"]))
	media, _, _ := strings.Cut(strings.ToLower(attrs["type"]), ";")
	kind := kindOfType[strings.TrimSpace(media)]
	href := attrs["href"]
	switch {
	case slices.Contains(rels, "sitemap"):
		f.add(href, attrs["title"], Sitemap, sitemapRank)
		return
	case !slices.Contains(rels, "alternate") && !slices.Contains(rels, "feed"):
		return
	case kind == "feed" && !feedAddress(href), kind == "" && !slices.Contains(rels, "feed"):
		// Pages declare their own data and other languages in this way too.
		return
	case kind == "":
		kind = "feed"
	}
	rank := declaredRank
	if aboutComments(href, attrs["title"]) {
		rank = commentRank
	}
	f.add(href, attrs["title"], kind, rank)
}

// anchor takes a link of the page that plainly leads to a feed.
func (f *finder) anchor(attrs map[string]string, words string) {
	href := attrs["href"]
	if !feedAddress(href) || aboutComments(href, words) {
		return
	}
	kind := "feed"
	lower := strings.ToLower(href)
	switch {
	case strings.Contains(lower, "sitemap"):
		f.add(href, words, Sitemap, sitemapRank)
		return
	case strings.Contains(lower, "rss"):
		kind = RSS
	case strings.Contains(lower, "atom"):
		kind = Atom
	}
	title := plainText(words)
	if title == "" {
		title = attrs["title"]
	}
	f.add(href, title, kind, anchorRank)
}

func aboutComments(href, title string) bool {
	return strings.Contains(strings.ToLower(href), "comment") || strings.Contains(strings.ToLower(title), "comment") ||
		strings.Contains(title, commentsAr)
}

// commentsAr is «تعليقات», comments.
const commentsAr = "\u062A\u0639\u0644\u064A\u0642\u0627\u062A"

// feedAddress reports whether an address is written as that of a feed: the
// last or the last but one part of its path is a word for it, or the query
// asks for one.
func feedAddress(href string) bool {
	u, err := url.Parse(tidyAddress(href))
	if err != nil {
		return false
	}
	if strings.HasPrefix(strings.ToLower(href), "feed:") {
		return true
	}
	parts := strings.Split(strings.Trim(strings.ToLower(u.Path), "/"), "/")
	for i := max(0, len(parts)-2); i < len(parts); i++ {
		last := i == len(parts)-1
		switch stem, extension, _ := strings.Cut(parts[i], "."); {
		case extension == "rss" || extension == "atom" || extension == "rdf":
			return true
		case last && extension == "xml" && (strings.Contains(stem, "rss") || strings.Contains(stem, "feed") || strings.Contains(stem, "atom") || strings.Contains(stem, "sitemap") || stem == "index"):
			return true
		case last && extension == "json" && stem == "feed":
			return true
		case feedWord[stem] && (extension == "" || extension == "php" || extension == "aspx" || extension == "xml"):
			// A page about feeds is no feed: "/rss" often is one, so it is tried.
			return true
		}
	}
	query := u.Query()
	return query.Get("feed") != "" || feedWord[strings.ToLower(query.Get("format"))] || feedWord[strings.ToLower(query.Get("type"))] || strings.HasPrefix(strings.ToLower(u.RawQuery), "rss")
}

var feedWord = map[string]bool{"feed": true, "feeds": true, "rss": true, "rss2": true, "atom": true, "rdf": true, "rssfeed": true, "feed.json": true}

// guess adds the addresses where content systems put their feed. Behind the
// page's own path comes first: a section has a feed of its own.
func (f *finder) guess() {
	u, err := url.Parse(f.page)
	if err != nil || u.Host == "" {
		return
	}
	u.RawQuery, u.Fragment = "", ""
	path := strings.TrimSuffix(u.Path, "/")
	if path != "" && !strings.Contains(path[strings.LastIndexByte(path, '/')+1:], ".") {
		f.add(u.Scheme+"://"+u.Host+path+"/feed/", "", Guess, guessRank)
	}
	for _, guess := range []string{"/feed/", "/rss.xml", "/feed.xml", "/atom.xml", "/rss", "/sitemap_index.xml", "/sitemap.xml", "/news-sitemap.xml"} {
		f.add(u.Scheme+"://"+u.Host+guess, "", Guess, guessRank)
	}
}
