package sources

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/isnad-news/isnad"
)

// heading opens a new sources file.
const heading = `# The outlets that are followed, one [[source]] each.
#
#   name       under which its reports are shown; no two are alike
#   addresses  feeds, sitemaps or home pages
#   country    ISO 3166, three letters: "EGY"                  may be left out
#   language   ISO 639-1, two letters: "ar"                    may be left out
#   kind       newspaper, agency, broadcaster, magazine, site,
#              government, organisation or other               may be left out
#   interval   between two checks: "15m", "1h30m", "1d"        may be left out
#   paused     true keeps it in the list and does not fetch it may be left out
`

// Write writes a sources file that holds the list in its order. It is an error
// if [Check] refuses one or if names or addresses are listed twice; then
// nothing is written.
//
// Law: Load(Write(list)) == list.
func Write(w io.Writer, list []isnad.FollowedSource) error {
	if err := checkAll(list); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(heading)
	for _, source := range list {
		b.WriteString("\n" + format(source))
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return writeError("sources", err)
	}
	return nil
}

// checkAll checks each source and that no two share a name or an address.
func checkAll(list []isnad.FollowedSource) error {
	var errs []error
	names, held := map[string]string{}, map[string]string{}
	for _, source := range list {
		if err := Check(source); err != nil {
			errs = append(errs, err)
		}
		if _, ok := names[nameKey(source.Name)]; ok {
			errs = append(errs, isnad.Errorf(isnad.Conflict, "source "+quoteName(source.Name), "the name is listed twice"))
		}
		names[nameKey(source.Name)] = source.Name
		for _, address := range source.Addresses {
			if other, ok := held[key(address)]; ok && other != source.Name {
				errs = append(errs, isnad.Errorf(isnad.Conflict, "source "+quoteName(source.Name), "address %q belongs to %q already", address, other))
			}
			held[key(address)] = source.Name
		}
	}
	return errors.Join(errs...)
}

// format writes one source.
func format(source isnad.FollowedSource) string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s = %s\n", name, quote(value))
		}
	}
	b.WriteString("[[source]]\n")
	line("name", source.Name)
	switch len(source.Addresses) {
	case 1:
		fmt.Fprintf(&b, "addresses = [%s]\n", quote(source.Addresses[0]))
	default:
		b.WriteString("addresses = [\n")
		for _, address := range source.Addresses {
			fmt.Fprintf(&b, "  %s,\n", quote(address))
		}
		b.WriteString("]\n")
	}
	line("country", source.Country)
	line("language", string(source.Lang))
	line("kind", string(source.Kind))
	line("interval", FormatInterval(source.Interval))
	if source.Paused {
		b.WriteString("paused = true\n")
	}
	return b.String()
}

// quote writes a basic string of TOML. What does not show is escaped, so that
// a reader sees that it is there.
func quote(value string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range value {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r > 0xFFFF && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		case !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
