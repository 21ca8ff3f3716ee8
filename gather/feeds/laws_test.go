package feeds

import (
	"bytes"
	"compress/gzip"
	"net/url"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/dates"
)

// checkFeed holds the laws of a feed that was read.
func checkFeed(t interface{ Errorf(string, ...any) }, feed *Feed) {
	if len(feed.Items) > mostEntries || len(feed.Sitemaps) > mostEntries || len(feed.Notes) > mostNotes+10 {
		t.Errorf("%d items, %d sitemaps, %d notes", len(feed.Items), len(feed.Sitemaps), len(feed.Notes))
	}
	for _, address := range append([]string{feed.Home}, feed.Sitemaps...) {
		checkAddress(t, address)
	}
	ids := make(map[string]bool)
	for i, item := range feed.Items {
		checkAddress(t, item.URL)
		checkWords(t, item.Title)
		checkWords(t, item.Author)
		if item.ID == "" || ids[item.ID] {
			t.Errorf("item %d: id %q is empty or another's", i, item.ID)
		}
		ids[item.ID] = true
		if item.URL == "" && item.Title == "" && item.Content == "" {
			t.Errorf("item %d is empty", i)
		}
		for _, when := range []time.Time{item.Published, item.Updated} {
			if err := dates.Check(when, now); err != nil && !when.IsZero() {
				t.Errorf("item %d: %v", i, err)
			}
		}
		if !utf8.ValidString(item.Content) || len(item.Content) > mostContent {
			t.Errorf("item %d: text of %d bytes, or not UTF-8", i, len(item.Content))
		}
		if item.By == "" {
			t.Errorf("item %d does not say what it is", i)
		}
	}
}

func checkAddress(t interface{ Errorf(string, ...any) }, address string) {
	if address == "" {
		return
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil || u.Fragment != "" {
		t.Errorf("%q may not be followed: %v", address, err)
	}
}

func checkWords(t interface{ Errorf(string, ...any) }, words string) {
	if clean(words) != words || len(words) > mostWords {
		t.Errorf("%q is not clean", words)
	}
}

func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal("no cases", err)
	}
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data, "text/xml; charset=windows-1256")
	}
	f.Fuzz(func(t *testing.T, raw []byte, contentType string) {
		doc := Document{URL: "https://nahr.example/feed", ContentType: contentType, Bytes: raw}
		for _, link := range Discover(doc) {
			checkAddress(t, link.URL)
		}
		feed, err := Parse(doc, now)
		if err != nil {
			return
		}
		checkFeed(t, feed)
		again, err := Parse(doc, now)
		if err != nil || !reflect.DeepEqual(feed, again) {
			t.Error("read twice, and differently")
		}
	})
}

// TestCutAnywhere holds that a cut feed gives a start of what the whole gives:
// nothing before the cut is lost or changed but the item that is cut.
func TestCutAnywhere(t *testing.T) {
	for _, name := range []string{"rss-plain", "atom-plain", "json-11", "sitemap-news", "rss-10-rdf", "rss-arabic-dates"} {
		archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		raw := archive.Files[0].Data
		whole, err := Parse(Document{URL: "https://nahr.example/feed", Bytes: raw}, now)
		if err != nil {
			t.Fatal(err)
		}
		for n := 0; n < len(raw); n += 3 {
			feed, err := Parse(Document{URL: "https://nahr.example/feed", Bytes: raw[:n]}, now)
			if err != nil {
				continue
			}
			checkFeed(t, feed)
			for i, item := range feed.Items[:max(0, len(feed.Items)-1)] {
				if item.ID != whole.Items[i].ID || item.URL != whole.Items[i].URL {
					t.Fatalf("%s cut at %d: item %d is %+v", name, n, i, item)
				}
			}
			if n := len(feed.Items); n > 0 && feed.Items[n-1].URL != "" && feed.Items[n-1].URL != whole.Items[n-1].URL {
				t.Fatalf("%s: half an address: %q", name, feed.Items[n-1].URL)
			}
		}
	}
}

func TestClean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := clean(rapid.String().Draw(t, "words"))
		if twice := clean(once); twice != once {
			t.Fatalf("%q, then %q", once, twice)
		}
	})
}

