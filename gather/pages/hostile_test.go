package pages

import (
	"reflect"
	"strings"
	"testing"
)

// TestHostile reads pages made to cost much: each repeats what a careless step
// would go through once for every time it stands there.
func TestHostile(t *testing.T) {
	const words = "The minister said on Sunday that the dam in the green valley was at work, and that it would be. "
	nest := func(open, inner, close string) string {
		return strings.Repeat(open, 150) + inner + strings.Repeat(close, 150)
	}
	for name, page := range map[string]string{
		"named elements in one another": nest("<div class=widget>", strings.Repeat("<span>"+words+"</span>", 5_000), "</div>"),
		"quotations in named elements":  strings.Repeat(nest("<div class=share>", "<blockquote>x</blockquote>", "</div>"), 80),
		"reports below one another":     "<title>The dam</title>" + strings.Repeat("<div><h1>The dam</h1><p>"+words+"</p></div>", 4_000),
		"teasers in one another":        nest("<article>", strings.Repeat("<article><h2><a href=x>The dam</a></h2><p>"+words+"</p></article>", 3_000), "</article>"),
		"bylines":                       "<title>The dam</title><h1>The dam</h1>" + strings.Repeat("<p>By Jane Roe</p>", 6_000) + strings.Repeat("<p>"+words+"</p>", 3_000),
		"dates":                         "<title>The dam</title><h1>The dam</h1>" + strings.Repeat("<p>5 March 2026 14:05 | updated 6 March 2026</p>", 6_000),
		"line breaks":                   "<div>" + strings.Repeat(words+"<br>", 6_000) + "</div>",
		"a long name":                   "<div class='" + strings.Repeat("related ", 60_000) + "'><p>" + words + "</p></div>",
		"attributes":                    "<div " + strings.Repeat("class=related ", 30_000) + "><p>" + words + "</p></div>",
		"a long title":                  "<title>" + strings.Repeat("a | b - ", 30_000) + "</title>" + strings.Repeat("<h1>a | b</h1><p>"+words+"</p>", 5_000),
		"pictures":                      strings.Repeat("<div><div><img><p>The dam</p></div></div>", 5_000),
		"links":                         "<ul>" + strings.Repeat("<li><a href=x>"+words+"</a></li>", 5_000) + "</ul>",
		"JSON-LD of brackets":           `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 6_000) + "</script><p>" + words + "</p>",
		"JSON-LD of commas":             `<script type="application/ld+json">` + strings.Repeat(`,`, 600_000) + "</script><p>" + words + "</p>",
		"JSON-LD of things":             `<script type="application/ld+json">[` + strings.Repeat(`{"@type":"NewsArticle","@id":"x","author":[{"@id":"z"}]},`, 6_000) + "</script><p>" + words + "</p>",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := Parse(page, Limits{Depth: 160, Elements: 100_000, Bytes: 4 << 20})
			if err != nil {
				t.Fatal(err)
			}
			for _, block := range got.Blocks {
				if block.Text == "" || block.Text != squeeze(block.Text) {
					t.Fatalf("block %q", block.Text)
				}
			}
		})
	}
}

// FuzzParse holds that no page makes the reading fail, that the same page
// gives the same report, and that blocks hold words.
func FuzzParse(f *testing.F) {
	for _, page := range []string{
		"<title>a | b</title><h1>a</h1>" + story, "<article><h2><a>x</a></h2></article>", "<table><tr><td>14:05<td>words", "<p>By Jane Roe 5 March 2026",
		`<script type=application/ld+json>{"@type":"Article","articleBody":"<p>x</p>",}</script>`, "<figure><img><figcaption>x", "<div hidden><body><html>",
		"<ul><li><a>1</a>2", "<blockquote><select><svg><p></svg>", "<frameset><frame>", "\x00<\xFF>&#xD800;",
	} {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, text string) {
		first, err := Parse(text, limits)
		if err != nil {
			return
		}
		for _, block := range first.Blocks {
			if block.Text == "" || block.Line < 0 {
				t.Errorf("%+v", block)
			}
		}
		if second, _ := Parse(text, limits); !reflect.DeepEqual(first, second) {
			t.Errorf("two readings differ: %+v and %+v", first, second)
		}
	})
}
