package collate_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
)

// Stories that ended while others came are told too.
func TestArrivalsTellAll(t *testing.T) {
	report := func(id string, day int, text string) *isnad.Doc {
		span := isnad.Span{End: len(text)}
		return &isnad.Doc{
			Article: &isnad.Article{
				ID: id, Lang: isnad.English, Text: text, Outlet: isnad.Outlet{Name: id},
				Published: isnad.Published{Time: time.Date(2031, 3, day, 9, 0, 0, 0, time.UTC), Clock: true, How: isnad.Given},
				Parts:     []isnad.Part{{Kind: isnad.Paragraph, Span: span, CopyOf: -1}},
			},
			Sentences: []isnad.Sentence{{Span: span}},
		}
	}
	const quake = "Strong earthquake shakes the harbour town of Selene overnight. Rescue teams search collapsed houses near the market, and schools stay closed."
	docs := []*isnad.Doc{
		report("a1", 1, quake), report("a2", 1, quake),
		report("a3", 11, "Teachers of the northern province walked out over unpaid wages and announced a march to the ministry."),
	}
	if diff := cmp.Diff([][]int{{0, 1}, {2}}, collate.Arrivals(docs)([]int{0, 1, 2})); diff != "" {
		t.Error(diff)
	}
}
