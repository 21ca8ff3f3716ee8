package page

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

// pages write the views of the fixture as pages.
var pages = map[string]func(*bytes.Buffer, Options) error{
	"story": func(out *bytes.Buffer, options Options) error {
		return WriteStory(out, showtest.Record(), showtest.Overview(), showtest.News(), options)
	},
	"bare story": func(out *bytes.Buffer, options Options) error {
		return WriteStory(out, showtest.Record(), &isnad.Overview{}, &isnad.News{}, options)
	},
	"positions": func(out *bytes.Buffer, options Options) error {
		return WritePositions(out, []*isnad.Record{showtest.Record()}, showtest.Positions(), options)
	},
	"commitments": func(out *bytes.Buffer, options Options) error {
		return WriteCommitments(out, []*isnad.Record{showtest.Record()}, options)
	},
	"nothing": func(out *bytes.Buffer, options Options) error { return WritePositions(out, nil, nil, options) },
}

// Every link of a view leads to one place of its page, and none leads out; the
// page says its language and direction and loads nothing.
func TestPagesOfViews(t *testing.T) {
	for name, write := range pages {
		for _, lang := range langs {
			var out bytes.Buffer
			if err := write(&out, Options{Lang: lang}); err != nil {
				t.Fatal(err)
			}
			root, err := html.Parse(bytes.NewReader(out.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			ids := map[string]int{}
			for _, n := range elements(root, func(n *html.Node) bool { return attribute(n, "id") != "" }) {
				ids[attribute(n, "id")]++
				if ids[attribute(n, "id")] > 1 {
					t.Errorf("%s %s: id %s stands twice", name, lang, attribute(n, "id"))
				}
			}
			for _, n := range elements(root, func(n *html.Node) bool { return n.Data == "a" }) {
				if target, inside := strings.CutPrefix(attribute(n, "href"), "#"); !inside || ids[target] != 1 {
					t.Errorf("%s %s: %q leads nowhere", name, lang, attribute(n, "href"))
				}
			}
			page := elements(root, func(n *html.Node) bool { return n.Data == "html" })[0]
			if attribute(page, "lang") != string(lang) || attribute(page, "dir") != dir(lang) {
				t.Errorf("%s %s: page is %s %s", name, lang, attribute(page, "lang"), attribute(page, "dir"))
			}
			if loads := elements(root, func(n *html.Node) bool { return attribute(n, "src") != "" || n.Data == "link" }); len(loads) > 0 {
				t.Errorf("%s %s: the page loads %d things", name, lang, len(loads))
			}
			if !strings.Contains(out.String(), policy) && !strings.Contains(html.UnescapeString(out.String()), policy) {
				t.Errorf("%s %s: no policy", name, lang)
			}
		}
	}
}

// The lead stands on the page word for word, each line a link to its sentence.
func TestLinesOfLead(t *testing.T) {
	var out bytes.Buffer
	overview := showtest.Overview()
	if err := WriteStory(&out, showtest.Record(), overview, nil, Options{}); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	lines := elements(root, func(n *html.Node) bool { return hasClass(n, "line") })
	if len(lines) != len(overview.Leads[1].Lines) {
		t.Fatalf("%d lines", len(lines))
	}
	for i, n := range lines {
		var words strings.Builder
		for child := range n.Descendants() {
			if child.Type == html.TextNode {
				words.WriteString(child.Data)
			}
		}
		if words.String() != overview.Leads[1].Lines[i].Words {
			t.Errorf("line %d is %q", i, words.String())
		}
	}
}
