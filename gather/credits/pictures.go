package credits

import (
	"strings"

	"github.com/isnad-news/isnad/lang/arabic"
)

// Picture reads the credit with which the words under a picture end or begin:
// "(AFP)", «(تصوير: سامي الحداد)», "Photo: Jane Roe", "[File: Reuters]". marked says that
// the line can be nothing but the words under a picture; without it a line in
// the body that ends so may as well credit its text.
func Picture(line string) (credit Range, marked, ok bool) {
	if inner, found := lastBrackets(line); found {
		words := inner.Of(line)
		if n := openingOf(words).label(pictureCues); n > 0 {
			return Range{inner.Start + n, inner.End}, true, true
		}
		if pictureAgency("(" + words + ")") {
			return inner, !Agency("(" + words + ")"), true
		}
		if agency := lastPiece(words); !agency.Empty() {
			return Range{inner.Start + agency.Start, inner.Start + agency.End}, true, true
		}
		// A name in brackets behind the stop of a sentence signs it.
		if isSource(words) && ends(strings.TrimRight(line[:inner.Start-1], " ")) {
			return inner, false, true
		}
	}
	if n := openingOf(line).label(pictureCues); n > 0 && n < len(line) {
		return Range{n, len(line)}, true, len(strings.Fields(line)) <= 60
	}
	return Range{}, false, false
}

// CaptionCredit is Picture for a line that is known to stand under a picture:
// there a name of up to three words in brackets at the end is a credit.
func CaptionCredit(line string) Range {
	if credit, _, ok := Picture(line); ok {
		return credit
	}
	if credit := behindDash(line); !credit.Empty() {
		return credit
	}
	inner, ok := lastBrackets(line)
	if !ok || !isSource(inner.Of(line)) || Caption(line[inner.Start-1:]) {
		return Range{}
	}
	return inner
}

// behindDash returns the credit that stands behind the last dash or bar of a
// line: «الوزير في الحفل - تصوير: سامي الحداد», "The dam | Photo: Jane Roe".
func behindDash(line string) Range {
	at := strings.LastIndexAny(line, "-|\u2013\u2014")
	if at <= 0 || line[at-1] != ' ' {
		return Range{}
	}
	rest := strings.TrimLeft(line[at:], " -|\u2013\u2014")
	n := openingOf(rest).label(pictureCues)
	if n == 0 || n == len(rest) {
		return Range{}
	}
	return Range{len(line) - len(rest) + n, len(line)}
}

// lastPiece returns the piece with which words end if it is an agency:
// "Jane Roe/Reuters", "File - AFP".
func lastPiece(words string) Range {
	pieces := cut(words)
	if len(pieces) < 2 || len(strings.Fields(words)) > 12 {
		return Range{}
	}
	last := pieces[len(pieces)-1]
	if agencyOf(last.Of(words), true) == none {
		return Range{}
	}
	return last
}

// Caption reports whether line has the form of the words under a picture: it
// opens with a word for picture, or says in brackets who stands where («(من
// اليسار)», "(left)").
func Caption(line string) bool {
	if openingOf(line).label(pictureCues) > 0 {
		return true
	}
	for rest := line; ; {
		_, after, found := strings.Cut(rest, "(")
		inner, behind, closed := strings.Cut(after, ")")
		if !found || !closed {
			return false
		}
		key := arabic.Fold(strings.Trim(inner[:min(len(inner), openingBytes)], " ,:"))
		for _, entry := range pictureCues {
			if !entry.colon && key == entry.key {
				return true
			}
		}
		rest = behind
	}
}
