package gather

import (
	"errors"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/isnad-news/isnad"
)

var feedItem = isnad.Told{
	Outlet: "النهر اليوم", Lang: isnad.English, Title: "The dam is at work", Author: "Sami Haddad",
	Published: time.Date(2026, 2, 14, 10, 30, 0, 0, time.UTC), Clock: true, By: "rss item",
}

func gathered(t *testing.T, snapshot isnad.Snapshot) *isnad.Article {
	t.Helper()
	articles, err := Articles(snapshot, Options{Now: now})
	if err != nil || len(articles) != 1 {
		t.Fatalf("%d articles, %v", len(articles), err)
	}
	if err := articles[0].Check(); err != nil {
		t.Error(err)
	}
	return articles[0]
}

// TestTold holds what the item of a feed says of a report that says nothing
// itself, and what it does not say against the report's own word.
func TestTold(t *testing.T) {
	const bare = "<p>The minister said that the dam in the green valley began to work on Sunday.</p><p>The city will have water until the end of the year, she said.</p>"
	const full = `<html><head><meta property="og:site_name" content="Nahr"><meta property="og:title" content="A dam for the valley">
<meta name="author" content="Mona Karim"><meta property="article:published_time" content="2026-02-13T08:00:00Z"></head><body><h1>A dam for the valley</h1>` + bare + "</body></html>"
	for _, test := range []struct {
		name, body, url                            string
		title, author, outlet, published, evidence string
	}{
		{"says nothing", bare, "", "The dam is at work", "Sami Haddad", "النهر اليوم", "2026-02-14T10:30", "rss item"},
		{"says it", full, "", "A dam for the valley", "Mona Karim", "النهر اليوم", "2026-02-13T08:00", "meta article:published_time"},
		{"day in the address", bare, "https://nahr.example/2026/02/14/dam", "The dam is at work", "Sami Haddad", "النهر اليوم", "2026-02-14T10:30", "rss item"},
		{"another day in the address", bare, "https://nahr.example/2026/02/11/dam", "The dam is at work", "Sami Haddad", "النهر اليوم", "2026-02-11T00:00", "https://nahr.example/2026/02/11/dam"},
		{"collected later", `{"title":"A dam","content":"The dam began to work.","date_extracted":"2026-02-15 10:00:00"}`, "", "A dam", "Sami Haddad", "النهر اليوم", "2026-02-14T10:30", "rss item"},
	} {
		t.Run(test.name, func(t *testing.T) {
			article := gathered(t, isnad.Snapshot{Source: "nahr", URL: test.url, Bytes: []byte(test.body), Told: feedItem})
			if article.Title != test.title || article.Author != test.author || article.Outlet != (isnad.Outlet{Name: test.outlet, How: isnad.Given}) {
				t.Errorf("title %q, author %q, outlet %+v", article.Title, article.Author, article.Outlet)
			}
			if got := article.Published.Time.Format("2006-01-02T15:04"); got != test.published || article.Published.Evidence != test.evidence {
				t.Errorf("published %s by %q", got, article.Published.Evidence)
			}
		})
	}
}

func TestToldOutlet(t *testing.T) {
	record := isnad.Snapshot{Source: "a.jsonl", Record: 3, Told: feedItem, Bytes: []byte(`{"source":"Wadi","content":"The dam began to work."}`)}
	if article := gathered(t, record); article.Outlet != (isnad.Outlet{Name: "Wadi", How: isnad.Metadata}) {
		t.Errorf("a record that names its outlet is of %+v", article.Outlet)
	}
	articles, err := Articles(isnad.Snapshot{Source: "nahr", Bytes: []byte("The dam began to work."), Told: feedItem}, Options{Now: now, Outlet: "Given"})
	if err != nil || articles[0].Outlet.Name != "Given" {
		t.Errorf("%v, %v", articles, err)
	}
}

// TestToldDateRefused holds that a date from outside is weighed like others.
func TestToldDateRefused(t *testing.T) {
	for _, year := range []int{1970, 2031} {
		told := feedItem
		told.Published = time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		article := gathered(t, isnad.Snapshot{Source: "nahr", Bytes: []byte("The dam began to work."), Told: told})
		list := strings.Join(defects(article), " ")
		if article.Published.Known() || !strings.Contains(list, "rss item: ") {
			t.Errorf("%d: %+v, defects %s", year, article.Published, list)
		}
	}
}

