package copies

import (
	"slices"
	"time"

	"github.com/isnad-news/isnad/collate/disjoint"
)

// What makes two texts copies, tuned on half of the pairs in
// testdata/pairs.tsv; see TestPairs for how the other half fares.
const (
	// One of the texts has this part of the other's shingles…
	shingled = 0.35
	// …and this part of its rare words, or more where they came out further apart
	// than soon. Those who fill in a form, of the weather, the market or a king's
	// good wishes, use its words again and leave out the rare ones, the names;
	// an editor who goes over a text spoils three shingles with each word that he
	// changes, and keeps the names.
	worded = 0.56
	later  = 0.66
	soon   = 48 * time.Hour
	// A word is rare that no more texts have than one in so many, or than so few.
	// Where few words of a text are rare, all of them count, as much as a few rare
	// ones.
	oneIn, soFew, few = 1000, 20, 3
	// They are sure to be copies if this part of all their shingles is the same.
	sure = 0.70
	// They share so many shingles, unless one has nearly all of the other.
	several = 15
	nearly  = 0.80
	// A text that shares less than the slight part of all their shingles with a
	// much longer one, and does not mostly stand in it, is quoted there.
	mostly, slight = 0.60, 0.05
	fewest         = 12 // shingles below which only the very same words are a copy
)

// likeness is how alike two texts are.
type likeness struct {
	both  int     // shingles that both have
	held  float64 // the part of the shingles of the one with fewer that the other has
	part  float64 // the part of all shingles that both have: the Jaccard index
	words float64 // the part of its rare words; 0 if held is small
}

// like measures how alike two texts are.
func (t *text) like(other *text) likeness {
	if len(t.shingles) > len(other.shingles) {
		t, other = other, t
	}
	both := common(t.shingles, other.shingles)
	if both == 0 {
		return likeness{}
	}
	l := likeness{
		both: both,
		held: float64(both) / float64(len(t.shingles)),
		part: float64(both) / float64(len(t.shingles)+len(other.shingles)-both),
	}
	if l.held >= shingled {
		all := float64(common(t.words, other.words)) / float64(len(t.words))
		l.words = (float64(common(t.rare, other.rare)) + float64(few*all)) / float64(len(t.rare)+few)
	}
	return l
}

// common counts what two ascending lists have in common.
func common(a, b []uint64) (both int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			both, i, j = both+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return both
}

// setRare tells each text which of its words are rare among texts. Texts that
// are sure to be copies count as one, or what many outlets print would have no
// rare words.
func setRare(texts []text, copies *disjoint.Sets) {
	often, most := map[uint64]int{}, max(soFew, len(texts)/oneIn)
	for _, group := range copies.Groups() {
		words := texts[group[0]].words
		if len(group) > 1 {
			words = slices.Clone(words)
			for _, i := range group[1:] {
				words = append(words, texts[i].words...)
			}
			slices.Sort(words)
			words = slices.Compact(words)
		}
		for _, word := range words {
			often[word]++
		}
	}
	for i := range texts {
		texts[i].rare = texts[i].rare[:0]
		for _, word := range texts[i].words {
			if often[word] <= most {
				texts[i].rare = append(texts[i].rare, word)
			}
		}
	}
}

// copies reports whether two texts are copies, and how alike they are.
func (t *text) copies(other *text) (likeness, bool) {
	if min(len(t.shingles), len(other.shingles)) < fewest {
		return likeness{}, false
	}
	l, least := t.like(other), worded
	if t.apart(other) > soon {
		least = later
	}
	switch {
	case l.part >= sure:
		return l, true
	case l.both < several && l.held < nearly, l.part < slight && l.held < mostly:
		return l, false
	}
	return l, l.held >= shingled && l.words >= least
}

// apart is the least time between two times at which the texts came out; 0 if
// that of one is unknown.
func (t *text) apart(other *text) time.Duration {
	if t.first.IsZero() || other.first.IsZero() {
		return 0
	}
	return max(0, t.first.Sub(other.last), other.first.Sub(t.last))
}
