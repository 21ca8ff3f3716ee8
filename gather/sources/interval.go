package sources

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Bounds of an interval. Below the least a server is bothered for nothing;
// above the most an outlet is not followed.
const (
	LeastInterval = time.Minute
	MostInterval  = 30 * day

	day = 24 * time.Hour
)

const intervalHint = `write "15m", "1h30m" or "1d", from one minute to thirty days, or leave it out`

var errInterval = errors.New("is no length of time")

// ParseInterval reads a length of time as Go writes it, with days before it:
// "15m", "1h30m", "1d", "1d12h". The empty string is 0, the default.
func ParseInterval(words string) (time.Duration, error) {
	if words == "" {
		return 0, nil
	}
	days, rest, ok := strings.Cut(words, "d")
	if !ok {
		days, rest = "0", words
	}
	n, err := strconv.ParseUint(days, 10, 16)
	if err != nil {
		return 0, errInterval
	}
	interval := time.Duration(n) * day
	if rest == "" {
		return interval, nil
	}
	more, err := time.ParseDuration(rest)
	if err != nil || more < 0 || rest[0] == '+' || rest[0] == '-' || ok && more >= day {
		return 0, errInterval
	}
	return interval + more, nil
}

// FormatInterval writes an interval in its shortest form.
//
// Law: ParseInterval(FormatInterval(d)) == d for d >= 0.
func FormatInterval(interval time.Duration) string {
	if interval == 0 {
		return ""
	}
	var b strings.Builder
	if days := interval / day; days > 0 {
		fmt.Fprintf(&b, "%dd", days)
		interval -= days * day
	}
	if interval > 0 {
		rest := interval.String()
		if strings.HasSuffix(rest, "m0s") {
			rest = strings.TrimSuffix(rest, "0s")
		}
		if strings.HasSuffix(rest, "h0m") {
			rest = strings.TrimSuffix(rest, "0m")
		}
		b.WriteString(rest)
	}
	return b.String()
}

func intervalFault(interval time.Duration) string {
	switch {
	case interval == 0:
		return ""
	case interval < LeastInterval:
		return fmt.Sprintf("interval %v is shorter than %s", interval, FormatInterval(LeastInterval))
	case interval > MostInterval:
		return fmt.Sprintf("interval %v is longer than %s", interval, FormatInterval(MostInterval))
	}
	return ""
}
