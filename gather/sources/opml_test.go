package sources

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"github.com/isnad-news/isnad"
)

const groups = `<?xml version="1.0" encoding="UTF-8"?>
<!-- exported by a reader -->
<opml version="1.0">
<head><title>My feeds</title></head>
<body>
<outline text="أخبار" title="أخبار">
  <outline text="صحيفة النهر" title="النهر" type="rss" xmlUrl="https://nahr.example/feed" htmlUrl="https://nahr.example/" language="ar-SA"/>
  <outline text="More">
    <outline title="Fish &amp; &quot;Chips&quot; &#8211; News" type="rss" xmlUrl="https://fish.example/rss?a=1&amp;b=2"></outline>
  </outline>
</outline>
<outline text="Empty folder"></outline>
<outline text="No address" type="rss"/>
<outline type="rss" xmlUrl="https://www.unnamed.example/rss"/>
<outline text="Feed" type="rss" xmlUrl="feed://hill.example/rss"/>
</body>
</opml>`

// shown prints what was read, a source a line.
func shown(list []isnad.FollowedSource) []string {
	var out []string
	for _, source := range list {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s: %s %s", source.Name, strings.Join(source.Addresses, " "), source.Lang)))
	}
	return out
}

func TestReadOPML(t *testing.T) {
	list, err := ReadOPML("o", strings.NewReader(groups))
	want := []string{
		"صحيفة النهر: https://nahr.example/feed ar",
		`Fish & "Chips" – News: https://fish.example/rss?a=1&b=2`,
		"unnamed.example: https://www.unnamed.example/rss",
		"Feed: http://hill.example/rss",
	}
	if diff := cmp.Diff(want, shown(list)); diff != "" {
		t.Error(diff)
	}
	wantErrors := []string{`o:12: source "Empty folder": has no xmlUrl`, `o:13: source "No address": has no xmlUrl`}
	if diff := cmp.Diff(wantErrors, lines(err)); diff != "" {
		t.Error(diff)
	}
	checkErrors(t, err)
}

