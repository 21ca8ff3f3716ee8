package sources

import (
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/gather/charsets"
)

// What is read of an OPML file beside its bytes.
const (
	mostDepth      = 64 // of groups inside groups: no folder of a reader is as deep
	mostAttributes = 64
)

// ReadOPML reads the feeds of an OPML file of version 1 or 2, whatever groups
// they lie in; groups are not kept. name stands in errors, which are joined,
// each an [*isnad.Error]: an outline that has neither an address nor outlines
// inside is named and left out, and so is one that [Check] refuses. An address
// that lies in two groups is one. Two feeds of one name on different hosts are
// two sources, the second with its host behind the name; on one host they are
// one source with two addresses.
func ReadOPML(name string, r io.Reader) ([]isnad.FollowedSource, error) {
	raw, err := readAll(name, r)
	if err != nil {
		return nil, err
	}
	text, _ := charsets.Decode([]byte(raw), declaredCharset(raw))
	o := &opmlReader{problems: problems{file: name}, line: 1, names: map[string]int{}, held: map[string]bool{}}
	tokenizer := html.NewTokenizer(strings.NewReader(text))
	for kind := tokenizer.Next(); kind != html.ErrorToken && !o.full; kind = tokenizer.Next() {
		line := o.line
		o.line += strings.Count(string(tokenizer.Raw()), "\n")
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, more := tokenizer.TagName()
			switch string(tag) {
			case "opml":
				o.found = true
			case "outline":
				o.found = true
				o.outline(line, attributesOf(tokenizer, more), kind == html.SelfClosingTagToken)
			}
			tokenizer.NextIsNotRawText()
		case html.EndTagToken:
			if tag, _ := tokenizer.TagName(); string(tag) == "outline" {
				o.close()
			}
		}
	}
	for len(o.groups) > 0 {
		o.close()
	}
	if !o.found {
		return nil, isnad.Errorf(isnad.Unsupported, name, "is no OPML").WithHint("export the list of feeds as OPML from the program that has it")
	}
	return o.finish()
}

var xmlEncoding = regexp.MustCompile(`<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9._:\-]+)`)

func declaredCharset(raw string) string {
	if m := xmlEncoding.FindStringSubmatch(raw[:min(len(raw), 1024)]); m != nil {
		return charsets.Name(m[1])
	}
	return ""
}

func attributesOf(tokenizer *html.Tokenizer, more bool) map[string]string {
	attrs := make(map[string]string)
	for n := 0; more && n < mostAttributes; n++ {
		var key, value []byte
		key, value, more = tokenizer.TagAttr()
		if _, ok := attrs[string(key)]; !ok {
			attrs[string(key)] = tidy(string(value))
		}
	}
	return attrs
}

// tidy makes one line of a value: NFC, nothing hidden.
func tidy(value string) string {
	value = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case isHidden(r):
			return -1
		}
		return r
	}, value)
	return norm.NFC.String(strings.Join(strings.Fields(value), " "))
}

// opmlReader takes outlines as they come.
type opmlReader struct {
	problems
	list   []isnad.FollowedSource
	names  map[string]int // key of a name → place in list
	held   map[string]bool
	groups []group
	line   int
	found  bool
	deep   bool
	full   bool
}

// group is an outline that is open.
type group struct {
	line int
	name string
	feed bool // it has an address of its own
	full bool // it has outlines inside
}

// outline reads one outline.
func (o *opmlReader) outline(line int, attrs map[string]string, closed bool) {
	if n := len(o.groups); n > 0 {
		o.groups[n-1].full = true
	}
	name := first(attrs["isnad:source"], attrs["text"], attrs["title"])
	address := first(attrs["xmlurl"], attrs["feedurl"])
	if address != "" {
		o.feed(line, name, address, attrs)
	}
	g := group{line: line, name: name, feed: address != ""}
	switch {
	case closed:
		o.leaf(g)
	case len(o.groups) < mostDepth:
		o.groups = append(o.groups, g)
	case !o.deep:
		o.deep = true
		o.add(line, name, fmt.Sprintf("lies deeper than %d groups: groups below are not told apart", mostDepth), "move it up")
	}
}

