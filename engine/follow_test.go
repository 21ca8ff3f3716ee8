package engine_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/gather/fetch"
	"github.com/isnad-news/isnad/store/sqlite"
)

// web is a network of pages held in memory. It keeps what it was asked for.
type web struct {
	lock  sync.Mutex
	pages map[string]page
	asked []string
}

type page struct {
	kind, body string
	err        error
}

func (w *web) Get(_ context.Context, request fetch.Request) (*fetch.Response, error) {
	w.lock.Lock()
	defer w.lock.Unlock()
	w.asked = append(w.asked, request.URL)
	page, ok := w.pages[request.URL]
	switch {
	case !ok:
		return nil, isnad.Errorf(isnad.NotFound, request.URL, "status 404")
	case page.err != nil:
		return nil, page.err
	}
	tag := fmt.Sprintf("%q", page.body)
	if request.ETag == tag {
		return &fetch.Response{URL: request.URL, Status: 304, NotModified: true, ETag: tag}, nil
	}
	return &fetch.Response{URL: request.URL, Status: 200, ETag: tag, ContentType: page.kind, Bytes: []byte(page.body)}, nil
}

// since returns what was asked since the last call, in order of the addresses.
func (w *web) since() []string {
	w.lock.Lock()
	defer w.lock.Unlock()
	asked := w.asked
	w.asked = nil
	slices.Sort(asked)
	return asked
}

const site = "https://harbour.example"

func article(title, text string) page {
	return page{kind: "text/html; charset=utf-8", body: "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" +
		strings.Join(strings.Split(text, "\n"), "</p><p>") + "</p></article></body></html>"}
}

func feed(items ...string) page {
	body := `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour</title><link>` + site + `</link><description>d</description>`
	for _, path := range items {
		path, content, _ := strings.Cut(path, "|")
		body += "<item><title>Report " + path + "</title><link>" + site + path + "</link><guid>" + path + "</guid><pubDate>Thu, 05 Mar 2026 08:00:00 GMT</pubDate>" +
			"<description>short</description>"
		if content != "" {
			body += `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[` + content + "]]></content:encoded>"
		}
		body += "</item>"
	}
	return page{kind: "application/rss+xml", body: body + "</channel></rss>"}
}

const (
	opened = "The harbour of Ostrel opened again on Thursday after two weeks, the port authority said.\nPort director Anneke Strell said that forty ships were waiting outside."
	bridge = "Engineers closed the old bridge of Ostrel on Thursday for repairs that will take a month.\nThe city council said that buses would cross by the northern bridge."
)

// desk is an engine with a store, a network and a clock of its own.
type desk struct {
	t      *testing.T
	engine *engine.Engine
	store  *sqlite.Store
	web    *web
	clock  time.Time
}

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, web: &web{pages: map[string]page{}}, clock: time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC)}
	d.engine = engine.New(engine.Options{Facts: facts(), Rules: "test", Gather: gather.Options{Now: func() time.Time { return d.clock }}})
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "isnad.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	d.store = store
	return d
}

// follow checks sources once and returns what became of the snapshots.
func (d *desk) follow(sources ...isnad.FollowedSource) (told []string, problems error) {
	d.t.Helper()
	problems, err := d.engine.Follow(d.t.Context(), d.store, d.web, sources, engine.FollowOptions{
		Told: func(one engine.Taken) { told = append(told, string(one.Outcome)+" "+one.Title) },
	})
	if err != nil {
		d.t.Fatal(err)
	}
	slices.Sort(told)
	return told, problems
}

