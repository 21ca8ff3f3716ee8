package stories

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// mostReasons is how many words of a kind a reason lists.
const mostReasons = 4

// reason says what two articles have in common, the rarest first, in the
// spelling of a: "title words X, Y; names A, B; number 14; same event; 0.83".
func reason(a, b *report, odds int) string {
	var reasons []string
	for _, group := range [...]struct {
		one, many string
		in        func(f, g feature) bool
	}{
		{"title word", "title words", func(f, g feature) bool { return f.kind() == term && f.zones()&g.zones()&inTitle != 0 }},
		{"name", "names", func(f, _ feature) bool { return f.kind() == name }},
		{"place", "places", func(f, _ feature) bool { return f.kind() == spot }},
		{"number", "numbers", func(f, _ feature) bool { return f.kind() == number }},
		{"subject", "subjects", func(f, _ feature) bool { return f.kind() == concept && a.lang != b.lang }},
	} {
		words := common(a, b, group.in)
		switch len(words) {
		case 0:
		case 1:
			reasons = append(reasons, group.one+" "+words[0])
		default:
			reasons = append(reasons, group.many+" "+strings.Join(words[:min(len(words), mostReasons)], ", "))
		}
	}
	if best, _ := shared(a.events, b.events); best > 0 {
		reasons = append(reasons, "same event")
	}
	if len(reasons) == 0 {
		reasons = append(reasons, "words of the text")
	}
	return fmt.Sprintf("%s; %.2f", strings.Join(reasons, "; "), likely(odds))
}

// common lists how the features are written that two articles share, the rarest
// first.
func common(a, b *report, in func(f, g feature) bool) []string {
	type shared struct {
		word  string
		worth float32
	}
	var list []shared
	for i, j := 0, 0; i < len(a.features.places) && j < len(b.features.places); {
		f, g := a.features.at(i), b.features.at(j)
		switch {
		case f.place < g.place:
			i++
		case f.place > g.place:
			j++
		default:
			if in(f, g) {
				if word := cmp.Or(a.labels.of(f.place), b.labels.of(f.place)); word != "" {
					list = append(list, shared{word, f.worth() * g.worth()})
				}
			}
			i, j = i+1, j+1
		}
	}
	slices.SortFunc(list, func(x, y shared) int {
		return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(x.word, y.word))
	})
	var words []string
	for _, one := range list {
		if !slices.Contains(words, one.word) {
			words = append(words, one.word)
		}
	}
	return words
}

// copied is the reason of an article that is a copy of another.
const copied = "a copy of the same text"

// why says what ties m to its story: its best companion's part.
func (s *Stream) why(m *member) string {
	var best *member
	score := int32(0)
	for _, l := range m.ties {
		other := s.reports[l.to]
		if other.story != m.story {
			continue
		}
		if best == nil || l.score > score || l.score == score && other.id < best.id {
			best, score = other, l.score
		}
	}
	if best == nil {
		return ""
	}
	return reason(m.report, best.report, int(score))
}
