package learn

import (
	"strings"
	"testing"

	"github.com/isnad-news/isnad/corpora"
)

// TestFold holds that the folds part the documents, each held out once.
func TestFold(t *testing.T) {
	var segments []corpora.Translated
	for _, document := range strings.Fields("a a b c c c d e f f g") {
		segments = append(segments, corpora.Translated{Document: document})
	}
	held := ""
	for n := range WordFolds {
		rest, out := Fold(segments, n)
		if len(rest)+len(out) != len(segments) {
			t.Errorf("fold %d: %d and %d segments", n, len(rest), len(out))
		}
		for _, one := range out {
			held += one.Document
			for _, other := range rest {
				if other.Document == one.Document {
					t.Fatalf("fold %d: %s is in both parts", n, one.Document)
				}
			}
		}
		held += " "
	}
	if held != "aaff bg ccc d e " {
		t.Errorf("held out %q", held)
	}
}
