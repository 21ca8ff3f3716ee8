package isnad

import (
	"fmt"
	"unicode/utf8"
)

// Span is a range of bytes of an [Article]'s Text, half-open, on rune
// boundaries. The zero Span is empty and stands for "nowhere".
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no bytes.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the words at the span: text[s.Start:s.End].
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Contains reports whether other lies inside s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether s and other share at least one byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// Cover returns the smallest span that holds both. An empty span adds nothing.
func (s Span) Cover(other Span) Span {
	if s.Empty() {
		return other
	}
	if other.Empty() {
		return s
	}
	return Span{min(s.Start, other.Start), max(s.End, other.End)}
}

// Before orders spans by start; of two with one start the longer comes first,
// so that an outer span precedes what it holds.
func (s Span) Before(other Span) bool {
	if s.Start != other.Start {
		return s.Start < other.Start
	}
	return s.End > other.End
}

// Check returns an error of kind [Invalid] unless s is a range of text on rune
// boundaries.
func (s Span) Check(text string) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return Errorf(Invalid, fmt.Sprintf("span %d:%d", s.Start, s.End), "outside a text of %d bytes", len(text))
	}
	if !boundary(text, s.Start) || !boundary(text, s.End) {
		return Errorf(Invalid, fmt.Sprintf("span %d:%d", s.Start, s.End), "splits a letter")
	}
	return nil
}

func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