func (d *desk) expect(what string, want, got []string) {
	d.t.Helper()
	if !slices.Equal(want, got) {
		d.t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

var harbour = isnad.FollowedSource{Name: "The Harbour", Addresses: []string{site + "/feed"}, Kind: isnad.Newspaper, Lang: isnad.English}

func TestFollow(t *testing.T) {
	d := newDesk(t)
	d.web.pages[site+"/feed"] = feed("/1", "/2")
	d.web.pages[site+"/1"] = article("Harbour opens again", opened)
	d.web.pages[site+"/2"] = article("Bridge closed", bridge)
	told, problems := d.follow(harbour)
	if problems != nil {
		t.Fatal(problems)
	}
	d.expect("first round", []string{"added Bridge closed", "added Harbour opens again"}, told)
	d.expect("first round", []string{site + "/1", site + "/2", site + "/feed"}, d.web.since())

	told, _ = d.follow(harbour)
	d.expect("not due", nil, told)
	d.expect("not due", nil, d.web.since())

	d.clock = d.clock.Add(20 * time.Minute)
	told, _ = d.follow(harbour)
	d.expect("nothing new", nil, told)
	d.expect("nothing new", []string{site + "/feed"}, d.web.since())

	// An hour later the pages are looked at again, though the feed is the same.
	d.clock = d.clock.Add(time.Hour)
	d.web.pages[site+"/1"] = article("Harbour opens again", strings.Replace(opened, "forty", "fifty", 1))
	told, _ = d.follow(harbour)
	d.expect("edited", []string{"edited Harbour opens again"}, told)
	edited, err := d.store.EditedArticles(t.Context())
	if err != nil || len(edited) != 1 {
		t.Fatalf("edited articles %v, %v", edited, err)
	}
	edits, err := engine.Edits(t.Context(), d.store, edited[0])
	if err != nil || len(edits) != 2 || len(edits[1].Change.RewordedParts) != 1 {
		t.Errorf("edits %+v, %v", edits, err)
	}
	article, err := d.store.Article(t.Context(), edited[0], "")
	if err != nil || article.Outlet.Name != harbour.Name || article.Published.Time.Format(time.DateOnly) != "2026-03-05" {
		t.Errorf("article %+v, %v", article, err)
	}

	// What does not change for a day is asked for no more.
	for range 60 {
		d.clock = d.clock.Add(time.Hour)
		d.follow(harbour)
	}
	d.web.since()
	d.clock = d.clock.Add(24 * time.Hour)
	d.follow(harbour)
	d.expect("settled", []string{site + "/feed"}, d.web.since())
}

func TestFollowTrouble(t *testing.T) {
	busy := isnad.Errorf(isnad.Unavailable, site+"/2", "status 503")
	d := newDesk(t)
	d.web.pages[site+"/feed"] = feed("/1", "/2", "/3|<p>"+strings.ReplaceAll(bridge, "\n", "</p><p>")+"</p>", "/4")
	d.web.pages[site+"/1"] = article("Harbour opens again", opened)
	d.web.pages[site+"/2"] = page{err: busy}
	d.web.pages[site+"/3"] = page{err: isnad.Errorf(isnad.Refused, site+"/3", "robots.txt forbids it")}
	silent := isnad.FollowedSource{Name: "Silent", Addresses: []string{"https://silent.example/feed"}, Kind: isnad.Site}
	told, problems := d.follow(silent, harbour)
	// The page that is forbidden is read as the feed carries it, the one that is
	// gone is let go, the busy one comes up again.
	d.expect("first round", []string{"added Harbour opens again", "added Report /3"}, told)
	if !errors.Is(problems, isnad.Unavailable) || !strings.Contains(problems.Error(), "silent.example") || strings.Contains(problems.Error(), "/4") {
		t.Errorf("problems %v", problems)
	}
	stand, err := d.store.Fetch(t.Context(), "https://silent.example/feed")
	if err != nil || stand.Failures != 1 || stand.Problem == "" || !stand.Next.After(d.clock) {
		t.Errorf("stand %+v, %v", stand, err)
	}
	d.web.since()
	d.clock = d.clock.Add(20 * time.Minute)
	d.web.pages[site+"/2"] = article("Bridge closed", strings.ReplaceAll(bridge, "month", "year"))
	told, problems = d.follow(harbour)
	d.expect("second round", []string{"added Bridge closed"}, told)
	d.expect("second round", []string{site + "/2", site + "/feed"}, d.web.since())
	if problems != nil {
		t.Error(problems)
	}
	// Failures are asked for ever more seldom.
	checks := 0
	for range 48 {
		d.clock = d.clock.Add(15 * time.Minute)
		d.follow(silent)
		checks += len(d.web.since())
	}
	if checks < 3 || checks > 8 {
		t.Errorf("a source that never answers was asked %d times in twelve hours", checks)
	}
}

func TestFollowHome(t *testing.T) {
	d := newDesk(t)
	d.web.pages[site+"/"] = page{kind: "text/html", body: `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>home</body></html>`}
	d.web.pages[site+"/feed"] = feed("/1")
	d.web.pages[site+"/1"] = article("Harbour opens again", opened)
	home := harbour
	home.Addresses = []string{site + "/"}
	told, problems := d.follow(home)
	if problems != nil {
		t.Error(problems)
	}
	d.expect("home page", []string{"added Harbour opens again"}, told)
}

func TestFollowSitemaps(t *testing.T) {
	d := newDesk(t)
	index := func(list ...string) page {
		body := `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`
		for _, path := range list {
			body += "<sitemap><loc>" + site + path + "</loc></sitemap>"
		}
		return page{kind: "application/xml", body: body + "</sitemapindex>"}
	}
	// An index that lists itself, one that is gone, one that goes on.
	d.web.pages[site+"/feed"] = index("/feed", "/gone.xml", "/more.xml")
	d.web.pages[site+"/more.xml"] = index("/feed", "/more.xml", "/last.xml")
	d.web.pages[site+"/last.xml"] = page{kind: "application/xml", body: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>` + site + `/1</loc><lastmod>2026-03-05</lastmod></url></urlset>`}
	d.web.pages[site+"/1"] = article("Harbour opens again", opened)
	told, problems := d.follow(harbour)
	if problems != nil {
		t.Error(problems)
	}
	d.expect("sitemaps", []string{"added Harbour opens again"}, told)
}

// A page whose bytes are others each time, for a token or a counter in it, is
// let go like any other.
func TestFollowNoisyPage(t *testing.T) {
	d := newDesk(t)
	d.web.pages[site+"/feed"] = feed("/1")
	asked := 0
	for hour := range 5 * 24 {
		noisy := article("Harbour opens again", opened)
		noisy.body += fmt.Sprintf("<!-- %d -->", hour)
		d.web.pages[site+"/1"] = noisy
		d.follow(harbour)
		for _, address := range d.web.since() {
			if address == site+"/1" {
				asked++
			}
		}
		d.clock = d.clock.Add(time.Hour)
	}
	if asked < 3 || asked > 8 {
		t.Errorf("a page that never settles was asked %d times in five days", asked)
	}
}

// An index of sitemaps, and a home page, stand for lists that change while they
// do not; and what could not be read is not taken for read.
func TestFollowUnchanged(t *testing.T) {
	sitemap := func(paths ...string) page {
		body := `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`
		for _, path := range paths {
			body += "<url><loc>" + site + path + "</loc><lastmod>2026-03-05</lastmod></url>"
		}
		return page{kind: "application/xml", body: body + "</urlset>"}
	}
	index := page{kind: "application/xml", body: `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>` + site + "/list</loc></sitemap></sitemapindex>"}
	home := page{kind: "text/html", body: `<html><head><link rel="alternate" type="application/rss+xml" href="/list"></head><body>home</body></html>`}
	for name, test := range map[string]struct{ top, one, two page }{
		"index": {index, sitemap("/1"), sitemap("/1", "/2")},
		"home":  {home, feed("/1"), feed("/1", "/2")},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.web.pages[site+"/feed"], d.web.pages[site+"/list"] = test.top, test.one
			d.web.pages[site+"/1"] = article("Harbour opens again", opened)
			d.web.pages[site+"/2"] = article("Bridge closed", bridge)
			d.follow(harbour)
			d.clock = d.clock.Add(20 * time.Minute)
			d.web.pages[site+"/list"] = test.two
			told, _ := d.follow(harbour)
			d.expect("second round", []string{"added Bridge closed"}, told)
		})
	}
	d := newDesk(t)
	d.web.pages[site+"/feed"] = page{kind: "application/rss+xml", body: "no feed at all"}
	for round := 1; round < 3; round++ {
		if _, problems := d.follow(harbour); problems == nil {
			t.Errorf("round %d: no problem is told of a broken feed", round)
		}
		d.clock = d.clock.Add(24 * time.Hour)
	}
}

// An address that is named by hand is read whatever a source knows of it: a page
// as a report, though it names a feed, and the source goes on with it.
func TestFollowNamed(t *testing.T) {
	d := newDesk(t)
	one := article("Harbour opens again", opened)
	one.body = strings.Replace(one.body, "<head>", `<head><link rel="alternate" type="application/rss+xml" href="/feed">`, 1)
	d.web.pages[site+"/feed"] = feed("/1")
	d.web.pages[site+"/1"] = one
	named := isnad.FollowedSource{Addresses: []string{site + "/1"}}
	told, problems := d.follow(named)
	d.expect("named", []string{"added Harbour opens again"}, told)
	if problems != nil {
		t.Error(problems)
	}
	d.follow(harbour)
	d.web.since()
	d.follow(named)
	d.expect("named again", []string{site + "/1"}, d.web.since())
	d.clock = d.clock.Add(90 * time.Minute)
	d.web.pages[site+"/1"] = article("Harbour opens again", strings.Replace(opened, "forty", "fifty", 1))
	told, _ = d.follow(harbour)
	d.expect("edited", []string{"edited Harbour opens again"}, told)
}

// A watch ends when it is told to, without an error, and what it told of is in
// the store.
func TestWatch(t *testing.T) {
	d := newDesk(t)
	d.web.pages[site+"/feed"] = feed("/1")
	d.web.pages[site+"/1"] = article("Harbour opens again", opened)
	ctx, cancel := context.WithCancel(t.Context())
	list := func() ([]isnad.FollowedSource, error) { return []isnad.FollowedSource{harbour}, nil }
	var id string
	err := d.engine.Watch(ctx, d.store, d.web, list, engine.FollowOptions{Told: func(one engine.Taken) { id = one.Article; cancel() }}, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.store.Doc(t.Context(), id, ""); err != nil {
		t.Error(err)
	}
}
