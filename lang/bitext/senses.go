package bitext

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/isnad-news/isnad/lang/terms"
)

// Sense is something that words of both languages can mean, and how much of it
// there is in a text. Keys begin with the kind: "c:" and a concept of package
// gloss, or "w:" and an English key.
type Sense struct {
	Key    string
	Weight float64 // above 0: how many words are to be expected to mean it
}

// The beginnings of keys of senses.
const (
	conceptKey = "c:"
	wordKey    = "w:"
)

// Word reports whether the sense is a word of the list and no concept.
func (s Sense) Word() bool { return strings.HasPrefix(s.Key, wordKey) }

// Word returns what one word of a text means: key is its search key (package
// terms), written the word as it stands in the text. An English word has its own
// key, an Arabic one the keys of its translations by their shares, and both the
// concepts that they stand for. Numbers and function words mean nothing.
//
// Law: the weights of the concepts add up to 1 at most, those of the words too,
// but for the rounding of the shares.
func (l *List) Word(key, written string) []Sense {
	w, ok := wordOf(key, written)
	if !ok {
		return nil
	}
	var list []Sense
	for _, concept := range w.concepts {
		list = append(list, Sense{conceptKey + concept, 1 / float64(len(w.concepts))})
	}
	if w.latin {
		return append(list, Sense{wordKey + key, 1})
	}
	for _, translation := range l.English(key) {
		list = append(list, Sense{wordKey + translation.Key, translation.P})
	}
	return list
}

// Senses returns what the words of text mean, each key once, ordered by key.
//
// Law: the weight of a key is the sum of its weights over [List.Word] of the
// text's terms.
func (l *List) Senses(text string) []Sense {
	var all []Sense
	for _, term := range terms.Of(text) {
		all = append(all, l.Word(term.Key, text[term.Start:term.End])...)
	}
	slices.SortStableFunc(all, func(a, b Sense) int { return cmp.Compare(a.Key, b.Key) })
	var list []Sense
	for _, sense := range all {
		if n := len(list); n > 0 && list[n-1].Key == sense.Key {
			list[n-1].Weight += sense.Weight
			continue
		}
		list = append(list, sense)
	}
	return list
}

// Likeness is how much two texts mean the same, from 0 to 1: the cosine of what
// [List.Senses] gives for them. A word counts by its square root as it is said
// again.
//
// Laws: Likeness(a, b) == Likeness(b, a); Likeness(a, a) is 1, but for rounding,
// where a is not empty.
func Likeness(a, b []Sense) float64 {
	both := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i].Key, b[j].Key) {
		case -1:
			i++
		case 1:
			j++
		default:
			both += math.Sqrt(a[i].Weight * b[j].Weight)
			i, j = i+1, j+1
		}
	}
	if both == 0 {
		return 0
	}
	return both / math.Sqrt(sum(a)*sum(b))
}

// sum is the sum of all weights: of the squares of their roots.
func sum(list []Sense) float64 {
	total := 0.0
	for _, sense := range list {
		total += sense.Weight
	}
	return total
}
