package fetch

import (
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"github.com/isnad-news/isnad"
)

// maxAddress bounds an address in bytes: what browsers and servers take.
const maxAddress = 8 << 10

// parse reads an address into the one form under which it is asked for,
// queued and compared: scheme and host in lower case, the host in ASCII, no
// fragment, no default port, a path of at least "/".
//
// Only http and https pass. A host is a name, an IPv4 address in dotted
// decimal or an IPv6 address in brackets; the other notations of IPv4, which
// programs read in different ways, are refused.
func parse(raw string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || len(raw) > 4*maxAddress {
		return nil, isnad.Errorf(isnad.Invalid, shown(raw), "is no address").
			WithHint("write it as https://host/path")
	}
	return settle(u)
}

// settle brings an address that was parsed, maybe against another, into the
// form that parse promises.
func settle(u *url.URL) (*url.URL, error) {
	subject := shown(u.String())
	u.Scheme = strings.ToLower(u.Scheme)
	switch {
	case u.Scheme == "":
		return nil, isnad.Errorf(isnad.Invalid, subject, "has no scheme").WithHint("write it as https://host/path")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, isnad.Errorf(isnad.Refused, subject, "scheme %q is not http or https", u.Scheme).
			WithHint("only http and https addresses are fetched")
	case u.User != nil:
		return nil, isnad.Errorf(isnad.Invalid, subject, "carries a user name").
			WithHint("leave out what stands before the @")
	case u.Opaque != "" || u.Hostname() == "":
		return nil, isnad.Errorf(isnad.Invalid, subject, "has no host").WithHint("write it as https://host/path")
	}
	host, err := settleHost(u)
	if err != nil {
		return nil, err
	}
	out := *u
	out.Host, out.Fragment, out.RawFragment = host, "", ""
	out.RawQuery = escape(u.RawQuery)
	if out.Path == "" {
		out.Path = "/"
	}
	if len(out.String()) > maxAddress {
		return nil, isnad.Errorf(isnad.Invalid, subject, "longer than %d bytes", maxAddress).WithHint("name a shorter address")
	}
	return &out, nil
}

func settleHost(u *url.URL) (string, error) {
	subject := shown(u.String())
	port, err := settlePort(u)
	if err != nil {
		return "", err
	}
	name := strings.TrimSuffix(u.Hostname(), ".")
	if strings.HasPrefix(u.Host, "[") {
		addr, err := netip.ParseAddr(name)
		switch {
		case err != nil:
			return "", isnad.Errorf(isnad.Invalid, subject, "%q is no IPv6 address", name).WithHint("check the spelling")
		case addr.Zone() != "":
			return "", isnad.Errorf(isnad.Refused, subject, "names an interface of this machine").
				WithHint("only public addresses are fetched")
		}
		return "[" + addr.String() + "]" + port, nil
	}
	if !isASCII(name) {
		if name, err = idna.Lookup.ToASCII(name); err != nil {
			return "", isnad.Errorf(isnad.Invalid, subject, "host is no domain name").WithHint("check the spelling")
		}
	}
	name = strings.TrimSuffix(strings.ToLower(name), ".")
	if !isName(name) {
		return "", isnad.Errorf(isnad.Invalid, subject, "host is no domain name").WithHint("check the spelling")
	}
	if _, err := netip.ParseAddr(name); err != nil && looksNumeric(name) {
		return "", isnad.Errorf(isnad.Refused, subject, "host %s is a number in an unusual form", name).
			WithHint("write an IPv4 address as four decimal numbers")
	}
	return name + port, nil
}

// settlePort returns ":port", or "" for the scheme's own.
func settlePort(u *url.URL) (string, error) {
	port := u.Port()
	if port == "" {
		return "", nil
	}
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil || n == 0 {
		return "", isnad.Errorf(isnad.Invalid, shown(u.String()), "port %s is out of range", port).WithHint("check the spelling")
	}
	if port = strconv.Itoa(int(n)); port == ownPort(u.Scheme) {
		return "", nil
	}
	return ":" + port, nil
}

func ownPort(scheme string) string {
	if scheme == "https" {
		return "443"
	}
	return "80"
}

// hostPort returns what a connection to u is dialled to.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = ownPort(u.Scheme)
	}
	return net.JoinHostPort(u.Hostname(), port)
}

// isName reports whether name, in lower case, can be a host: labels of
// letters, digits, hyphens and underscores, which some hosts have.
func isName(name string) bool {
	if len(name) == 0 || len(name) > 253 {
		return false
	}
	for label := range strings.SplitSeq(name, ".") {
		if label == "" || len(label) > 63 {
			return false
		}
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-_.", r)
	})
}

// looksNumeric reports whether some resolver would read name as an IPv4
// address: its last label is a number, decimal, octal or hexadecimal.
func looksNumeric(name string) bool {
	last := name[strings.LastIndexByte(name, '.')+1:]
	if digits, ok := strings.CutPrefix(last, "0x"); ok {
		return strings.Trim(digits, "0123456789abcdef") == ""
	}
	return strings.Trim(last, "0123456789") == ""
}

// escape percent-encodes what may not stand in a query as it is.
func escape(query string) string {
	var b strings.Builder
	for i := range len(query) {
		if c := query[i]; c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' {
			b.WriteString("%" + strings.ToUpper(strconv.FormatUint(0x100|uint64(c), 16)[1:]))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// shown returns raw as errors name it: without user name and password, without
// controls, and short.
func shown(raw string) string {
	raw = strings.TrimSpace(raw)
	if start := strings.Index(raw, "//"); start >= 0 {
		rest := raw[start+2:]
		end := len(rest)
		if i := strings.IndexAny(rest, "/?#"); i >= 0 {
			end = i
		}
		if at := strings.LastIndexByte(rest[:end], '@'); at >= 0 {
			raw = raw[:start+2] + rest[at+1:]
		}
	}
	raw = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == utf8.RuneError {
			return '?'
		}
		return r
	}, raw)
	const most = 300
	if len(raw) > most {
		raw = strings.ToValidUTF8(raw[:most], "") + "..."
	}
	return raw
}
