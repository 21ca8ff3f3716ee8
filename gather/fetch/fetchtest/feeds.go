package fetchtest

import (
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/isnad-news/isnad"
)

// item is an item of RSS that names a page.
func item(address string) string {
	return "<item><title>The council of Wadi Nakhil met</title><link>" + address + "</link><guid>" + address +
		"</guid><pubDate>Sun, 01 Jun 2025 08:00:00 +0000</pubDate></item>"
}

func rss(items ...string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Hostile</title><link>https://hostile.example/</link>` +
		strings.Join(items, "") + "</channel></rss>"
}

// goodCase is the sound source that stands beside the others: a feed of one
// Arabic and one English report, written for this test.
func goodCase() Case {
	page := func(lang, title, body string) string {
		return `<!DOCTYPE html><html lang="` + lang + `"><head><meta charset="utf-8"><title>` + title + `</title></head><body><article><h1>` + title +
			"</h1>" + body + "</article></body></html>"
	}
	return Case{serve: func(s *site) http.Handler {
		mux := http.NewServeMux()
		mux.Handle("/feed", filled("application/rss+xml", rss(
			strings.Replace(item("BASE/ar"), "The council of Wadi Nakhil met", "مجلس وادي النخيل يقر خطة المياه", 1), item("BASE/en")))(s))
		mux.Handle("/ar", text("text/html; charset=utf-8", page("ar", "مجلس وادي النخيل يقر خطة المياه",
			"<p>أعلن رئيس مجلس بلدية وادي النخيل سالم الدرعي يوم الأحد أن المجلس أقر خطة لإصلاح شبكة المياه في الأحياء الشرقية خلال ستة أشهر.</p>"+
				"<p>وقال الدرعي في مؤتمر صحفي إن العمل سيبدأ مطلع الشهر المقبل، وإن كلفته تبلغ أربعة ملايين دينار.</p>"+
				"<p>وأضاف أن شركة من أبناء المدينة ستتولى حفر الآبار الجديدة.</p>"))(s))
		mux.Handle("/en", text("text/html; charset=utf-8", page("en", "Council of Wadi Nakhil approves water plan",
			"<p>The council of Wadi Nakhil approved a plan on Sunday to mend the water network of the eastern quarters within six months, its president Salem al-Dari said.</p>"+
				"<p>Work will begin at the start of next month and will cost four million dinars, he told reporters.</p>"+
				"<p>A company of the town will drill the new wells, he added.</p>"))(s))
		return mux
	}}
}

const rssType = "application/rss+xml"

