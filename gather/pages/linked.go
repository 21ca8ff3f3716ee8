package pages

import (
	"encoding/json"
	"html"
	"strings"
)

// linked is the article that JSON-LD describes.
type linked struct {
	headline, published, modified, author, publisher, body, url, lang string

	names map[string]string // of things that others refer to, by @id
}

const (
	mostLinkedDepth = 12  // values nested in one another that are looked into
	mostUpdates     = 500 // of a live report
)

// read takes the article out of the scripts. The first article counts; the
// date of the page itself stands in for an article that gives none.
func (l *linked) read(scripts []string) {
	l.names = make(map[string]string)
	var values []any
	for _, script := range scripts {
		values = append(values, decodeLinked(script)...)
	}
	for _, value := range values {
		l.collect(value, 0)
	}
	var page linked
	page.names = l.names
	for _, value := range values {
		l.walk(value, 0, isArticle)
		page.walk(value, 0, isPage)
	}
	l.published, l.modified = firstOf(l.published, page.published), firstOf(l.modified, page.modified)
	l.lang = firstOf(l.lang, page.lang)
}

// collect notes the names of the things of a graph.
func (l *linked) collect(value any, depth int) {
	eachThing(value, depth, func(thing map[string]any) {
		id, _ := thing["@id"].(string)
		if name := l.nameOf(thing); id != "" && name != "" && len(l.names) < 1000 {
			l.names[id] = name
		}
	})
}

// walk takes the facts of the things in value that are wanted.
func (l *linked) walk(value any, depth int, wanted func(kind string) bool) {
	eachThing(value, depth, func(thing map[string]any) {
		if hasKind(thing["@type"], wanted) {
			l.take(thing)
		}
	})
}

// eachThing calls do for the things in a JSON-LD value: those of an array or a
// graph, and what a page says it is about.
func eachThing(value any, depth int, do func(thing map[string]any)) {
	if depth > mostLinkedDepth {
		return
	}
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			eachThing(item, depth+1, do)
		}
	case map[string]any:
		do(value)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "publisher", "author"} {
			eachThing(value[key], depth+1, do)
		}
	}
}

func hasKind(kind any, wanted func(string) bool) bool {
	switch kind := kind.(type) {
	case string:
		return wanted(strings.TrimPrefix(strings.TrimPrefix(kind, "https://schema.org/"), "http://schema.org/"))
	case []any:
		for _, item := range kind {
			if name, ok := item.(string); ok && hasKind(name, wanted) {
				return true
			}
		}
	}
	return false
}

func isArticle(kind string) bool {
	return strings.HasSuffix(kind, "Article") || kind == "BlogPosting" || kind == "Report" || kind == "LiveBlogPosting"
}

func isPage(kind string) bool { return kind == "WebPage" || kind == "ItemPage" }

func (l *linked) take(article map[string]any) {
	set := func(field *string, value any) {
		if *field == "" {
			*field = squeeze(html.UnescapeString(l.nameOf(value)))
		}
	}
	set(&l.headline, article["headline"])
	set(&l.published, article["datePublished"])
	set(&l.modified, article["dateModified"])
	set(&l.author, article["author"])
	set(&l.author, article["creator"])
	set(&l.publisher, article["publisher"])
	set(&l.url, article["url"])
	set(&l.lang, article["inLanguage"])
	if l.body == "" {
		l.body = bodyIn(article)
	}
}

// bodyIn returns the text of an article, or of the updates of a live report,
// each on lines of its own.
func bodyIn(article map[string]any) string {
	if body, ok := article["articleBody"].(string); ok {
		return html.UnescapeString(body)
	}
	updates, _ := article["liveBlogUpdate"].([]any)
	var lines []string
	for _, update := range updates[:min(len(updates), mostUpdates)] {
		update, _ := update.(map[string]any)
		for _, key := range []string{"headline", "articleBody"} {
			if words, ok := update[key].(string); ok && words != "" {
				lines = append(lines, html.UnescapeString(words))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// nameOf gives the words of a JSON-LD value: a text, a thing with a name, a
// thing that refers to one with a name, or a list of these.
func (l *linked) nameOf(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case map[string]any:
		if name, _ := value["name"].(string); name != "" {
			return name
		}
		if names, ok := value["name"].([]any); ok && len(names) > 0 {
			name, _ := names[0].(string)
			return name
		}
		id, _ := value["@id"].(string)
		return l.names[id]
	case []any:
		var names []string
		for _, item := range value[:min(len(value), 8)] {
			if _, nested := item.([]any); !nested {
				if name := l.nameOf(item); name != "" {
					names = append(names, name)
				}
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

// decodeLinked reads the values of a script. A script that is no JSON is
// mended and read again.
func decodeLinked(script string) []any {
	for _, text := range []string{strings.TrimSpace(script), mend(script)} {
		var values []any
		decoder := json.NewDecoder(strings.NewReader(text))
		for len(values) < 32 {
			var value any
			if decoder.Decode(&value) != nil {
				break
			}
			values = append(values, value)
		}
		if len(values) > 0 {
			return values
		}
	}
	return nil
}
