package fetch_test

import (
	"errors"
	"io"
	"log"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/fetch"
	"github.com/isnad-news/isnad/gather/fetch/fetchtest"
)

// bound is what one answer may hold in the battery; memory is what a case may
// allocate all in all, that of its server included: more than one bound, since
// a buffer that grows is copied, and brotli's window alone is 16 MiB.
const (
	bound  = 1 << 20
	memory = 32 << 20
)

func battery(served *fetchtest.Served, timeout time.Duration) *fetch.Client {
	return fetch.New(fetch.Options{
		Allow: served.Allow, Resolver: served.Resolver, Bytes: bound, Timeout: timeout,
		Clock: fetchtest.NewClock(time.Date(2025, 6, 1, 12, 0, 0, 0, time.UTC)),
	})
}

// TestBattery asks every hostile server for its page, one after the other so
// that what each costs can be seen.
func TestBattery(t *testing.T) {
	// net/http logs what a server sends unasked.
	log.SetOutput(io.Discard)
	defer log.SetOutput(os.Stderr)
	cases := fetchtest.Cases()
	served := fetchtest.Serve(t, cases)
	patient, hasty := battery(served, 20*time.Second), battery(served, 300*time.Millisecond)
	defer patient.Close()
	defer hasty.Close()
	asked := 0
	for _, target := range served.Targets {
		if target.Level == fetchtest.Archive {
			continue
		}
		asked++
		t.Run(target.Name, func(t *testing.T) {
			client, address := patient, target.URL
			if target.Slow {
				client = hasty
			}
			if target.Level == fetchtest.Page {
				address = target.Page
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			response, err := client.Get(t.Context(), fetch.Request{URL: address})
			runtime.ReadMemStats(&after)
			checkOutcome(t, target, response, err)
			if used := after.TotalAlloc - before.TotalAlloc; used > memory {
				t.Errorf("allocated %d MiB, more than %d", used>>20, memory>>20)
			}
		})
	}
	if served.Trapped() != 0 {
		t.Errorf("%d connections reached what must not be reached", served.Trapped())
	}
	if asked < 60 {
		t.Errorf("the battery asks %d servers, fewer than 60", asked)
	}
	if response, err := patient.Get(t.Context(), fetch.Request{URL: served.Good}); err != nil || len(response.Bytes) == 0 {
		t.Errorf("the sound source beside them: %v", err)
	}
}

// checkOutcome holds a fetch against the case. What is wrong with the body of
// a feed or a page is not for fetching to see: at those levels what must hold
// is that nothing but the kind wanted, or a bound, keeps the body away.
func checkOutcome(t *testing.T, target fetchtest.Target, response *fetch.Response, err error) {
	t.Helper()
	if err == nil {
		if len(response.Bytes) > bound {
			t.Errorf("read %d bytes, more than %d", len(response.Bytes), bound)
		}
		if target.Level == fetchtest.Fetch && target.Want != "" {
			t.Errorf("read %d bytes; want an error of kind %q", len(response.Bytes), target.Want)
		}
		return
	}
	var known *isnad.Error
	if !errors.As(err, &known) || known.Hint == "" {
		t.Fatalf("error %v (%T) has no kind or no hint", err, err)
	}
	if !strings.HasPrefix(known.Subject, "http") {
		t.Errorf("error is about %q, not about the address", known.Subject)
	}
	if strings.Contains(err.Error(), "secret") {
		t.Errorf("error shows a password: %v", err)
	}
	if known.Kind != target.Want && !(target.Level != fetchtest.Fetch && known.Kind == isnad.TooLarge) {
		t.Errorf("got %q (%v); want %q", known.Kind, err, target.Want)
	}
	t.Logf("%s: %v", known.Kind, err)
}
