package stories

import (
	"slices"
	"strings"
)

// labels are how features are written. A stream holds many: they stand in one
// text, each behind the one before.
type labels struct {
	places []place // ascending
	ends   []uint16
	text   string
}

// mostLabelled is how much text the labels of an article take at most, in bytes.
const mostLabelled = 4096

func newLabels(words map[place]string) labels {
	var l labels
	places := make([]place, 0, len(words))
	for at := range words {
		places = append(places, at)
	}
	slices.Sort(places)
	var text strings.Builder
	for _, at := range places {
		if text.Len()+len(words[at]) > mostLabelled {
			continue
		}
		text.WriteString(words[at])
		l.places, l.ends = append(l.places, at), append(l.ends, uint16(text.Len()))
	}
	l.places, l.ends = slices.Clip(l.places), slices.Clip(l.ends)
	l.text = strings.Clone(text.String())
	return l
}

// of is how the feature is written; empty if nobody knows.
func (l *labels) of(at place) string {
	i, ok := slices.BinarySearch(l.places, at)
	if !ok {
		return ""
	}
	start := uint16(0)
	if i > 0 {
		start = l.ends[i-1]
	}
	return l.text[start:l.ends[i]]
}
