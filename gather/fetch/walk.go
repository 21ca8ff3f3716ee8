package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/isnad-news/isnad"
)

// errand is one try at an address: the way over its redirects.
type errand struct {
	subject string // the address that was asked for, as errors name it
	first   *url.URL
	at      *url.URL
	header  http.Header
	bytes   int64
	cut     bool          // take the first bytes of a longer answer
	left    time.Duration // of the time that this try may take
	seen    map[string]bool
	lasting bool // every redirect so far was permanent, and none left https
}

func (c *Client) newErrand(target *url.URL, bytes int64) *errand {
	header := http.Header{
		"User-Agent":      {c.options.Agent},
		"Accept-Encoding": {accepted},
	}
	return &errand{
		subject: shown(target.String()), first: target, at: target, header: header, bytes: bytes,
		left: c.options.Timeout, seen: map[string]bool{target.String(): true}, lasting: true,
	}
}

// walk fetches target once, over redirects. Every address on the way is
// checked, its robots.txt asked, its host's turn waited for.
func (c *Client) walk(ctx context.Context, target *url.URL, request Request) (*Response, error) {
	errand := c.newErrand(target, request.Bytes)
	set(errand.header, "Accept", request.Accept)
	set(errand.header, "If-None-Match", request.ETag)
	set(errand.header, "If-Modified-Since", request.LastModified)
	for {
		answer, err := c.step(ctx, errand)
		if err != nil {
			return nil, errand.failed(err)
		}
		if !answer.redirects() {
			return c.response(errand, answer)
		}
		if err := errand.follow(answer, c.options.Redirects); err != nil {
			return nil, err
		}
	}
}

// step asks the address where the errand stands.
func (c *Client) step(ctx context.Context, errand *errand) (*answer, error) {
	if err := c.guard.Check(errand.at); err != nil {
		return nil, err
	}
	pause, err := c.mayFetch(ctx, errand.at)
	if err != nil {
		return nil, err
	}
	return c.visit(ctx, errand, max(pause, c.options.Delay))
}

func set(header http.Header, name, value string) {
	if value != "" {
		header.Set(name, value)
	}
}

// failed makes err one about the address that was asked for. Where a redirect
// led elsewhere, it says so.
func (e *errand) failed(err error) error {
	var known *isnad.Error
	if !errors.As(err, &known) || known.Subject == e.subject {
		return err
	}
	here := shown(e.at.String())
	cause := known.Cause
	if known.Subject != "" && known.Subject != here {
		cause = inner(known)
	}
	if e.at != e.first {
		cause = fmt.Errorf("redirects to %s: %w", here, cause)
	}
	return &isnad.Error{Kind: known.Kind, Subject: e.subject, Cause: cause, Hint: known.Hint}
}

// follow goes where the answer points.
func (e *errand) follow(answer *answer, most int) error {
	next, err := e.at.Parse(answer.header.Get("Location"))
	if answer.header.Get("Location") == "" || err != nil {
		return isnad.Errorf(isnad.Invalid, e.subject, "redirects to no address").WithHint("tell the site, or name the page itself")
	}
	if next, err = settle(next); err != nil {
		var known *isnad.Error
		errors.As(err, &known)
		return isnad.Errorf(known.Kind, e.subject, "redirects to %w", inner(known)).WithHint(known.Hint)
	}
	switch {
	case e.seen[next.String()]:
		return isnad.Errorf(isnad.Invalid, e.subject, "redirects in a circle").WithHint("tell the site, or name the page itself")
	case len(e.seen) > most:
		return isnad.Errorf(isnad.TooLarge, e.subject, "redirects more than %d times", most).WithHint("name the page that it leads to")
	}
	e.seen[next.String()] = true
	if hostName(next) != hostName(e.first) {
		// What one site said of its page is none of another's business.
		e.header.Del("If-None-Match")
		e.header.Del("If-Modified-Since")
	}
	permanent := answer.status == http.StatusMovedPermanently || answer.status == http.StatusPermanentRedirect
	e.lasting = e.lasting && permanent && (e.at.Scheme != "https" || next.Scheme == "https")
	e.at = next
	return nil
}

// response makes a Response of the last answer, or an error of it.
func (c *Client) response(errand *errand, answer *answer) (*Response, error) {
	conditional := errand.header.Get("If-None-Match") != "" || errand.header.Get("If-Modified-Since") != ""
	switch answer.status {
	case http.StatusOK, http.StatusNonAuthoritativeInfo:
	case http.StatusNotModified:
		if !conditional {
			return nil, isnad.Errorf(isnad.Invalid, errand.subject, "answered 304 to a request without conditions").
				WithHint("tell the site; asking again later may help")
		}
	default:
		return nil, errand.failed(statusError(shown(errand.at.String()), answer.status, answer.after))
	}
	response := &Response{
		URL:          errand.at.String(),
		Status:       answer.status,
		NotModified:  answer.status == http.StatusNotModified,
		ETag:         validator(answer.header.Get("ETag")),
		LastModified: validator(answer.header.Get("Last-Modified")),
		ContentType:  answer.header.Get("Content-Type"),
		Bytes:        answer.body,
		Fetched:      c.options.Clock.Now(),
	}
	if len(errand.seen) > 1 && errand.lasting {
		response.Moved = response.URL
	}
	return response, nil
}

// validator returns value if it can be kept and sent back, else "".
func validator(value string) string {
	const most = 1 << 10
	if len(value) > most || !isHeader(value) {
		return ""
	}
	return value
}
