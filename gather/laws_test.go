package gather

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

// fragments are what news inputs are made of, so that random inputs reach the
// rules.
var fragments = []string{
	"السد يعمل", "قال الوزير سامي الحداد إن السد يعمل منذ الأحد، مضيفا أن القناة الشرقية ستبدأ في الربيع.", "نهرستان (رويترز) - ", "(AFP)",
	"كتب: ", "المصدر: رويترز", "“", "”", "«", "»", "\"", " ،", "Sami Haddad", "![صورة](https://a.example/2026/02/x_1770746400.jpg)", "# ", "## ", "---",
	"Date: 2026-02-11", "title: x", "\n", "\n", "\n\n", "\r\n", "\u2028", "\u200F", "\u200C", "\u064B", "\u0301", "*", "**", "_", "[", "](", ")",
	"<p>", "</p>", "<div>", "</div>", "<h1>", "<br>", "<html>", "<title>", "<figcaption>", "<script type=application/ld+json>", "</script>", "&nbsp;", "&#x200f;",
	"{\"content\":\"", "\"}", "{", "[{", "}]", ",", "\\n", "11 فبراير 2026", "- ", "• ", "\x00", "\xD8", "\xFF\xFE", "The minister said on Sunday that it was. ",
}

// input draws a text of fragments and random strings.
func input(t *rapid.T) string {
	piece := rapid.OneOf(rapid.SampledFrom(fragments), rapid.StringN(0, 12, -1))
	return strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces"), "")
}

// hold fails unless the laws of articles hold for the input.
func hold(t interface {
	Fatalf(string, ...any)
	Helper()
}, source string, raw []byte, limits Limits) {
	t.Helper()
	options := Options{Now: now, Limits: limits}
	snapshot := isnad.Snapshot{Source: source, Bytes: raw}
	articles, err := Articles(snapshot, options)
	if len(articles) == 0 && err == nil {
		t.Fatalf("%s: neither article nor error", source)
	}
	again, _ := Articles(snapshot, options)
	if !reflect.DeepEqual(articles, again) {
		t.Fatalf("%s: another article the second time", source)
	}
	for _, article := range articles {
		if err := article.Check(); err != nil {
			t.Fatalf("%s: %v", source, err)
		}
		if !norm.NFC.IsNormalString(article.Text) {
			t.Fatalf("%s: text is not NFC: %q", source, article.Text)
		}
		if article.Outlet.Name == "" || len(article.ID) != 13 || len(article.Version) != 12 {
			t.Fatalf("%s: outlet %q, ID %q, version %q", source, article.Outlet.Name, article.ID, article.Version)
		}
		holdParts(t, article)
	}
}

// holdParts fails unless the text is its parts with a line feed between them.
func holdParts(t interface{ Fatalf(string, ...any) }, article *isnad.Article) {
	var parts []string
	for i, part := range article.Parts {
		words := part.Span.Of(article.Text)
		if words == "" || strings.TrimSpace(words) != words || strings.ContainsAny(words, "\n\r\u2028\u200F") {
			t.Fatalf("part %d is %q", i, words)
		}
		if part.Kind == isnad.Repeat && article.Parts[part.CopyOf].Kind == isnad.Repeat {
			t.Fatalf("part %d repeats a repeat", i)
		}
		parts = append(parts, words)
	}
	if strings.Join(parts, "\n") != article.Text {
		t.Fatalf("the parts are not the text: %q", article.Text)
	}
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := rapid.SampledFrom([]string{"a.txt", "a.md", "a.html", "a.jsonl", "-", "\xFF"}).Draw(t, "source")
		limits := Limits{}
		if rapid.Bool().Draw(t, "small limits") {
			limits = Limits{LineBytes: 20, TextBytes: 100, Parts: 3, Records: 2, Depth: 3}
		}
		hold(t, source, []byte(input(t)), limits)
	})
}

func TestClean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := clean(input(t))
		if twice := clean(once); twice != once {
			t.Fatalf("%q, then %q", once, twice)
		}
	})
}

// TestGivenWins holds that what the user says wins.
func TestGivenWins(t *testing.T) {
	day := time.Date(2020, 5, 4, 0, 0, 0, 0, time.UTC)
	options := Options{Outlet: "Nahr", Published: day, Lang: isnad.English, Now: now}
	articles, err := Articles(isnad.Snapshot{Source: "page.html", Bytes: []byte(newsPage)}, options)
	if err != nil {
		t.Fatal(err)
	}
	if a := articles[0]; a.Outlet.Name != "Nahr" || !a.Published.Time.Equal(day) || a.Published.How != isnad.Given || a.Lang != isnad.English {
		t.Errorf("%+v %+v %v", a.Outlet, a.Published, a.Lang)
	}
}

func FuzzArticles(f *testing.F) {
	f.Add([]byte(encoded), "a.txt")
	f.Add([]byte("---\ntitle: x\n---\n# A\n![b](/2025/02/03/c.jpg)\nWords (AP).\n"), "a.md")
	f.Add([]byte(`{"title":"a","content":"b\nc"}`+"\n{"), "a.jsonl")
	f.Add([]byte("\xFF\xFEa\x00"), "-")
	for _, fragment := range fragments {
		f.Add([]byte(fragment), "a.txt")
	}
	f.Fuzz(func(t *testing.T, raw []byte, source string) { hold(t, source, raw, Limits{}) })
}

func FuzzPage(f *testing.F) {
	f.Add(newsPage)
	f.Add("<table><tr><p>a<b><svg><div></table>b<br>c")
	f.Add("<!doctype html><figure><figcaption>x (AFP)</figcaption></figure><p>y")
	f.Fuzz(func(t *testing.T, page string) { hold(t, "a.html", []byte("<html>"+page), Limits{}) })
}
