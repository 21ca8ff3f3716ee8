package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

func TestRetries(t *testing.T) {
	cases := []struct {
		name     string
		statuses []int // the last one stays
		after    string
		asked    int
		waited   time.Duration // all in all
		kind     isnad.Kind
		told     time.Duration
	}{
		{"sound", []int{200}, "", 1, 0, "", 0},
		{"once", []int{500, 200}, "", 2, time.Second, "", 0},
		{"backs off", []int{500, 502, 200}, "", 3, 3 * time.Second, "", 0},
		{"gives up", []int{503}, "", 3, 3 * time.Second, isnad.Unavailable, 0},
		{"not built", []int{501}, "", 1, 0, isnad.Unavailable, 0},
		{"not there", []int{404}, "", 1, 0, isnad.NotFound, 0},
		{"not given", []int{403}, "", 1, 0, isnad.Refused, 0},
		{"seconds", []int{429, 200}, "90", 2, 90 * time.Second, "", 0},
		{"date", []int{503, 200}, noon.Add(time.Minute).Format(http.TimeFormat), 2, time.Minute, "", 0},
		{"date gone by", []int{503, 200}, noon.Add(-time.Hour).Format(http.TimeFormat), 2, time.Second, "", 0},
		{"too long", []int{503}, "121", 1, 0, isnad.Unavailable, 121 * time.Second},
		{"a year", []int{429}, "31536000", 1, 0, isnad.Unavailable, 365 * 24 * time.Hour},
		{"beyond numbers", []int{429}, "99999999999999999999", 1, 0, isnad.Unavailable, 10 * 365 * 24 * time.Hour},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			asked := 0
			b := newBench(t, Options{Delay: -1}, noRobots(func(w http.ResponseWriter, r *http.Request) {
				status := c.statuses[min(asked, len(c.statuses)-1)]
				asked++
				if status >= 400 && c.after != "" {
					w.Header().Set("Retry-After", c.after)
				}
				w.WriteHeader(status)
			}))
			_, err := b.get(t, "/")
			if asked != c.asked || b.clock.Now().Sub(noon) != c.waited {
				t.Errorf("asked %d times over %s; want %d over %s", asked, b.clock.Now().Sub(noon), c.asked, c.waited)
			}
			if (err == nil) != (c.kind == "") || err != nil && !errors.Is(err, c.kind) || RetryAfter(err) != c.told {
				t.Errorf("got %v, come back after %s; want %q, %s", err, RetryAfter(err), c.kind, c.told)
			}
			if last := c.statuses[len(c.statuses)-1]; err != nil && Status(err) != last {
				t.Errorf("status %d; want %d", Status(err), last)
			}
		})
	}
}

// TestLeftAlone: a host that asks for it is not asked for another page either,
// and for no longer than an hour.
func TestLeftAlone(t *testing.T) {
	busy := true
	b := newBench(t, Options{}, noRobots(func(w http.ResponseWriter, r *http.Request) {
		if busy {
			w.Header().Set("Retry-After", "31536000")
			w.WriteHeader(429)
		}
	}))
	b.get(t, "/a")
	_, err := b.get(t, "/b")
	if !errors.Is(err, isnad.Unavailable) || RetryAfter(err) != longest {
		t.Errorf("the next page: %v, come back after %s", err, RetryAfter(err))
	}
	if got := b.asked(); !slices.Equal(got, []string{"/robots.txt", "/a"}) {
		t.Errorf("asked for %v", got)
	}
	busy = false
	b.clock.Advance(longest)
	if _, err := b.get(t, "/b"); err != nil {
		t.Errorf("after that time: %v", err)
	}
}

func TestRobotsCache(t *testing.T) {
	status, body := 200, "User-agent: *\nDisallow: /a"
	b := newBench(t, Options{Delay: -1, Retries: -1}, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			w.WriteHeader(status)
			io.WriteString(w, body)
		}
	})
	steps := []struct {
		what      string
		pass      time.Duration
		status    int
		body      string
		kind      isnad.Kind // of the answer for /a
		asked     int        // robots.txt so far
		comesBack time.Duration
	}{
		{"forbids", 0, 200, "User-agent: *\nDisallow: /a", isnad.Refused, 1, 0},
		{"is remembered", 23 * time.Hour, 200, "", isnad.Refused, 1, 0},
		{"for a day", time.Hour, 200, "", "", 2, 0},
		{"an old copy serves while it fails", 25 * time.Hour, 500, "", "", 3, 0},
		{"and is not asked for at once", time.Minute, 500, "", "", 3, 0},
		{"until it is back", 10 * time.Minute, 200, "User-agent: *\nDisallow: /", isnad.Refused, 4, 0},
		{"none is as good as an empty one", 25 * time.Hour, 404, "", "", 5, 0},
	}
	for _, step := range steps {
		b.clock.Advance(step.pass)
		status, body = step.status, step.body
		_, err := b.get(t, "/a")
		if (err == nil) != (step.kind == "") || err != nil && !errors.Is(err, step.kind) {
			t.Errorf("%s: %v; want %q", step.what, err, step.kind)
		}
		asked := 0
		for _, path := range b.asked() {
			if path == "/robots.txt" {
				asked++
			}
		}
		if asked != step.asked {
			t.Errorf("%s: asked for %d times; want %d", step.what, asked, step.asked)
		}
	}
}

