package credits

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang/arabic"
)

// cue is a word or phrase that opens a byline, a caption or a last line.
type cue struct {
	key   string
	colon bool // counts only before a colon or a dash
}

func cues(list string) []cue {
	var found []cue
	for _, line := range lines(list) {
		entry := cue{key: arabic.Fold(strings.TrimSuffix(line, ":")), colon: strings.HasSuffix(line, ":")}
		found = append(found, entry)
	}
	return found
}

var (
	bylineCues  = cues(bylineList)
	pictureCues = cues(pictureList)
	trailerCues = cues(trailerList)
)

// opening is the folded start of a line, where cues are looked for.
type opening struct {
	folded  string
	offsets []int
}

// openingBytes is more than the longest cue takes, marks and spaces included.
const openingBytes = 128

func openingOf(line string) opening {
	end := min(len(line), openingBytes)
	for end < len(line) && !utf8.RuneStart(line[end]) {
		end--
	}
	folded, offsets := arabic.FoldMap(line[:end])
	return opening{folded, offsets}
}

// after returns how many bytes of the line c takes at its start, with the
// colon or dash and the space behind it; 0 if c does not open the line.
func (o opening) after(c cue) int {
	rest, ok := strings.CutPrefix(o.folded, c.key)
	if !ok {
		return 0
	}
	spaced := strings.TrimLeft(rest, " ")
	marked := strings.TrimLeft(spaced, ":-\u2013\u2014 ")
	if c.colon && marked == spaced || !c.colon && marked == rest {
		return 0
	}
	return o.offsets[len(o.folded)-len(marked)]
}

// label returns how many bytes of the line the first cue before a colon
// takes; 0 if there is none.
func (o opening) label(list []cue) int {
	for _, c := range list {
		if c.colon {
			if n := o.after(c); n > 0 {
				return n
			}
		}
	}
	return 0
}

// Author is what a byline says. Ranges that it does not give are empty.
type Author struct {
	Name   Range // one person or several
	Agency Range
	Outlet Range
	Day    Range // words that hold a date
}

// Byline reads a line that says who wrote the text and nothing else: «كتب:
// سامي الحداد», "By Jane Roe, Reuters", "By Jane Roe, The Harbour News, 6 March
// 2026", "(Reporting by …)".
func Byline(line string) (Author, bool) {
	inner := Range{0, len(line)}
	bracketed := strings.HasPrefix(line, "(") && strings.HasSuffix(line, ")")
	if bracketed {
		inner = Range{1, len(line) - 1}
	}
	words := inner.Of(line)
	if len(words) > 300 || len(strings.Fields(words)) > 30 || !bracketed && (len(strings.Fields(words)) > 14 || ends(words)) {
		return Author{}, false
	}
	start := openingOf(words)
	for _, entry := range bylineCues {
		n := start.after(entry)
		if bracketed && n == 0 {
			n = start.after(cue{key: entry.key})
		}
		if n == 0 || n >= len(words) || !bracketed && !namelike(words[n:]) {
			continue
		}
		return authorOf(line, Range{inner.Start + n, inner.End}), true
	}
	return Author{}, false
}

// authorOf tells the pieces of a byline apart. A piece behind the name is an
// outlet if it begins with "The" or a date follows it, and it is no job.
func authorOf(line string, within Range) Author {
	author := Author{Name: within, Agency: agencyIn(line, within)}
	pieces := cut(within.Of(line))
	for i, piece := range pieces {
		piece = Range{piece.Start + within.Start, piece.End + within.Start}
		words := piece.Of(line)
		dated := i+1 < len(pieces) && hasDigit(pieces[i+1].Of(within.Of(line)))
		switch {
		case i == 0:
			continue
		case hasDigit(words):
			author.Day = cover(author.Day, piece)
		case piece == author.Agency:
		case (dated || strings.HasPrefix(words, "The ")) && isSource(words):
			author.Outlet = piece
		default:
			continue
		}
		if i > 0 && author.Name.End == within.End {
			author.Name.End = pieces[i-1].End + within.Start
		}
	}
	return author
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// namelike reports whether Latin words are written as names are, so that "By
// the time" is no byline. Arabic does not tell.
func namelike(s string) bool {
	first := true
	for word := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(\"'"))
		if first && unicode.IsDigit(r) {
			return false
		}
		first = false
		switch strings.Trim(word, ",") {
		case "and", "in", "for", "of", "at", "de", "von", "van", "al", "bin", "bint", "&", "|", "-", "the":
			continue
		}
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

func agencyIn(line string, within Range) Range {
	if Agency(within.Of(line)) {
		return within
	}
	for _, piece := range cut(within.Of(line)) {
		piece = Range{piece.Start + within.Start, piece.End + within.Start}
		if agencyOf(piece.Of(line), piece.Start > 0 && strings.ContainsRune("([/", rune(line[piece.Start-1]))) == news {
			return piece
		}
	}
	return Range{}
}

func ends(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return last == '.' || last == '!' || last == '?' || last == '\u061F'
}
