package fetch

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/isnad-news/isnad"
)

// maxHosts bounds what is remembered of hosts. Those that are busy or must be
// left alone for a while are kept beyond it: their number is bounded by the
// requests in flight and the rate at which requests are made.
const maxHosts = 2048

// patience is the longest that one request waits because a host asks for it.
// Who is asked for more gives up and tells the caller when to come back.
const patience = 2 * time.Minute

// hosts are the queues: at each host one request at a time, in the order in
// which they came, with a pause between.
type hosts struct {
	clock Clock
	max   int

	mu     sync.Mutex
	byName map[string]*host
}

type host struct {
	name string
	turn turn // held by the one request in flight

	failures int // answers in a row that say it is in trouble; who holds turn may touch it

	// The hosts' mutex guards these.
	users int       // requests in flight or waiting
	next  time.Time // not to be asked before
}

func newHosts(clock Clock) *hosts {
	return &hosts{clock: clock, max: maxHosts, byName: map[string]*host{}}
}

// hostName is what a queue is kept for. http and https at their own ports are
// one host; another port may be another machine.
func hostName(u *url.URL) string {
	return strings.ToLower(u.Host)
}

// enter waits for the turn at the host of u. Who gets it must leave.
func (h *hosts) enter(ctx context.Context, u *url.URL) (*host, error) {
	at := h.take(hostName(u))
	if err := at.turn.take(ctx); err != nil {
		h.drop(at)
		return nil, stopped(shown(u.String()), err)
	}
	err := h.rest(ctx, u, at)
	if err != nil {
		at.turn.give()
		h.drop(at)
		return nil, err
	}
	return at, nil
}

// rest waits until the host may be asked again.
func (h *hosts) rest(ctx context.Context, u *url.URL, at *host) error {
	for {
		h.mu.Lock()
		left := at.next.Sub(h.clock.Now())
		h.mu.Unlock()
		switch {
		case left <= 0:
			return nil
		case left > patience:
			return made(isnad.Unavailable, shown(u.String()),
				&trouble{cause: fmt.Errorf("%s asked to be left alone for %s", at.name, left.Round(time.Second)), after: left},
				"try again after that time")
		}
		if err := wait(ctx, h.clock, left); err != nil {
			return stopped(shown(u.String()), err)
		}
	}
}

// leave gives the turn on. The host is not asked again before pause is over.
func (h *hosts) leave(at *host, pause time.Duration, failed bool) {
	at.failures++
	if !failed {
		at.failures = 0
	}
	h.mu.Lock()
	if next := h.clock.Now().Add(pause); next.After(at.next) {
		at.next = next
	}
	h.mu.Unlock()
	at.turn.give()
	h.drop(at)
}

func (h *hosts) take(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	at := h.byName[name]
	if at == nil {
		if len(h.byName) >= h.max {
			h.sweep()
		}
		at = &host{name: name}
		h.byName[name] = at
	}
	at.users++
	return at
}

func (h *hosts) drop(at *host) {
	h.mu.Lock()
	at.users--
	h.mu.Unlock()
}

// sweep forgets the hosts about which there is nothing to know. The mutex is
// held.
func (h *hosts) sweep() {
	now := h.clock.Now()
	for name, at := range h.byName {
		if at.users == 0 && !at.next.After(now) {
			delete(h.byName, name)
		}
	}
}
