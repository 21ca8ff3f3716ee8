package feeds

import (
	"regexp"
	"slices"
	"strings"
)

var (
	nameTag     = regexp.MustCompile(`(?is)<(?:[a-z0-9]+:)?name(?:\s[^>]*)?>(.*?)</(?:[a-z0-9]+:)?name\s*>`)
	mailAddress = regexp.MustCompile(`[^\s()<>,"]+@[^\s()<>,"]+`)
	inBrackets  = regexp.MustCompile(`\(([^()]+)\)`)
)

// author gives the names of those who wrote a report, without mail addresses.
func author(fields []field) string {
	var names []string
	for _, f := range fields {
		for _, name := range namesIn(cut(f.words, mostMarkup)) {
			if name != "" && len(names) < 10 && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return cut(strings.Join(names, ", "), mostWords)
}

// namesIn reads the forms of an author: Atom's elements, RSS's mail address
// with the name in brackets, a bare name.
func namesIn(words string) []string {
	if found := nameTag.FindAllStringSubmatch(words, 10); found != nil {
		var names []string
		for _, m := range found {
			names = append(names, withoutMail(plainText(withoutCDATA(m[1]))))
		}
		return names
	}
	if strings.Contains(words, "<email") || strings.Contains(words, "<uri") {
		return nil
	}
	return []string{withoutMail(plainText(words))}
}

func withoutMail(name string) string {
	if !strings.Contains(name, "@") {
		return name
	}
	if m := inBrackets.FindStringSubmatch(name); m != nil && !strings.Contains(m[1], "@") {
		return strings.TrimSpace(m[1])
	}
	return strings.Trim(mailAddress.ReplaceAllString(name, ""), " <>(),\"")
}
