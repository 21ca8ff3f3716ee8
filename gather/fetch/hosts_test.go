package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/fetch/fetchtest"
)

func hostAddress(name string) *url.URL { return &url.URL{Scheme: "https", Host: name, Path: "/"} }

// waiting returns how many stand in the queue.
func (t *turn) waiting() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.queue)
}

// TestQueueOrder: who came first is asked first.
func TestQueueOrder(t *testing.T) {
	h := newHosts(fetchtest.NewClock(noon))
	first, err := h.enter(t.Context(), hostAddress("news.example"))
	if err != nil {
		t.Fatal(err)
	}
	order := make(chan int)
	for i := range 20 {
		go func() {
			at, err := h.enter(t.Context(), hostAddress("news.example"))
			if err != nil {
				t.Error(err)
			}
			order <- i
			h.leave(at, 0, false)
		}()
		// Until the new one stands in the queue.
		for first.turn.waiting() <= i {
			runtime.Gosched()
		}
	}
	h.leave(first, 0, false)
	var got []int
	for range 20 {
		got = append(got, <-order)
	}
	if !slices.IsSorted(got) {
		t.Errorf("served in the order %v", got)
	}
}

func TestHostsAreBounded(t *testing.T) {
	clock := fetchtest.NewClock(noon)
	h := newHosts(clock)
	h.max = 10
	busy, err := h.enter(t.Context(), hostAddress("busy.example"))
	if err != nil {
		t.Fatal(err)
	}
	resting, err := h.enter(t.Context(), hostAddress("resting.example"))
	if err != nil {
		t.Fatal(err)
	}
	h.leave(resting, time.Hour, false)
	for i := range 1000 {
		at, err := h.enter(t.Context(), hostAddress(fmt.Sprintf("n%d.example", i)))
		if err != nil {
			t.Fatal(err)
		}
		h.leave(at, 0, false)
	}
	if len(h.byName) > h.max {
		t.Errorf("remembers %d hosts; want at most %d", len(h.byName), h.max)
	}
	if h.byName["busy.example"] != busy || h.byName["resting.example"] != resting {
		t.Error("forgot a host that is being asked or must be left alone")
	}
	h.leave(busy, 0, false)
}

// TestHostRests: a pause within patience is waited for, a longer one is told.
func TestHostRests(t *testing.T) {
	clock := fetchtest.NewClock(noon)
	h := newHosts(clock)
	for _, pause := range []time.Duration{time.Second, patience, patience + time.Second} {
		at, err := h.enter(t.Context(), hostAddress("news.example"))
		if err != nil {
			t.Fatal(err)
		}
		h.leave(at, pause, false)
	}
	if got := clock.Now().Sub(noon); got != time.Second+patience {
		t.Errorf("waited %s", got)
	}
	_, err := h.enter(t.Context(), hostAddress("news.example"))
	if !errors.Is(err, isnad.Unavailable) || RetryAfter(err) != patience+time.Second {
		t.Errorf("got %v, come back after %s", err, RetryAfter(err))
	}
	if users := h.byName["news.example"].users; users != 0 {
		t.Errorf("%d users are left", users)
	}
}

// TestQueueCancel: who leaves the queue leaves no trace.
func TestQueueCancel(t *testing.T) {
	h := newHosts(fetchtest.NewClock(noon))
	first, err := h.enter(t.Context(), hostAddress("news.example"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.enter(ctx, hostAddress("news.example")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	h.leave(first, 0, false)
	if at := h.byName["news.example"]; at.users != 0 || at.turn.held {
		t.Error("the turn is not free")
	}
}
