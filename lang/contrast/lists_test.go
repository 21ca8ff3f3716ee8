package contrast

import (
	"slices"
	"strings"
	"testing"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/gloss"
)

// TestOpposites holds that every concept of the list is one, and that no pair
// stands there twice.
func TestOpposites(t *testing.T) {
	concepts := gloss.Concepts()
	pairs := 0
	for line := range lines(oppositesFile) {
		left, right, _ := strings.Cut(line, "\t")
		for _, concept := range append(strings.Fields(right), left) {
			if !slices.Contains(concepts, concept) {
				t.Errorf("%s: %s is no concept", line, concept)
			}
		}
		pairs += len(strings.Fields(right))
	}
	if len(opposites()) != 2*pairs {
		t.Errorf("%d pairs, %d both ways: one is there twice, or with itself", pairs, len(opposites()))
	}
}

func TestNegators(t *testing.T) {
	for word := range lines(negatorsFile) {
		if arabic.Fold(word) != word {
			t.Errorf("%s is not folded", word)
		}
		if !Negates(word) || word[0] >= 0x80 && !Negates(waw+word) {
			t.Errorf("%s does not negate", word)
		}
	}
	for _, word := range []string{"", "ما", "n't", "don't", "note", "واعد"} {
		if got, want := Negates(word), strings.HasSuffix(word, "n't"); got != want {
			t.Errorf("%s: %t", word, got)
		}
	}
}
