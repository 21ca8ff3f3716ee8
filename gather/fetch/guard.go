package fetch

import (
	"context"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"github.com/isnad-news/isnad"
)

// Guard keeps connections away from what is not public: this machine, its
// network, the metadata services of clouds. It looks at the address that the
// system is about to connect to, after the name was resolved, so that a name
// whose answer changes between a check and the connection gains nothing.
//
// The zero value allows public addresses alone and is ready to use.
type Guard struct {
	// Allow names hosts that may lie anywhere: "host" on every port that can
	// be a web server's, "host:port" on that port, whatever its number.
	Allow []string
	// Resolver resolves names; nil for the system's.
	Resolver *net.Resolver
	// Timeout bounds one connecting; 0 for no bound but the context's.
	Timeout time.Duration

	public func(netip.Addr) string // for tests; nil for NotPublic
}

// Check refuses an address whose port is never a web server's, or whose host
// is a number that is not public or a name of this machine. It asks no
// resolver: what a name stands for is seen when it is dialled.
func (g *Guard) Check(u *url.URL) error {
	host, port, err := net.SplitHostPort(hostPort(u))
	if err != nil {
		return isnad.Errorf(isnad.Invalid, shown(u.String()), "is no address").WithHint("write it as https://host/path")
	}
	return g.check(host, port)
}

func (g *Guard) check(host, port string) error {
	subject := net.JoinHostPort(host, port)
	if g.allowed(host, port, true) {
		return nil
	}
	if notWeb[port] {
		return isnad.Errorf(isnad.Refused, subject, "port %s is not a web server's", port).
			WithHint("if it is one, allow " + subject + " by name (--allow-host)")
	}
	if g.allowed(host, port, false) {
		return nil
	}
	why := ""
	if addr, err := netip.ParseAddr(host); err == nil {
		why = g.why(addr)
	} else if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		why = "this machine"
	}
	return g.refusal(host, why)
}

// Dial connects to address, "host:port", over TCP. The error is an
// [isnad.Error] of kind [isnad.Refused] if the guard forbids it, else what
// the system says.
func (g *Guard) Dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	host = strings.ToLower(host)
	if err := g.check(host, port); err != nil {
		return nil, err
	}
	dialer := net.Dialer{Timeout: g.Timeout, Resolver: g.Resolver}
	if !g.allowed(host, port, true) && !g.allowed(host, port, false) {
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return g.control(host, address) }
	}
	return dialer.DialContext(ctx, network, address)
}

// control is asked by the dialer, for each address that a name has, between
// making the socket and connecting it.
func (g *Guard) control(host, address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return isnad.Errorf(isnad.Refused, host, "resolves to %q, which is no address", address).WithHint("name another host")
	}
	return g.refusal(host, g.why(at.Addr()))
}

func (g *Guard) why(addr netip.Addr) string {
	if g.public != nil {
		return g.public(addr)
	}
	return NotPublic(addr)
}

func (g *Guard) refusal(host, why string) error {
	if why == "" {
		return nil
	}
	return isnad.Errorf(isnad.Refused, host, "address is not public: %s", why).
		WithHint("if it is meant, allow " + host + " by name (--allow-host)")
}

// allowed reports whether Allow names the host with this port, or alone.
func (g *Guard) allowed(host, port string, withPort bool) bool {
	for _, name := range g.Allow {
		name = strings.ToLower(strings.TrimSpace(name))
		if withPort && name == net.JoinHostPort(host, port) || !withPort && strings.Trim(name, "[]") == host {
			return true
		}
	}
	return false
}
