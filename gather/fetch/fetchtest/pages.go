package fetchtest

import (
	"io"
	"net/http"
	"strings"

	"github.com/isnad-news/isnad"
)

// Words of a report that is sound but for what stands around it.
const report = "<p>The council of Wadi Nakhil approved a plan on Sunday to mend the water network of the eastern quarters within six months, its president Salem al-Dari said.</p>" +
	"<p>Work will begin at the start of next month and will cost four million dinars, he told reporters.</p>"

// pageCases are sound feeds that name hostile pages.
func pageCases() []Case {
	page := func(name string, want isnad.Kind, proves string, serve func(*site) http.Handler) Case {
		return Case{Name: "page-" + name, Level: Page, Proves: proves, Want: want, page: serve}
	}
	generated := func(write func(io.Writer) error) func(*site) http.Handler {
		return stream([]string{"Content-Type: text/html; charset=utf-8"}, write)
	}
	const head, tail = "<!DOCTYPE html><html><head><title>Water plan</title></head><body>", "</body></html>"
	hangs := page("hangs", isnad.Unavailable, "a page that never comes leaves the feed's other pages alone", hang(""))
	hangs.Slow = true
	return []Case{
		hangs,
		page("private-redirect", isnad.Refused, "a page that redirects to a private address reaches nothing", redirect("http://127.0.0.1:TRAP/")),
		page("endless", isnad.TooLarge, "a page without end is left at the bound", flood(headOK+"\r\n", "<p>news</p>")),
		page("bomb", isnad.TooLarge, "a page that decodes to 10 GB is left at the bound", stream([]string{"Content-Encoding: gzip"}, gzipBomb)),
		page("deep", "", "a report inside 100,000 nested elements is read in bounded time", generated(func(w io.Writer) error {
			return around(w, head+report, "<div>", "</div>", 100_000, report+tail)
		})),
		page("deep-open", "", "so is one behind 100,000 elements that are never closed", generated(func(w io.Writer) error {
			return around(w, head, "<b>", "", 100_000, report+tail)
		})),
		page("deep-tables", "", "so is one in 5,000 tables in tables, which parsers take apart", generated(func(w io.Writer) error {
			return around(w, head+report, "<table><tr><td>", "", 5000, tail)
		})),
		page("deep-mixed", "", "so is one in markup that closes what was never opened", generated(func(w io.Writer) error {
			return around(w, head+report, "<a><i></b><p></div>", "", 20_000, tail)
		})),
		page("attributes", "", "100,000 attributes on one element cost no more than their bytes", generated(func(w io.Writer) error {
			return attributes(w, head+"<div", ">"+report+"</div>"+tail)
		})),
		page("long-attribute", "", "nor does one attribute of 10 MB", generated(func(w io.Writer) error {
			return around(w, head+`<div a="`, strings.Repeat("a", 1000), "", 10_000, `">`+report+"</div>"+tail)
		})),
		page("long-comment", "", "nor does a comment of 10 MB that is never closed", generated(func(w io.Writer) error {
			return around(w, head+report+"<!-- ", strings.Repeat("- ", 500), "", 10_000, "")
		})),
		page("long-line", "", "nor does a word of 5 MB", generated(func(w io.Writer) error {
			return around(w, head+report+"<p>", strings.Repeat("a", 1000), "", 5000, "</p>"+tail)
		})),
		page("many-paragraphs", "", "200,000 paragraphs are bounded", generated(func(w io.Writer) error {
			return around(w, head, "<p>The council met.</p>", "", 200_000, tail)
		})),
		page("entities", "", "a million character references cost no more than their bytes", generated(func(w io.Writer) error {
			return around(w, head+report+"<p>", "&nbsp;", "", 1_000_000, "</p>"+tail)
		})),
		page("json-ld-deep", "", "JSON-LD nested 100,000 deep is passed over", generated(func(w io.Writer) error {
			return around(w, head+`<script type="application/ld+json">{"@type":"NewsArticle","a":`, "[", "]", 100_000, "}</script>"+report+tail)
		})),
		page("refresh", "", "a page that says to go elsewhere is not followed", filled("text/html",
			head+`<meta http-equiv="refresh" content="0;url=http://127.0.0.1:TRAP/">`+report+`<img src="http://127.0.0.1:TRAP/i"><iframe src="http://127.0.0.1:TRAP/f"></iframe><script src="http://127.0.0.1:TRAP/s"></script>`+tail)),
		page("canonical-private", "", "a canonical or base address that is private is not reached", filled("text/html",
			strings.Replace(head, "</head>", `<link rel="canonical" href="http://127.0.0.1:TRAP/c"><base href="http://127.0.0.1:TRAP/"></head>`, 1)+report+tail)),
		page("picture", isnad.Unsupported, "a picture that is said to be a page is no report", text("text/html", "\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR"+strings.Repeat("\x00\x01\xFE", 500))),
		page("binary", isnad.Unsupported, "binary that is said to be a page is no report", text("text/html", "<p>"+strings.Repeat("\x00\x01\x02\xFE", 2000))),
		page("gone", isnad.NotFound, "a page that is gone is an error of its own", status(http.StatusGone)),
		page("empty", isnad.Invalid, "an empty page is no report", text("text/html", "")),
		page("year-9999", "", "a page from the year 9999 is not believed", text("text/html",
			strings.Replace(head, "</head>", `<meta property="article:published_time" content="9999-12-31T23:59:59Z"></head>`, 1)+report+tail)),
	}
}
