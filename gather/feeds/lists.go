package feeds

import "strings"

// plainList reports whether text is a sitemap in its plainest form: addresses,
// one a line.
func plainList(text string) bool {
	n := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if !strings.HasPrefix(line, "http://") && !strings.HasPrefix(line, "https://") || strings.ContainsAny(line, " <>\t") {
			return false
		}
		if n++; n == 10 {
			return true
		}
	}
	return n > 0
}

// readLines reads such a sitemap.
func readLines(text string) *draft {
	d, left := &draft{kind: Sitemap}, 0
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			e := &entry{by: names[Sitemap]}
			e.fields[linkSlot] = []field{{words: line}}
			d.add(e, &left)
		}
	}
	if left > 0 {
		d.leftOut(left)
	}
	return d
}
