package gather

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// damage lists what is wrong with the text of article. The lines of the draft
// are its parts.
func (d *draft) damage(article *isnad.Article) []isnad.Defect {
	var defects []isnad.Defect
	if d.truncated != "" {
		defects = append(defects, isnad.Defect{Kind: isnad.Truncated, Note: d.truncated})
	}
	if !hasBody(article) {
		defects = append(defects, isnad.Defect{Kind: isnad.NoText, Note: "nothing but a title"})
	}
	defects = append(defects, repeatedRuns(article)...)
	defects = append(defects, unbalanced(article)...)
	defects = append(defects, counted(article.Text, string(replacement), isnad.BadEncoding, "unreadable character")...)
	if article.Lang == isnad.Arabic {
		defects = append(defects, foreignNames(article)...)
		defects = append(defects, spacedCommas(article.Text)...)
	}
	return defects
}

func hasBody(article *isnad.Article) bool {
	for _, part := range article.Parts {
		if part.Kind == isnad.Paragraph || part.Kind == isnad.Caption || part.Kind == isnad.Subheading {
			return true
		}
	}
	return false
}

// repeatedRuns notes each run of neighbouring repeats once.
func repeatedRuns(article *isnad.Article) []isnad.Defect {
	var defects []isnad.Defect
	for i := 0; i < len(article.Parts); i++ {
		if article.Parts[i].Kind != isnad.Repeat {
			continue
		}
		first := i
		for i+1 < len(article.Parts) && article.Parts[i+1].Kind == isnad.Repeat {
			i++
		}
		span := article.Parts[first].Span.Cover(article.Parts[i].Span)
		defects = append(defects, isnad.Defect{Kind: isnad.RepeatedPassage, Span: span, Note: plural(i-first+1, "part")})
	}
	return defects
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// counted notes the first place of what in text, and how often it is there.
func counted(text, what string, kind isnad.DefectKind, noun string) []isnad.Defect {
	at := strings.Index(text, what)
	if at < 0 {
		return nil
	}
	return []isnad.Defect{{
		Kind: kind, Span: isnad.Span{Start: at, End: at + len(what)}, Note: plural(strings.Count(text, what), noun),
	}}
}

// spacedCommas notes spaces before Arabic commas and semicolons.
func spacedCommas(text string) []isnad.Defect {
	comma, semicolon := " "+string(arabicComma), " "+string(arabicSemicolon)
	n := strings.Count(text, comma) + strings.Count(text, semicolon)
	if n == 0 {
		return nil
	}
	at := strings.Index(text, comma)
	if other := strings.Index(text, semicolon); at < 0 || other >= 0 && other < at {
		at = other
	}
	return []isnad.Defect{{Kind: isnad.SpacedComma, Span: isnad.Span{Start: at, End: at + len(comma)}, Note: plural(n, "place")}}
}

// foreignNames notes runs of capitalised Latin words in Arabic text. An
// abbreviation, and a name in brackets behind its Arabic form, are no damage.
func foreignNames(article *isnad.Article) []isnad.Defect {
	var first isnad.Span
	var names []string
	seen := make(map[string]bool)
	for _, part := range article.Parts {
		if !part.Kind.Reads() {
			continue
		}
		for _, span := range latinNames(part.Span.Of(article.Text)) {
			span.Start, span.End = span.Start+part.Span.Start, span.End+part.Span.Start
			if first.Empty() {
				first = span
			}
			if name := span.Of(article.Text); !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	note := fmt.Sprintf("%s: %s", plural(len(names), "name"), strings.Join(names[:min(len(names), 5)], ", "))
	return []isnad.Defect{{Kind: isnad.ForeignScript, Span: first, Note: note}}
}

// latinWord matches a Latin word that begins with a capital, and the spaces to
// the next one.
var latinWord = regexp.MustCompile(`\p{Lu}[\p{Latin}'.-]*( *)`)

// latinNames finds runs of Latin words that begin with a capital, outside
// brackets. A run of abbreviations alone is none.
func latinNames(text string) []isnad.Span {
	if !strings.ContainsAny(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return nil
	}
	var found []isnad.Span
	var run isnad.Span
	for _, m := range append(latinWord.FindAllStringIndex(text, -1), []int{len(text) + 1, 0}) {
		if m[0] == run.End && !run.Empty() && m[0] <= len(text) {
			run.End = m[1]
			continue
		}
		if name := trimmed(text, run); isName(name.Of(text)) && !inBrackets(text, name) {
			found = append(found, name)
		}
		run = isnad.Span{Start: m[0], End: m[1]}
	}
	return found
}

func trimmed(text string, span isnad.Span) isnad.Span {
	span.End = span.Start + len(strings.TrimRight(span.Of(text), " .-'"))
	return span
}

// isName reports whether some word of a run has small letters behind its
// capital: two at least, so that "Mr" and "km" are none.
func isName(run string) bool {
	small := 0
	for _, r := range run {
		if unicode.IsLower(r) {
			small++
		}
	}
	return small > 1
}

// inBrackets reports whether span fills brackets, or stands in the middle of
// an address.
func inBrackets(text string, span isnad.Span) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:span.Start])
	next, _ := utf8.DecodeRuneInString(text[span.End:])
	return last == '(' && next == ')' || strings.ContainsRune("@#/_.", last) && span.Start > 0 ||
		strings.ContainsRune("@/_", next) || unicode.Is(unicode.Latin, last) || unicode.IsDigit(last)
}
