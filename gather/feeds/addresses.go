package feeds

import (
	"net/url"
	"strings"
)

// absolute resolves an address against the first of bases that is absolute
// itself. It is "" unless an http or https address comes out. The fragment and
// a user's name are dropped: neither is asked of a server.
func absolute(address string, bases ...string) string {
	address = tidyAddress(address)
	if address == "" || len(address) > 4096 {
		return ""
	}
	reference, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if reference.Scheme == "" {
		base := firstBase(bases)
		if base == nil {
			return ""
		}
		reference = base.ResolveReference(reference)
	}
	if !isWeb(reference) {
		return ""
	}
	reference.Fragment, reference.RawFragment, reference.User = "", "", nil
	return reference.String()
}

func firstBase(bases []string) *url.URL {
	for _, base := range bases {
		if u, err := url.Parse(tidyAddress(base)); err == nil && isWeb(u) {
			return u
		}
	}
	return nil
}

func isWeb(u *url.URL) bool {
	u.Scheme, u.Host = strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.Opaque == ""
}

// tidyAddress mends what people do to addresses: line breaks inside them,
// backslashes, the scheme of a feed reader, a host without a scheme.
func tidyAddress(address string) string {
	address = strings.Map(func(r rune) rune {
		switch {
		case r < ' ', r == 0x7F, isHidden(r):
			return -1
		case r == '\\':
			return '/'
		}
		return r
	}, strings.TrimSpace(address))
	lower := strings.ToLower(address)
	switch {
	case strings.HasPrefix(lower, "feed://"):
		return "http://" + address[len("feed://"):]
	case strings.HasPrefix(lower, "feed:http"):
		return address[len("feed:"):]
	case strings.HasPrefix(lower, "www."):
		return "http://" + address
	}
	return address
}
