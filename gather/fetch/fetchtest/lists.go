package fetchtest

import (
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
)

const sitemapNamespace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`

// sitemapCases are sitemaps that lead around.
func sitemapCases() []Case {
	sitemap := func(name string, want isnad.Kind, proves string, serve func(*site) http.Handler) Case {
		return Case{Name: "sitemap-" + name, Level: Feed, Proves: proves, Want: want, serve: serve}
	}
	index := func(addresses ...string) string {
		return `<?xml version="1.0"?><sitemapindex ` + sitemapNamespace + "><sitemap><loc>" + strings.Join(addresses, "</loc></sitemap><sitemap><loc>") + "</loc></sitemap></sitemapindex>"
	}
	return []Case{
		sitemap("self", "", "an index that lists itself comes to an end", filled("application/xml", index("BASE/", "BASE/?again", "BASE/"))),
		sitemap("chain", "", "a chain of 100 indexes is left after a few", func(s *site) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				n, _ := strconv.Atoi(strings.Trim(r.URL.Path, "/"))
				next := index(s.base + "/" + itoa(n+1))
				if n >= 100 {
					next = `<urlset ` + sitemapNamespace + `></urlset>`
				}
				text("application/xml", next)(s).ServeHTTP(w, r)
			})
		}),
		sitemap("wide", "", "of an index of 50,000 sitemaps a few are read", func(s *site) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				body := `<urlset ` + sitemapNamespace + `></urlset>`
				if r.URL.Path == "/" {
					list := make([]string, 50_000)
					for i := range list {
						list[i] = s.base + "/" + itoa(i)
					}
					body = index(list...)
				}
				text("application/xml", body)(s).ServeHTTP(w, r)
			})
		}),
		sitemap("private", isnad.Refused, "an index of private addresses reaches nothing, and says so", filled("application/xml", index("http://127.0.0.1:TRAP/", "http://[::1]:TRAP/", "file:///etc/passwd"))),
		sitemap("private-pages", "", "a sitemap of private pages, and of another host's, reaches nothing private", filled("application/xml",
			`<urlset `+sitemapNamespace+`><url><loc>http://127.0.0.1:TRAP/news</loc></url><url><loc>https://other.example/news</loc></url></urlset>`)),
	}
}

// jsonCases are feeds in JSON.
func jsonCases() []Case {
	const kind = "application/feed+json"
	feed := func(name string, want isnad.Kind, proves string, serve func(*site) http.Handler) Case {
		return Case{Name: "json-" + name, Level: Feed, Proves: proves, Want: want, serve: serve}
	}
	deep := func(w io.Writer) error {
		return around(w, `{"version":"https://jsonfeed.org/version/1.1","title":"x","items":`, "[", "]", 100_000, "}")
	}
	return []Case{
		feed("deep", "", "JSON nested 100,000 deep ends at a bound on depth, not of the stack", stream([]string{"Content-Type: " + kind}, deep)),
		feed("numbers", "", "numbers where text should be cost themselves alone", filled(kind,
			`{"version":"https://jsonfeed.org/version/1.1","title":7,"items":[{"id":1,"url":2,"title":3,"content_text":4,"date_published":5,"authors":6},{"id":"a","url":"BASE/one","title":"One"}]}`)),
		feed("null", "", "nor do nulls and empty lists", filled(kind,
			`{"version":"https://jsonfeed.org/version/1.1","title":null,"items":[null,{},[],"x",{"id":"a","url":"BASE/one","title":"One","authors":[null]}]}`)),
		feed("huge-number", "", "nor does a number beyond all numbers", filled(kind,
			`{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":1e999999,"url":"BASE/one","title":"One"}]}`)),
		feed("cut", "", "of a feed in JSON that is cut the whole items are read", filled(kind,
			`{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"a","url":"BASE/one","title":"One"},{"id":"b","url":"BASE/t`)),
		feed("surrogates", "", "half surrogates in JSON do no harm", filled(kind,
			`{"version":"https://jsonfeed.org/version/1.1","title":"\ud800","items":[{"id":"\udfff\u0000","url":"BASE/one","title":"\ud83d"}]}`)),
	}
}
