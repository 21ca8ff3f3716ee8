package mentions_test

import (
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// TestHostileRepeats reads texts made to nest. Work that grows with the square
// of the length would be felt in the test's time.
func TestHostileRepeats(t *testing.T) {
	for _, unit := range []string{
		"الرئيس الأميركي دونالد ترمب ", "والجانبان ", "ال", "رئيس ", "وزير بن ", "محمد ", "نائب ", "مكتب ", "كتاب ", "المتحدث باسم ",
		"وزراء روسيا و", "الرئيس (", "the ", "Foreign ", "Jane Doe ", "Bank of ", "president of the ", "adviser to the president, ", "a b. ",
		"Jane Doe said. Doe ", "Russian Foreign Minister Jane Doe ", "the Malian army. The army ", "ولد بلال ولد ", "الجيش المالي الجيش ", "رئيس اتحاد ", "في إشارة إلى رئيس بلدية ",
	} {
		for _, language := range []isnad.Lang{isnad.Arabic, isnad.English} {
			doc := annotate(articleOf(strings.Repeat(unit, 4000), language, "2025-02-12"), known.Default())
			if err := doc.Check(); err != nil {
				t.Errorf("%q in %s: %v", unit, language, err)
			}
		}
	}
}
