package feeds

import (
	"html"
	"strings"
)

// attributes are those of a tag that matter.
type attributes struct{ href, rel, kind, base, lang, about string }

// attributes reads those that matter of at most mostAttributes.
func (r *xmlReader) attributes(more bool) (attrs attributes) {
	for n := 0; more && n < mostAttributes; n++ {
		var key, value []byte
		key, value, more = r.tokenizer.TagAttr()
		switch name := string(key); name {
		case "href":
			attrs.href = string(value)
		case "rel":
			attrs.rel = strings.ToLower(strings.TrimSpace(string(value)))
		case "type":
			attrs.kind = strings.ToLower(strings.TrimSpace(string(value)))
		case "xml:base":
			attrs.base = string(value)
		case "xml:lang":
			attrs.lang = string(value)
		case "rdf:about":
			attrs.about = string(value)
		default:
			if prefix, ok := strings.CutPrefix(name, "xmlns:"); ok && len(r.prefixes) < mostAttributes {
				r.prefixes[prefix] = spaceOf(string(value), prefix)
			}
		}
	}
	if more {
		// The tokenizer keeps the names of attributes in a map and walks all
		// the room it ever took at every later tag.
		r.readFrom(r.at)
	}
	return attrs
}

const mostAttributes = 64

// spaces are the namespaces that the rules know, by a part of their names, and
// the prefix that the rules use for each.
var spaces = []struct{ part, prefix string }{
	{"www.w3.org/2005/atom", "atom"}, {"purl.org/atom/", "atom"}, {"purl.org/dc/elements", "dc"}, {"purl.org/dc/terms", "dcterms"},
	{"modules/content", "content"}, {"purl.org/rss/1.0", ""}, {"my.netscape.com", ""}, {"backend.userland.com/rss", ""},
	{"sitemap-news", "news"}, {"sitemap-", "media"}, {"sitemaps.org", ""}, {"google.com/schemas/sitemap", ""},
	{"22-rdf-syntax-ns", "rdf"}, {"1999/xhtml", "xhtml"}, {"feedburner", "feedburner"}, {"search.yahoo.com/mrss", "media"},
	{"podcast-1.0.dtd", "itunes"},
}

func spaceOf(uri, prefix string) string {
	uri = strings.ToLower(uri)
	for _, space := range spaces {
		if strings.Contains(uri, space.part) {
			return space.prefix
		}
	}
	return prefix
}

// local is the name by which the rules know a tag: with the usual prefix of
// its namespace, whatever prefix the document uses.
func (r *xmlReader) local(tag string) string {
	prefix, name, found := strings.Cut(tag, ":")
	if !found {
		return tag
	}
	if usual, ok := r.prefixes[prefix]; ok {
		prefix = usual
	}
	if prefix == "" || prefix == "atom" && (r.draft.kind == Atom || r.root == "") || prefix == "rss" {
		return name
	}
	return prefix + ":" + name
}

// unescape reads the references of XML and HTML that end with a semicolon and
// leaves all others, among them those of a DTD, as they are: in
// "?a=1&copy=2" nothing is meant.
func unescape(words string) string {
	if strings.IndexByte(words, '&') < 0 {
		return words
	}
	var b strings.Builder
	b.Grow(len(words))
	for {
		at := strings.IndexByte(words, '&')
		if at < 0 {
			b.WriteString(words)
			return b.String()
		}
		b.WriteString(words[:at])
		words = words[at:]
		end := strings.IndexByte(words[:min(len(words), 40)], ';')
		if end > 0 && !strings.ContainsAny(words[1:end], " &<>=?/\n") {
			b.WriteString(html.UnescapeString(words[:end+1]))
			words = words[end+1:]
			continue
		}
		b.WriteByte('&')
		words = words[1:]
	}
}
