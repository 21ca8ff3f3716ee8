package mentions_test

import (
	"slices"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// TestInner holds that a name inside a name stands in it, and that the
// adjective of a ministry does not.
func TestInner(t *testing.T) {
	for _, test := range []struct {
		name, text string
		language   isnad.Lang
		outer      string
		inner      []string // words=row
	}{
		{"bank of a city", "قال متحدث إن مصرف بغداد التجاري أغلق أبوابه. وتقع بغداد على النهر.", isnad.Arabic, "مصرف بغداد التجاري", []string{"بغداد=baghdad"}},
		{"adjective", "أعلنت وزارة الخارجية السعودية ذلك.", isnad.Arabic, "وزارة الخارجية السعودية", nil},
		{"Latin", "He teaches at the University of Nairobi. Nairobi is large.", isnad.English, "University of Nairobi", []string{"Nairobi=nairobi"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := annotate(articleOf(test.text, test.language, "2025-02-12"), known.Default())
			if err := doc.Check(); err != nil {
				t.Fatal(err)
			}
			for _, m := range doc.Mentions {
				if doc.Words(m.Span) != test.outer {
					continue
				}
				var got []string
				for _, inner := range m.Inner {
					got = append(got, doc.Words(inner.Span)+"="+inner.Known)
					if inner.Entity < 0 || doc.Entities[inner.Entity].Known != inner.Known {
						t.Errorf("%q has entity %d", doc.Words(inner.Span), inner.Entity)
					}
				}
				if !slices.Equal(got, test.inner) {
					t.Errorf("inside %q: %q, want %q", test.outer, got, test.inner)
				}
				return
			}
			t.Errorf("no mention %q among %+v", test.outer, doc.Mentions)
		})
	}
}
