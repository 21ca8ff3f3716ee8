// Package addresses reads what a web address tells: the canonical form, the
// outlet behind the host, and a day of publication in the path.
package addresses

import (
	"bufio"
	_ "embed"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/publicsuffix"
)

//go:embed hosts.txt
var hostList string

//go:embed parameters.txt
var parameterList string

var (
	sharedHosts = entries(hostList)
	tracking    = entries(parameterList)
)

func entries(list string) map[string]bool {
	set := make(map[string]bool)
	scanner := bufio.NewScanner(strings.NewReader(list))
	for scanner.Scan() {
		if line := strings.TrimSpace(scanner.Text()); line != "" && line[0] != '#' {
			set[line] = true
		}
	}
	return set
}

// Canonical returns the one form of an http or https address: scheme and host
// in lower case, without default port, fragment and tracking parameters, the
// path percent-encoded. It is "" for anything else.
//
// Law: Canonical(Canonical(a)) == Canonical(a).
func Canonical(address string) string {
	u, ok := parse(address)
	if !ok {
		return ""
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	u.RawPath = ""
	if u.Path == "" {
		u.Path = "/"
	}
	u.RawQuery = withoutTracking(u.RawQuery)
	u.ForceQuery = false
	return u.String()
}

func parse(address string) (*url.URL, bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || len(address) > 4096 {
		return nil, false
	}
	u.Scheme, u.Host = strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	if u.Scheme == "http" {
		u.Host = strings.TrimSuffix(u.Host, ":80")
	} else {
		u.Host = strings.TrimSuffix(u.Host, ":443")
	}
	return u, (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}

func withoutTracking(query string) string {
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(strings.ToLower(pair), "=")
		if pair == "" || tracking[name] || strings.HasPrefix(name, "utm_") {
			continue
		}
		kept = append(kept, pair)
	}
	return strings.Join(kept, "&")
}

// Resolve returns the canonical form of address, which may be relative to
// base.
func Resolve(base, address string) string {
	u, ok := parse(base)
	if !ok {
		return Canonical(address)
	}
	reference, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	return Canonical(u.ResolveReference(reference).String())
}

// SameSite reports whether two addresses are of one registered domain, as the
// public suffix list divides them, or of one host.
func SameSite(a, b string) bool {
	x, ok := parse(a)
	y, same := parse(b)
	if !ok || !same {
		return false
	}
	if x.Hostname() == y.Hostname() {
		return true
	}
	one, err := publicsuffix.EffectiveTLDPlusOne(x.Hostname())
	other, failed := publicsuffix.EffectiveTLDPlusOne(y.Hostname())
	return err == nil && failed == nil && one == other
}

// technical are host labels that name a machine of an outlet, not the outlet.
var technical = map[string]bool{
	"www": true, "www2": true, "www3": true, "m": true, "amp": true, "mobile": true, "cdn": true,
	"img": true, "images": true, "image": true, "static": true, "media": true, "assets": true,
	"files": true, "uploads": true, "photos": true, "pictures": true, "i": true,
}

// Outlet names the outlet behind an address by its host, without the labels
// that name a machine: "www.example.com" and "cdn.example.com" are
// "example.com". It is "" for hosts that many outlets share.
func Outlet(address string) string {
	u, ok := parse(address)
	if !ok {
		return ""
	}
	host := u.Hostname()
	for {
		if sharedHosts[host] {
			return ""
		}
		label, rest, more := strings.Cut(host, ".")
		if !more || !strings.Contains(rest, ".") || !technical[label] {
			break
		}
		host = rest
	}
	for rest := host; rest != ""; {
		if sharedHosts[rest] {
			return ""
		}
		_, rest, _ = strings.Cut(rest, ".")
	}
	if !strings.Contains(host, ".") || strings.ContainsAny(host, ":") {
		return ""
	}
	return host
}

// IsPicture reports whether an address or a file name ends as a picture's.
func IsPicture(address string) bool {
	address, _, _ = strings.Cut(address, "?")
	switch strings.ToLower(path.Ext(address)) {
	case ".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg", ".bmp", ".tif", ".tiff":
		return true
	}
	return false
}
