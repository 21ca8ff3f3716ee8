package pages

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinked(t *testing.T) {
	for _, test := range []struct{ name, script, want string }{
		{"an array", `[{"@type":"WebSite","name":"no"},{"@type":["NewsArticle"],"headline":"The dam","author":"Jane Roe"}]`, "The dam|Jane Roe|||"},
		{"a graph that refers to itself", `{"@graph":[{"@type":"NewsArticle","headline":"The dam","author":{"@id":"#p"},"publisher":{"@id":"#o"}},
			{"@type":"Person","@id":"#p","name":"Jane Roe"},{"@type":"Organization","@id":"#o","name":"Nahr"}]}`, "The dam|Jane Roe|Nahr||"},
		{"what the page is about", `{"@type":"WebPage","mainEntity":{"@type":"https://schema.org/NewsArticle","headline":"The dam","datePublished":"2026-03-05"}}`, "The dam|||2026-03-05|"},
		{"the date of the page alone", `{"@graph":[{"@type":"WebPage","datePublished":"2026-03-05"},{"@type":"Article","headline":"The dam"}]}`, "The dam|||2026-03-05|"},
		{"several authors", `{"@type":"NewsArticle","author":[{"@type":"Person","name":"Jane Roe"},{"name":["John Doe"]},"Ann Poe"]}`, "|Jane Roe, John Doe, Ann Poe|||"},
		{"updates of a live report", `{"@type":"LiveBlogPosting","liveBlogUpdate":[{"headline":"One","articleBody":"The dam."},{"articleBody":"It works."}]}`, "||||One/The dam./It works."},
		{"several values", `{"@type":"WebSite"} {"@type":"Report","headline":"The dam"}`, "The dam||||"},
		{"commas too many", `{"@type":"NewsArticle","headline":"The dam","author":{"name":"Jane Roe",},}`, "The dam|Jane Roe|||"},
		{"commas in a row", `[{"@type":"NewsArticle",,"headline":"The, dam",,},,]`, "The, dam||||"},
		{"line ends inside strings", "{\"@type\":\"NewsArticle\",\"headline\":\"The\n\tdam\"}", "The dam||||"},
		{"marks of CDATA", "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"The dam\"}\n//]]>", "The dam||||"},
		{"a comment of HTML", `<!-- {"@type":"NewsArticle","headline":"The dam"} -->`, "The dam||||"},
		{"a semicolon", `{"@type":"NewsArticle","headline":"The dam"};`, "The dam||||"},
		{"escapes that JSON has not", `{"@type":"NewsArticle","headline":"The minister\'s dam"}`, "The minister's dam||||"},
		{"entities", `{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;The dam&quot;}`, "The dam||||"},
		{"hopeless", `{"@type":"NewsArticle","headline":`, "||||"},
		{"cut inside an escape", `{"@type":"NewsArticle","headline":"The dam\`, "||||"},
	} {
		var l linked
		l.read([]string{test.script})
		got := strings.Join([]string{l.headline, l.author, l.publisher, l.published, strings.ReplaceAll(l.body, "\n", "/")}, "|")
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestMendLeavesGood holds that JSON without a mistake is not changed but for
// white space.
func TestMendLeavesGood(t *testing.T) {
	for _, good := range []string{`{"a":[1,2,{"b":"x, ] }"}],"c":"\u0627\n\\","d":null}`, `[]`, `"a"`, ``} {
		if diff := cmp.Diff(good, mend(good)); diff != "" {
			t.Error(diff)
		}
	}
}
