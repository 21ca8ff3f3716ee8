package pages

import (
	"sort"
	"strings"
)

// lineIndex finds the raw line on which words of a page begin. It holds the
// letters of the page's text in order; marks, entities and tags between them
// make no difference.
type lineIndex struct {
	text  strings.Builder
	at    []int // byte offsets into text, rising
	lines []int // the raw line of each
	from  int   // where next begins to search
}

// add appends the words of a text token that begins on line. Lines inside the
// token count as they come.
func (x *lineIndex) add(words string, line int) {
	for words != "" {
		first, rest, _ := strings.Cut(words, "\n")
		if key := letters(first); key != "" {
			x.at = append(x.at, x.text.Len())
			x.lines = append(x.lines, line)
			x.text.WriteString(key)
		}
		words = rest
		line++
	}
}

// keyLetters is how much of a block is looked for. More makes it surer, less
// finds blocks that the page cuts up.
const keyLetters = 40

// next returns the line on which words begin, searched from the last block
// on, then from the start; 0 if they are not there.
func (x *lineIndex) next(words string) int {
	key := prefix(letters(words), keyLetters)
	if key == "" {
		return 0
	}
	text := x.text.String()
	if i := strings.Index(text[x.from:], key); i >= 0 {
		at := x.from + i
		x.from = at + len(key)
		return x.line(at)
	}
	return x.find(words)
}

// find returns the first line on which words begin; 0 if they are not there.
func (x *lineIndex) find(words string) int {
	key := prefix(letters(words), keyLetters)
	if at := strings.Index(x.text.String(), key); at >= 0 && key != "" {
		return x.line(at)
	}
	return 0
}

func (x *lineIndex) line(at int) int {
	i := sort.SearchInts(x.at, at+1) - 1
	return x.lines[i]
}

func prefix(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
