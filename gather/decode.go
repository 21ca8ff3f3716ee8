package gather

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/charsets"
)

// binaries are the first bytes of formats that users take for text.
var binaries = []struct{ magic, hint string }{
	{"%PDF-", "take the text out of the PDF first, for example with pdftotext"},
	{"PK\x03\x04", "it is a ZIP archive or an office document: unpack it, or save it as plain text"},
	{"\x1F\x8B", "it is compressed: unpack it first, for example with gunzip"},
	{"\x28\xB5\x2F\xFD", "it is compressed: unpack it first, for example with unzstd"},
	{"\xFD7zXZ\x00", "it is compressed: unpack it first, for example with unxz"},
	{"BZh91AY&SY", "it is compressed: unpack it first, for example with bunzip2"},
	{"7z\xBC\xAF\x27\x1C", "it is a 7-Zip archive: unpack it"}, {"Rar!\x1A\x07", "it is a RAR archive: unpack it"},
	{"\xD0\xCF\x11\xE0", "it is an office document: save it as plain text in UTF-8"},
	{"\x89PNG", "it is a picture"}, {"\xFF\xD8\xFF", "it is a picture"}, {"GIF8", "it is a picture"},
	{"\xFF\xFE\x00\x00", "it is UTF-32: save it as UTF-8"},
}

// NotText tells by its first bytes that an input is of a format that is no
// text, and returns what the user can do about it; "" if it may be text.
func NotText(head []byte) (hint string) {
	for _, binary := range binaries {
		if bytes.HasPrefix(head, []byte(binary.magic)) {
			return binary.hint
		}
	}
	return ""
}

// decode gives the text of a snapshot in UTF-8 without byte order mark. Bytes
// that the encoding does not allow are one U+FFFD for each run.
//
// The order of trust: a byte order mark; bytes that are UTF-8, or were and are
// damaged; the look of the letters where they can only be Arabic; the charset
// that the server stated; the one that a page declares; windows-1252. Servers
// state one charset for all their pages, so theirs comes late.
func decode(snapshot isnad.Snapshot) (string, error) {
	raw := snapshot.Bytes
	if hint := NotText(raw); hint != "" {
		return "", isnad.Errorf(isnad.Unsupported, named(snapshot), "is not text").WithHint(hint)
	}
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return transcode(raw[2:], textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM)), nil
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return transcode(raw[2:], textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM)), nil
	}
	raw = bytes.TrimPrefix(raw, []byte(string(byteOrderMark)))
	stated, wide := statedCharset(snapshot.ContentType)
	if isBinary(raw) {
		if wide {
			if text := transcode(raw, stated); !isBinary([]byte(text)) {
				return text, nil
			}
		}
		return "", isnad.Errorf(isnad.Unsupported, named(snapshot), "is not text: it holds binary data").
			WithHint("save it as plain text in UTF-8")
	}
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	if good, bad := charsets.Sequences(raw); good >= bad {
		return strings.ToValidUTF8(string(raw), string(replacement)), nil
	}
	if arabic, _ := charsets.Arabic(raw, ""); arabic != nil {
		return transcode(raw, arabic), nil
	}
	if stated != nil {
		return transcode(raw, stated), nil
	}
	if declared := declaredCharset(raw); declared != nil {
		return transcode(raw, declared), nil
	}
	return transcode(raw, charmap.Windows1252), nil
}

// transcode decodes raw and joins neighbouring replacements into one.
func transcode(raw []byte, from encoding.Encoding) string {
	text, err := from.NewDecoder().Bytes(raw)
	if err != nil {
		// These decoders replace what they cannot read and never fail; a
		// declared one that does leaves the bytes as they are.
		text = raw
	}
	damage := string(replacement)
	s := strings.ToValidUTF8(string(text), damage)
	for strings.Contains(s, damage+damage) {
		s = strings.ReplaceAll(s, damage+damage, damage)
	}
	return s
}

// isBinary reports whether raw holds more zero bytes or controls than a
// damaged text would: more than one in 500.
func isBinary(raw []byte) bool {
	odd := 0
	for _, c := range raw {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1A && c != 0x1B {
			odd++
		}
	}
	return odd > 2 && odd*500 > len(raw) || odd > 0 && odd*4 > len(raw)
}

// statedCharset reads the charset of a content type; nil if it has none that is
// known, or UTF-8, which the bytes show themselves. wide says that it is UTF-16,
// of which the zero bytes look like binary data.
func statedCharset(contentType string) (stated encoding.Encoding, wide bool) {
	_, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || parameters["charset"] == "" {
		return nil, false
	}
	stated, name := charset.Lookup(parameters["charset"])
	if name == "utf-8" || stated == encoding.Replacement {
		return nil, false
	}
	return stated, strings.HasPrefix(name, "utf-16")
}

// declaredCharset reads what the first kilobyte of a page says about its
// charset; nil if it says nothing or UTF-8, which the bytes are not.
func declaredCharset(raw []byte) encoding.Encoding {
	if !bytes.Contains(bytes.ToLower(raw[:min(len(raw), 1024)]), []byte("charset")) {
		return nil
	}
	declared, name, _ := charset.DetermineEncoding(raw, "")
	if name == "utf-8" || declared == encoding.Replacement {
		return nil
	}
	return declared
}
