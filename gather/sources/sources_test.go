package sources

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

const good = `# What we follow.

[[source]]
name = "صحيفة النهر" # the river
addresses = [
  "https://nahr.example/feed",
  "https://nahr.example/news-sitemap.xml",
]
country = "SAU"
language = "ar"
kind = "newspaper"
interval = "1h30m"

# slow
[[source]]
name = 'River "Post"'
addresses = ["https://river.example/rss"]
paused = true
interval = "1d"
`

func goodList() []isnad.FollowedSource {
	return []isnad.FollowedSource{
		{Name: "صحيفة النهر", Addresses: []string{"https://nahr.example/feed", "https://nahr.example/news-sitemap.xml"},
			Country: "SAU", Lang: isnad.Arabic, Kind: isnad.Newspaper, Interval: 90 * time.Minute},
		{Name: `River "Post"`, Addresses: []string{"https://river.example/rss"}, Interval: 24 * time.Hour, Paused: true},
	}
}

func TestLoad(t *testing.T) {
	list, err := Load("sources.toml", strings.NewReader(good))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(goodList(), list); diff != "" {
		t.Error(diff)
	}
}

func source(lines ...string) string {
	return "[[source]]\n" + strings.Join(lines, "\n") + "\n"
}

func TestLoadMistakes(t *testing.T) {
	fine := source(`name = "fine"`, `addresses = ["https://fine.example/feed"]`)
	address := `addresses = ["https://a.example/feed"]`
	for _, test := range []struct {
		name, text string
		want       []string // errors
		good       string   // names that are returned
	}{
		{"nothing", "", nil, ""},
		{"comments alone", "# nobody yet\n\n", nil, ""},
		{"an unknown key", source(`name = "a"`, address, `lang = "ar"`) + fine, []string{`s:4: source "a": key "lang" is unknown`}, "fine"},
		{"two unknown keys", source(`name = "a"`, address, `x = 1`, `y = 2`) + fine, []string{`s:4: source "a": key "x" is unknown`, `s:5: source "a": key "y" is unknown`}, "fine"},
		{"a table inside", source(`name = "a"`, address, "[source.more]", "x = 1") + fine, []string{`s:4: source "a": key "more" is unknown`}, "fine"},
		{"a name twice", source(`name = "a"`, address) + source(`name = "A"`, `addresses = ["https://b.example/"]`) + fine, []string{`s:5: source "A": the name stands in line 1 already`}, "a fine"},
		{"an address twice", source(`name = "a"`, address) + source(`name = "b"`, `addresses = [`, `"https://b.example/",`, `"HTTPS://A.example:443/feed?utm_source=x#top"]`), []string{`s:8: source "b": address "HTTPS://A.example:443/feed?utm_source=x#top" belongs to the source in line 1 already`}, "a"},
		{"an address twice in one", source(`name = "a"`, `addresses = ["https://a.example/feed", "https://a.example/feed#x"]`), []string{`s:3: source "a": address "https://a.example/feed#x" is listed twice`}, ""},
		{"no name", source(address) + fine, []string{`s:1: has no name`}, "fine"},
		{"an empty name", source(`name = " "`, address) + fine, []string{`s:2: source " ": has no name`}, "fine"},
		{"a mark of direction", source(`name = "a\u200f"`, address), []string{"s:2: source \"a\\u200f\": name holds a line break, a control or a mark of direction"}, ""},
		{"no address", source(`name = "a"`) + fine, []string{`s:1: source "a": has no address`}, "fine"},
		{"an address that is none", source(`name = "a"`, `addresses = ["a.example/feed"]`), []string{`s:3: source "a": "a.example/feed" is no web address`}, ""},
		{"a file", source(`name = "a"`, `addresses = ["file:///etc/passwd"]`), []string{`s:3: source "a": "file:///etc/passwd" is no web address`}, ""},
		{"a password", source(`name = "a"`, `addresses = ["https://me:secret@a.example/"]`), []string{`s:3: source "a": "https://me:xxxxx@a.example/" holds a user name`}, ""},
		{"an address without brackets", source(`name = "a"`, `addresses = "https://a.example/feed"`) + fine, []string{`s:3: source "a": cannot decode TOML string into struct field sources.row.Addresses of type []string`}, "fine"},
		{"two letters", source(`name = "a"`, address, `country = "SA"`), []string{`s:4: source "a": country "SA" is not in three capital letters`}, ""},
		{"no country", source(`name = "a"`, address, `country = "XQZ"`), []string{`s:4: source "a": country "XQZ" is none`}, ""},
		{"a continent", source(`name = "a"`, address, `country = "150"`), []string{`s:4: source "a": country "150" is none`}, ""},
		{"a language by its name", source(`name = "a"`, address, `language = "arabic"`), []string{`s:4: source "a": language "arabic" is none`}, ""},
		{"a language of a country", source(`name = "a"`, address, `language = "ar-SA"`), []string{`s:4: source "a": language "ar-SA" is none`}, ""},
		{"a kind", source(`name = "a"`, address, `kind = "blog"`), []string{`s:4: source "a": kind "blog" is none`}, ""},
		{"no interval", source(`name = "a"`, address, `interval = "often"`), []string{`s:4: source "a": interval "often" is no length of time`}, ""},
		{"too often", source(`name = "a"`, address, `interval = "30s"`), []string{`s:4: source "a": interval 30s is shorter than 1m`}, ""},
		{"too seldom", source(`name = "a"`, address, `interval = "31d"`), []string{`s:4: source "a": interval 744h0m0s is longer than 30d`}, ""},
		{"all wrong", source(`name = "a"`, address, `country = "XX"`, `kind = "x"`), []string{`s:4: source "a": country "XX" is none`, `s:5: source "a": kind "x" is none`}, ""},
		{"paused is no text", source(`name = "a"`, address, `paused = "no"`) + fine, []string{`s:4: source "a": cannot decode TOML string into struct field sources.row.Paused of type bool`}, "fine"},
		{"a text that is not closed", source(`name = "a`, address) + fine, []string{`s:2: basic strings cannot have new lines`}, "fine"},
		{"a list that is not closed", source(`name = "a"`, `addresses = ["https://a.example/feed"`) + fine, []string{`s:3: source "a": array is incomplete`}, "fine"},
		{"before the first", "name = \"a\"\n" + fine, []string{`s:1: "name = \"a\"" stands outside of a source`}, "fine"},
		{"one pair of brackets", "[source]\nname = \"a\"\n" + fine, []string{`s:1: "[source]" stands outside of a source`}, "fine"},
		{"a header inside a text", source(`name = "a"`, address, `kind = """`, `[[source]]`, `"""`) + fine, []string{"s:4: source \"a\": kind \"[[source]]\\n\" is none"}, "fine"},
		{"a byte order mark", "\uFEFF" + fine, nil, "fine"},
		{"line ends of Windows", strings.ReplaceAll(fine, "\n", "\r\n"), nil, "fine"},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, err := Load("s", strings.NewReader(test.text))
			if diff := cmp.Diff(test.want, lines(err)); diff != "" {
				t.Error(diff)
			}
			if got := names(list); got != test.good {
				t.Errorf("returned %q, want %q", got, test.good)
			}
			checkErrors(t, err)
		})
	}
}