// TestRobotsAway: while a robots.txt that was never had fails, nothing is
// read, and the caller is told when it will be asked for again.
func TestRobotsAway(t *testing.T) {
	b := newBench(t, Options{Retries: -1}, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(503) })
	for range 2 {
		_, err := b.get(t, "/a")
		if !errors.Is(err, isnad.Unavailable) || Status(err) != 503 || RetryAfter(err) != robotsAgain {
			t.Errorf("got %v, status %d, come back after %s", err, Status(err), RetryAfter(err))
		}
	}
	if got := b.asked(); !slices.Equal(got, []string{"/robots.txt"}) {
		t.Errorf("asked for %v", got)
	}
}

// TestRobotsOfRedirects: the rules of the site that a redirect leads to count.
func TestRobotsOfRedirects(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/robots.txt" {
			t.Errorf("reached %s", r.URL)
		}
		io.WriteString(w, "User-agent: *\nDisallow: /")
	}))
	defer other.Close()
	b := newBench(t, Options{Allow: []string{strings.TrimPrefix(other.URL, "http://")}}, noRobots(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, other.URL+"/page", http.StatusFound)
	}))
	_, err := b.get(t, "/")
	if !errors.Is(err, isnad.Refused) || !strings.Contains(err.Error(), "redirects to "+other.URL) {
		t.Errorf("got %v", err)
	}
}

// TestPause: between two requests to a host lies the delay, or what robots.txt
// asks for if that is longer; robots.txt itself costs no pause.
func TestPause(t *testing.T) {
	for robots, want := range map[string]time.Duration{
		"":                                    time.Second,
		"User-agent: *\nCrawl-delay: 0.1":     time.Second,
		"User-agent: *\nCrawl-delay: 7":       7 * time.Second,
		"User-agent: *\nCrawl-delay: 9000000": maxCrawlDelay,
	} {
		b := newBench(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				io.WriteString(w, robots)
			}
		})
		for range 3 {
			if _, err := b.get(t, "/"); err != nil {
				t.Fatal(err)
			}
		}
		if got := b.clock.Now().Sub(noon); got != 2*want {
			t.Errorf("%q: three pages took %s; want %s", robots, got, 2*want)
		}
	}
}

// TestOneAtATime: many requests to one host come one after another; to two
// hosts, side by side.
func TestOneAtATime(t *testing.T) {
	var mu sync.Mutex
	within, most := 0, 0
	count := noRobots(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		within++
		most = max(most, within)
		mu.Unlock()
		runtime.Gosched()
		mu.Lock()
		within--
		mu.Unlock()
	})
	b := newBench(t, Options{Delay: -1}, count)
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			if _, err := b.get(t, "/"); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most != 1 {
		t.Errorf("%d requests at once", most)
	}

	// Two hosts, each of which answers only when the other was asked.
	first, second := make(chan bool), make(chan bool)
	meet := func(mine, theirs chan bool) http.HandlerFunc {
		return noRobots(func(w http.ResponseWriter, r *http.Request) {
			close(mine)
			<-theirs
		})
	}
	left, right := newBench(t, Options{}, meet(first, second)), httptest.NewServer(meet(second, first))
	defer right.Close()
	left.guard.Allow = append(left.guard.Allow, strings.TrimPrefix(right.URL, "http://"))
	for _, base := range []string{left.base, right.URL} {
		all.Go(func() {
			if _, err := left.Get(t.Context(), Request{URL: base + "/"}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// TestCancel: who gives up while waiting for its turn, or for an answer, gets
// its error at once, and the turn goes on.
func TestCancel(t *testing.T) {
	inside, release := make(chan bool), make(chan bool)
	b := newBench(t, Options{Delay: -1}, noRobots(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			inside <- true
			select {
			case <-release:
			case <-r.Context().Done():
			}
		}
	}))
	var all sync.WaitGroup
	all.Go(func() {
		if _, err := b.get(t, "/slow"); err != nil {
			t.Error(err)
		}
	})
	<-inside
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Get(ctx, Request{URL: b.base + "/"}); !errors.Is(err, context.Canceled) || !errors.Is(err, isnad.Unavailable) {
		t.Errorf("in the queue: %v", err)
	}
	close(release)
	all.Wait()

	ctx, cancel = context.WithCancel(t.Context())
	go func() {
		<-inside
		cancel()
	}()
	release = make(chan bool)
	if _, err := b.Get(ctx, Request{URL: b.base + "/slow"}); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for an answer: %v", err)
	}
	if _, err := b.get(t, "/"); err != nil {
		t.Errorf("the next one: %v", err)
	}
}
