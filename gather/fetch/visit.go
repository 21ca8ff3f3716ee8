package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// longest is the longest that a host is left alone because it asks for it in
// one answer: a mistaken date must not silence it for good.
const longest = time.Hour

// answer is what one request brought.
type answer struct {
	status int
	header http.Header
	body   []byte        // decoded; nil unless status is 200 or 203
	after  time.Duration // Retry-After
}

func (a *answer) redirects() bool {
	switch a.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// visit makes one request in its turn and leaves the host alone for pause, or
// longer if it asks for that or is in trouble.
func (c *Client) visit(ctx context.Context, errand *errand, pause time.Duration) (*answer, error) {
	at, err := c.hosts.enter(ctx, errand.at)
	if err != nil {
		return nil, err
	}
	answer, err := c.exchange(ctx, errand)
	t := asTrouble(err)
	if err == nil && answer.status >= 400 {
		t = asTrouble(statusError("", answer.status, answer.after))
	}
	switch {
	case t.after > 0 && t.status > 0:
		pause = max(pause, min(t.after, longest))
	case t.again:
		pause = max(pause, c.backoff(at))
	}
	c.hosts.leave(at, pause, t.again)
	return answer, err
}

// backoff is how long a host in trouble is left alone: 1 s and twice as long
// with each failure in a row, up to 30 s, give or take a half so that many
// clients do not come back at once.
func (c *Client) backoff(at *host) time.Duration {
	const first, most = time.Second, 30 * time.Second
	d := min(first<<min(at.failures, 10), most)
	return time.Duration(float64(d) * (0.5 + c.jitter()))
}

// exchange sends one request and reads its answer within the errand's time.
func (c *Client) exchange(ctx context.Context, errand *errand) (*answer, error) {
	subject := shown(errand.at.String())
	began := time.Now()
	defer func() { errand.left -= time.Since(began) }()
	ctx, cancel := context.WithTimeoutCause(ctx, errand.left, errSlow)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, errand.at.String(), nil)
	if err != nil {
		return nil, c.explain(ctx, subject, err)
	}
	request.Header = errand.header.Clone()
	// The transport alone, without http.Client: redirects are followed here,
	// and nothing that a server sets comes back to it.
	response, err := c.transport.RoundTrip(request)
	if err != nil {
		return nil, c.explain(ctx, subject, err)
	}
	defer response.Body.Close()
	got := &answer{status: response.StatusCode, header: response.Header}
	got.after = retryAfter(response.Header, c.options.Clock.Now())
	if got.status != http.StatusOK && got.status != http.StatusNonAuthoritativeInfo {
		return got, nil
	}
	if response.ContentLength > errand.bytes && !errand.cut {
		return nil, c.explain(ctx, subject, tooMuch(errand.bytes))
	}
	got.body, err = body(response.Header, response.Body, errand.bytes, errand.cut)
	if errors.Is(err, errTooMuch) {
		err = tooMuch(errand.bytes)
	}
	if err != nil {
		return nil, c.explain(ctx, subject, err)
	}
	return got, nil
}

func tooMuch(bound int64) error { return fmt.Errorf("%w of %d bytes", errTooMuch, bound) }
