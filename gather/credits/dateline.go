package credits

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Head is a dateline at the start of a paragraph: «القاهرة (رويترز) - »,
// "CAIRO, Feb 12 (AP) — ".
type Head struct {
	End    int   // bytes of the line that the dateline takes, without the separator
	Rest   int   // where the paragraph goes on
	Agency Range // empty if it names none
	Day    Range // words that hold a day; empty if it gives none
}

// Dateline finds the dateline with which a paragraph begins. A name of an
// agency, a second name in brackets or a day make one; failing that, one to
// three words before the only dash of the sentence, as places stand there.
func Dateline(line string) (Head, bool) {
	if end := strings.IndexAny(line, ")]"); end > 0 && strings.IndexAny(line, "([") == 0 && Agency(line[:end+1]) {
		rest := end + 1 + separator(line[end+1:])
		if head, ok := parse(line, end+1, rest); ok && rest < len(line) {
			return head, true
		}
	}
	places := 0
	for from := 0; from < len(line) && places < 4; places++ {
		at, after := nextSeparator(line, from)
		if at < 0 || at > 140 {
			break
		}
		head, ok := parse(line, at, after)
		switch {
		case !ok:
			return Head{}, false
		case !head.Agency.Empty():
			return lengthen(line, head), true
		case !head.Day.Empty() && isDash(line, at), strings.ContainsAny(lastWord(line[:at]), ")]") && places == 0:
			if more, ok := parseNext(line, after); ok {
				return more, true
			}
			return inBrackets(line, head), true
		}
		from = after
	}
	return placeOnly(line)
}

// inBrackets takes what stands in brackets at the end of a dateline for the
// agency, listed or not: that is where newspapers say whose text it is.
func inBrackets(line string, head Head) Head {
	if inner, ok := lastBrackets(line[:head.End]); ok && isSource(inner.Of(line)) {
		head.Agency = inner
	}
	return head
}

// isSource reports whether words may name an agency or an outlet: one to three
// words without a digit, none of which says that the text is the house's own.
func isSource(words string) bool {
	n := 0
	for word := range strings.FieldsSeq(words) {
		if own[squash(word)] {
			return false
		}
		n++
	}
	return n > 0 && n <= 3 && !strings.ContainsFunc(words, unicode.IsDigit)
}

// parseNext looks for an agency behind one more separator: «غزة - (أ ف ب):».
func parseNext(line string, from int) (Head, bool) {
	at, after := nextSeparator(line, from)
	if at < 0 || at > 140 {
		return Head{}, false
	}
	head, ok := parse(line, at, after)
	return head, ok && !head.Agency.Empty()
}

// lengthen takes the place into a dateline that names the agency first, as in
// «واس - الرياض: ».
func lengthen(line string, head Head) Head {
	if head.Agency.Start > 0 || head.Agency.End < head.End {
		return head
	}
	at, after := nextSeparator(line, head.Rest)
	if at < 0 || len(strings.Fields(line[head.Rest:at])) > 2 {
		return head
	}
	if more, ok := parse(line, at, after); ok {
		return more
	}
	return head
}

// Credit reads a line that is a dateline or credit and nothing else:
// «بيروت: رويترز», «واس - الرياض», "(AFP)", "LONDON (Reuters)".
func Credit(line string) (Head, bool) {
	end := len(strings.TrimRight(line, " :-\u2013\u2014"))
	if end == 0 || end > 140 {
		return Head{}, false
	}
	head, ok := parse(line, end, len(line))
	return head, ok && !head.Agency.Empty()
}

// nextSeparator returns where the next dash or colon stands that may end a
// dateline, and where the text goes on behind it; -1 if there is none.
func nextSeparator(line string, from int) (at, after int) {
	for i := from; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		size := separator(line[i:])
		behind, before := strings.HasPrefix(line[i+n:], " "), i > 0 && strings.IndexByte(" )]", line[i-1]) >= 0
		spaced := behind || before || r == ':'
		if r == tatweel {
			spaced = behind && before
		}
		if r != ' ' && size > 0 && spaced && i > from {
			return len(strings.TrimRight(line[:i], " ")), i + size
		}
		i += n
	}
	return -1, -1
}

