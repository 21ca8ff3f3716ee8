package fetch

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestRobots(t *testing.T) {
	cases := []struct{ name, robots, forbidden, allowed string }{
		{"empty", "", "", "/ /a"},
		{"all", "User-agent: *\nDisallow: /", "/ /a /a?b", "/robots.txt"},
		{"nothing", "User-agent: *\nDisallow:", "", "/ /a"},
		{"prefix", "User-agent: *\nDisallow: /news", "/news /news/ /newspaper /news?x", "/ /New /old/news"},
		{"longest", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a /a/c /a/", "/a/b /a/b/c"},
		{"order does not count", "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a /a/c", "/a/b"},
		{"equal allows", "User-agent: *\nDisallow: /a\nAllow: /a", "", "/a"},
		{"own group", "User-agent: *\nDisallow: /\n\nUser-agent: isnad\nDisallow: /x", "/x", "/ /a"},
		{"own group in capitals, with a version", "User-agent: *\nDisallow: /\n\nUser-agent: Isnad/3.1\nDisallow: /x", "/x", "/a"},
		{"longer name is another's", "User-agent: isnad-images\nDisallow: /", "", "/a"},
		{"shorter name is another's", "User-agent: isn\nDisallow: /", "", "/a"},
		{"own groups are joined", "User-agent: isnad\nDisallow: /a\nUser-agent: b\nDisallow: /b\nUser-agent: isnad\nDisallow: /c", "/a /c", "/b"},
		{"agents in a row", "User-agent: b\nUser-agent: isnad\nUser-agent: c\nDisallow: /a", "/a", "/b"},
		{"others between agents", "User-agent: isnad\nSitemap: https://x.example/s\n\nUser-agent: b\nDisallow: /a", "/a", "/b"},
		{"star", "User-agent: *\nDisallow: /*.php", "/a.php /a/b.php?x /.php", "/a.ph /a"},
		{"star is bound to the start", "User-agent: *\nDisallow: /a*b", "/ab /axxb /axxbc", "/x/ab"},
		{"end", "User-agent: *\nDisallow: /*.php$", "/a.php", "/a.php? /a.php/b"},
		{"end without star", "User-agent: *\nDisallow: /a$", "/a", "/ab /a/"},
		{"front page alone", "User-agent: *\nDisallow: /\nAllow: /$", "/a /?", "/"},
		{"dollar within", "User-agent: *\nDisallow: /a$b", "/a$b /a$bc", "/a"},
		{"stars in a row", "User-agent: *\nDisallow: /**a***b", "/ab /xaxbx", "/ba"},
		{"encoded", "User-agent: *\nDisallow: /%d8%a3\nDisallow: /%7Euser", "/%D8%A3 /~user", "/%D8%A4"},
		{"letters as they are", "User-agent: *\nDisallow: /أ", "/%D8%A3 /%d8%a3x", "/"},
		{"slash stays encoded", "User-agent: *\nDisallow: /a%2Fb", "/a%2fb", "/a/b"},
		{"remarks and spaces", "# x\n  USER-AGENT : * # all\n\tDisallow:/a # here\n", "/a", "/b"},
		{"line ends", "User-agent: *\rDisallow: /a\r\nDisallow: /b", "/a /b", "/c"},
		{"mark", "\xEF\xBB\xBFUser-agent: *\nDisallow: /a", "/a", "/b"},
		{"rules of nobody", "Disallow: /a\nUser-agent: *\nDisallow: /b", "/b", "/a"},
		{"bad lines", "User-agent: *\nDisallow /a\nFoo: bar\n: x\nCrawl-delay: x\nDisallow: /b", "/b", "/a"},
		{"without slash", "User-agent: *\nDisallow: a", "", "/a"},
	}
	for _, c := range cases {
		rules := parseRobots([]byte(c.robots), "isnad")
		for want, list := range map[bool]string{false: c.forbidden, true: c.allowed} {
			for path := range strings.FieldsSeq(list) {
				u, err := url.Parse("https://news.example" + path)
				if err != nil {
					t.Fatal(err)
				}
				if got := rules.allows(u); got != want {
					t.Errorf("%s: %s allowed: %v; want %v", c.name, path, got, want)
				}
			}
		}
	}
}

func TestCrawlDelay(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"":                                    0,
		"Crawl-delay: 10":                     10 * time.Second,
		"crawl-delay: 0.5":                    500 * time.Millisecond,
		"Crawl-delay: 31536000":               maxCrawlDelay,
		"Crawl-delay: 1e300":                  maxCrawlDelay,
		"Crawl-delay: inf":                    0,
		"Crawl-delay: NaN":                    0,
		"Crawl-delay: -3":                     0,
		"Crawl-delay: soon":                   0,
		"Crawl-delay: 3\n\nUser-agent: isnad": 0, // a group of its own counts alone
	} {
		if got := parseRobots([]byte("User-agent: *\n"+text), "isnad").delay; got != want {
			t.Errorf("%q is %s; want %s", text, got, want)
		}
	}
}

// TestMatches holds the comparing in one pass against regular expressions.
func TestMatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pattern := rapid.StringMatching(`/[ab*$]{0,8}`).Draw(t, "pattern")
		path := rapid.StringMatching(`/[ab$]{0,10}`).Draw(t, "path")
		body, ends := strings.CutSuffix(pattern, "$")
		expression := "^" + strings.ReplaceAll(regexp.QuoteMeta(body), `\*`, ".*")
		if ends {
			expression += "$"
		}
		if got, want := matches(pattern, path), regexp.MustCompile(expression).MatchString(path); got != want {
			t.Fatalf("%q on %q: %v; %s says %v", pattern, path, got, expression, want)
		}
	})
}

// FuzzRobots: whatever stands in a robots.txt, it is read, and what is kept of
// it is no larger than three times the file.
func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nCrawl-delay: 3"), "/a")
	f.Add([]byte("User-agent: isnad\nAllow: \xFF%zz%\x00"), "/%%%")
	f.Fuzz(func(t *testing.T, raw []byte, path string) {
		rules := parseRobots(raw, "isnad")
		kept := 0
		for _, rule := range rules.list {
			kept += len(rule.path)
		}
		if kept > 3*len(raw) || rules.delay < 0 || rules.delay > maxCrawlDelay {
			t.Fatalf("kept %d bytes of %d, delay %s", kept, len(raw), rules.delay)
		}
		rules.allows(&url.URL{Scheme: "https", Host: "news.example", Path: path})
	})
}

// TestPoliciesAreBounded: of many origins only so many are remembered, and
// none is forgotten while it is in use.
func TestPoliciesAreBounded(t *testing.T) {
	r := newRobots()
	r.max = 10
	used := r.take("https://used.example")
	for i := range 1000 {
		r.drop(r.take("https://n" + strconv.Itoa(i) + ".example"))
	}
	if len(r.byOrigin) > r.max {
		t.Errorf("remembers %d origins; want at most %d", len(r.byOrigin), r.max)
	}
	if r.take("https://used.example") != used {
		t.Error("forgot one that is in use")
	}
}
