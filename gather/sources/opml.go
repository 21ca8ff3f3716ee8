package sources

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/isnad-news/isnad"
)

// Namespace is that of the attributes which OPML has no name for: country,
// kind, interval and paused. Other programs pass over them.
const Namespace = "https://github.com/isnad-news/isnad/opml"

// WriteOPML writes the list as OPML 2.0: an outline for each address, with the
// name of its source as text. It is an error if [Check] refuses a source or if
// names or addresses are listed twice; then nothing is written.
//
// Law: ReadOPML(WriteOPML(list)) == list.
func WriteOPML(w io.Writer, list []isnad.FollowedSource) error {
	if err := checkAll(list); err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s<opml version=\"2.0\" xmlns:isnad=%q>\n<head><title>isnad</title></head>\n<body>\n", xml.Header, Namespace)
	for _, source := range list {
		for _, address := range source.Addresses {
			outline(&b, source, address)
		}
	}
	b.WriteString("</body>\n</opml>\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return writeError("opml", err)
	}
	return nil
}

// outline writes one address of a source.
func outline(b *strings.Builder, source isnad.FollowedSource, address string) {
	b.WriteString("  <outline")
	attribute := func(name, value string) {
		if value == "" {
			return
		}
		fmt.Fprintf(b, ` %s="`, name)
		_ = xml.EscapeText(b, []byte(value)) // a builder takes everything
		b.WriteByte('"')
	}
	attribute("text", source.Name)
	attribute("title", source.Name)
	attribute("type", "rss")
	attribute("xmlUrl", address)
	attribute("language", string(source.Lang))
	attribute("isnad:source", source.Name)
	attribute("isnad:country", source.Country)
	attribute("isnad:kind", string(source.Kind))
	attribute("isnad:interval", FormatInterval(source.Interval))
	if source.Paused {
		attribute("isnad:paused", "true")
	}
	b.WriteString("/>\n")
}
