package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

var langs = []isnad.Lang{isnad.English, isnad.Arabic}

func write(t *testing.T, record *isnad.Record, lang isnad.Lang) (string, *html.Node) {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, record, Options{Lang: lang}); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), root
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	for name := range strings.FieldsSeq(attribute(n, "class")) {
		if name == class {
			return true
		}
	}
	return false
}

func elements(root *html.Node, keep func(*html.Node) bool) []*html.Node {
	var list []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && keep(n) {
			list = append(list, n)
		}
	}
	return list
}

func TestSameRecordSameBytes(t *testing.T) {
	for _, lang := range langs {
		first, _ := write(t, showtest.Record(), lang)
		second, _ := write(t, showtest.Record(), lang)
		if first != second {
			t.Errorf("%s: two pages of one record differ", lang)
		}
	}
}

// Every link leads to one place of the page, and none leads out of it.
func TestLinks(t *testing.T) {
	for _, lang := range langs {
		_, root := write(t, showtest.Record(), lang)
		ids := map[string]int{}
		for _, n := range elements(root, func(n *html.Node) bool { return attribute(n, "id") != "" }) {
			ids[attribute(n, "id")]++
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s: id %s stands %d times", lang, id, n)
			}
		}
		links := elements(root, func(n *html.Node) bool { return n.Data == "a" })
		for _, n := range links {
			target, inside := strings.CutPrefix(attribute(n, "href"), "#")
			if !inside || ids[target] != 1 {
				t.Errorf("%s: %q leads nowhere", lang, attribute(n, "href"))
			}
		}
		for _, key := range []string{"data-entry", "data-of", "aria-labelledby"} {
			for _, n := range elements(root, func(n *html.Node) bool { return attribute(n, key) != "" }) {
				if ids[attribute(n, key)] != 1 {
					t.Errorf("%s: %s %q names nothing", lang, key, attribute(n, key))
				}
			}
		}
	}
}

// Every source of every entry and commitment is one click away: there is a link
// to its mark, and the mark is there.
func TestEverySourceIsLinked(t *testing.T) {
	record := showtest.Record()
	_, root := write(t, record, isnad.English)
	linked := map[string]bool{}
	for _, n := range elements(root, func(n *html.Node) bool { return n.Data == "a" }) {
		linked[attribute(n, "href")] = true
	}
	p := newPage(record, isnad.English)
	if len(p.entryOf) == 0 {
		t.Fatal("no facts")
	}
	for mark := range p.entryOf {
		if !linked["#"+mark] {
			t.Errorf("nothing links to %s", mark)
		}
	}
}

// The reports stand on the page letter for letter.
func TestTextIsExact(t *testing.T) {
	record := showtest.Record()
	p := newPage(record, isnad.English)
	for _, story := range p.Stories {
		for _, report := range story.Reports {
			b := p.draw(report)
			var got []string
			if b.Heading != nil {
				got = append(got, plain(b.Heading))
			}
			for _, block := range b.Blocks {
				if block.Kind != isnad.Repeat {
					got = append(got, plain(block.Nodes))
				}
				for _, repeat := range block.Repeats {
					got = append(got, plain(repeat))
				}
			}
			if text := strings.Join(got, "\n"); text != report.Article.Text {
				t.Errorf("report %d came out as %q", report.Number, text)
			}
		}
	}
	_, root := write(t, record, isnad.English)
	shown := content(root)
	for _, doc := range record.Docs {
		for _, part := range doc.Article.Parts {
			if !strings.Contains(shown, part.Span.Of(doc.Article.Text)) {
				t.Errorf("the page lacks %q", part.Span.Of(doc.Article.Text))
			}
		}
	}
}