func first(values ...string) string {
	for _, value := range values {
		if value != "" {
			return value
		}
	}
	return ""
}

// close ends the innermost outline that is open.
func (o *opmlReader) close() {
	if n := len(o.groups); n > 0 {
		o.leaf(o.groups[n-1])
		o.groups = o.groups[:n-1]
	}
}

// leaf complains of an outline that leads nowhere.
func (o *opmlReader) leaf(g group) {
	if !g.feed && !g.full {
		o.add(g.line, first(g.name, "without a name"), "has no xmlUrl", "give the address of its feed, or take it out")
	}
}

// feed takes an outline with an address.
func (o *opmlReader) feed(line int, name, address string, attrs map[string]string) {
	if len(o.list) == mostSources {
		o.add(line, "", fmt.Sprintf("more than %d sources: the rest is left out", mostSources), "split the list")
		o.full = true
		return
	}
	address = webScheme(address)
	host := addresses.Outlet(address)
	if name == "" {
		name = first(host, hostOf(address))
	}
	source := isnad.FollowedSource{
		Name: cutName(name), Addresses: []string{address}, Country: strings.ToUpper(attrs["isnad:country"]),
		Lang: langOf(attrs["language"]), Kind: isnad.SourceKind(attrs["isnad:kind"]), Paused: attrs["isnad:paused"] == "true",
	}
	var err error
	if source.Interval, err = ParseInterval(attrs["isnad:interval"]); err != nil {
		o.add(line, source.Name, fmt.Sprintf("interval %q %v", attrs["isnad:interval"], err), intervalHint)
		return
	}
	if list := faults(source); len(list) > 0 {
		for _, f := range list {
			o.add(line, source.Name, f.what, f.hint)
		}
		return
	}
	if o.held[key(address)] {
		return
	}
	o.held[key(address)] = true
	o.put(source, line, attrs["isnad:source"] != "")
}

// put joins a source to the one of its name, or lists it.
func (o *opmlReader) put(source isnad.FollowedSource, line int, ours bool) {
	at, taken := o.names[nameKey(source.Name)]
	if taken && !ours && !sameHost(o.list[at].Addresses[0], source.Addresses[0]) {
		source.Name = cutName(fmt.Sprintf("%s (%s)", source.Name, hostOf(source.Addresses[0])))
		at, taken = o.names[nameKey(source.Name)]
	}
	switch {
	case taken && len(o.list[at].Addresses) >= mostAddresses:
		o.add(line, source.Name, fmt.Sprintf("has more than %d addresses", mostAddresses), "make several sources of it")
	case taken:
		o.list[at].Addresses = append(o.list[at].Addresses, source.Addresses...)
	default:
		o.names[nameKey(source.Name)] = len(o.list)
		o.list = append(o.list, source)
	}
}

func (o *opmlReader) finish() ([]isnad.FollowedSource, error) { return o.list, o.join() }

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

func sameHost(a, b string) bool {
	return strings.TrimPrefix(hostOf(a), "www.") == strings.TrimPrefix(hostOf(b), "www.")
}

// webScheme undoes the scheme that feed readers register.
func webScheme(address string) string {
	lower := strings.ToLower(address)
	switch {
	case strings.HasPrefix(lower, "feed://"):
		return "http://" + address[len("feed://"):]
	case strings.HasPrefix(lower, "feed:http"):
		return address[len("feed:"):]
	}
	return address
}

// cutName shortens what other programs let grow.
func cutName(name string) string {
	if len(name) > mostName {
		name = strings.TrimSpace(strings.ToValidUTF8(name[:mostName], ""))
	}
	return name
}

// langOf reads a language tag, as "en-us"; what is none is unknown.
func langOf(tag string) isnad.Lang {
	primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	base, err := language.ParseBase(primary)
	if err != nil || len(base.String()) != 2 {
		return isnad.UnknownLang
	}
	return isnad.Lang(base.String())
}
