package feeds

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDiscover(t *testing.T) {
	const guesses = 8
	head := func(tags string) string {
		return `<!doctype html><html lang="ar"><head>` + tags + `</head><body></body></html>`
	}
	body := func(tags string) string { return `<html><head></head><body>` + tags + `</body></html>` }
	for _, test := range []struct {
		name, page string
		want       []string // kind, address, title; guesses apart
	}{
		{"declared", head(`<link rel="alternate" type="application/rss+xml" title="النهر &amp; الجبل" href="/feed/"><link rel=alternate type="application/atom+xml" href="https://nahr.example/atom"><link rel="alternate" type="application/feed+json" href="feed.json">`),
			[]string{"rss https://nahr.example/feed/ النهر & الجبل", "atom https://nahr.example/atom", "json https://nahr.example/feed.json"}},
		{"feeds of comments come last", head(`<link rel="alternate" type="application/rss+xml" title="النهر » تعليقات" href="/c/"><link rel="alternate" type="application/rss+xml" title="Comments feed" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" title="النهر" href="/feed/">`),
			[]string{"rss https://nahr.example/feed/ النهر", "rss https://nahr.example/c/ النهر » تعليقات", "rss https://nahr.example/comments/feed/ Comments feed"}},
		{"what is declared in this way and is no feed", head(`<link rel="alternate" hreflang="en" href="/en/"><link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2"><link rel="stylesheet" href="/feed/"><link rel="alternate" type="application/json+oembed" href="/oembed"><link rel="alternate" media="handheld" href="/m/">`), nil},
		{"odd declarations", head(`<link REL="Feed" href="/a"><LINK rel="alternate home" type="application/rss+xml; charset=utf-8" href=" /b "><link rel="alternate" type="text/xml" href="/rss.php">`),
			[]string{"feed https://nahr.example/a", "rss https://nahr.example/b", "feed https://nahr.example/rss.php"}},
		{"a base of its own", head(`<base href="https://www.nahr.example/ar/"><link rel="alternate" type="application/rss+xml" href="feed">`), []string{"rss https://www.nahr.example/ar/feed"}},
		{"twice", head(`<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" href="/feed/">`), []string{"rss https://nahr.example/feed"}},
		{"links of the page", body(`<a href="/rss.xml"><img src="rss.png"> خدمة <b>RSS</b></a><a href="/news/feedback">رأيك</a><a href="/ar/rss/politics">سياسة</a><a href="?feed=rss2">الكل</a><a href="/sitemap.xml">خريطة الموقع</a><a href="/press/rss-history.html">تاريخ</a><a href="/feedings/">x</a>`),
			[]string{"rss https://nahr.example/rss.xml خدمة RSS", "rss https://nahr.example/ar/rss/politics سياسة", "rss https://nahr.example/?feed=rss2 الكل", "sitemap https://nahr.example/sitemap.xml خريطة الموقع"}},
		{"declared before linked", body(`<a href="/rss">RSS</a><link rel="alternate" type="application/rss+xml" href="/main.xml">`), []string{"rss https://nahr.example/main.xml", "rss https://nahr.example/rss RSS"}},
		{"a sitemap in the head", head(`<link rel="sitemap" type="application/xml" href="/map.xml">`), []string{"sitemap https://nahr.example/map.xml"}},
		{"addresses that may not be followed", head(`<link rel="alternate" type="application/rss+xml" href="javascript:x()"><link rel="alternate" type="application/rss+xml" href="file:///feed"><link rel="alternate" type="application/rss+xml" href="feed://nahr.example/f">`), []string{"rss http://nahr.example/f"}},
		{"nothing", body(`<p>مرحبا</p>`), nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			links := Discover(Document{URL: "https://nahr.example/", Bytes: []byte(test.page)})
			var got []string
			guessed := 0
			for i, link := range links {
				if link.Kind == Guess {
					guessed++
				} else if guessed > 0 {
					t.Errorf("%d is named and stands behind a guess", i)
				} else {
					got = append(got, strings.TrimSpace(fmt.Sprint(link.Kind, " ", link.URL, " ", link.Title)))
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if guessed == 0 || guessed > guesses {
				t.Errorf("%d guesses", guessed)
			}
		})
	}
}

func TestDiscoverRobots(t *testing.T) {
	const robots = "# robots\r\nUser-agent: *\r\nDisallow: /private\r\nSitemap: https://nahr.example/news.xml # of today\r\nsitemap:/map.xml\r\nSITEMAP : https://other.example/m.xml.gz\nSitemap:\nSitemap: ftp://x/"
	want := []Link{
		{"https://nahr.example/news.xml", "", Sitemap}, {"https://nahr.example/map.xml", "", Sitemap}, {"https://other.example/m.xml.gz", "", Sitemap},
	}
	if diff := cmp.Diff(want, Discover(Document{URL: "https://nahr.example/robots.txt", Bytes: []byte(robots)})); diff != "" {
		t.Error(diff)
	}
}

func TestDiscoverGuesses(t *testing.T) {
	links := Discover(Document{URL: "https://nahr.example/politics/?page=2", Bytes: []byte("<html><body>x</body></html>")})
	if len(links) == 0 || links[0] != (Link{"https://nahr.example/politics/feed/", "", Guess}) {
		t.Errorf("the section's own feed is not the first guess: %v", links)
	}
	if links := Discover(Document{Bytes: []byte("<html><body><a href='/feed'>RSS</a></body></html>")}); len(links) != 0 {
		t.Errorf("made addresses of nothing: %v", links)
	}
}

func TestDiscoverIsBounded(t *testing.T) {
	var page strings.Builder
	page.WriteString("<html><head>")
	for i := range 10_000 {
		fmt.Fprintf(&page, `<link rel="alternate" type="application/rss+xml" href="/feed/%d">`, i)
	}
	if links := Discover(Document{URL: "https://nahr.example/", Bytes: []byte(page.String())}); len(links) != mostLinks {
		t.Errorf("%d links", len(links))
	}
}
