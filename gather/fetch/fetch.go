// Package fetch is the one way out to the network: every byte that the program
// takes from an address comes through [Client.Get].
//
// It is safe: http and https only; connections to public addresses alone,
// checked when they are made and so again on every redirect; bounds on bytes
// (on the wire, decoded, in the header), redirects and time. A hostile server
// costs no more than these bounds.
//
// It is polite: robots.txt is obeyed, a host sees one request at a time with a
// pause between, in the order in which they were made; who answers that it is
// busy is left alone for as long as it asks; what did not change is not sent
// again.
//
// Proxies that the environment names are ignored: a proxy would connect in the
// program's place, to addresses that the guard never sees.
package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"math/rand/v2"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/isnad-news/isnad"
)

// Agent is the user agent by default. Sites name it in robots.txt as "isnad".
const Agent = "isnad (+https://github.com/isnad-news/isnad)"

// Options say how a client behaves. The zero value means the defaults.
type Options struct {
	Agent       string        // user agent: a product name, then what tells a site whom to ask; Agent if empty
	Allow       []string      // hosts that need not be public: "host" or "host:port"
	Bytes       int64         // of one answer, coded or decoded; 16 MiB if 0
	HeaderBytes int64         // of the header of one answer; 128 KiB if 0
	Redirects   int           // followed for one request; 8 if 0, none if negative
	Timeout     time.Duration // of one try, redirects included, waiting for turns not; 60 s if 0
	Delay       time.Duration // between two requests to one host; 1 s if 0, none if negative
	Retries     int           // after a first try that may be mended; 2 if 0, none if negative
	Clock       Clock         // nil for the system's
	Resolver    *net.Resolver // nil for the system's
}

func (o Options) withDefaults() Options {
	if o.Agent == "" {
		o.Agent = Agent
	}
	if o.Clock == nil {
		o.Clock = systemClock{}
	}
	o.Bytes = orDefault(o.Bytes, 16<<20)
	o.HeaderBytes = orDefault(o.HeaderBytes, 128<<10)
	o.Redirects = orDefault(o.Redirects, 8)
	o.Timeout = orDefault(o.Timeout, time.Minute)
	o.Delay = orDefault(o.Delay, time.Second)
	o.Retries = orDefault(o.Retries, 2)
	return o
}

// orDefault returns n, what it means if 0, and 0 if it is negative.
func orDefault[N int | int64 | time.Duration](n, meant N) N {
	if n == 0 {
		return meant
	}
	return max(n, 0)
}

// Client fetches. It is safe for use by many goroutines and must be closed.
type Client struct {
	options   Options
	product   string // by which robots.txt names the program
	guard     *Guard
	transport *http.Transport
	hosts     *hosts
	robots    *robots
	jitter    func() float64 // in [0, 1)

	life   context.Context // ends with Close
	end    context.CancelFunc
	mu     sync.Mutex // guards closed
	closed bool
	flight sync.WaitGroup
}

// New returns a client that behaves as the options say.
func New(options Options) *Client {
	options = options.withDefaults()
	guard := &Guard{Allow: options.Allow, Resolver: options.Resolver, Timeout: options.Timeout}
	life, end := context.WithCancel(context.Background())
	return &Client{
		options: options,
		product: product(options.Agent),
		guard:   guard,
		transport: &http.Transport{
			Proxy:                  nil, // see the package comment
			DialContext:            guard.Dial,
			TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
			TLSHandshakeTimeout:    options.Timeout / 2,
			ResponseHeaderTimeout:  options.Timeout / 2,
			IdleConnTimeout:        30 * time.Second,
			MaxIdleConns:           100,
			MaxIdleConnsPerHost:    1,
			MaxResponseHeaderBytes: options.HeaderBytes,
			DisableCompression:     true, // bodies are decoded here, under the bounds
			ForceAttemptHTTP2:      true,
		},
		hosts:  newHosts(options.Clock),
		robots: newRobots(),
		jitter: rand.Float64,
		life:   life,
		end:    end,
	}
}

// Close stops every Get, waits until they have returned and closes the
// connections. A Get that comes later is refused.
func (c *Client) Close() {
	c.mu.Lock()
	c.closed = true
	c.mu.Unlock()
	c.end()
	c.flight.Wait()
	c.transport.CloseIdleConnections()
}

// begin counts a Get in and returns a context that ends with it or the client.
func (c *Client) begin(ctx context.Context) (context.Context, func(), error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return nil, nil, errors.New("client is closed")
	}
	c.flight.Add(1)
	ctx, cancel := context.WithCancel(ctx)
	forget := context.AfterFunc(c.life, cancel)
	return ctx, func() {
		forget()
		cancel()
		c.flight.Done()
	}, nil
}

// Request asks for one address.
type Request struct {
	URL          string
	ETag         string // as an earlier answer gave it, or empty
	LastModified string // likewise
	Accept       string // media types wanted; anything if empty
	Bytes        int64  // bound on this answer; Options.Bytes if 0
}

// Response is what an address holds.
type Response struct {
	URL          string    // where it came from in the end
	Moved        string    // URL, if every redirect on the way was permanent; empty if there was none, or one that was not
	Status       int       // 200, 203 or 304
	NotModified  bool      // Bytes is empty: what the caller has is still good
	ETag         string    // for the next Request; empty if the server gave none
	LastModified string    // likewise
	ContentType  string    // as the server says, which may be wrong
	Bytes        []byte    // decoded
	Fetched      time.Time // when the last byte had come
}

// Get fetches an address. It waits for its turn at the host, and tries again
// where that may help.
//
// The error is an [isnad.Error] about the address:
// Invalid, if it is no address, leads back to itself, or the answer breaks the
// rules of its protocol or coding;
// Refused, if the guard, robots.txt or the site forbids it;
// TooLarge, if a bound was reached;
// NotFound, if the site does not have it;
// Unsupported, if it is coded in a way that is not read;
// Unavailable, if there was no answer, or one that says not now, or ctx ended:
// see [Status] and [RetryAfter].
func (c *Client) Get(ctx context.Context, request Request) (*Response, error) {
	subject := shown(request.URL)
	ctx, done, err := c.begin(ctx)
	if err != nil {
		return nil, isnad.Errorf(isnad.Unavailable, subject, "%w", err).WithHint("start the program again")
	}
	defer done()
	if c.product == "" || !isHeader(c.options.Agent, request.ETag, request.LastModified, request.Accept) {
		return nil, isnad.Errorf(isnad.Invalid, subject, "user agent %q, or what was kept of the last answer, cannot be sent", c.options.Agent).
			WithHint("begin the user agent with a name in Latin letters, and leave out line breaks")
	}
	target, err := parse(request.URL)
	if err != nil {
		return nil, err
	}
	request.Bytes = orDefault(request.Bytes, c.options.Bytes)
	return persist(c.options.Retries, func() (*Response, error) { return c.walk(ctx, target, request) })
}

// persist tries until it succeeds, cannot be mended or was tried enough. It
// does not wait: the host that failed is left alone for a while, and so is
// the next try at it.
func persist[T any](retries int, try func() (*T, error)) (*T, error) {
	for attempt := 0; ; attempt++ {
		got, err := try()
		if t := asTrouble(err); err == nil || !t.again || t.after > patience || attempt >= retries {
			return got, err
		}
	}
}

// isHeader reports whether values can stand in a header.
func isHeader(values ...string) bool {
	for _, value := range values {
		if strings.ContainsFunc(value, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7F }) {
			return false
		}
	}
	return true
}
