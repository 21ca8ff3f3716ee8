package fetch

import (
	"bytes"
	"math"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// maxCrawlDelay is the longest pause that robots.txt may ask for.
const maxCrawlDelay = time.Minute

// rules are what a robots.txt (RFC 9309) says to this program. Only its own
// groups are kept, so that a file with many agents and many rules stays as
// small as it is. The zero value allows everything.
type rules struct {
	list  []rule
	delay time.Duration // between two requests
}

type rule struct {
	path  string // as canonical writes it; "*" stands for any bytes, "$" at the end for the end
	allow bool
}

// product returns the name by which robots.txt speaks of a user agent: what
// comes before the first character that no such name has.
func product(agent string) string {
	end := strings.IndexFunc(agent, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-' || r == '_')
	})
	if end < 0 {
		end = len(agent)
	}
	return strings.ToLower(agent[:end])
}

// parseRobots reads what can be read. Lines that say nothing are passed over,
// as the RFC wants: a page of HTML in its place forbids nothing.
func parseRobots(raw []byte, product string) *rules {
	var own, others rules
	var named, anyone, inRules bool // what the agents above this line are
	found := false
	for line := range bytes.FieldsFuncSeq(bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF")), func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value, ok := field(string(line))
		if !ok {
			continue
		}
		if key == "user-agent" || key == "useragent" {
			if inRules {
				named, anyone, inRules = false, false, false
			}
			named = named || productOf(value) == product
			anyone = anyone || value == "*"
			found = found || named
			continue
		}
		inRules = inRules || key == "allow" || key == "disallow" || key == "crawl-delay"
		if named {
			own.add(key, value)
		}
		if anyone {
			others.add(key, value)
		}
	}
	if found {
		return &own
	}
	return &others
}

// productOf reads the name in a User-agent line, which may carry a version.
func productOf(value string) string {
	if value == "*" {
		return ""
	}
	return product(value)
}

// field splits "key: value # remark".
func field(line string) (key, value string, ok bool) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok = strings.Cut(line, ":")
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value), ok
}

func (r *rules) add(key, value string) {
	switch key {
	case "allow", "disallow":
		// An empty rule forbids nothing and allows nothing.
		if value != "" {
			r.list = append(r.list, rule{canonical(value), key == "allow"})
		}
	case "crawl-delay":
		seconds, err := strconv.ParseFloat(value, 64)
		if err == nil && seconds > 0 && !math.IsInf(seconds, 0) {
			r.delay = time.Duration(min(seconds, maxCrawlDelay.Seconds()) * float64(time.Second))
		}
	}
}

// allows reports whether u may be fetched: the longest rule that matches
// decides, and of two as long the one that allows.
func (r *rules) allows(u *url.URL) bool {
	if u.Path == "/robots.txt" {
		return true
	}
	path := canonical(u.RequestURI())
	allow, length := true, -1
	for _, rule := range r.list {
		if len(rule.path) < length || len(rule.path) == length && !rule.allow {
			continue
		}
		if matches(rule.path, path) {
			allow, length = rule.allow, len(rule.path)
		}
	}
	return allow
}

// matches compares a path with a rule in one pass over the path: each stretch
// between stars is taken where it first occurs.
func matches(pattern, path string) bool {
	pattern, ends := strings.CutSuffix(pattern, "$")
	first, rest, starred := strings.Cut(pattern, "*")
	path, ok := strings.CutPrefix(path, first)
	if !ok || !starred {
		return ok && (!ends || path == "")
	}
	for starred {
		first, rest, starred = strings.Cut(rest, "*")
		if !starred && ends {
			return strings.HasSuffix(path, first)
		}
		i := strings.Index(path, first)
		if i < 0 {
			return false
		}
		path = path[i+len(first):]
	}
	return true
}

// canonical writes a path so that equal paths are equal bytes: letters,
// digits and "-._~" as they are, other bytes above ASCII and controls
// percent-encoded in capitals, what was encoded so left encoded.
func canonical(path string) string {
	var b strings.Builder
	b.Grow(len(path))
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c == '%' && i+2 < len(path) {
			if n, err := strconv.ParseUint(path[i+1:i+3], 16, 8); err == nil {
				i += 2
				if unreserved(byte(n)) {
					b.WriteByte(byte(n))
				} else {
					percent(&b, byte(n))
				}
				continue
			}
		}
		if c <= ' ' || c >= 0x7F {
			percent(&b, c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

func percent(b *strings.Builder, c byte) {
	const digits = "0123456789ABCDEF"
	b.WriteByte('%')
	b.WriteByte(digits[c>>4])
	b.WriteByte(digits[c&15])
}
