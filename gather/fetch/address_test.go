package fetch

import (
	"errors"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

func TestParse(t *testing.T) {
	for raw, want := range map[string]string{
		" HTTPS://News.Example:443 ":                        "https://news.example/",
		"http://news.example:80/a?b#c":                      "http://news.example/a?b",
		"http://news.example:0080/":                         "http://news.example/",
		"http://news.example:8080":                          "http://news.example:8080/",
		"http://news.example./a":                            "http://news.example/a",
		"https://news.example/أخبار?ق=1 2":                  "https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?%D9%82=1%202",
		"https://news.example/%D8%A3?q=%20":                 "https://news.example/%D8%A3?q=%20",
		"https://أخبار.example/":                            "https://xn--igbicxr.example/",
		"http://8.8.8.8/":                                   "http://8.8.8.8/",
		"http://[2606:4700:0:0::1111]:80/":                  "http://[2606:4700::1111]/",
		"http://\uFF18.\uFF18.\uFF18.\uFF18/":               "http://8.8.8.8/",
		"http://under_score.example/":                       "http://under_score.example/",
		"https://news.example/a/../b":                       "https://news.example/a/../b",
		"https://news.example?x":                            "https://news.example/?x",
		"https://news.example/" + strings.Repeat("a", 8000): "https://news.example/" + strings.Repeat("a", 8000),
	} {
		u, err := parse(raw)
		if err != nil {
			t.Errorf("%q: %v", raw, err)
			continue
		}
		if u.String() != want {
			t.Errorf("%q reads %q; want %q", raw, u, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for raw, want := range map[string]isnad.Kind{
		"":                                isnad.Invalid,
		"news.example/feed":               isnad.Invalid,
		"//news.example/feed":             isnad.Invalid,
		"http://":                         isnad.Invalid,
		"http:news.example":               isnad.Invalid,
		"http:///a":                       isnad.Invalid,
		"http://a b/":                     isnad.Invalid,
		"http://a..b/":                    isnad.Invalid,
		"http://news.example:0/":          isnad.Invalid,
		"http://news.example:65536/":      isnad.Invalid,
		"http://news.example:x/":          isnad.Invalid,
		"http://user:secret@news.example": isnad.Invalid,
		"http://secret@news.example/":     isnad.Invalid,
		"http://[::1/":                    isnad.Invalid,
		"http://[::1%25eth0]/":            isnad.Refused,
		"http://news.example/\x00":        isnad.Invalid,
		"http://%31%32%37.0.0.1/":         isnad.Invalid,
		"http://a%00b/":                   isnad.Invalid,
		"ftp://news.example/":             isnad.Refused,
		"file:///etc/passwd":              isnad.Refused,
		"javascript:alert(1)":             isnad.Refused,
		"mailto:desk@news.example":        isnad.Refused,
		"http://2130706433/":              isnad.Refused,
		"http://0x7f000001/":              isnad.Refused,
		"http://0x/":                      isnad.Refused,
		"http://127.1/":                   isnad.Refused,
		"http://127.0.0.01/":              isnad.Refused,
		"http://1.2.3.4.5/":               isnad.Refused,
		"http://news.example.999/":        isnad.Refused,
		"http://" + strings.Repeat("a", 64) + ".example/":  isnad.Invalid,
		"http://news.example/" + strings.Repeat("a", 9000): isnad.Invalid,
	} {
		_, err := parse(raw)
		if !errors.Is(err, want) {
			t.Errorf("%.60q: %v; want %q", raw, err, want)
			continue
		}
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: error shows what stands before the @: %v", raw, err)
		}
		if isnad.Hint(err) == "" || len(err.Error()) > 500 {
			t.Errorf("%.60q: error has no hint or is long: %.600v", raw, err)
		}
	}
}

// FuzzParse: an address that was read reads as itself, and stays in its bounds.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"http://news.example/a?b#c", "https://[::1]:8080/", "http://\u0623.example/%zz", "http://127.1", "HTTP://A:80", "http://a/\u2028?\u200f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		u, err := parse(raw)
		if err != nil {
			var known *isnad.Error
			if !errors.As(err, &known) || known.Hint == "" {
				t.Fatalf("error without kind or hint: %v", err)
			}
			return
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Host == "" || !isASCII(u.Host) {
			t.Fatalf("%q reads %q", raw, u)
		}
		again, err := parse(u.String())
		if err != nil && len(u.String()) <= maxAddress || err == nil && again.String() != u.String() {
			t.Fatalf("%q reads %q, and that %v, %v", raw, u, again, err)
		}
	})
}
