package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// trouble is the cause of an error that a server or the way to it gave.
type trouble struct {
	cause  error
	status int           // HTTP status, 0 if there was no answer
	after  time.Duration // how long the server asks to be left alone; 0 if it does not say
	again  bool          // a new try may help
}

func (t *trouble) Error() string { return t.cause.Error() }
func (t *trouble) Unwrap() error { return t.cause }

// Status returns the HTTP status that err is about, or 0.
func Status(err error) int {
	var t *trouble
	if errors.As(err, &t) {
		return t.status
	}
	return 0
}

// RetryAfter returns how long the server, or what it said before, asks to be
// left alone; 0 if it does not say.
func RetryAfter(err error) time.Duration {
	var t *trouble
	if errors.As(err, &t) {
		return t.after
	}
	return 0
}

func asTrouble(err error) *trouble {
	var t *trouble
	if errors.As(err, &t) {
		return t
	}
	return &trouble{}
}

// made returns an [isnad.Error] whose cause is the trouble.
func made(kind isnad.Kind, subject string, t *trouble, hint string) *isnad.Error {
	return (&isnad.Error{Kind: kind, Subject: subject, Cause: t}).WithHint(hint)
}

// statusError sorts an answer that is no report and no redirect.
func statusError(subject string, status int, after time.Duration) error {
	t := &trouble{status: status, after: after, cause: fmt.Errorf("answered %d %s", status, http.StatusText(status))}
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		return made(isnad.NotFound, subject, t, "check the address: the site does not have it, or no longer")
	case status == http.StatusUnauthorized, status == http.StatusPaymentRequired, status == http.StatusForbidden,
		status == http.StatusUnavailableForLegalReasons:
		return made(isnad.Refused, subject, t, "the site does not give it to this program; ask the site, or take it by hand")
	case status >= 500 && status != http.StatusNotImplemented, status == http.StatusTooManyRequests,
		status == http.StatusRequestTimeout, status == http.StatusTooEarly:
		t.again = true
	}
	return made(isnad.Unavailable, subject, t, "try later")
}

// errSlow is the cause of a context whose time for one request is over.
var errSlow = errors.New("no whole answer in time")

// explain sorts an error of the connection. asked is the context of the
// request, which has a bound on time; subject names the address.
func (c *Client) explain(asked context.Context, subject string, err error) error {
	var known *isnad.Error
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var slow net.Error
	switch {
	case errors.As(err, &known):
		return &isnad.Error{Kind: known.Kind, Subject: subject, Cause: inner(known), Hint: known.Hint}
	case errors.Is(err, errTooMuch):
		return isnad.Errorf(isnad.TooLarge, subject, "%w", err).WithHint("raise the bound on the size of an answer if it is meant to be so large")
	case asked.Err() != nil && context.Cause(asked) != errSlow:
		return stopped(subject, asked.Err())
	case asked.Err() != nil, errors.As(err, &slow) && slow.Timeout():
		return made(isnad.Unavailable, subject, &trouble{cause: fmt.Errorf("%w (%s)", errSlow, c.options.Timeout)}, "try later")
	case errors.As(err, &dns) && dns.IsNotFound:
		return made(isnad.Unavailable, subject, &trouble{cause: errors.New("no such host")}, "check the spelling of the host")
	case errors.As(err, &certificate), errors.As(err, &record), errors.As(err, &alert):
		return made(isnad.Unavailable, subject, &trouble{cause: innermost(err)}, "the host cannot prove who it is; tell the site")
	case strings.Contains(err.Error(), "headers exceeded"), strings.Contains(err.Error(), "header list"):
		return isnad.Errorf(isnad.TooLarge, subject, "header of the answer is larger than %d bytes", c.options.HeaderBytes).
			WithHint("tell the site: browsers would not read it either")
	case dropped(err):
		return made(isnad.Unavailable, subject, &trouble{cause: innermost(err), again: true}, "try later")
	case notHTTP(err):
		return isnad.Errorf(isnad.Invalid, subject, "answer is not HTTP: %w", innermost(err)).WithHint("check that a web server stands at this address")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return made(isnad.Unavailable, subject, &trouble{cause: errors.New("connection was closed before the answer was whole"), again: true}, "try later")
	}
	return made(isnad.Unavailable, subject, &trouble{cause: innermost(err), again: true}, "try later")
}

// inner returns the cause of known without the subject that it names itself.
func inner(known *isnad.Error) error {
	if known.Subject == "" {
		return known.Cause
	}
	return fmt.Errorf("%s: %w", known.Subject, known.Cause)
}

// innermost returns the error at the bottom of err: what the system said,
// without the names of calls and the ports that change from run to run.
func innermost(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}

// dropped knows the errors of HTTP/2 for a server that goes away in good order,
// as one does that is started anew; they have no type.
func dropped(err error) bool {
	for _, sign := range []string{"server sent GOAWAY", "client connection lost", "timeout awaiting response headers", "client connection force closed"} {
		if strings.Contains(err.Error(), sign) {
			return true
		}
	}
	return false
}

// notHTTP knows the errors of net/http for an answer that breaks the protocol;
// they have no type.
func notHTTP(err error) bool {
	for _, sign := range []string{"malformed", "invalid header", "too much non-data", "http2: ", "bad Content-Length",
		"unsupported transfer encoding", "too many transfer encodings", "header line too long", "protocol version",
		"invalid byte in chunk length", "chunk length too large", "missing status", "unexpected EOF reading trailer",
		"suspiciously long trailer", "invalid Trailer", "Content-Length"} {
		if strings.Contains(err.Error(), sign) {
			return true
		}
	}
	return false
}

func stopped(subject string, err error) error {
	return isnad.Errorf(isnad.Unavailable, subject, "stopped: %w", err).WithHint("start it again")
}

// retryAfter reads the header of that name: seconds or a date (RFC 9110,
// 10.2.3); 0 if it is missing or cannot be read. Longer than ten years is ten
// years.
func retryAfter(header http.Header, now time.Time) time.Duration {
	const most = 10 * 365 * 24 * time.Hour
	value := strings.TrimSpace(header.Get("Retry-After"))
	if value == "" {
		return 0
	}
	if strings.Trim(value, "0123456789") == "" {
		seconds, err := strconv.ParseInt(value, 10, 64)
		if err != nil || seconds > int64(most/time.Second) {
			return most
		}
		return time.Duration(seconds) * time.Second
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	return min(max(at.Sub(now), 0), most)
}
