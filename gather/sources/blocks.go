package sources

import (
	"regexp"
	"strings"
)

// block is the part of a sources file that describes one source: from its
// header to the next one. Blocks are told apart before they are read, so that
// a mistake costs one source, and so that a source can be taken out without
// touching a byte of the others.
type block struct {
	start, end int // bytes
	line       int // of the header, from 1
}

var header = regexp.MustCompile(`^[ \t]*\[\[[ \t]*(?:source|"source"|'source')[ \t]*\]\][ \t]*(?:#.*)?\r?\n?$`)

// blocks cuts text at its headers. head is what stands before the first.
func blocks(text string) (head string, list []block) {
	state, at, line := outside, 0, 1
	for at < len(text) {
		end := at + strings.IndexByte(text[at:], '\n') + 1
		if end == at {
			end = len(text)
		}
		if state == outside && header.MatchString(text[at:end]) {
			if n := len(list); n > 0 {
				list[n-1].end = at
			}
			list = append(list, block{start: at, end: len(text), line: line})
		} else {
			state = state.after(text[at:end])
		}
		at, line = end, line+1
	}
	if len(list) == 0 {
		return text, nil
	}
	return text[:list[0].start], list
}

// lexer says in which kind of string over several lines a line begins.
type lexer uint8

const (
	outside lexer = iota
	basic         // between """
	literal       // between '''
)

// after returns the state behind a line.
func (state lexer) after(line string) lexer {
	for i := 0; i < len(line); {
		rest := line[i:]
		switch {
		case state == basic && rest[0] == '\\':
			i += 2
		case state == basic && strings.HasPrefix(rest, `"""`), state == literal && strings.HasPrefix(rest, `'''`):
			state, i = outside, i+3
		case state != outside:
			i++
		case rest[0] == '#':
			return outside
		case strings.HasPrefix(rest, `"""`):
			state, i = basic, i+3
		case strings.HasPrefix(rest, `'''`):
			state, i = literal, i+3
		case rest[0] == '"' || rest[0] == '\'':
			i += stringSize(rest)
		default:
			i++
		}
	}
	return state
}

// stringSize is the length of the string on one line with which s begins, up
// to the end of s if it is not closed.
func stringSize(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && s[0] == '"':
			i++
		case s[i] == s[0]:
			return i + 1
		}
	}
	return len(s)
}

// body returns where the last line of a block that says something ends: blank
// lines and comments behind it may belong to the next source.
func (b block) body(text string) int {
	end, at, state := b.start, b.start, outside
	for at < b.end {
		next := at + strings.IndexByte(text[at:b.end], '\n') + 1
		if next == at {
			next = b.end
		}
		words := strings.TrimSpace(text[at:next])
		if state != outside || words != "" && words[0] != '#' {
			end = next
		}
		state = state.after(text[at:next])
		at = next
	}
	return end
}
