package gather

import (
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
// nothing, by the extension of source.
func sniff(text, source string) format {
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
	return plainText
}

var (
	jsonObjectStart = regexp.MustCompile(`^\{\s*("|\}\s*$)`)
	jsonArrayStart  = regexp.MustCompile(`^\[\s*(\{\s*["}]|\]\s*$)`)
)
