package gather

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
)

// readText reads plain text and Markdown; the two differ too little in news
// to be told apart.
func readText(text string, snapshot isnad.Snapshot, options Options) (*isnad.Article, error) {
	draft := &draft{}
	lines, cut := rawLines(text, options.Limits)
	if cut {
		draft.truncated = "a line longer than a line may be"
	}
	lines = draft.takeHeaders(lines)
	for _, raw := range unwrap(lines) {
		draft.addMarkdown(raw)
	}
	if len(draft.lines) == 0 && draft.metadata.title == "" && len(draft.pictures) > 0 {
		return nil, isnad.Errorf(isnad.Invalid, named(snapshot), "holds pictures and no text").
			WithHint("give the words of the report")
	}
	return draft.article(snapshot, options)
}

// rawLine is a line of the input and its number.
type rawLine struct {
	text string
	at   int
}

// rawLines cuts text at line ends of every kind. Line and paragraph separators
// and form feeds begin a line of their own without a new number, as editors
// count. cut says that a line was longer than the limit.
func rawLines(text string, limits Limits) (lines []rawLine, cut bool) {
	at := 1
	for len(text) > 0 && len(lines) < 4*limits.Parts {
		end, size, counts := nextBreak(text)
		words := text[:end]
		if len(words) > limits.LineBytes {
			words, cut = before(words, limits.LineBytes), true
		}
		lines = append(lines, rawLine{words, at})
		if counts {
			at++
		}
		text = text[end+size:]
	}
	return lines, cut || len(text) > 0
}

// nextBreak returns where the next line end of text stands, its size, and
// whether it counts as one in line numbers.
func nextBreak(text string) (end, size int, counts bool) {
	i := strings.IndexAny(text, "\n\r\v\f"+string(nextLine)+string(lineSeparator)+string(paragraphSep))
	switch {
	case i < 0:
		return len(text), 0, false
	case text[i] == '\n':
		return i, 1, true
	case strings.HasPrefix(text[i:], "\r\n"):
		return i, 2, true
	case text[i] == '\r':
		return i, 1, true
	}
	_, size = utf8.DecodeRuneInString(text[i:])
	return i, size, false
}

// before returns the longest start of s that has at most n bytes and splits no
// rune.
func before(s string, n int) string {
	if n >= len(s) {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

var (
	picture   = regexp.MustCompile(`!\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)`)
	link      = regexp.MustCompile(`\[([^\[\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)`)
	autolink  = regexp.MustCompile(`<(?:https?://|mailto:)[^<>\s]*>`)
	heading   = regexp.MustCompile(`^(#{1,6})\s+(.*?)\s*#*$`)
	rule      = regexp.MustCompile(`^(?:[-*_=~]\s*){3,}$`)
	bulleted  = regexp.MustCompile(`^(?:[-*+]|` + string(bullet) + `)\s+(\S)`)
	quoted    = regexp.MustCompile(`^>+\s?`)
	strong    = regexp.MustCompile(`(\*\*\*|\*\*|__)(\S(?:[^*]*?\S)?)(\*\*\*|\*\*|__)`)
	emphasis  = regexp.MustCompile(`(^|[\s(` + openMarks + `])([*_])([^\s*_](?:[^*_]*[^\s*_])?)([*_])($|[\s.,:;!?)` + closeMarks + `])`)
	comment   = regexp.MustCompile(`<!--.*?-->`)
	lineBreak = regexp.MustCompile(`(?i)<br\s*/?>`)
)

const (
	openMarks  = string(leftDoubleQuote) + string(leftGuillemet) + `"'`
	closeMarks = string(rightDoubleQuote) + string(rightGuillemet) + string(arabicComma) + string(arabicSemicolon) +
		string(arabicQuestion) + `"'`
)

// addMarkdown adds one line with its marks taken off.
func (d *draft) addMarkdown(raw rawLine) {
	words := strings.TrimSpace(strings.Map(visible, raw.text))
	if words == "" {
		return
	}
	if rule.MatchString(words) {
		d.underline(words[0])
		return
	}
	for _, m := range picture.FindAllStringSubmatch(words, 32) {
		d.pictures = append(d.pictures, m[2])
		if alt := strings.TrimSpace(unmark(m[1])); alt != "" && !addresses.IsPicture(alt) {
			d.lines = append(d.lines, block{kind: isnad.Caption, known: true, text: alt, at: raw.at})
		}
	}
	words = strings.TrimSpace(picture.ReplaceAllString(words, " "))
	words = quoted.ReplaceAllString(words, "")
	added := block{kind: isnad.Paragraph, at: raw.at}
	if m := heading.FindStringSubmatch(words); m != nil {
		words, added.kind, added.known = m[2], isnad.Subheading, true
		if len(m[1]) == 1 && !d.has(isnad.Title) && !d.has(isnad.Paragraph) {
			added.kind = isnad.Title
		}
	}
	added.text = unmark(bulleted.ReplaceAllString(words, "$1"))
	if strings.TrimSpace(added.text) != "" {
		d.lines = append(d.lines, added)
	}
}

// underline makes the line above a rule of = or - a heading, if it is short
// enough to be one. A rule that stands apart is dropped.
func (d *draft) underline(mark byte) {
	if mark != '=' || len(d.lines) == 0 {
		return
	}
	last := &d.lines[len(d.lines)-1]
	if last.known || width(last.text) > titleWidth {
		return
	}
	last.kind, last.known = isnad.Subheading, true
	if len(d.lines) == 1 {
		last.kind = isnad.Title
	}
}

func (d *draft) has(kind isnad.PartKind) bool {
	for _, line := range d.lines {
		if line.kind == kind {
			return true
		}
	}
	return false
}

// unmark reduces links to their words and drops marks of emphasis.
func unmark(s string) string {
	if !strings.ContainsAny(s, "*_[<\\") {
		return s
	}
	s = comment.ReplaceAllString(s, "")
	s = lineBreak.ReplaceAllString(s, " ")
	s = link.ReplaceAllString(s, "$1")
	s = autolink.ReplaceAllString(s, "")
	for range 3 {
		next := strong.ReplaceAllString(s, "$2")
		next = emphasis.ReplaceAllString(next, "$1$3$5")
		if next == s {
			break
		}
		s = next
	}
	return strings.NewReplacer(`\*`, "*", `\_`, "_", `\#`, "#", `\[`, "[", `\]`, "]", `\>`, ">").Replace(s)
}