// separator returns the bytes of the dashes, colon and spaces at the start of
// rest.
func separator(rest string) int {
	trimmed := strings.TrimLeft(rest, " -:\u2013\u2014\u2015\u0640")
	size := len(rest) - len(trimmed)
	// A tatweel alone is part of a word unless space follows it.
	if size > 0 && !strings.ContainsAny(rest[:size], " -:\u2013\u2014\u2015") {
		return 0
	}
	return size
}

func isDash(line string, at int) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line[at:], " "))
	return r != ':'
}

func lastWord(s string) string {
	fields := strings.Fields(s)
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

const (
	tatweel   = '\u0640' // drawn as a dash where it stands alone
	marks     = ",/():-[]|\u0640" + "\u060C\u2013\u2014\u2015\u00AB\u00BB\""
	mostWords = 5 // of a place, an office, an outlet
)

// parse reads line[:end] as a dateline: a few short pieces with marks between
// them, of which one may be an agency and one a day.
func parse(line string, end, rest int) (Head, bool) {
	head := Head{End: end, Rest: rest}
	if strings.ContainsAny(line[:end], "!?;") || strings.Contains(line[:end], ". ") && !strings.Contains(line[:end], ".)") && len(strings.Fields(line[:end])) > 6 {
		return Head{}, false
	}
	if from := len(line[:end]) - len(strings.TrimLeft(line[:end], " ([")); from < end && Agency(line[:end]) {
		to := len(strings.TrimRight(line[:end], " )]"))
		head.Agency = Range{from, to}
		return head, true
	}
	pieces := cut(line[:end])
	for _, piece := range pieces {
		words := piece.Of(line)
		// Behind a place even a name that is a common word is the agency's.
		switch bracketed := piece.Start > 0; {
		case len(strings.Fields(words)) > mostWords:
			return Head{}, false
		case agencyOf(words, bracketed) == news:
			head.Agency = cover(head.Agency, piece)
		case strings.ContainsFunc(words, unicode.IsDigit):
			head.Day = cover(head.Day, piece)
		}
	}
	return head, len(pieces) > 0 && len(pieces) <= 5
}

func cover(a, b Range) Range {
	if a.Empty() {
		return b
	}
	return Range{a.Start, b.End}
}

// cut splits head at marks, spaces trimmed.
func cut(head string) []Range {
	var pieces []Range
	start := 0
	for i, r := range head + "," {
		if !strings.ContainsRune(marks, r) {
			continue
		}
		words := head[start:i]
		left := len(words) - len(strings.TrimLeft(words, " "))
		if trimmed := strings.TrimSpace(words); trimmed != "" {
			pieces = append(pieces, Range{start + left, start + left + len(trimmed)})
		}
		start = i + utf8.RuneLen(r)
	}
	return pieces
}

// placeOnly reads one to three words before the only dash of the sentence as
// a place. Latin words want capitals.
func placeOnly(line string) (Head, bool) {
	at, after := nextSeparator(line, 0)
	if at < 0 || after > 60 || !isDash(line, at) || !strings.HasPrefix(line[at:], " ") && !strings.Contains(line[at:after], "\u2014") {
		return Head{}, false
	}
	place, rest := line[:at], line[after:]
	if len(strings.Fields(place)) > 3 || utf8.RuneCountInString(rest) < 40 || strings.ContainsAny(place, marks+".0123456789") {
		return Head{}, false
	}
	sentence := rest
	if stop := strings.Index(rest, ". "); stop > 0 {
		sentence = rest[:stop]
	}
	if next, _ := nextDash(sentence); next >= 0 {
		return Head{}, false
	}
	for word := range strings.FieldsSeq(place) {
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) && !unicode.Is(unicode.Arabic, r) {
			return Head{}, false
		}
	}
	return Head{End: at, Rest: after}, true
}

func nextDash(s string) (at, after int) {
	for from := 0; ; {
		at, after = nextSeparator(s, from)
		if at < 0 || isDash(s, at) {
			return at, after
		}
		from = after
	}
}
