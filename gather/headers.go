package gather

import (
	"bufio"
	_ "embed"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/gather/credits"
	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed headers.tsv
var headerList string

// headerFields maps the folded names that people give to fields to ours.
var headerFields = func() map[string]string {
	table := make(map[string]string)
	scanner := bufio.NewScanner(strings.NewReader(headerList))
	for scanner.Scan() {
		if strings.HasPrefix(scanner.Text(), "#") {
			continue
		}
		fields := strings.Split(scanner.Text(), "\t")
		for _, name := range fields[1:] {
			table[arabic.Fold(name)] = fields[0]
		}
	}
	return table
}()

// field splits a "name: value" line whose name is on the list.
func field(s string) (name, value string, ok bool) {
	key, value, found := strings.Cut(s, ":")
	if !found || len(key) > 60 {
		return "", "", false
	}
	name, ok = headerFields[arabic.Fold(strings.Trim(clean(key), "*_ \"'"))]
	return name, strings.TrimSpace(strings.Trim(clean(value), "*_ ")), ok
}

// takeHeaders reads metadata off the head of a text: front matter between
// lines of three hyphens, or lines of the form "Date: 2025-02-12" at the top.
// It returns the lines behind.
func (d *draft) takeHeaders(lines []rawLine) []rawLine {
	first := 0
	for first < len(lines) && clean(lines[first].text) == "" {
		first++
	}
	if first == len(lines) {
		return lines
	}
	if clean(lines[first].text) == "---" {
		if rest, ok := d.frontMatter(lines[first+1:]); ok {
			return rest
		}
		return lines
	}
	taken := first
	for i := first; i < len(lines) && i < first+20; i++ {
		words := clean(lines[i].text)
		name, value, ok := field(words)
		if words != "" && (!ok || value == "" || len(value) > 300) {
			break
		}
		if ok {
			d.set(name, strings.Trim(value, `"'`), lines[i].at)
		}
		taken = i + 1
	}
	return lines[taken:]
}

// frontMatter reads lines up to the closing hyphens; ok is false if there are
// none within a hundred lines, or if a line is no field.
func (d *draft) frontMatter(lines []rawLine) (rest []rawLine, ok bool) {
	for i, raw := range lines[:min(len(lines), 100)] {
		words := clean(raw.text)
		if words != "---" && words != "..." {
			if words != "" && !strings.Contains(words, ":") && !strings.HasPrefix(words, "- ") && words[0] != '#' {
				return nil, false
			}
			continue
		}
		for _, raw := range lines[:i] {
			if name, value, ok := field(clean(raw.text)); ok {
				d.set(name, strings.Trim(value, `"'`), raw.at)
			}
		}
		return lines[i+1:], true
	}
	return nil, false
}

// set lays one field into the metadata; the first of its name wins.
func (d *draft) set(name, value string, at int) {
	if value == "" {
		return
	}
	m := &d.metadata
	first := func(field *string) {
		if *field == "" {
			*field = value
		}
	}
	switch name {
	case "title":
		if m.title == "" {
			m.title, m.titleAt = value, at
		}
	case "outlet":
		first(&m.outlet)
	case "url":
		if m.url == "" {
			m.url = addresses.Canonical(value)
		}
	case "author":
		first(&m.author)
		d.agencyIn(value)
	case "agency":
		first(&m.agency)
	case "lang":
		if m.lang == "" {
			m.lang = langOf(value)
		}
	case "published":
		m.dates = append(m.dates, dateClaim{words: value, how: isnad.Metadata, evidence: value})
	case "picture":
		d.pictures = append(d.pictures, value)
	}
}

// agencyIn takes the agency out of a field that names the author: «رويترز»,
// «واس - الرياض», "Jane Roe, Reuters".
func (d *draft) agencyIn(author string) {
	if head, ok := credits.Credit(clean(squeeze(author))); ok && d.metadata.agency == "" {
		d.metadata.agency = head.Agency.Of(clean(squeeze(author)))
	}
}

// langOf reads a language tag or name: "ar", "ar-EG", "en_GB", "Arabic".
func langOf(tag string) isnad.Lang {
	tag = strings.ToLower(strings.TrimSpace(tag))
	primary, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	switch primary {
	case "ar", "ara", "arabic":
		return isnad.Arabic
	case "en", "eng", "english":
		return isnad.English
	}
	return isnad.UnknownLang
}
