package eval

import (
	"slices"
	"strings"
)

// told is an entry or commitment of the record, ready to compare.
type told struct {
	parties  []string // gold IDs or "?" and words, ordered, each once
	places   []place  // lines of the gold's articles that tell it, outside repeats
	repeated bool     // told on repeated lines alone
	shown    string
}

// needs is what a gold item asks of the parties of an answer.
type needs struct {
	all      []string // no others
	optional map[string]bool
}

func newNeeds(all []string, optional []string, notes ...string) needs {
	n := needs{all: all, optional: map[string]bool{}}
	for _, id := range optional {
		n.optional[id] = true
	}
	for _, id := range all {
		for _, note := range notes {
			// The gold says so in a note in words.
			if strings.Contains(note, id+" is not required") {
				n.optional[id] = true
			}
		}
	}
	return n
}

// met reports whether parties are all of those required and none but those
// listed.
func (n needs) met(parties []string) bool {
	for _, id := range n.all {
		if !n.optional[id] && !slices.Contains(parties, id) {
			return false
		}
	}
	for _, id := range parties {
		if !slices.Contains(n.all, id) {
			return false
		}
	}
	return true
}

// parties gives the gold IDs of entities of the record.
func (s *sheet) parties(entities []int) []string {
	ids := make([]string, 0, len(entities))
	for _, entity := range entities {
		ids = append(ids, s.people.id(entity))
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// tell adds a place where an answer is told.
func (t *told) tell(s *sheet, d, offset int) {
	if _, ok := s.articles[d]; !ok {
		return
	}
	if s.repeated(d, offset) {
		t.repeated = len(t.places) == 0
		return
	}
	t.repeated = false
	if at := s.at(d, offset); !slices.Contains(t.places, at) {
		t.places = append(t.places, at)
	}
}

// overlap is the share of lines that an answer and the gold's evidence share.
func (t *told) overlap(evidence []goldPlace) float64 {
	common := 0
	for _, at := range evidence {
		if slices.Contains(t.places, at.place()) {
			common++
		}
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(evidence)+len(t.places))
}

// spared reports whether an answer that matches nothing costs nothing: it is
// told on optional lines alone.
func (s *sheet) spared(t *told) bool {
	for _, at := range t.places {
		if !s.optional[at] {
			return false
		}
	}
	return !t.repeated
}

// accepted reports whether an answer's status is the gold's or one that its
// note accepts.
func accepted(status, note, answer string) bool {
	return answer == status || answer != "" && strings.Contains(note, answer+" is accepted")
}
