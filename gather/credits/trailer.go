package credits

import (
	"strings"
)

// Trailer reads the agency that the last line of a text credits: a line of its
// own («المصدر: رويترز», "(AFP)") or the end of its last sentence («… . (وكالات)»,
// «… /واس/»). whole says that the line holds nothing else.
func Trailer(line string) (agency Range, whole, ok bool) {
	words := line
	start := 0
	opening := openingOf(line)
	for _, entry := range trailerCues {
		if n := opening.after(entry); n > 0 {
			start, words = n, line[n:]
			break
		}
	}
	if trimmed := strings.TrimRight(words, " ."); len(strings.Fields(words)) <= 8 && Agency(trimmed) {
		left := len(trimmed) - len(strings.TrimLeft(trimmed, " ([/-\u2013\u2014"))
		return Range{start + left, start + len(strings.TrimRight(trimmed, " )]/-"))}, true, true
	}
	if inner, found := lastBrackets(line); found && Agency("("+inner.Of(line)+")") {
		return inner, false, true
	}
	return Range{}, false, false
}

// lastBrackets returns what stands in the brackets, or between the slashes,
// with which line ends, a full stop apart.
func lastBrackets(line string) (Range, bool) {
	end := len(strings.TrimRight(line, " ."))
	if end == 0 {
		return Range{}, false
	}
	open := byte('(')
	switch line[end-1] {
	case ')':
	case ']':
		open = '['
	case '/':
		open = '/'
	default:
		return Range{}, false
	}
	at := strings.LastIndexByte(line[:end-1], open)
	if at < 0 || end-at > 120 {
		return Range{}, false
	}
	return Range{at + 1, end - 1}, true
}

// LastWord returns the agency with which a line that holds a place and a date
// ends, as in «الرياض 10 أغسطس 2015 م واس»; empty if there is none.
func LastWord(line string) Range {
	for at := strings.LastIndexByte(line, ' '); at > 0; at = strings.LastIndexByte(line[:at], ' ') {
		if Agency(line[at+1:]) {
			return Range{at + 1, len(line)}
		}
		if len(line)-at > 40 {
			break
		}
	}
	return Range{}
}
