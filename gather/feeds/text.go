package feeds

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/isnad-news/isnad"
)

// Characters that the rules name.
const (
	softHyphen       = '\u00AD'
	arabicLetterMark = '\u061C'
	zeroWidthNonJoin = '\u200C'
	zeroWidthJoin    = '\u200D'
	byteOrderMark    = '\uFEFF'
)

// clean makes one line of text: NFC, single spaces, no controls and no marks
// of direction.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == zeroWidthJoin || r == zeroWidthNonJoin:
			return r
		case unicode.IsSpace(r) || unicode.Is(unicode.Z, r):
			return ' '
		case isHidden(r):
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// isHidden reports whether r is a control or a mark that shows nothing.
func isHidden(r rune) bool {
	return r == softHyphen || r == arabicLetterMark || r == byteOrderMark ||
		unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != zeroWidthJoin && r != zeroWidthNonJoin && !isArabicSign(r)
}

// isArabicSign reports whether r is one of the signs that enclose a number,
// which Unicode counts as formats and which show.
func isArabicSign(r rune) bool { return r >= '\u0600' && r <= '\u0605' || r == '\u06DD' }

// short cuts words for a note.
func short(words string) string { return cut(clean(words), 80) }

// cut returns the longest start of s that has at most n bytes and splits no
// rune.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// title is the plain text of a title or a name, cut where no title goes on.
func title(markup string) string { return cut(plainText(cut(markup, mostMarkup)), mostWords) }

// mostMarkup is how many bytes of a title or a name are looked at.
const mostMarkup = 32 << 10

// plainText takes the words out of markup and makes one line of them.
// References that were escaped twice or thrice are read to the end.
func plainText(markup string) string {
	words := markup
	for range 3 {
		if strings.IndexByte(words, '<') >= 0 {
			words = withoutTags(words)
		}
		unescaped := html.UnescapeString(words)
		if unescaped == words {
			break
		}
		words = unescaped
	}
	return clean(words)
}

// withoutTags gives the text between tags, escaped as it was. Scripts and
// styles say nothing; tags that break the line leave a space.
func withoutTags(markup string) string {
	var b strings.Builder
	tokenizer := nethtml.NewTokenizer(strings.NewReader(markup))
	var skipped atom.Atom
	for {
		switch tokenizer.Next() {
		case nethtml.ErrorToken:
			return b.String()
		case nethtml.TextToken:
			if skipped == 0 {
				b.Write(tokenizer.Raw())
			}
		case nethtml.StartTagToken:
			tag := tagAtom(tokenizer)
			if tag == atom.Script || tag == atom.Style {
				skipped = tag
				continue
			}
			tokenizer.NextIsNotRawText()
			space(&b, tag)
		case nethtml.EndTagToken, nethtml.SelfClosingTagToken:
			tag := tagAtom(tokenizer)
			if tag == skipped {
				skipped = 0
			}
			tokenizer.NextIsNotRawText()
			space(&b, tag)
		}
	}
}

func tagAtom(tokenizer *nethtml.Tokenizer) atom.Atom {
	name, _ := tokenizer.TagName()
	return atom.Lookup(name)
}

// space writes a space for a tag that stands between words.
func space(b *strings.Builder, tag atom.Atom) {
	switch tag {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Em, atom.Font, atom.I, atom.Mark, atom.Q,
		atom.S, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.U, atom.Wbr:
		return
	}
	b.WriteByte(' ')
}

// paragraph is a tag that shows that a text called plain is not.
var paragraph = regexp.MustCompile(`(?i)<(p|br|div)\b`)

// isOdd reports whether r is a control that no text has.
func isOdd(r rune) bool { return r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0x7F }

// asMarkup gives a field's value as HTML.
func asMarkup(f field) string {
	words := strings.TrimSpace(f.words)
	if strings.IndexFunc(words, isOdd) >= 0 {
		words = strings.Map(func(r rune) rune {
			if isOdd(r) {
				return -1
			}
			return r
		}, words)
	}
	switch {
	case f.plain && !paragraph.MatchString(words):
		return html.EscapeString(words)
	case strings.IndexByte(words, '<') < 0 && strings.Contains(words, "&lt;"):
		return html.UnescapeString(words) // escaped twice
	}
	return words
}

// langOf reads a language tag or name: "ar", "ar-EG", "ara", "English".
func langOf(tag string) isnad.Lang {
	primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
	switch primary {
	case "arabic":
		return isnad.Arabic
	case "english":
		return isnad.English
	}
	base, err := language.ParseBase(primary)
	if err != nil || len(base.String()) != 2 {
		return isnad.UnknownLang
	}
	return isnad.Lang(base.String())
}

// arabicScript are the languages that are written in Arabic letters.
var arabicScript = map[isnad.Lang]bool{isnad.Arabic: true, "fa": true, "ur": true, "ps": true, "ku": true, "sd": true, "ug": true}

// countScripts counts the letters of Arabic, those among the Arabic script
// that Arabic does not use, and the Latin ones.
func countScripts(s string) (arabicLetters, foreign, latin int) {
	for _, r := range s {
		switch {
		case r >= '\u0621' && r <= '\u064A':
			arabicLetters++
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			arabicLetters++
			foreign++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	return arabicLetters, foreign, latin
}
