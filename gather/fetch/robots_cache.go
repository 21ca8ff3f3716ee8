package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/isnad-news/isnad"
)

const (
	robotsBytes     = 500 << 10 // what is read of a robots.txt; RFC 9309 asks for at least this
	robotsRedirects = 5
	robotsFresh     = 24 * time.Hour   // RFC 9309: no longer, while it can be had
	robotsAgain     = 10 * time.Minute // until one that could not be had is asked for again
)

// robots remembers what the robots.txt of each origin says.
type robots struct {
	max int

	mu       sync.Mutex
	byOrigin map[string]*policy
}

// policy is what is known of one robots.txt.
type policy struct {
	turn  turn // held while it is read or asked for
	users int  // the mutex of robots guards it

	// Who holds turn may touch these.
	rules *rules    // nil if it could never be had
	err   error     // why rules may not be used; nil if they may
	until time.Time // good before
}

func newRobots() *robots {
	return &robots{max: maxHosts, byOrigin: map[string]*policy{}}
}

// mayFetch returns the pause that the site asks for between requests, or an
// error that says why u may not be fetched.
func (c *Client) mayFetch(ctx context.Context, u *url.URL) (time.Duration, error) {
	rules, err := c.rules(ctx, u)
	if err != nil {
		return 0, err
	}
	if !rules.allows(u) {
		return 0, isnad.Errorf(isnad.Refused, shown(u.String()), "robots.txt of %s forbids it", u.Host).
			WithHint("ask the site for leave, or take the page by hand")
	}
	return rules.delay, nil
}

// rules returns what the robots.txt of u's origin says, from memory if that is
// fresh. Only one request asks for a robots.txt at a time.
func (c *Client) rules(ctx context.Context, u *url.URL) (*rules, error) {
	policy := c.robots.take(u.Scheme + "://" + u.Host)
	defer c.robots.drop(policy)
	if err := policy.turn.take(ctx); err != nil {
		return nil, stopped(shown(u.String()), err)
	}
	defer policy.turn.give()
	now := c.options.Clock.Now()
	if now.Before(policy.until) {
		return policy.rules, restated(policy, now)
	}
	fresh, err := c.fetchRobots(ctx, u)
	if err != nil && ctx.Err() != nil {
		return nil, err
	}
	now = c.options.Clock.Now()
	switch {
	case err == nil:
		policy.rules, policy.err, policy.until = fresh, nil, now.Add(robotsFresh)
	case policy.rules != nil && errors.Is(err, isnad.Unavailable):
		// RFC 9309: an old copy is better than none.
		policy.err, policy.until = nil, now.Add(robotsAgain)
	default:
		policy.rules, policy.err = nil, err
		policy.until = now.Add(min(max(robotsAgain, RetryAfter(err)), longest))
	}
	return policy.rules, restated(policy, now)
}

// restated returns the error that is remembered, with the time that is left
// of it.
func restated(policy *policy, now time.Time) error {
	var known *isnad.Error
	if !errors.As(policy.err, &known) {
		return nil
	}
	left := policy.until.Sub(now)
	return made(known.Kind, known.Subject, &trouble{cause: known.Cause, status: Status(known), after: left}, known.Hint)
}

// fetchRobots asks for the robots.txt of u's origin. An answer that says it
// has none allows everything; one that says not now forbids everything for
// now, as does none.
func (c *Client) fetchRobots(ctx context.Context, u *url.URL) (*rules, error) {
	target := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	found, err := persist(c.options.Retries, func() (*rules, error) { return c.walkRobots(ctx, target) })
	if err != nil {
		return nil, withoutRobots(shown(u.String()), err)
	}
	return found, nil
}

// withoutRobots says of the page what keeps its robots.txt away. Whatever is
// wrong with it other than a refusal may pass.
func withoutRobots(subject string, err error) error {
	var known *isnad.Error
	if !errors.As(err, &known) {
		return err
	}
	kind := isnad.Unavailable
	if known.Kind == isnad.Refused {
		kind = isnad.Refused
	}
	t := &trouble{cause: fmt.Errorf("read robots.txt: %w", known.Cause), status: Status(err), after: RetryAfter(err)}
	return made(kind, subject, t, "without its robots.txt a site is not read; try later")
}

// walkRobots fetches a robots.txt once, over redirects to anywhere. Nobody
// waits after it: it is small and asked for once a day.
func (c *Client) walkRobots(ctx context.Context, target *url.URL) (*rules, error) {
	errand := c.newErrand(target, robotsBytes)
	errand.cut = true
	for {
		if err := c.guard.Check(errand.at); err != nil {
			return nil, errand.failed(err)
		}
		answer, err := c.visit(ctx, errand, 0)
		if err != nil {
			return nil, errand.failed(err)
		}
		status := answer.status
		switch {
		case answer.redirects():
			err := errand.follow(answer, robotsRedirects)
			switch {
			case errors.Is(err, isnad.Refused):
				return nil, err
			case err != nil:
				return &rules{}, nil // RFC 9309: too many redirects are none at all
			}
		case status >= 200 && status < 300:
			return parseRobots(answer.body, c.product), nil
		case status >= 500 || status == http.StatusTooManyRequests:
			return nil, statusError(errand.subject, status, answer.after)
		default:
			return &rules{}, nil
		}
	}
}

func (r *robots) take(origin string) *policy {
	r.mu.Lock()
	defer r.mu.Unlock()
	known := r.byOrigin[origin]
	if known == nil {
		if len(r.byOrigin) >= r.max {
			r.sweep()
		}
		known = &policy{}
		r.byOrigin[origin] = known
	}
	known.users++
	return known
}

func (r *robots) drop(known *policy) {
	r.mu.Lock()
	known.users--
	r.mu.Unlock()
}

// sweep forgets a quarter, whichever, of what nobody uses: it can be asked
// for again. The mutex is held.
func (r *robots) sweep() {
	for origin, known := range r.byOrigin {
		if len(r.byOrigin) <= r.max*3/4 {
			return
		}
		if known.users == 0 {
			delete(r.byOrigin, origin)
		}
	}
}
