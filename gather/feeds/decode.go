package feeds

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"mime"
	"regexp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/charsets"
)

// decode gives the text of a document in UTF-8, unpacked, and notes on what
// had to be mended for it.
func decode(doc Document) (text string, notes []string, err error) {
	raw, notes := unpack(doc.Bytes)
	if binary(raw) {
		return "", nil, isnad.Errorf(isnad.Unsupported, doc.URL, "is not text").
			WithHint("name the address of an RSS, Atom or JSON feed or of a sitemap")
	}
	text, note := charsets.Decode(raw, declaredCharset(raw, doc.ContentType))
	if note != "" {
		notes = append(notes, note)
	}
	return text, notes, nil
}

// unpack undoes gzip, twice at most, within bounds. What a damaged stream gave
// before the damage is kept.
func unpack(raw []byte) ([]byte, []string) {
	var notes []string
	for range 2 {
		if !bytes.HasPrefix(raw, []byte{0x1F, 0x8B}) {
			break
		}
		reader, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			return raw, notes
		}
		out, err := io.ReadAll(io.LimitReader(reader, mostBytes+1))
		if err != nil {
			notes = append(notes, "the gzip stream is damaged: what came before is kept")
		}
		raw = out
	}
	if len(raw) > mostBytes {
		raw = raw[:mostBytes]
		notes = append(notes, fmt.Sprintf("more than %d MiB: the rest is left out", mostBytes>>20))
	}
	return raw, notes
}

// binary reports whether raw is of a format that is no text.
func binary(raw []byte) bool {
	for _, magic := range []string{"%PDF-", "PK\x03\x04", "\x1F\x8B", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "(\xB5/\xFD"} {
		if bytes.HasPrefix(raw, []byte(magic)) {
			return true
		}
	}
	return false
}

var xmlEncoding = regexp.MustCompile(`<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9._:\-]+)`)

// declaredCharset is the charset that the document, else the server, names,
// in its usual form; empty if neither does or it is none.
func declaredCharset(raw []byte, contentType string) string {
	label := ""
	if m := xmlEncoding.FindSubmatch(raw[:min(len(raw), 4096)]); m != nil {
		label = string(m[1])
	} else if _, parameters, err := mime.ParseMediaType(contentType); err == nil {
		label = parameters["charset"]
	}
	return charsets.Name(label)
}
