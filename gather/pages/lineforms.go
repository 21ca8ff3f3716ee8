package pages

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/isnad-news/isnad/gather/credits"
)

// stops reports whether words end as a sentence does, closing marks apart.
func stops(words string) bool {
	words = strings.TrimRight(words, ")]}\"' \u201C\u201D\u2019\u00BB")
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?\u061F\u06D4\u2026\u3002", last)
}

// isHeadLine reports whether words are a line that stands under a headline and
// is no text: a date, a count, the house that claims the text as its own. A
// line that names an agency is text: it says whose report it is.
func isHeadLine(words string) bool {
	if len(words) > mostStampBytes || !credits.LastWord(words).Empty() {
		return false
	}
	if _, ok := credits.Credit(words); ok {
		return false
	}
	return isCount(words) || isDateLine(words) || credits.House(words)
}

// isCount reports whether words hold no letters or next to none: counts of
// readers, shares and comments.
func isCount(words string) bool {
	return strings.IndexFunc(words, unicode.IsLetter) < 0
}

// isContact reports whether words are a short line that holds an address of a
// person or a site.
func isContact(words string) bool {
	if len(words) > 160 || len(strings.Fields(words)) > 14 {
		return false
	}
	for word := range strings.FieldsSeq(words) {
		if strings.Contains(word, "://") || strings.Contains(strings.Trim(word, "@"), "@") || strings.HasPrefix(word, "www.") || strings.HasPrefix(word, "twitter.com/") {
			return true
		}
	}
	return false
}

var standfirstNames = map[string]bool{
	"standfirst": true, "dek": true, "deck": true, "subtitle": true, "subhead": true, "subheadline": true, "summary": true,
	"sapo": true, "chapeau": true, "kicker": true, "excerpt": true, "strapline": true, "tagline": true,
}

func namesStandfirst(node *html.Node) bool { return hasName(node, standfirstNames) }

func hasName(node *html.Node, names map[string]bool) bool {
	for _, a := range node.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "itemprop" || len(a.Val) > mostName {
			continue
		}
		for _, whole := range strings.Fields(a.Val) {
			for _, word := range nameWords(whole) {
				if names[word] {
					return true
				}
			}
		}
	}
	return false
}