func TestReadOPMLFound(t *testing.T) {
	one := func(attrs string) string { return `<opml version="2.0"><body>` + attrs + `</body></opml>` }
	for _, test := range []struct {
		name, text string
		want, errs []string
	}{
		{"one address in two groups", one(`<outline text="a"><outline text="x" xmlUrl="https://x.example/f"/></outline><outline text="b"><outline text="x" xmlUrl="https://x.example/f"/></outline>`),
			[]string{"x: https://x.example/f"}, nil},
		{"one name on two hosts", one(`<outline text="News" xmlUrl="https://x.example/f"/><outline text="News" xmlUrl="https://y.example/f"/>`),
			[]string{"News: https://x.example/f", "News (y.example): https://y.example/f"}, nil},
		{"one name on one host", one(`<outline text="News" xmlUrl="https://x.example/f"/><outline text="News" xmlUrl="https://www.x.example/g"/>`),
			[]string{"News: https://x.example/f https://www.x.example/g"}, nil},
		{"one of ours on two hosts", one(`<outline text="News" isnad:source="News" xmlUrl="https://x.example/f"/><outline text="News" isnad:source="News" xmlUrl="https://y.example/f"/>`),
			[]string{"News: https://x.example/f https://y.example/f"}, nil},
		{"an address that is none", one(`<outline text="a" xmlUrl="javascript:alert(1)"/><outline text="b" xmlUrl="https://b.example/"/>`),
			[]string{"b: https://b.example/"}, []string{`o:1: source "a": "javascript:alert(1)" is no web address`}},
		{"attributes of ours that are wrong", one(`<outline text="a" xmlUrl="https://a.example/" isnad:interval="often"/><outline text="b" xmlUrl="https://b.example/" isnad:kind="x"/>`),
			nil, []string{`o:1: source "a": interval "often" is no length of time`, `o:1: source "b": kind "x" is none`}},
		{"no body, no end, tags in capitals", `<OPML><OUTLINE TEXT="a" XMLURL="https://a.example/">`, []string{"a: https://a.example/"}, nil},
		{"a line break and marks of direction in a name", one("<outline text=\"a\n b\u200f\" xmlUrl=\"https://a.example/\"/>"), []string{"a b: https://a.example/"}, nil},
		{"a language that is none", one(`<outline text="a" xmlUrl="https://a.example/" language="unknown"/>`), []string{"a: https://a.example/"}, nil},
		{"entities of a DTD", `<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + one(`<outline text="a &x;" xmlUrl="https://a.example/"/>`), []string{"a &x;: https://a.example/"}, nil},
		{"a feed with feeds inside", one(`<outline text="a" xmlUrl="https://a.example/"><outline text="b" xmlUrl="https://b.example/"/></outline>`),
			[]string{"a: https://a.example/", "b: https://b.example/"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, err := ReadOPML("o", strings.NewReader(test.text))
			if diff := cmp.Diff(test.want, shown(list)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.errs, lines(err)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadOPMLEncodings(t *testing.T) {
	encoded, err := charmap.Windows1256.NewEncoder().String(strings.ReplaceAll(groups, "&#8211;", "-"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"declared as UTF-8": encoded, "declared": strings.Replace(encoded, "UTF-8", "windows-1256", 1), "a byte order mark": "\uFEFF" + groups,
	} {
		list, _ := ReadOPML("o", strings.NewReader(text))
		if len(list) != 4 || list[0].Name != "صحيفة النهر" {
			t.Errorf("%s: %v", name, shown(list))
		}
	}
}

func TestReadOPMLHostile(t *testing.T) {
	var attributes strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&attributes, `x%d="y" `, i)
	}
	for name, test := range map[string]struct {
		text    string
		sources int
		kind    isnad.Kind
	}{
		"deep groups":         {`<opml>` + strings.Repeat(`<outline text="g">`, 200_000) + `<outline text="a" xmlUrl="https://a.example/"/>`, 1, isnad.Invalid},
		"too many bytes":      {`<opml>` + strings.Repeat(" ", mostBytes), 0, isnad.TooLarge},
		"many attributes":     {`<opml><outline ` + attributes.String() + ` xmlUrl="https://a.example/"/>`, 0, isnad.Invalid},
		"outlines of nothing": {`<opml>` + strings.Repeat(`<outline/>`, 200_000), 0, isnad.Invalid},
		"a web page":          {`<html><body><p>Not found</p></body></html>`, 0, isnad.Unsupported},
		"no markup":           {`hello`, 0, isnad.Unsupported},
	} {
		list, err := ReadOPML("o", strings.NewReader(test.text))
		if len(list) != test.sources || !errors.Is(err, test.kind) {
			t.Errorf("%s: %d sources, %.200v", name, len(list), err)
		}
		if n := len(lines(err)); n > mostErrors+1 {
			t.Errorf("%s: %d errors", name, n)
		}
	}
}

func TestWriteOPML(t *testing.T) {
	var b bytes.Buffer
	if err := WriteOPML(&b, goodList()); err != nil {
		t.Fatal(err)
	}
	const want = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:isnad="https://github.com/isnad-news/isnad/opml">
<head><title>isnad</title></head>
<body>
  <outline text="صحيفة النهر" title="صحيفة النهر" type="rss" xmlUrl="https://nahr.example/feed" language="ar" isnad:source="صحيفة النهر" isnad:country="SAU" isnad:kind="newspaper" isnad:interval="1h30m"/>
  <outline text="صحيفة النهر" title="صحيفة النهر" type="rss" xmlUrl="https://nahr.example/news-sitemap.xml" language="ar" isnad:source="صحيفة النهر" isnad:country="SAU" isnad:kind="newspaper" isnad:interval="1h30m"/>
  <outline text="River &#34;Post&#34;" title="River &#34;Post&#34;" type="rss" xmlUrl="https://river.example/rss" isnad:source="River &#34;Post&#34;" isnad:interval="1d" isnad:paused="true"/>
</body>
</opml>
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestWriteRefuses(t *testing.T) {
	a := isnad.FollowedSource{Name: "a", Addresses: []string{"https://a.example/"}}
	b := isnad.FollowedSource{Name: "b", Addresses: []string{"https://b.example/"}}
	for name, test := range map[string]struct {
		list []isnad.FollowedSource
		kind isnad.Kind
	}{
		"a name twice":     {[]isnad.FollowedSource{a, {Name: "A", Addresses: b.Addresses}}, isnad.Conflict},
		"an address twice": {[]isnad.FollowedSource{a, {Name: "b", Addresses: a.Addresses}}, isnad.Conflict},
		"a bad source":     {[]isnad.FollowedSource{a, b, {Name: "c"}}, isnad.Invalid},
	} {
		var out bytes.Buffer
		if err := Write(&out, test.list); !errors.Is(err, test.kind) || out.Len() > 0 {
			t.Errorf("%s: %v, wrote %q", name, err, out.String())
		}
		if err := WriteOPML(&out, test.list); !errors.Is(err, test.kind) || out.Len() > 0 {
			t.Errorf("%s: %v, wrote %q", name, err, out.String())
		}
	}
}