// TestOneRecord holds that a record of a file gives what the file gives.
func TestOneRecord(t *testing.T) {
	lines := []string{
		`{"url":"http://www.nahr.example/1","source":"nahr","title":"The dam","content":"The dam began to work.\nSo they said.","published":"2026-02-14"}`,
		`{"title":"Water","content":"The city has water."}`,
	}
	whole, err := Articles(isnad.Snapshot{Source: "a/feed.jsonl", Bytes: []byte(strings.Join(lines, "\n"))}, Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range lines {
		article := gathered(t, isnad.Snapshot{Source: "a/feed.jsonl", Record: i + 1, Bytes: []byte(line)})
		if article.ID != whole[i].ID || article.Source != whole[i].Source || article.Outlet != whole[i].Outlet || article.Text != whole[i].Text {
			t.Errorf("record %d: %+v, in the file %+v", i+1, article, whole[i])
		}
	}
	for _, bad := range []string{`[{"content":"The dam."}]`, `{"content":""}`, `{"content":`} {
		_, err := Articles(isnad.Snapshot{Source: "a.jsonl", Record: 7, Bytes: []byte(bad)}, Options{Now: now})
		if !errors.Is(err, isnad.Invalid) || isnad.Hint(err) == "" || !strings.HasPrefix(err.Error(), "a.jsonl#7: ") {
			t.Errorf("%s: %v", bad, err)
		}
	}
	page := gathered(t, isnad.Snapshot{Source: "crawl.warc.gz", Record: 12, URL: "https://nahr.example/dam", ContentType: "text/html", Bytes: []byte("<p>The dam in the valley began to work.</p>")})
	if page.Source != "crawl.warc.gz#12" || page.URL != "https://nahr.example/dam" || page.Outlet.How != isnad.FromAddress {
		t.Errorf("%+v", page)
	}
}

// TestStatedCharset holds the place of the server's word among the others.
func TestStatedCharset(t *testing.T) {
	greek, _ := charmap.ISO8859_7.NewEncoder().String("Το φράγμα λειτουργεί από την Κυριακή.")
	arabic, _ := charmap.Windows1256.NewEncoder().String(encoded)
	wide, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String("The dam began to work on Sunday.")
	for _, test := range []struct{ name, raw, stated, want string }{
		{"stated", greek, "text/plain; charset=iso-8859-7", "Το φράγμα λειτουργεί από την Κυριακή."},
		{"before the page's", "<html><head><meta charset=windows-1251></head><body><p>" + greek + "</p></body></html>", "text/html; charset=ISO-8859-7", "Το φράγμα λειτουργεί από την Κυριακή."},
		{"behind UTF-8", "The café’s owner", "text/plain; charset=iso-8859-7", "The café’s owner"},
		{"behind the look of Arabic", arabic, "text/plain; charset=iso-8859-1", strings.TrimSpace(encoded)},
		{"UTF-16", wide, "text/plain; charset=utf-16be", "The dam began to work on Sunday."},
		{"unknown", "words", "text/plain; charset=x-none", "words"},
		{"broken", "words", "text/plain; charset", "words"},
	} {
		if got := gathered(t, isnad.Snapshot{Source: "report", ContentType: test.stated, Bytes: []byte(test.raw)}).Text; got != test.want {
			t.Errorf("%s: %q", test.name, got)
		}
	}
}

// TestStatedType holds that a media type counts where the bytes say nothing.
func TestStatedType(t *testing.T) {
	for _, test := range []struct {
		source, stated, text string
		want                 format
	}{
		{"report", "text/html; charset=utf-8", "words <i>and</i> words", webPage},
		{"report", "application/json", "words", records},
		{"report", "application/ld+json", "words", records},
		{"report", "text/plain", "<!doctype html><p>words", webPage},
		{"report", "text/html", `{"content":"words"}`, records},
		{"report", "", "words", plainText},
		{"report", "nonsense;;", "words", plainText},
	} {
		if got := sniff(test.text, test.source, test.stated); got != test.want {
			t.Errorf("%s %q: %d", test.stated, test.text, got)
		}
	}
}