// The policy allows the page's own style and script, by hash, and nothing else;
// nothing on the page needs more.
func TestPolicy(t *testing.T) {
	_, root := write(t, showtest.Record(), isnad.English)
	policy := ""
	for _, n := range elements(root, func(n *html.Node) bool { return n.Data == "meta" }) {
		if attribute(n, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(n, "content")
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
	blocks := elements(root, func(n *html.Node) bool { return n.Data == "style" || n.Data == "script" })
	if len(blocks) != 2 {
		t.Errorf("there are %d blocks of style and script", len(blocks))
	}
	for _, n := range blocks {
		sum := sha256.Sum256([]byte(content(n)))
		if !strings.Contains(policy, n.Data+"-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
			t.Errorf("the policy does not allow the %s", n.Data)
		}
	}
	checkInert(t, root)
}

// checkInert fails on anything that could load or run.
func checkInert(t *testing.T, root *html.Node) {
	t.Helper()
	for _, n := range elements(root, func(*html.Node) bool { return true }) {
		switch n.Data {
		case "img", "iframe", "link", "object", "embed", "form", "svg", "base", "video", "audio":
			t.Errorf("there is a %s", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
				t.Errorf("%s has %s=%q", n.Data, a.Key, a.Val)
			}
		}
	}
}

const hostile = "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{.}}\u202e\u2067 &lt; javascript:alert(1)"

// Whatever the strings of a record hold, they are words on the page.
func TestHostileRecord(t *testing.T) {
	record := showtest.Record()
	for _, doc := range record.Docs {
		a := doc.Article
		a.Source, a.URL, a.Author, a.Outlet.Name, a.Agency.Name, a.Published.Evidence = hostile, "javascript:alert(1)", hostile, hostile, hostile, hostile
		a.Lang = isnad.Lang(hostile)
		a.Defects = append(a.Defects, isnad.Defect{Kind: hostile, Note: hostile})
		for i := range doc.Statements {
			doc.Statements[i].Force, doc.Statements[i].Chain[0].Name = hostile, hostile
		}
		for i := range a.Parts {
			a.Parts[i].Kind = isnad.PartKind(strings.ReplaceAll(string(a.Parts[i].Kind), "caption", hostile))
		}
	}
	for i := range record.Entities {
		record.Entities[i].Label[isnad.English], record.Entities[i].Inferred, record.Entities[i].Kind = hostile, hostile, hostile
	}
	for i := range record.Entries {
		entry := &record.Entries[i]
		entry.When, entry.Mode = hostile, hostile
		for j := range entry.Stances {
			entry.Stances[j].Differences = []isnad.Difference{{What: hostile, Value: hostile, Others: hostile}}
		}
	}
	for i := range record.Commitments {
		record.Commitments[i].Due, record.Commitments[i].Why = hostile, hostile
	}
	for i := range record.Stories {
		record.Stories[i].Title = hostile
	}
	for _, lang := range langs {
		_, root := write(t, record, lang)
		checkInert(t, root)
		if n := len(elements(root, func(n *html.Node) bool { return n.Data == "script" })); n != 1 {
			t.Errorf("%s: there are %d scripts", lang, n)
		}
		if !strings.Contains(content(root), hostile) {
			t.Errorf("%s: the hostile words are not shown as words", lang)
		}
	}
}

func TestHeadingsAreInOrder(t *testing.T) {
	for _, lang := range langs {
		_, root := write(t, showtest.Record(), lang)
		last := 0
		for _, n := range elements(root, func(n *html.Node) bool {
			return len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
		}) {
			level := int(n.Data[1] - '0')
			if level > last+1 {
				t.Errorf("%s: %s %q follows h%d", lang, n.Data, content(n), last)
			}
			last = level
		}
	}
}

// Words of a report carry the direction of their language.
func TestDirections(t *testing.T) {
	_, root := write(t, showtest.Record(), isnad.English)
	blocks := elements(root, func(n *html.Node) bool { return n.Data == "blockquote" || hasClass(n, "text") })
	if len(blocks) == 0 {
		t.Fatal("no words of reports")
	}
	for _, n := range blocks {
		want := map[string]string{"ar": "rtl", "en": "ltr"}[attribute(n, "lang")]
		if got := attribute(n, "dir"); got != want || want == "" {
			t.Errorf("%s in %q runs %q", n.Data, attribute(n, "lang"), got)
		}
	}
	_, root = write(t, showtest.Record(), isnad.Arabic)
	page := elements(root, func(n *html.Node) bool { return n.Data == "html" })[0]
	if attribute(page, "dir") != "rtl" || attribute(page, "lang") != "ar" {
		t.Error("the Arabic page does not run from the right")
	}
}

func TestUnreadSentencesAreShown(t *testing.T) {
	record := showtest.Record()
	_, root := write(t, record, isnad.English)
	marked := elements(root, func(n *html.Node) bool { return hasClass(n, "unread") && attribute(n, "id") != "" })
	want := 0
	for _, doc := range record.Docs {
		for _, sentence := range doc.Sentences {
			if sentence.Voice == isnad.NotUnderstood {
				want++
			}
		}
	}
	if len(marked) != want {
		t.Errorf("%d sentences are marked as not understood, want %d", len(marked), want)
	}
}

func TestEmptyRecord(t *testing.T) {
	out, _ := write(t, &isnad.Record{}, isnad.English)
	if !strings.Contains(out, "No report was read.") {
		t.Error("an empty record says nothing")
	}
}
