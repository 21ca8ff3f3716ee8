package corpora

import (
	"cmp"
	"slices"
	"strings"
)

// Span is a name over words [Start, End) of a sentence.
type Span struct {
	Start, End int
	Kind       string // as the file has it: PERS, Location …
}

// Spans reads the names out of tags of any of the schemes IOB, IOB2, BILOU
// (BIOES) and of kinds alone: "B-PER", "I-PER", "L-PER", "E-PER", "U-PER",
// "S-PER", "PER", "O". A name that goes on without having begun begins there.
// Spans are ordered and do not overlap.
func Spans(tags []string) []Span {
	var list []Span
	open := -1
	closed := true // the last name takes no more words
	for i, tag := range tags {
		mark, kind := cutTag(tag)
		if kind == "" {
			closed = true
			continue
		}
		begins := closed || mark == "B" || mark == "U" || mark == "S" || list[open].Kind != kind
		if begins {
			list = append(list, Span{Start: i, Kind: kind})
			open = len(list) - 1
		}
		list[open].End = i + 1
		closed = mark == "U" || mark == "S" || mark == "L" || mark == "E"
	}
	return list
}

// cutTag parts the mark of a tag from its kind, which is "" outside of names. A
// kind alone goes on, as in "PER".
func cutTag(tag string) (mark, kind string) {
	if tag == "O" || tag == "_" {
		return "", ""
	}
	mark, kind, ok := strings.Cut(tag, "-")
	if ok && len(mark) == 1 && strings.Contains("BILUES", mark) {
		return mark, kind
	}
	return "I", tag
}

// Layers reads nested names: per word all tags that a file has behind it, of
// the schemes that mark beginnings. Spans of one kind do not overlap; spans of
// several do. They are ordered by Start, outer before inner.
func Layers(inner [][]string) []Span {
	var list []Span
	open := map[string]int{} // by kind, the span that goes on
	for i, tags := range inner {
		here := map[string]int{}
		for _, tag := range tags {
			mark, kind := cutTag(tag)
			if _, twice := here[kind]; twice || kind == "" || kind == tag {
				continue
			}
			at, goesOn := open[kind]
			if !goesOn || mark == "B" {
				list = append(list, Span{Start: i, Kind: kind})
				at = len(list) - 1
			}
			list[at].End = i + 1
			here[kind] = at
		}
		open = here
	}
	slices.SortStableFunc(list, func(a, b Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return list
}