// checkErrors holds that every error is of its kind and helps.
func checkErrors(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
		var e *isnad.Error
		if !errors.As(one, &e) || e.Kind != isnad.Invalid || e.Hint == "" || e.Subject == "" {
			t.Errorf("%v is not of its kind, or has no hint", one)
		}
	}
}

func lines(err error) []string {
	if err == nil {
		return nil
	}
	return strings.Split(err.Error(), "\n")
}

func names(list []isnad.FollowedSource) string {
	var names []string
	for _, source := range list {
		names = append(names, source.Name)
	}
	return strings.Join(names, " ")
}

func TestLoadManyMistakes(t *testing.T) {
	_, err := Load("s", strings.NewReader(strings.Repeat("[[source]]\n", 5000)))
	if got := lines(err); len(got) != mostErrors+1 || got[mostErrors] != "s: 9900 more errors" {
		t.Errorf("%d errors, the last %q", len(got), got[len(got)-1])
	}
}

func TestIntervals(t *testing.T) {
	for _, test := range []struct {
		words string
		want  time.Duration
		shown string
	}{
		{"", 0, ""}, {"15m", 15 * time.Minute, "15m"}, {"1h30m", 90 * time.Minute, "1h30m"}, {"90m", 90 * time.Minute, "1h30m"},
		{"1d", day, "1d"}, {"24h", day, "1d"}, {"1d12h", 36 * time.Hour, "1d12h"}, {"2h0m", 2 * time.Hour, "2h"}, {"90s", 90 * time.Second, "1m30s"},
	} {
		got, err := ParseInterval(test.words)
		if err != nil || got != test.want || FormatInterval(got) != test.shown {
			t.Errorf("%q: %v %v, shown %q", test.words, got, err, FormatInterval(got))
		}
	}
	for _, words := range []string{"d", "1", "-1h", "1d-1h", "1dd", "1d25h", "99999999d", "1w", "h", " 1h", "+1h", "1d+1h", "NaNh"} {
		if got, err := ParseInterval(words); err == nil {
			t.Errorf("%q is %v", words, got)
		}
	}
}
