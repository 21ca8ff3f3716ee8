package gather

import (
	"mime"
	"path/filepath"
	"regexp"
	"strings"
)

// format is how an input is read.
type format int

const (
	plainText format = iota // and Markdown
	webPage
	records // JSON
)

var (
	pageStart = regexp.MustCompile(`(?i)^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title|article|div|p|h1|script|link)\b`)
	pageTags  = regexp.MustCompile(`(?i)</?(html|head|body|div|p|h1|h2|span|br|article|section|a)\b[^<>]*>`)
)

// sniff tells formats apart by their first characters, then, where these say
// nothing, by the extension of source, then by the media type that was stated.
func sniff(text, source, contentType string) format {
	head := strings.TrimLeft(text[:min(len(text), 4096)], " \t\r\n\v\f"+string(byteOrderMark))
	extension := strings.ToLower(filepath.Ext(source))
	switch {
	case pageStart.MatchString(head):
		return webPage
	case strings.HasPrefix(head, "{") && jsonObjectStart.MatchString(head), strings.HasPrefix(head, "[") && jsonArrayStart.MatchString(head):
		return records
	case extension == ".json" || extension == ".jsonl" || extension == ".ndjson":
		return records
	case extension == ".html" || extension == ".htm" || extension == ".xhtml":
		return webPage
	case len(pageTags.FindAllStringIndex(head, 8)) >= 8 && extension != ".md":
		return webPage
	}
	return ofMediaType(contentType)
}

// HoldsRecords reports whether an input that begins with head is read as JSON.
func HoldsRecords(head []byte, source string) bool {
	return sniff(string(head), source, "") == records
}

// ofMediaType is the format that a content type states; plain text if none.
func ofMediaType(contentType string) format {
	media, _, _ := mime.ParseMediaType(contentType)
	switch {
	case media == "text/html", media == "application/xhtml+xml":
		return webPage
	case media == "application/json", media == "application/x-ndjson", strings.HasSuffix(media, "+json"):
		return records
	}
	return plainText
}

var (
	jsonObjectStart = regexp.MustCompile(`^\{\s*("|\}\s*$)`)
	jsonArrayStart  = regexp.MustCompile(`^\[\s*(\{\s*["}]|\]\s*$)`)
)
