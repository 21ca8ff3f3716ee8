// Package charsets decodes text whose declared encoding cannot be believed, as
// feeds, pages and lists of the Arabic web have it.
package charsets

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
)

const (
	byteOrderMark = '\uFEFF'
	replacement   = '\uFFFD'
	alef, lam     = '\u0627', '\u0644' // the definite article
)

// Name returns the usual name of the charset that a label means: "UTF8" is
// "utf-8", "cp1256" is "windows-1256", and "ISO-8859-1" is "windows-1252", as
// browsers have it. It is "" for a label that means none.
func Name(label string) string {
	_, name := charset.Lookup(label)
	return name
}

// Decode gives raw in UTF-8, without byte order mark, and says in a phrase
// what had to be assumed; the note is empty if all is as declared. declared is
// a name as [Name] gives it, or empty.
//
// The order of trust: a byte order mark; zero bytes at every second place,
// which only UTF-16 has; bytes that are UTF-8, or were and are damaged; a
// declared charset of Arabic under which the bytes read as Arabic; any under
// which they do; the declared one; windows-1252.
func Decode(raw []byte, declared string) (text, note string) {
	if order, size, ok := utf16Order(raw); ok {
		// This decoder replaces what it cannot read and does not fail.
		decoded, _ := textunicode.UTF16(order, textunicode.IgnoreBOM).NewDecoder().Bytes(raw[size:])
		return strings.TrimPrefix(string(decoded), string(byteOrderMark)), ""
	}
	raw = bytes.TrimPrefix(raw, []byte(string(byteOrderMark)))
	if utf8.Valid(raw) {
		if declared != "" && declared != "utf-8" && !ascii(raw) {
			note = fmt.Sprintf("declared as %s, is UTF-8", declared)
		}
		return string(raw), note
	}
	if mostlyUTF8(raw) {
		return mended(raw), "bytes that are not UTF-8 mended line by line"
	}
	from, name := charsetOf(raw, declared)
	note = "read as " + name
	switch declared {
	case name:
		note = ""
	case "":
	default:
		note = fmt.Sprintf("declared as %s, read as %s", declared, name)
	}
	return transcode(raw, from), note
}

// utf16Order tells UTF-16 by its byte order mark, or by zero bytes at every
// second place of its head, where markup has ASCII.
func utf16Order(raw []byte) (order textunicode.Endianness, size int, ok bool) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return textunicode.LittleEndian, 2, true
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return textunicode.BigEndian, 2, true
	}
	head := raw[:min(len(raw), 256)]
	zeros := [2]int{}
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch enough := max(3, len(head)/16); {
	case zeros[1] > enough && zeros[0] == 0:
		return textunicode.LittleEndian, 0, true
	case zeros[0] > enough && zeros[1] == 0:
		return textunicode.BigEndian, 0, true
	}
	return textunicode.LittleEndian, 0, false
}

func charsetOf(raw []byte, declared string) (encoding.Encoding, string) {
	arabic, arabicName := Arabic(raw, declared)
	if arabic != nil {
		return arabic, arabicName
	}
	if from, name := charset.Lookup(declared); from != nil && name != "utf-8" && from != encoding.Replacement {
		return from, name
	}
	return charmap.Windows1252, "windows-1252"
}

// mended keeps the lines that are UTF-8 and reads the others by themselves:
// feeds are put together from several sources.
func mended(raw []byte) string {
	var b strings.Builder
	b.Grow(len(raw))
	for line := range bytes.Lines(raw) {
		switch {
		case utf8.Valid(line):
			b.Write(line)
		case !mostlyUTF8(line):
			from, _ := charsetOf(line, "")
			b.WriteString(transcode(line, from))
		default:
			b.Write(bytes.ToValidUTF8(line, []byte(string(replacement))))
		}
	}
	return b.String()
}

// transcode decodes raw. These decoders replace what they cannot read and do
// not fail; of one that does, the bytes are kept where they are UTF-8.
func transcode(raw []byte, from encoding.Encoding) string {
	decoded, err := from.NewDecoder().Bytes(raw)
	if err != nil {
		decoded = raw
	}
	return strings.ToValidUTF8(string(decoded), string(replacement))
}

func ascii(raw []byte) bool {
	for _, c := range raw {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mostlyUTF8 reports whether the bytes above ASCII are UTF-8 sequences more
// often than not.
func mostlyUTF8(raw []byte) bool {
	good, bad := Sequences(raw)
	return good > bad
}

// Sequences counts the UTF-8 sequences of two bytes and more in raw, and the
// bytes that are part of none.
func Sequences(raw []byte) (good, bad int) {
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good, bad
}

// Arabic returns the charset under which raw reads as Arabic, with its name; nil
// if there is none. Of two, the one that is declared, else the one that finds
// more definite articles.
func Arabic(raw []byte, declared string) (best encoding.Encoding, name string) {
	most := 0
	raw = raw[:min(len(raw), 256<<10)]
	for _, candidate := range []struct {
		charmap *charmap.Charmap
		name    string
	}{{charmap.Windows1256, "windows-1256"}, {charmap.ISO8859_6, "iso-8859-6"}} {
		score := arabicScore(raw, candidate.charmap)
		if score > 0 && candidate.name == declared {
			return candidate.charmap, candidate.name
		}
		if score > most {
			best, name, most = candidate.charmap, candidate.name, score
		}
	}
	return best, name
}

// arabicScore counts the definite articles in raw as candidate reads it; 0
// unless nearly all bytes above ASCII are Arabic letters that stand with their
// like. One letter in twelve belongs to an article in news; one in fifty is
// asked for, of a text long enough to tell.
func arabicScore(raw []byte, candidate *charmap.Charmap) int {
	high, letters, mixed, articles := 0, 0, 0, 1
	var last rune
	for _, c := range raw {
		r := candidate.DecodeByte(c)
		if c >= utf8.RuneSelf {
			high++
			if unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) {
				letters++
				if last < utf8.RuneSelf && unicode.IsLetter(last) {
					mixed++
				}
				if r == lam && last == alef {
					articles++
				}
			}
		}
		last = r
	}
	if high == 0 || letters*10 < high*7 || mixed*10 > letters || letters > 100 && articles*100 < letters*2 {
		return 0
	}
	return articles
}