// TestHostile holds that documents made to do harm are read in bounds.
func TestHostile(t *testing.T) {
	item := "<item><title>x</title><link>https://nahr.example/%d</link></item>"
	for _, test := range []struct {
		name, text string
		items      int
		note       string
	}{
		{"more items than are taken", "<rss><channel>" + numbered(item, mostItems+500) + "</channel></rss>", mostItems, "500 beyond the limit left out"},
		{"more addresses than a sitemap may have", "<urlset>" + numbered("<url><loc>https://nahr.example/%d</loc></url>", mostEntries+500) + "</urlset>", mostEntries, "500 beyond the limit left out"},
		{"deep elements", "<rss><channel>" + strings.Repeat("<a>", 500_000) + "<item><title>x</title></item>", 1, "the feed is cut: its end is missing"},
		{"deep markup in a text", "<rss><channel><item><title>x</title><content:encoded>" + strings.Repeat("<b>", 300_000) + "</item></channel></rss>", 1, ""},
		{"a hundred thousand attributes", "<rss><channel><item " + numbered(`a%d="x" `, 100_000) + "><title>x</title></item></channel></rss>", 1, ""},
		{"a hundred thousand namespaces", "<rss " + numbered(`xmlns:a%d="x" `, 100_000) + "><channel><item><title>x</title></item></channel></rss>", 1, ""},
		{"a hundred thousand links", "<feed><entry><title>x</title>" + strings.Repeat(`<link href="/x"/>`, 100_000) + "</entry></feed>", 1, ""},
		{"sections without end", "<rss><channel>" + strings.Repeat("<item><title><![CDATA[x</item>", 20_000), 1, "listed twice"},
		{"tags without end", "<rss><channel>" + strings.Repeat(`<item a="</item>`, 50_000), 0, ""},
		{"a hundred thousand references", "<rss><channel><item><title>" + strings.Repeat("&lol;", 100_000) + "</title></item></channel></rss>", 1, ""},
		{"a title of a megabyte", "<rss><channel><item><title>" + strings.Repeat("x", 1<<20) + "</title></item></channel></rss>", 1, ""},
		{"deep JSON", `{"version":"https://jsonfeed.org/version/1","items":[` + strings.Repeat("[", 1_000_000), 0, "the feed is cut or broken: what came before is kept"},
	} {
		t.Run(test.name, func(t *testing.T) {
			feed, err := Parse(Document{URL: "https://nahr.example/feed", Bytes: []byte(test.text)}, now)
			if err != nil {
				t.Fatal(err)
			}
			checkFeed(t, feed)
			if len(feed.Items) != test.items {
				t.Errorf("%d items, want %d", len(feed.Items), test.items)
			}
			if !strings.Contains(strings.Join(feed.Notes, "\n"), test.note) {
				t.Errorf("notes %q, want %q", feed.Notes, test.note)
			}
		})
	}
}

func numbered(form string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Replace(form, "%d", string(rune('a'+i%26))+itoa(i), 1))
	}
	return b.String()
}

func itoa(n int) string {
	digits := []byte{}
	for ; n > 0 || len(digits) == 0; n /= 10 {
		digits = append([]byte{byte('0' + n%10)}, digits...)
	}
	return string(digits)
}

// TestGzipBomb holds that what decodes to more than is read is cut: here a
// stream of many members, and gzip in gzip in gzip.
func TestGzipBomb(t *testing.T) {
	member := zip([]byte(strings.Repeat(" ", 1<<20)), gzip.BestSpeed)
	raw, notes := unpack(bytes.Repeat(member, mostBytes>>20+8))
	if len(raw) != mostBytes || len(notes) != 1 || !strings.Contains(notes[0], "the rest is left out") {
		t.Errorf("%d bytes, %q", len(raw), notes)
	}
	feed := []byte("<urlset><url><loc>https://nahr.example/a</loc></url></urlset>")
	if _, err := Parse(Document{Bytes: zip(zip(zip(feed, 1), 1), 1)}, now); err == nil {
		t.Error("unpacked three times")
	}
}

func TestNoFeed(t *testing.T) {
	for name, raw := range map[string]string{
		"a page": "<!doctype html><html><body><rssx></html>", "a picture": "\x89PNG\r\n", "nothing": "", "words": "hello", "JSON": `{"a":1}`, "a list": "[1]",
	} {
		feed, err := Parse(Document{URL: "https://nahr.example/x", Bytes: []byte(raw)}, now)
		if err == nil || isnad.Hint(err) == "" {
			t.Errorf("%s: %+v, %v", name, feed, err)
		}
	}
}
