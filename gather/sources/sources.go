// Package sources reads and writes the list of the outlets that are followed:
// sources.toml, which people edit, and OPML, which other programs read.
//
// A list that is wrong in one place is right in the others: every function
// that reads returns what is good together with all that is wrong, joined in
// one error, each with file, line and name.
package sources

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
)

// What a list may hold.
const (
	mostBytes     = 16 << 20
	mostSources   = 100_000
	mostAddresses = 100 // of a source
	mostName      = 300 // bytes
	mostErrors    = 100 // that are told apart; the rest is counted
)

// fault is what is wrong with one field of a source.
type fault struct {
	field string // as the file has it
	value string // the one of several, for addresses
	what  string
	hint  string
}

// Check returns an error of kind [isnad.Invalid] for each field of source that
// the list cannot hold, joined, or nil.
func Check(source isnad.FollowedSource) error {
	var errs []error
	for _, f := range faults(source) {
		errs = append(errs, isnad.Errorf(isnad.Invalid, "source "+quoteName(source.Name), "%s", f.what).WithHint(f.hint))
	}
	return errors.Join(errs...)
}

func quoteName(name string) string {
	if name == "" {
		return "without a name"
	}
	return fmt.Sprintf("%q", name)
}

// faults lists what is wrong with a source by itself.
func faults(source isnad.FollowedSource) []fault {
	var list []fault
	add := func(field, value, what, hint string) { list = append(list, fault{field, value, what, hint}) }
	if what := nameFault(source.Name); what != "" {
		add("name", "", what, "give the name under which its reports are shown, on one line")
	}
	switch n := len(source.Addresses); {
	case n == 0:
		add("addresses", "", "has no address", `write addresses = ["https://…"]: a feed, a sitemap or a home page`)
	case n > mostAddresses:
		add("addresses", "", fmt.Sprintf("has %d addresses, and may have %d", n, mostAddresses), "make several sources of it")
	}
	for i, address := range source.Addresses {
		if what := addressFault(address); what != "" {
			add("addresses", address, what, "an address begins with https:// or http:// and a host")
		} else if slices.ContainsFunc(source.Addresses[:i], func(other string) bool { return key(other) == key(address) }) {
			add("addresses", address, fmt.Sprintf("address %q is listed twice", address), "keep one of the two")
		}
	}
	if what, hint := countryFault(source.Country); what != "" {
		add("country", "", what, hint)
	}
	if what := languageFault(source.Lang); what != "" {
		add("language", "", what, `write the two letters of ISO 639-1: "ar", "en"`)
	}
	if source.Kind != "" && !slices.Contains(isnad.SourceKinds(), source.Kind) {
		add("kind", "", fmt.Sprintf("kind %q is none", source.Kind), "write one of "+kindList())
	}
	if what := intervalFault(source.Interval); what != "" {
		add("interval", "", what, intervalHint)
	}
	return list
}

func kindList() string {
	var kinds []string
	for _, kind := range isnad.SourceKinds() {
		kinds = append(kinds, string(kind))
	}
	return strings.Join(kinds, ", ")
}

func nameFault(name string) string {
	switch {
	case strings.TrimSpace(name) == "":
		return "has no name"
	case len(name) > mostName:
		return fmt.Sprintf("name of %d bytes is longer than %d", len(name), mostName)
	case strings.ContainsFunc(name, isHidden):
		return "name holds a line break, a control or a mark of direction"
	case strings.TrimSpace(name) != name:
		return "name begins or ends with a space"
	case !norm.NFC.IsNormalString(name):
		return "name is not in Unicode's normal form C"
	}
	return ""
}

// isHidden reports whether r shows nothing; the joiners do between letters.
func isHidden(r rune) bool {
	const nonJoiner, joiner = '\u200C', '\u200D'
	return unicode.IsControl(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) ||
		unicode.Is(unicode.Cf, r) && r != nonJoiner && r != joiner
}

func addressFault(address string) string {
	u, err := url.Parse(address)
	switch {
	case addresses.Canonical(address) == "" || err != nil || strings.ContainsFunc(address, isHidden) || strings.TrimSpace(address) != address:
		return fmt.Sprintf("%q is no web address", address)
	case u.User != nil:
		return fmt.Sprintf("%q holds a user name", u.Redacted())
	}
	return ""
}

// key is what two writings of one address share.
func key(address string) string { return addresses.Canonical(address) }

// nameKey is what two writings of one name share.
func nameKey(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

func countryFault(code string) (what, hint string) {
	if code == "" {
		return "", ""
	}
	hint = `write the three letters of ISO 3166: "SAU", "EGY", "GBR"`
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() || region.ISO3() == "ZZZ" {
		return fmt.Sprintf("country %q is none", code), hint
	}
	if region.ISO3() != code {
		return fmt.Sprintf("country %q is not in three capital letters", code), fmt.Sprintf("write %q", region.ISO3())
	}
	return "", ""
}

func languageFault(lang isnad.Lang) string {
	if lang == isnad.UnknownLang {
		return ""
	}
	base, err := language.ParseBase(string(lang))
	if err != nil || len(lang) != 2 || base.String() != string(lang) {
		return fmt.Sprintf("language %q is none", lang)
	}
	return ""
}
