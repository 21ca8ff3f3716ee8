package pages

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var limits = Limits{Depth: 100, Elements: 10_000, Bytes: 1 << 20}

func TestHeadline(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"a site's name behind a bar", `<title>The dam is at work | Nahr News</title>`, "The dam is at work"},
		{"a known site's name on either side", `<meta property="og:site_name" content="Nahr"><title>Nahr - The dam is at work - Nahr</title>`, "The dam is at work"},
		{"a dash inside the headline", `<title>The dam - a story of two years</title>`, "The dam - a story of two years"},
		{"the heading that the title holds", `<title>Nahr: The dam is at work, says minister</title><h1>World</h1><h1>The dam is at work, says minister</h1>`, "The dam is at work, says minister"},
		{"the site's name is no headline", `<meta property="og:site_name" content="Nahr News"><title>The dam is at work - Nahr News</title><h1>Nahr News</h1>`, "The dam is at work"},
		{"JSON-LD", `<script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"The &quot;dam&quot; is at work"}]</script>`, `The "dam" is at work`},
		{"none", `<p>words</p>`, ""},
	} {
		page, err := Parse(test.page, limits)
		if err != nil {
			t.Fatal(err)
		}
		if page.Title != test.want {
			t.Errorf("%s: %q, want %q", test.name, page.Title, test.want)
		}
	}
}

func TestFacts(t *testing.T) {
	page, err := Parse(`<html lang=ar-EG><meta name=author content="سامي الحداد"><meta property="article:published_time" content="2026-02-11">
<link rel=Canonical href="/dam"><meta property="og:image" content="https://a.example/1.jpg"><time datetime="2026-02-10">x</time>
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"no"},{"@type":"ReportageNewsArticle","datePublished":"2026-02-12","publisher":{"name":"نهر"}}]}</script>
<script type="application/ld+json">{broken</script>`, limits)
	if err != nil {
		t.Fatal(err)
	}
	want := &Page{
		Site: "نهر", Author: "سامي الحداد", Lang: "ar-EG", Canonical: "/dam", Pictures: []string{"https://a.example/1.jpg"},
		Dates: []Date{{"2026-02-12", "json-ld datePublished"}, {"2026-02-11", "meta article:published_time"}, {"2026-02-10", "time"}},
	}
	page.Blocks = nil
	if diff := cmp.Diff(want, page); diff != "" {
		t.Error(diff)
	}
}

func TestFurniture(t *testing.T) {
	for words, want := range map[string]bool{
		"اقرأ أيضاً: السد يعمل": true, "إعلان": true, "READ MORE: The dam is at work": true, "https://a.example/b": true,
		"إعلان القاهرة": false, "Related work is done elsewhere": false, "More than that: the dam is at work": false,
		"شارك الوزير في الحفل": false, "Share prices fell": false,
	} {
		if got := isFurniture(words); got != want {
			t.Errorf("isFurniture(%q) = %v", words, got)
		}
	}
}

func TestCut(t *testing.T) {
	page, err := Parse("<p>one</p><p>two</p><p>three</p>", Limits{Depth: 10, Elements: 1, Bytes: 1 << 10})
	if err != nil {
		t.Fatal(err)
	}
	if !page.Cut || len(page.Blocks) != 1 || page.Blocks[0].Text != "one" {
		t.Errorf("%+v", page)
	}
}

// TestPlainLetters holds that the short way gives what the long one does.
func TestPlainLetters(t *testing.T) {
	var ascii strings.Builder
	for c := range byte(0x80) {
		ascii.WriteByte(c)
	}
	plain, ok := plainLetters(ascii.String())
	if long, _ := strings.CutSuffix(letters(ascii.String()+"\u0628"), "\u0628"); !ok || plain != long {
		t.Errorf("%q, want %q", plain, long)
	}
	if _, ok := plainLetters("caf\u00E9"); ok {
		t.Error("more than ASCII")
	}
}
