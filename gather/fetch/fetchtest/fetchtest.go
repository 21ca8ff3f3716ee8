// Package fetchtest holds the battery of hostile servers: one [Case] for each
// way that is known to make a program that reads the web hang, fill its
// memory, or reach what it must not. [Serve] puts them on loopback.
//
// The cases stand at four levels. At "fetch" the answer itself is hostile; at
// "feed" a sound answer carries a hostile feed; at "page" a sound feed names a
// hostile page; at "archive" the case is a file. What each proves is listed in
// docs/hostile.md.
package fetchtest

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/isnad-news/isnad"
)

// The levels of a case.
const (
	Fetch   = "fetch"
	Feed    = "feed"
	Page    = "page"
	Archive = "archive"
)

// Case is one way to be hostile.
type Case struct {
	Name   string // unique, of lower-case letters, digits and hyphens
	Level  string
	Proves string // what holds if it ends as Want says
	// Want is how it ends: empty for read, maybe in part and with notes, else
	// the kind of the error. At levels fetch and feed it is of the address
	// that Serve gives and of the sitemaps that it lists, at level page of the
	// page that the feed there names, at level archive of the file.
	Want isnad.Kind
	Slow bool // ends only when the client's own bound on time is reached

	host    string                   // name under which the site is asked for; 127.0.0.1 if empty
	answers []string                 // what host resolves to, query after query; the last stays
	secure  bool                     // TLS, with a certificate of nobody
	robots  func(*site) http.Handler // nil for a site without robots.txt
	serve   func(*site) http.Handler
	page    func(*site) http.Handler // at level page: what the feed names
	write   func(io.Writer) error    // at level archive
	file    string                   // name of the file, for its extension
}

// Cases returns the battery, in the order in which it is listed.
func Cases() []Case {
	return slices.Concat(addressCases(), nameCases(), timeCases(), sizeCases(), codingCases(), answerCases(), robotsCases(),
		feedCases(), charsetCases(), sitemapCases(), jsonCases(), pageCases(), archiveCases())
}

// Target is a case that can be asked for.
type Target struct {
	Case
	URL  string // levels fetch, feed and page: an address of the site, or of the feed
	Page string // level page: the hostile page
	File string // level archive: its path
}

// Served is a battery that stands ready.
type Served struct {
	Targets  []Target
	Good     string        // address of a sound feed of two reports, on a host of its own
	Allow    []string      // hosts, with ports, that the client must allow
	Resolver *net.Resolver // knows the names of the cases and no other

	trapped *atomic.Int64
}

// Trapped returns how many connections came to the place that no client may
// reach: an address of this machine that Allow does not name.
func (s *Served) Trapped() int64 { return s.trapped.Load() }

// site is one server of the battery.
type site struct {
	Case
	base string          // "http://127.0.0.1:12345"
	trap string          // port of the place that must not be reached
	life context.Context // ends with the test
}

// Serve puts the cases on loopback, each on a port of its own, until t ends.
func Serve(t testing.TB, cases []Case) *Served {
	t.Helper()
	life, end := context.WithCancel(context.Background())
	names := map[string][]string{}
	served := &Served{Resolver: Resolver(names), trapped: &atomic.Int64{}}
	trap := serveTrap(t, served.trapped)
	folder := t.TempDir()
	for _, one := range append(slices.Clone(cases), goodCase()) {
		if one.write != nil {
			served.Targets = append(served.Targets, Target{Case: one, File: writeFile(t, folder, one)})
			continue
		}
		place := &site{Case: one, trap: trap, life: life}
		server := start(t, place)
		address := server.Listener.Addr().String()
		if one.host == "" {
			served.Allow = append(served.Allow, address)
		} else {
			names[one.host] = one.answers
		}
		if one.Name == "" {
			served.Good = place.base + "/feed"
			continue
		}
		served.Targets = append(served.Targets, Target{Case: one, URL: place.base + "/", Page: place.base + "/page"})
	}
	// Registered last, so that it runs before the servers wait for their answers.
	t.Cleanup(end)
	if names[turning] != nil {
		ask(t, served.Resolver)
	}
	return served
}

// ask is the check before the dial: it sees a public address.
func ask(t testing.TB, resolver *net.Resolver) {
	t.Helper()
	addrs, err := resolver.LookupNetIP(t.Context(), "ip4", turning)
	if err != nil || len(addrs) != 1 || addrs[0].String() != publicOnce {
		t.Fatalf("%s resolves to %v, %v at first; want %s", turning, addrs, err, publicOnce)
	}
}

func start(t testing.TB, place *site) *httptest.Server {
	t.Helper()
	server := httptest.NewUnstartedServer(place)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	scheme := "http://"
	if place.secure {
		scheme = "https://"
	}
	address := server.Listener.Addr().String()
	if place.host != "" {
		_, port, _ := net.SplitHostPort(address)
		address = net.JoinHostPort(place.host, port)
	}
	place.base = scheme + address
	if place.secure {
		server.StartTLS()
	} else {
		server.Start()
	}
	t.Cleanup(server.Close)
	return server
}

// ServeHTTP answers for the site. A page level site names its page in a feed.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.URL.Path == "/robots.txt" && s.robots == nil:
		http.NotFound(w, r)
	case r.URL.Path == "/robots.txt":
		s.robots(s).ServeHTTP(w, r)
	case s.page != nil && r.URL.Path == "/page":
		s.page(s).ServeHTTP(w, r)
	case s.page != nil:
		text("application/rss+xml", rss(item(s.base+"/page")))(s).ServeHTTP(w, r)
	default:
		s.serve(s).ServeHTTP(w, r)
	}
}

// serveTrap listens on one port of 127.0.0.1 and, where there is one, of ::1.
func serveTrap(t testing.TB, count *atomic.Int64) string {
	t.Helper()
	first, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(first.Addr().String())
	listeners := []net.Listener{first}
	if second, err := net.Listen("tcp", "[::1]:"+port); err == nil {
		listeners = append(listeners, second)
	}
	for _, listener := range listeners {
		t.Cleanup(func() { listener.Close() })
		go func() {
			for {
				conn, err := listener.Accept()
				if errors.Is(err, net.ErrClosed) {
					return
				}
				if err == nil {
					count.Add(1)
					conn.Close()
				}
			}
		}()
	}
	return port
}

func writeFile(t testing.TB, folder string, one Case) string {
	t.Helper()
	path := filepath.Join(folder, one.Name+one.file)
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(one.write(file), file.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}
