package records

import (
	"slices"
	"testing"

	"github.com/isnad-news/isnad"
)

// values are the numbers on which two reports of one statement differ, as the
// first gives them.
func values(first, second *isnad.Doc) []string {
	b := &builder{docs: []*isnad.Doc{first, second}}
	var list []string
	for _, one := range b.countsDiffer([]isnad.Source{{Article: 0, Event: -1}, {Article: 1, Event: -1}}, isnad.Source{Article: 0, Event: -1}) {
		list = append(list, one.Value+" / "+one.Others)
	}
	return list
}

func saying(id, outlet, title, words string, language isnad.Lang) *isnad.Doc {
	text := title + "\n" + words
	at := isnad.Span{Start: len(title) + 1, End: len(text)}
	return &isnad.Doc{
		Article: &isnad.Article{
			ID: id, Outlet: isnad.Outlet{Name: outlet}, Lang: language, Text: text,
			Parts: []isnad.Part{{Kind: isnad.Title, Span: isnad.Span{End: len(title)}, CopyOf: -1}, {Kind: isnad.Paragraph, Span: at, CopyOf: -1}},
		},
		Statements: []isnad.Statement{{Content: []isnad.Span{at}, Within: -1}},
	}
}

func TestCountsDiffer(t *testing.T) {
	tests := []struct {
		name, a, b string
		lang       isnad.Lang
		want       []string
	}{
		{"two numbers", "إن الميناء استقبل 40 سفينة هذا الشهر", "إن الميناء استقبل 50 سفينة هذا الشهر", "ar", []string{"40 سفينة / 50 سفينة"}},
		{"two numbers in English", "the port received 40 ships this month", "the port received 50 ships this month", "en", []string{"40 ships / 50 ships"}},
		{"marks between thousands", "إن الميناء استقبل 21.192 زائرا هذا الشهر", "إن الميناء استقبل 21192 زائرا هذا الشهر", "ar", nil},
		{"quoted", "إن الميناء أنتج \"1.7\" مليون طن هذا العام", "إن الميناء أنتج 1.7 مليون طن هذا العام", "ar", nil},
		{"in words", "إن الحارس عمل ثماني عشرة سنة في الميناء", "إن الحارس عمل 18 سنة في الميناء", "ar", nil},
		{"delivered and to come", "إن نورلاند سلمت 8 طائرات قبل الصيف", "إن أربع طائرات أخرى ستصل مع الشتاء", "ar", nil},
		{"a sum and its part", "إن الميناء استقبل 40 سفينة هذا الشهر", "إن الميناء استقبل بينها 12 سفينة هذا الشهر", "ar", nil},
		{"a year is no count", "إن المصنع افتتح عام 1990 بعد الحرب", "إن المصنع افتتح عام 1992 بعد الحرب", "ar", nil},
	}
	for _, tt := range tests {
		got := values(saying("a1", "Gull", "عنوان", tt.a, tt.lang), saying("a2", "Tern", "عنوان", tt.b, tt.lang))
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A correction says so; what it corrects departs from nothing.
func TestCountsCorrected(t *testing.T) {
	first := saying("a1", "Gull", "The port in May", "the port received 40 ships this month", isnad.English)
	second := saying("a2", "Gull", "Correction: the port in May", "the port received 50 ships this month", isnad.English)
	if got := values(first, second); len(got) > 0 {
		t.Errorf("what is corrected differs: %q", got)
	}
	if got, want := values(second, first), []string{"50 ships (correction) / 40 ships"}; !slices.Equal(got, want) {
		t.Errorf("the correction gives %q, want %q", got, want)
	}
}
