package addresses

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	// A year opens a part of the path; a month and, mostly, a day follow in
	// parts of their own: /2025/02/12/, /2025/2/.
	dirs = regexp.MustCompile(`/((?:19|20)[0-9]{2})/([01]?[0-9])(?:/([0-3]?[0-9]))?(?:/|$)`)
	// The day in one part of the path, written apart: /2025-02-12-headline.
	dashed = regexp.MustCompile(`(?:^|[/_=\-])((?:19|20)[0-9]{2})[-_.]([01][0-9])[-_.]([0-3][0-9])(?:[^0-9]|$)`)
	// Eight digits that open a part of the path: /20250212/. Elsewhere they
	// are as likely a running number.
	compact = regexp.MustCompile(`(?:/|=)((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:[^0-9]|$)`)
	// Seconds or milliseconds since 1970 in the name of an uploaded file.
	unix = regexp.MustCompile(`(?:^|[^0-9])([0-9]{10}(?:[0-9]{3})?)(?:[^0-9]|$)`)
	// Eight digits anywhere in a file name: counted only where directories agree.
	stamped = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:[^0-9]|$)`)
)

// Day returns the day, in UTC at midnight, that an address names: in the
// directories of its path (/2025/02/12/), in one part of it (/2025-02-12-,
// /20250212/), or as a time stamp of a file inside directories of the same
// year and month (/2025/02/photo_1739381640.jpg). Years before 1990 and days
// that no month has are no day. A year and month alone are none either.
func Day(address string) (time.Time, bool) {
	text := dated(address)
	if m := dirs.FindStringSubmatch(text); m != nil {
		if m[3] != "" {
			if day, ok := date(m[1], m[2], m[3]); ok {
				return day, true
			}
		}
		return stamp(text, m[1], m[2])
	}
	for _, pattern := range []*regexp.Regexp{dashed, compact} {
		if m := pattern.FindStringSubmatch(text); m != nil {
			if day, ok := date(m[1], m[2], m[3]); ok {
				return day, true
			}
		}
	}
	return time.Time{}, false
}

// dated is what may hold a date: the path and query, decoded.
func dated(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return address
	}
	if u.RawQuery != "" {
		return u.Path + "?" + u.RawQuery
	}
	return u.Path
}

func date(year, month, day string) (time.Time, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, y >= 1990 && t.Day() == d && int(t.Month()) == m
}

// stamp finds a time stamp that agrees with year and month.
func stamp(text, year, month string) (time.Time, bool) {
	first, ok := date(year, month, "1")
	if !ok {
		return time.Time{}, false
	}
	for _, m := range unix.FindAllStringSubmatch(text, 16) {
		n, err := strconv.ParseInt(m[1], 10, 64)
		if err != nil {
			continue
		}
		t := time.Unix(n, 0).UTC()
		if len(m[1]) == 13 {
			t = time.UnixMilli(n).UTC()
		}
		// Directories are named in the server's time zone: a day of grace.
		if t.After(first.AddDate(0, 0, -1)) && t.Before(first.AddDate(0, 1, 1)) {
			return t.Truncate(24 * time.Hour), true
		}
	}
	for _, m := range stamped.FindAllStringSubmatch(text, 16) {
		if t, ok := date(m[1], m[2], m[3]); ok && t.Year() == first.Year() && t.Month() == first.Month() {
			return t, true
		}
	}
	return time.Time{}, false
}
