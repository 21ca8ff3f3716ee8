package page

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

// answers are the pages that answer a question.
var answers = map[string]func(*bytes.Buffer, Options) error{
	"hits": func(w *bytes.Buffer, o Options) error { return WriteHits(w, "speaker:haddaf", showtest.Hits(), 39, o) },
	"none": func(w *bytes.Buffer, o Options) error { return WriteHits(w, "<b>zebra", nil, 0, o) },
	"stories": func(w *bytes.Buffer, o Options) error {
		briefs, news := showtest.Briefs()
		return WriteBriefs(w, briefs, news, 0, o)
	},
	"entity": func(w *bytes.Buffer, o Options) error { return WriteProfile(w, showtest.Profile(), o) },
}

func answer(t *testing.T, name string, lang isnad.Lang) (string, *html.Node) {
	t.Helper()
	var out bytes.Buffer
	if err := answers[name](&out, Options{Lang: lang}); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), root
}

// The pages load nothing, their links within them lead somewhere, no anchor
// stands twice, and every run of the other language says so.
func TestAnswers(t *testing.T) {
	for name := range answers {
		for _, lang := range langs {
			text, root := answer(t, name, lang)
			if again, _ := answer(t, name, lang); again != text {
				t.Errorf("%s: two pages of one answer differ", name)
			}
			anchors := map[string]int{}
			for _, n := range elements(root, func(*html.Node) bool { return true }) {
				if id := attribute(n, "id"); id != "" {
					anchors[id]++
				}
				if source := attribute(n, "src"); source != "" || n.Data == "link" || n.Data == "iframe" {
					t.Errorf("%s loads %s %s", name, n.Data, source)
				}
			}
			for _, n := range elements(root, func(n *html.Node) bool { return n.Data == "a" }) {
				target := attribute(n, "href")
				if id, ok := strings.CutPrefix(target, "#"); ok && anchors[id] != 1 {
					t.Errorf("%s: link to %s leads to %d places", name, target, anchors[id])
				}
			}
			if policies := elements(root, func(n *html.Node) bool { return attribute(n, "http-equiv") == "Content-Security-Policy" }); len(policies) != 1 || attribute(policies[0], "content") != policy {
				t.Errorf("%s has another policy", name)
			}
			if !strings.Contains(text, map[isnad.Lang]string{isnad.Arabic: `<html lang="ar" dir="rtl">`, isnad.English: `<html lang="en" dir="ltr">`}[lang]) {
				t.Errorf("%s in %s says another language", name, lang)
			}
		}
	}
}

// Words found are marked, and their page holds every letter of the excerpt.
func TestFoundWords(t *testing.T) {
	_, root := answer(t, "hits", isnad.English)
	marks := elements(root, func(n *html.Node) bool { return n.Data == "mark" })
	if len(marks) == 0 {
		t.Error("no word found is marked")
	}
	text, _ := answer(t, "none", isnad.English)
	if strings.Contains(text, "<b>zebra") || !strings.Contains(text, "&lt;b&gt;zebra") {
		t.Error("a query is taken for markup")
	}
}

// An address that is none a browser should follow is not linked to.
func TestHostileAddress(t *testing.T) {
	profile := showtest.Profile()
	profile.Said[0].Doc.Article.URL = "javascript:alert(1)"
	profile.Said[0].Doc.Article.Outlet.Name = "<script>x</script>"
	var out bytes.Buffer
	if err := WriteProfile(&out, profile, Options{}); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); strings.Contains(text, `href="javascript:`) || strings.Contains(text, "<script>x") {
		t.Error("what a report says is run")
	}
}