// feedCases are sound answers that carry hostile feeds.
func feedCases() []Case {
	feed := func(name string, want isnad.Kind, proves string, serve func(*site) http.Handler) Case {
		return Case{Name: "feed-" + name, Level: Feed, Proves: proves, Want: want, serve: serve}
	}
	generated := func(contentType string, write func(io.Writer) error) func(*site) http.Handler {
		return stream([]string{"Content-Type: " + contentType}, write)
	}
	return []Case{
		feed("deep", "", "XML nested 100,000 deep is read in bounded time and stack", generated(rssType, func(w io.Writer) error {
			return around(w, `<rss version="2.0"><channel>`, "<a>", "</a>", 100_000, "</channel></rss>")
		})),
		feed("deep-open", "", "so are 100,000 items that are never closed", generated(rssType, func(w io.Writer) error {
			return around(w, `<rss version="2.0"><channel>`, "<item>", "", 100_000, "")
		})),
		feed("external-entity", "", "an external entity is not fetched and no file is read", filled(rssType,
			`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "http://127.0.0.1:TRAP/dtd"><!ENTITY b SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&a;&b;</title>`+item("BASE/one")+"</channel></rss>")),
		feed("external-dtd", "", "an external DTD is not fetched", filled(rssType,
			`<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:TRAP/rss.dtd"><rss version="2.0"><channel>`+item("BASE/one")+"</channel></rss>")),
		feed("parameter-entity", "", "nor is a parameter entity", filled(rssType,
			`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:TRAP/p"> %p;]><rss version="2.0"><channel>`+item("BASE/one")+"</channel></rss>")),
		feed("billion-laughs", "", "entities of entities are not expanded", filled(rssType, laughs(10, 10))),
		feed("quadratic-entity", "", "nor is one long entity that is used 50,000 times", generated(rssType, func(w io.Writer) error {
			return around(w, `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "`+strings.Repeat("a", 50_000)+`">]><rss version="2.0"><channel><title>`,
				"&a;", "", 50_000, "</title></channel></rss>")
		})),
		feed("attributes", "", "100,000 attributes on one element cost no more than their bytes", generated(rssType, func(w io.Writer) error {
			return attributes(w, `<rss version="2.0"`, "><channel>"+rssItems+"</channel></rss>")
		})),
		feed("long-attribute", "", "nor does one attribute of 10 MB", generated(rssType, func(w io.Writer) error {
			return around(w, `<rss version="2.0" a="`, strings.Repeat("a", 1000), "", 10_000, `"><channel>`+rssItems+"</channel></rss>")
		})),
		feed("long-name", "", "nor does an element whose name has 1 MB", generated(rssType, func(w io.Writer) error {
			return around(w, `<rss version="2.0"><channel><`, strings.Repeat("a", 1000), "", 1000, `/>`+rssItems+"</channel></rss>")
		})),
		feed("cut", "", "of a feed cut in the middle the whole items are read", filled(rssType,
			strings.TrimSuffix(rss(item("BASE/one"), item("BASE/two")), "</link><guid>BASE/two</guid><pubDate>Sun, 01 Jun 2025 08:00:00 +0000</pubDate></item></channel></rss>"))),
		feed("million-items", isnad.TooLarge, "a feed of a million items is left at the bound on bytes", generated(rssType, func(w io.Writer) error {
			return around(w, `<rss version="2.0"><channel>`, "<item><link>https://hostile.example/</link></item>", "", 1_000_000, "</channel></rss>")
		})),
		feed("million-empty-items", "", "a million items that hold nothing, in 7 MB, are bounded by their number", generated(rssType, func(w io.Writer) error {
			return around(w, `<rss version="2.0"><channel>`, "<item/>", "", 1_000_000, "</channel></rss>")
		})),
		feed("no-items", "", "a feed without items is read", text(rssType, rss())),
		feed("empty", isnad.Unsupported, "an empty body is no feed", text(rssType, "")),
		feed("html", isnad.Unsupported, "a page of HTML that is said to be a feed is no feed", text(rssType, "<!DOCTYPE html><html><head><title>Blocked</title></head><body><p>Prove that you are human.</p></body></html>")),
		feed("picture", isnad.Unsupported, "a picture that is said to be a feed is no feed", text(rssType, "\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR"+strings.Repeat("\x00\x01\xFE", 500))),
		feed("gzip-file", "", "a file named feed.xml.gz is unpacked or named, not taken for text", text("application/gzip", string(gzipped([]byte(rss(item("https://hostile.example/one"))))))),
		feed("private-items", "", "items that point at private addresses reach nothing", filled(rssType,
			rss(item("http://127.0.0.1:TRAP/a"), item("http://[::1]:TRAP/b"), item("http://169.254.169.254/c"), item("http://2130706433:TRAP/d")))),
		feed("scheme-items", "", "nor do items of other schemes", filled(rssType,
			rss(item("file:///etc/passwd"), item("javascript:alert(1)"), item("data:text/plain,x"), item("gopher://127.0.0.1:TRAP/"), item("//"), item(":"), item("")))),
		feed("self-items", "", "a feed whose items are itself comes to an end", filled(rssType, rss(item("BASE/"), item("BASE/#a"), item("/")))),
		feed("base-private", "", "a base address that is private reaches nothing", filled("application/atom+xml",
			`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://127.0.0.1:TRAP/"><title>x</title><entry><id>1</id><title>x</title><link href="one"/></entry></feed>`)),
		feed("year-9999", "", "an item from the year 9999 is not believed", filled(rssType,
			rss(strings.Replace(item("BASE/one"), "2025", "9999", 1)))),
		feed("year-minus-one", "", "nor is one from the year -1", filled(rssType,
			rss(strings.Replace(item("BASE/one"), "2025", "-1", 1), strings.Replace(item("BASE/two"), "Sun, 01 Jun 2025 08:00:00 +0000", "0000-00-00T99:99:99Z", 1)))),
		feed("id-nul", "", "ids with NUL and controls do no harm", filled(rssType,
			rss(strings.Replace(item("BASE/one"), "<guid>", "<guid>\x00\x01&#0;&#x1F;", 1)))),
		feed("id-same", "", "10,000 items with one id are bounded", generated(rssType, func(w io.Writer) error {
			return around(w, `<rss version="2.0"><channel>`, "<item><guid>1</guid><link>https://hostile.example/</link></item>", "", 10_000, "</channel></rss>")
		})),
		feed("long-title", "", "a title of 5 MB is cut or left", generated(rssType, func(w io.Writer) error {
			return around(w, `<rss version="2.0"><channel><item><link>https://hostile.example/</link><title>`, strings.Repeat("news ", 200), "", 5000, "</title></item></channel></rss>")
		})),
		feed("script-title", "", "markup and scripts in a title are text", filled(rssType,
			rss(strings.Replace(item("BASE/one"), "The council", "<![CDATA[<script>alert(1)</script><b onclick=x>]]>The council", 1)))),
	}
}

