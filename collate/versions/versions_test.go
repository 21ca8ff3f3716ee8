package versions

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

// doc makes a doc of paragraphs; a paragraph "NAME: words" is also a statement
// of NAME.
func doc(paragraphs ...string) *isnad.Doc {
	d := &isnad.Doc{Article: &isnad.Article{Text: strings.Join(paragraphs, "\n")}}
	speakers := map[string]int{}
	at := 0
	for _, words := range paragraphs {
		span := isnad.Span{Start: at, End: at + len(words)}
		d.Article.Parts = append(d.Article.Parts, isnad.Part{Kind: isnad.Paragraph, Span: span, CopyOf: -1})
		if name, content, ok := strings.Cut(words, ": "); ok {
			if _, seen := speakers[name]; !seen {
				speakers[name] = len(d.Entities)
				d.Entities = append(d.Entities, isnad.LocalEntity{Names: []string{name}})
			}
			d.Statements = append(d.Statements, isnad.Statement{
				Speakers: []isnad.Party{{Entity: speakers[name]}},
				Content:  []isnad.Span{{Start: span.End - len(content), End: span.End}},
			})
		}
		at = span.End + 1
	}
	return d
}

func TestCompare(t *testing.T) {
	const harbour, bridge, school = "The harbour of Ostrel opened on Monday.", "The bridge stayed shut for repairs all week.", "A school in the east reopened."
	for _, test := range []struct {
		name          string
		before, after *isnad.Doc
		want          Change
	}{
		{"the same", doc(harbour, "Strell: we will open"), doc(harbour, "Strell: we will open"), Change{}},
		{"hamza and vowel marks", doc("إعلان المرفأ"), doc("اعلان المَرفأ"), Change{}},
		{"a passage more", doc(harbour), doc(harbour, bridge), Change{Come: []int{1}}},
		{"a passage less", doc(harbour, bridge, school), doc(harbour, school), Change{Gone: []int{1}}},
		{"another order", doc(harbour, bridge), doc(bridge, harbour), Change{}},
		{"a number mended", doc(harbour, "The blast killed 12 people in the port, officials told us."), doc(harbour, "The blast killed 15 people in the port, officials told us."),
			Change{RewordedParts: []Pair{{1, 1}}}},
		{"a statement reworded", doc("Strell: we will open the port on Monday"), doc("Strell: we may open the port on Monday"),
			Change{RewordedParts: []Pair{{0, 0}}, RewordedSpeech: []Pair{{0, 0}}}},
		{"a statement withdrawn", doc(harbour, "Strell: no one was hurt"), doc(harbour), Change{Gone: []int{1}, Vanished: []int{0}}},
		{"the words of another", doc("Strell: no one was hurt there"), doc("Korrin: no one was hurt there"),
			Change{RewordedParts: []Pair{{0, 0}}, Vanished: []int{0}, Appeared: []int{0}}},
		{"printed twice, then once", doc(harbour, harbour), doc(harbour), Change{Gone: []int{1}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := Compare(test.before, test.after)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if got.None() != cmp.Equal(got, Change{}) {
				t.Errorf("None is %v of %+v", got.None(), got)
			}
		})
	}
}

// A version of thousands of other passages is compared without looking at all
// pairs, and nothing is lost.
func TestCompareLarge(t *testing.T) {
	var a, b []string
	for i := range 3 * mostOpen {
		a = append(a, strings.Repeat("old ", i+1))
		b = append(b, strings.Repeat("new ", i+1))
	}
	got := Compare(doc(a...), doc(b...))
	if len(got.Gone) != len(a) || len(got.Come) != len(b) || len(got.RewordedParts) != 0 {
		t.Errorf("%d gone, %d come, %d reworded", len(got.Gone), len(got.Come), len(got.RewordedParts))
	}
}
