package fetchtest

import (
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/isnad-news/isnad"
)

// robotsCases are sites whose page is sound and whose robots.txt is not.
func robotsCases() []Case {
	robots := func(name string, want isnad.Kind, proves string, answer func(*site) http.Handler) Case {
		return Case{Name: "robots-" + name, Level: Fetch, Proves: proves, Want: want, robots: answer, serve: text("text/html", "<p>a page</p>")}
	}
	plain := func(body string) func(*site) http.Handler { return text("text/plain", body) }
	hangs := robots("hangs", isnad.Unavailable, "while robots.txt does not come the site is not read", hang(""))
	drips := robots("drips", isnad.Unavailable, "also when it comes byte by byte", drip(headOK+"Content-Length: 100000\r\n\r\n", "#"))
	hangs.Slow, drips.Slow = true, true
	return []Case{
		robots("forbids", isnad.Refused, "a site that forbids is not read", plain("User-agent: *\nDisallow: /\n")),
		robots("forbids-by-name", isnad.Refused, "nor one that forbids this program by name, in any case of letters", plain("User-agent: *\nAllow: /\n\nUser-agent: Other\nUser-agent: ISNAD/2.0\nDisallow: /\n")),
		robots("forbids-after-rubbish", isnad.Refused, "lines that say nothing do not hide the rules behind them", plain("\xEF\xBB\xBFDisallow: /x\nnonsense\nCrawl-delay: -5\nUser-agent: *\nCrawl-delay: often\nDisallow: /$\n")),
		hangs, drips,
		robots("500", isnad.Unavailable, "a robots.txt that fails forbids for now", status(500)),
		robots("500-for-a-year", isnad.Unavailable, "and the caller is told when to come back, within bounds", status(500, "Retry-After: 31536000")),
		robots("closed", isnad.Unavailable, "so does one whose connection is closed", cut("", false)),
		robots("away", isnad.Refused, "a robots.txt that redirects to a private address reaches nothing", redirect("http://127.0.0.1:TRAP/robots.txt")),
		robots("file", isnad.Refused, "nor does one that redirects to a file", redirect("file:///etc/passwd")),
		robots("circle", "", "one that redirects in a circle counts as none, as RFC 9309 says", redirect("BASE/robots.txt")),
		robots("403", "", "one that is closed counts as none, as RFC 9309 says", status(403)),
		robots("endless", "", "of one without end the first 500 KiB are read", stream(nil, func(w io.Writer) error {
			return repeat(w, []byte(strings.Repeat("Disallow: /news\n", 256)), endless)
		})),
		robots("endless-line", "", "also of one that is a single line", stream(nil, func(w io.Writer) error {
			return repeat(w, []byte(strings.Repeat("a", 4096)), endless)
		})),
		robots("bomb", "", "also of one that decodes to 10 GB", stream([]string{"Content-Encoding: gzip"}, gzipBomb)),
		robots("html", "", "a page in its place forbids nothing", text("text/html", "<html><body>Disallow: / is what a robots.txt says</body></html>")),
		robots("binary", "", "nor does binary", plain(strings.Repeat("\x00\xFF\x80", 1000))),
		robots("agents-times-rules", "", "15,000 agents over 15,000 rules take no more room than the file", plain(agentsTimesRules())),
		robots("stars", "", "rules of a thousand stars are compared in one pass", plain("User-agent: *\n"+strings.Repeat("Disallow: /"+strings.Repeat("*a", 1000)+"b$\n", 200))),
		robots("delay-of-a-year", "", "a delay of a year does not stop the first page, and is cut for the next", plain("User-agent: *\nCrawl-delay: 31536000\n")),
	}
}

func agentsTimesRules() string {
	var b strings.Builder
	for i := range 15_000 {
		fmt.Fprintf(&b, "User-agent:a%d\n", i)
	}
	for range 15_000 {
		b.WriteString("Disallow:/a\n")
	}
	return b.String()
}