const rssItems = "<item><title>One</title><link>https://hostile.example/one</link></item>"

// around writes open, then n times before, n times after, then end.
func around(w io.Writer, open, before, after string, n int, end string) error {
	_, err := io.WriteString(w, open)
	for _, part := range []string{before, after} {
		if err == nil && part != "" {
			// In blocks, so that a million of them are not a million writes.
			per := min(n, 1+4096/len(part))
			err = repeat(w, []byte(strings.Repeat(part, per)), n/per)
			if err == nil {
				_, err = io.WriteString(w, strings.Repeat(part, n%per))
			}
		}
	}
	if err == nil {
		_, err = io.WriteString(w, end)
	}
	return err
}

func attributes(w io.Writer, open, end string) error {
	var b strings.Builder
	b.WriteString(open)
	for i := range 100_000 {
		b.WriteString(" a" + itoa(i) + `="b"`)
	}
	b.WriteString(end)
	_, err := io.WriteString(w, b.String())
	return err
}

// laughs are entities, each of the one before it, several times.
func laughs(depth, times int) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">`)
	for i := 1; i <= depth; i++ {
		fmt.Fprintf(&b, `<!ENTITY e%d "%s">`, i, strings.Repeat(fmt.Sprintf("&e%d;", i-1), times))
	}
	fmt.Fprintf(&b, `]><rss version="2.0"><channel><title>&e%d;</title>%s</channel></rss>`, depth, item("BASE/one"))
	return b.String()
}

// charsetCases are feeds that lie about their letters. In all of them the
// title is that of the sound feed.
func charsetCases() []Case {
	arabic := strings.Replace(rss(strings.Replace(item("https://hostile.example/one"), "The council of Wadi Nakhil met", "مجلس وادي النخيل يقر خطة المياه", 1)), `encoding="UTF-8"`, `encoding="DECLARED"`, 1)
	feed := func(name, proves, header, declared string, encode func(string) string) Case {
		return Case{Name: "charset-" + name, Level: Feed, Proves: proves,
			serve: text(header, encode(strings.Replace(arabic, "DECLARED", declared, 1)))}
	}
	same := func(s string) string { return s }
	windows := func(s string) string {
		coded, err := charmap.Windows1256.NewEncoder().String(s)
		if err != nil {
			return s
		}
		return coded
	}
	return []Case{
		feed("utf8-as-1256", "UTF-8 that says windows-1256 is read as what it is", rssType, "windows-1256", same),
		feed("1256-as-utf8", "windows-1256 that says UTF-8 too", rssType, "UTF-8", windows),
		feed("header-lies", "windows-1256 that is right about itself, under a header that says UTF-8, too", rssType+"; charset=utf-8", "windows-1256", windows),
		feed("utf16-no-mark", "UTF-16 without byte order mark is read or named", rssType, "UTF-16", func(s string) string { return wide(s, false) }),
		feed("utf16-mark", "UTF-16 with byte order mark, that says UTF-8, is read", rssType, "UTF-8", func(s string) string { return wide(s, true) }),
		feed("unknown", "a charset that does not exist does not hide the letters", rssType+"; charset=x-unknown", "x-unknown", same),
		feed("utf7", "UTF-7, in which markup can hide, is not believed", rssType+"; charset=utf-7", "UTF-7", same),
		feed("broken-utf8", "bytes that are no letters cost themselves alone", rssType, "UTF-8", func(s string) string { return strings.Replace(s, "Hostile", "Hos\xFF\xC0\x80tile", 1) }),
	}
}

func wide(s string, mark bool) string {
	var raw []byte
	if mark {
		raw = append(raw, 0xFF, 0xFE)
	}
	for _, unit := range utf16.Encode([]rune(s)) {
		raw = binary.LittleEndian.AppendUint16(raw, unit)
	}
	return string(raw)
}
