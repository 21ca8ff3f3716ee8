package pages

import "strings"

// headline picks the title: a first-rank heading or the JSON-LD headline where
// the page's title holds it, else the page's title without the site's name.
func (f *facts) headline(site string) string {
	titles := []string{titled(f.meta["og:title"]), f.title, titled(f.meta["twitter:title"])}
	for _, candidate := range append(append([]string{}, f.headings...), titled(f.linked.headline)) {
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
		return titled(f.linked.headline)
	}
	if len(f.headings) == 1 {
		return f.headings[0]
	}
	return ""
}

// mostTitle is the longest headline, in bytes.
const mostTitle = 1000

// titled cuts words to the length of a headline.
func titled(words string) string {
	if len(words) <= mostTitle {
		return words
	}
	return strings.ToValidUTF8(words[:mostTitle], "")
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

// mostSite is the words of a site's name in the title of a page, at most.
const mostSite = 5

// shownTitle tells the headline from the name of the site where nothing but
// the title of the page gives them: the part of it that stands on a line of
// the page is the headline, a short rest the site.
func (f *facts) shownTitle(lines []piece, title string) (headline, site string) {
	if title == "" {
		return "", ""
	}
	shown := make(map[string]bool)
	for _, line := range lines {
		if len(line.Text) < 2*len(f.title)+16 {
			shown[letters(line.Text)] = true
		}
	}
	most := 0
	for _, mark := range siteMarks {
		for _, at := range []int{strings.Index(f.title, mark), strings.LastIndex(f.title, mark)} {
			if at <= 0 {
				continue
			}
			before, behind := f.title[:at], f.title[at+len(mark):]
			for _, pair := range [][2]string{{before, behind}, {behind, before}} {
				n := count(pair[0])
				if n > most && n > count(pair[1]) && len(strings.Fields(pair[1])) <= mostSite && shown[letters(pair[0])] {
					headline, site, most = pair[0], pair[1], n
				}
			}
		}
	}
	if headline == "" {
		return title, ""
	}
	return headline, strings.Trim(site, " :|-")
}
