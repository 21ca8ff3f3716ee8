package eval

import (
	"sort"
	"strings"

	"github.com/isnad-news/isnad"
)

// lineFind leads from offsets of a text to lines of the raw file and back.
type lineFind struct {
	text   string
	starts []lineStart // ordered by offset
}

// lineStart says that from an offset on, to the end of its part or line, the
// text stands on a raw line.
type lineStart struct {
	offset, end, line int
}

// newLineFind reads the parts: each begins at its raw line, and its line feeds
// are those of the file.
func newLineFind(article *isnad.Article) lineFind {
	find := lineFind{text: article.Text}
	for _, part := range article.Parts {
		line, offset := part.Line, part.Span.Start
		for {
			n := strings.IndexByte(article.Text[offset:part.Span.End], '\n')
			if n < 0 {
				break
			}
			find.starts = append(find.starts, lineStart{offset, offset + n, line})
			line, offset = line+1, offset+n+1
		}
		find.starts = append(find.starts, lineStart{offset, part.Span.End, line})
	}
	return find
}

// line returns the raw line of byte offset i, from 1; 0 if it lies in no part
// or the part's line is unknown.
func (f lineFind) line(i int) int {
	n := sort.Search(len(f.starts), func(n int) bool { return f.starts[n].offset > i }) - 1
	if n < 0 || i > f.starts[n].end {
		return 0
	}
	return f.starts[n].line
}

// spans returns where words stand on a raw line.
func (f lineFind) spans(line int, words string) []isnad.Span {
	var spans []isnad.Span
	for _, start := range f.starts {
		if start.line != line || words == "" {
			continue
		}
		for at := start.offset; ; {
			n := strings.Index(f.text[at:start.end], words)
			if n < 0 {
				break
			}
			spans = append(spans, isnad.Span{Start: at + n, End: at + n + len(words)})
			at += n + len(words)
		}
	}
	return spans
}
