package translit

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// Letters are small numbers. 0 is the edge of a name.
const (
	edge       = 0
	apostrophe = 27 // after a to z
	latinSize  = 28
	longest    = 30 // letters of a name that are looked at; the rest is cut off
)

// arabicLetters are the letters that [arabic.Fold] leaves, numbered from 1.
const arabicLetters = "\u0627\u0628\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635\u0636" +
	"\u0637\u0638\u0639\u063A\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u064A\u0621"

const (
	alef       = 1
	heh        = 26
	waw        = 27
	yeh        = 28
	hamza      = 29
	lam        = 23
	arabicSize = 30
)

// markedLetters are Latin letters that say more than their base letters,
// numbered from 1.
const markedLetters = "\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u0103\u0101\u0105\u00E7\u0107\u010D\u010B\u010F\u0111\u00F0\u00E8\u00E9\u00EA\u00EB\u0113\u0117\u0119\u011B" +
	"\u011F\u0123\u00EC\u00ED\u00EE\u00EF\u012B\u0131\u013C\u0142\u00F1\u0144\u0146\u0148\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u014D\u0151\u0159\u0161\u015F\u0219\u015B" +
	"\u0163\u021B\u00F9\u00FA\u00FB\u00FC\u016B\u016F\u0171\u00FD\u017A\u017C\u017E\u1E25\u1E63\u1E6D"

// spelling is a name as letters: base letters 1 to n with edges around them,
// and what marks them (0 for a plain letter).
type spelling struct {
	n    int
	base [longest + 4]uint8 // letter i stands at i+2
	mark [longest + 4]uint8
}

func (s *spelling) add(base, mark uint8) {
	if s.n < longest {
		s.base[s.n+2], s.mark[s.n+2] = base, mark
		s.n++
	}
}

// letter i, from 0; an edge before and behind the name.
func (s *spelling) at(i int) uint8 { return s.base[i+2] }

var marks = numbered(markedLetters)

func numbered(letters string) map[rune]uint8 {
	table := map[rune]uint8{}
	for _, r := range letters {
		table[r] = uint8(len(table) + 1)
	}
	return table
}

// latin reads a Latin name. Digits and signs are left out.
func (s *spelling) latin(name string) {
	*s = spelling{}
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			s.marked(name)
			return
		}
		s.ascii(name[i], 0)
	}
}

func (s *spelling) ascii(c byte, mark uint8) {
	switch {
	case 'a' <= c && c <= 'z':
		s.add(c-'a'+1, mark)
	case 'A' <= c && c <= 'Z':
		s.add(c-'A'+1, mark)
	case c == '\'' || c == '`':
		s.add(apostrophe, mark)
	}
}

// marked reads a name that is not all ASCII.
func (s *spelling) marked(name string) {
	*s = spelling{}
	if len(name) > 16*longest {
		name = name[:16*longest]
	}
	for _, r := range norm.NFC.String(name) {
		if r < utf8.RuneSelf {
			s.ascii(byte(r), 0)
			continue
		}
		folded := english.Fold(string(r))
		mark := marks[lower(r)]
		for i := range len(folded) {
			s.ascii(folded[i], mark)
		}
	}
}

func lower(r rune) rune {
	for _, l := range strings.ToLower(string(r)) {
		return l
	}
	return r
}

// arabicCode is the base letter and the variant of the Arabic block's letters
// from U+0621.
var arabicCode = func() (table [0x2A][2]uint8) {
	number := numbered(arabicLetters)
	for i := range table {
		r := rune(0x621 + i)
		folded, _ := utf8.DecodeRuneInString(arabic.Fold(string(r)))
		table[i][0] = number[folded]
		if folded != r && number[folded] != 0 {
			table[i][1] = uint8(i + 1)
		}
	}
	return table
}()

// arabic reads an Arabic name.
func (s *spelling) arabic(name string) {
	*s = spelling{}
	for _, r := range name {
		if r < 0x621 || r > 0x64A {
			for _, f := range arabic.Fold(string(r)) {
				if f >= 0x621 && f <= 0x64A {
					s.add(arabicCode[f-0x621][0], 0)
				}
			}
			continue
		}
		if code := arabicCode[r-0x621]; code[0] != 0 {
			s.add(code[0], code[1])
		}
	}
}

// plain is the spelling without marks.
func (s *spelling) plain() spelling {
	p := *s
	p.mark = [longest + 4]uint8{}
	return p
}
