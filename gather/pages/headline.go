package pages

import "strings"

// headline picks the title: a first-rank heading or the JSON-LD headline where
// the page's title holds it, else the page's title without the site's name.
func (f *facts) headline(site string) string {
	titles := []string{f.meta["og:title"], f.title, f.meta["twitter:title"]}
	for _, candidate := range append(append([]string{}, f.headings...), f.linked.headline) {
		key := letters(candidate)
		if count(candidate) < 8 || same(candidate, site) {
			continue
		}
		for _, title := range titles {
			if strings.Contains(letters(title), key) {
				return candidate
			}
		}
	}
	for _, title := range titles {
		if title = withoutSite(title, site); title != "" && !same(title, site) {
			return title
		}
	}
	if f.linked.headline != "" {
		return f.linked.headline
	}
	if len(f.headings) == 1 {
		return f.headings[0]
	}
	return ""
}

func same(a, b string) bool { return a != "" && letters(a) == letters(b) }

var siteMarks = []string{" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u00AB ", " \u2022 ", " / "}

// withoutSite drops the site's name from either end of a page's title. Where
// the name is not known, a short piece behind the last bar is taken for it.
func withoutSite(title, site string) string {
	title = squeeze(title)
	for _, mark := range siteMarks {
		if i := strings.LastIndex(title, mark); i > 0 && same(title[i+len(mark):], site) {
			return withoutSite(title[:i], site)
		}
		if i := strings.Index(title, mark); i > 0 && same(title[:i], site) {
			return withoutSite(title[i+len(mark):], site)
		}
	}
	if i := strings.LastIndex(title, " | "); site == "" && i > 0 && len(strings.Fields(title[i+3:])) <= 4 && len(strings.Fields(title[:i])) >= 4 {
		return title[:i]
	}
	return title
}
