package credits

import (
	"strings"
	"unicode/utf8"
)

// mostHouse is the words of a line by which a house claims a text, at most.
const mostHouse = 6

// House reports whether a line says that the text is the house's own and
// nothing else: «خاص - أخبار النهر», «أخبار النهر - خاص», «متابعات», "Special to
// Nahr News".
func House(line string) bool {
	line = strings.Trim(line, " :()[]"+dashes)
	if len(strings.Fields(line)) > mostHouse {
		return false
	}
	if own[squash(line)] || strings.HasPrefix(line, "Special to ") {
		return true
	}
	for _, mark := range []string{" ", ":", "|", "("} {
		if first, rest, found := strings.Cut(line, mark); found && own[squash(first)] && strings.IndexAny(rest+" ", dashes+":|(") == 0 {
			return true
		}
	}
	at := strings.LastIndexAny(line, dashes+":|(")
	if at < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(line[at:])
	return own[squash(line[at+size:])]
}

// dashes are what stands between a house and its word for its own.
const dashes = "-|\u2013\u2014\u0640"
