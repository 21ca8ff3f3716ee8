package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/fetch/fetchtest"
)

var noon = time.Date(2025, 6, 1, 12, 0, 0, 0, time.UTC)

// bench is a server, a client that may reach it, and the clock of the client.
type bench struct {
	*Client
	clock *fetchtest.Clock
	base  string

	mu    sync.Mutex
	paths []string // asked for, in order
}

func newBench(t *testing.T, options Options, handler http.HandlerFunc) *bench {
	t.Helper()
	b := &bench{clock: fetchtest.NewClock(noon)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		b.paths = append(b.paths, r.URL.RequestURI())
		b.mu.Unlock()
		handler(w, r)
	}))
	b.base = server.URL
	options.Clock = b.clock
	options.Allow = append(options.Allow, strings.TrimPrefix(server.URL, "http://"))
	b.Client = New(options)
	b.jitter = func() float64 { return 0.5 }
	t.Cleanup(server.Close)
	t.Cleanup(b.Close)
	return b
}

func (b *bench) asked() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.paths)
}

func (b *bench) get(t *testing.T, path string) (*Response, error) {
	t.Helper()
	return b.Get(t.Context(), Request{URL: b.base + path})
}

// noRobots answers for a site without robots.txt.
func noRobots(handler http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		handler(w, r)
	}
}

func TestGet(t *testing.T) {
	var header http.Header
	b := newBench(t, Options{}, noRobots(func(w http.ResponseWriter, r *http.Request) {
		header = r.Header.Clone()
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "Sun, 01 Jun 2025 08:00:00 GMT")
		io.WriteString(w, "news")
	}))
	response, err := b.Get(t.Context(), Request{URL: b.base + "/a#b", Accept: "text/html"})
	if err != nil {
		t.Fatal(err)
	}
	want := Response{URL: b.base + "/a", Status: 200, ETag: `"1"`, LastModified: "Sun, 01 Jun 2025 08:00:00 GMT",
		ContentType: "text/html; charset=utf-8", Bytes: []byte("news"), Fetched: noon}
	if response.URL != want.URL || response.Moved != "" || response.Status != 200 || response.NotModified || response.ETag != want.ETag ||
		response.LastModified != want.LastModified || response.ContentType != want.ContentType || string(response.Bytes) != "news" || !response.Fetched.Equal(noon) {
		t.Errorf("got %+v; want %+v", response, want)
	}
	if header.Get("User-Agent") != Agent || header.Get("Accept") != "text/html" || header.Get("Cookie") != "" || header.Get("Referer") != "" {
		t.Errorf("sent %v", header)
	}
}

func TestNotModified(t *testing.T) {
	b := newBench(t, Options{}, noRobots(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == "then" {
			w.WriteHeader(http.StatusNotModified)
		}
	}))
	response, err := b.Get(t.Context(), Request{URL: b.base + "/", ETag: `"1"`, LastModified: "then"})
	if err != nil || !response.NotModified || response.Status != 304 || len(response.Bytes) != 0 {
		t.Errorf("got %+v, %v", response, err)
	}
	if _, err = b.Get(t.Context(), Request{URL: b.base + "/", ETag: "a\r\nX: b"}); !errors.Is(err, isnad.Invalid) {
		t.Errorf("a validator of two lines: %v", err)
	}
}

// TestValidatorsStay: what one host said of its page is not told to another.
func TestValidatorsStay(t *testing.T) {
	sent := map[string]string{}
	note := func(w http.ResponseWriter, r *http.Request) bool {
		sent[r.Host+r.URL.Path] = r.Header.Get("If-None-Match")
		return r.URL.Path == "/robots.txt"
	}
	other := httptest.NewServer(noRobots(func(w http.ResponseWriter, r *http.Request) { note(w, r) }))
	defer other.Close()
	otherHost := strings.TrimPrefix(other.URL, "http://")
	b := newBench(t, Options{Allow: []string{otherHost}}, noRobots(func(w http.ResponseWriter, r *http.Request) {
		note(w, r)
		http.Redirect(w, r, map[string]string{"/a": "/b", "/b": other.URL + "/c"}[r.URL.Path], http.StatusMovedPermanently)
	}))
	host := strings.TrimPrefix(b.base, "http://")
	response, err := b.Get(t.Context(), Request{URL: b.base + "/a", ETag: `"1"`})
	if err != nil {
		t.Fatal(err)
	}
	if sent[host+"/a"] != `"1"` || sent[host+"/b"] != `"1"` || sent[otherHost+"/c"] != "" {
		t.Errorf("validators sent: %v", sent)
	}
	if response.URL != other.URL+"/c" || response.Moved != other.URL+"/c" {
		t.Errorf("ended at %s, moved to %q", response.URL, response.Moved)
	}
}

