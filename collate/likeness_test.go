package collate_test

import (
	"errors"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
	"github.com/isnad-news/isnad/lang/bitext"
)

func TestLikeness(t *testing.T) {
	doc := func(language isnad.Lang, text string) *isnad.Doc {
		return &isnad.Doc{Article: &isnad.Article{
			ID: text, Lang: language, Text: text,
			Parts: []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{End: len(text)}, CopyOf: -1}},
		}}
	}
	left := []*isnad.Doc{doc(isnad.Arabic, "أغلقت المدارس أبوابها بعد العاصفة"), doc(isnad.Arabic, "فاز الفريق بالمباراة النهائية")}
	right := []*isnad.Doc{
		doc(isnad.English, "Schools closed after the storm"), doc(isnad.English, "The team won the final match"), doc(isnad.English, "A carpenter polished his bench"),
	}
	for _, words := range [][]byte{nil, bitext.Default().Bytes()} {
		table, err := collate.Likeness(words, left, right)
		if err != nil || len(table) != 2 || len(table[0]) != 3 {
			t.Fatal(table, err)
		}
		for i := range left {
			for j := range right {
				if j != i && table[i][j] >= table[i][i] {
					t.Errorf("%s is as like %s", left[i].Article.ID, right[j].Article.ID)
				}
			}
		}
	}
	if _, err := collate.Likeness([]byte("no list"), left, right); !errors.Is(err, isnad.Invalid) {
		t.Error(err)
	}
}