// TestMoved: one redirect that is not for good is enough to keep the address.
func TestMoved(t *testing.T) {
	codes := map[string]int{}
	b := newBench(t, Options{}, noRobots(func(w http.ResponseWriter, r *http.Request) {
		if code := codes[r.URL.Path]; code != 0 {
			http.Redirect(w, r, r.URL.Path+"x", code)
		}
	}))
	for _, c := range []struct {
		first, second int
		moved         bool
	}{{301, 308, true}, {301, 302, false}, {303, 301, false}, {307, 0, false}, {308, 0, true}, {0, 0, false}} {
		codes["/a"], codes["/ax"] = c.first, c.second
		response, err := b.get(t, "/a")
		if err != nil {
			t.Fatal(err)
		}
		if (response.Moved != "") != c.moved || c.moved && response.Moved != response.URL {
			t.Errorf("%d, %d: ended at %s, moved to %q", c.first, c.second, response.URL, response.Moved)
		}
	}
}

// TestClose: closing ends what is under way, and leaves nothing behind.
func TestClose(t *testing.T) {
	before := runtime.NumGoroutine()
	inside := make(chan bool)
	open := sync.WaitGroup{}
	server := httptest.NewUnstartedServer(noRobots(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			inside <- true
			<-r.Context().Done()
		}
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		switch state {
		case http.StateNew:
			open.Add(1)
		case http.StateClosed:
			open.Done()
		}
	}
	server.Start()
	client := New(Options{Allow: []string{strings.TrimPrefix(server.URL, "http://")}, Delay: -1})
	if _, err := client.Get(t.Context(), Request{URL: server.URL + "/"}); err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	go func() {
		_, err := client.Get(t.Context(), Request{URL: server.URL + "/slow"})
		done <- err
	}()
	<-inside
	go client.Close()
	if err := <-done; !errors.Is(err, isnad.Unavailable) || !errors.Is(err, context.Canceled) {
		t.Errorf("what was under way: %v", err)
	}
	client.Close()
	open.Wait() // every connection that the server saw is closed
	if _, err := client.Get(t.Context(), Request{URL: server.URL + "/"}); !errors.Is(err, isnad.Unavailable) {
		t.Errorf("after closing: %v", err)
	}
	server.Close()
	for range 1_000_000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	stacks := make([]byte, 1<<16)
	t.Errorf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
}

// TestTLS: a certificate that is vouched for is taken, HTTP/2 spoken where the
// server can, and TLS before 1.2 refused.
func TestTLS(t *testing.T) {
	proto := ""
	server := httptest.NewUnstartedServer(noRobots(func(w http.ResponseWriter, r *http.Request) { proto = r.Proto }))
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	old := httptest.NewUnstartedServer(http.NotFoundHandler())
	old.TLS = &tls.Config{MaxVersion: tls.VersionTLS11}
	old.Config.ErrorLog = log.New(io.Discard, "", 0)
	old.StartTLS()
	defer old.Close()
	client := New(Options{Retries: -1, Allow: []string{strings.TrimPrefix(server.URL, "https://"), strings.TrimPrefix(old.URL, "https://")}})
	defer client.Close()
	roots := x509.NewCertPool()
	roots.AddCert(server.Certificate())
	client.transport.TLSClientConfig.RootCAs = roots
	if _, err := client.Get(t.Context(), Request{URL: server.URL}); err != nil || proto != "HTTP/2.0" {
		t.Errorf("over %q: %v", proto, err)
	}
	if _, err := client.Get(t.Context(), Request{URL: old.URL}); !errors.Is(err, isnad.Unavailable) {
		t.Errorf("TLS 1.1: %v", err)
	}
}

// TestNoProxy: what the environment says of proxies does not count.
func TestNoProxy(t *testing.T) {
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1")
	t.Setenv("http_proxy", "http://127.0.0.1:1")
	if New(Options{}).transport.Proxy != nil {
		t.Error("a proxy is asked")
	}
	b := newBench(t, Options{}, noRobots(func(http.ResponseWriter, *http.Request) {}))
	if _, err := b.get(t, "/"); err != nil {
		t.Error(err)
	}
}

func TestAgent(t *testing.T) {
	for agent, want := range map[string]string{Agent: "isnad", "Desk-Reader/2.1 (+https://desk.example)": "desk-reader", "x": "x", "/1": "", "أ": ""} {
		if got := product(agent); got != want {
			t.Errorf("%q is named %q; want %q", agent, got, want)
		}
	}
	for _, agent := range []string{"desk\r\nX-Evil: 1", "(nobody)"} {
		client := New(Options{Agent: agent})
		if _, err := client.Get(t.Context(), Request{URL: "https://news.example/"}); !errors.Is(err, isnad.Invalid) {
			t.Errorf("%q: %v", agent, err)
		}
		client.Close()
	}
}

// TestRequestBytes: a request may set its own bound, higher or lower.
func TestRequestBytes(t *testing.T) {
	b := newBench(t, Options{Bytes: 100, Delay: -1}, noRobots(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, strings.Repeat("a", 100))
		if f, ok := w.(http.Flusher); ok && r.URL.Path == "/chunked" {
			f.Flush()
		}
	}))
	for _, path := range []string{"/", "/chunked"} {
		for bound, want := range map[int64]isnad.Kind{0: "", 100: "", 200: "", 99: isnad.TooLarge, 1: isnad.TooLarge} {
			response, err := b.Get(t.Context(), Request{URL: b.base + path, Bytes: bound})
			if want == "" && (err != nil || len(response.Bytes) != 100) || want != "" && !errors.Is(err, want) {
				t.Errorf("%s, bound %d: %v; want %q", path, bound, err, want)
			}
		}
	}
}
