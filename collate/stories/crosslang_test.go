package stories

import (
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/bitext"
)

// TestSketchBy holds that reports of two languages are the more alike for words
// that the list has, and that one list does not tell of another's words.
func TestSketchBy(t *testing.T) {
	plain := func(id string, language isnad.Lang, text string) *isnad.Doc {
		return &isnad.Doc{Article: &isnad.Article{
			ID: id, Lang: language, Text: text,
			Parts: []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{End: len(text)}, CopyOf: -1}},
		}}
	}
	arabic := plain("a", isnad.Arabic, "ضاعت برتقالة البستاني الأكبر")
	english := plain("e", isnad.English, "The orange of the oldest gardener got lost")
	other := plain("o", isnad.English, "A carpenter polished his bench")
	words := bitext.Train([]bitext.Pair{
		{Arabic: "برتقالة", English: "an orange"}, {Arabic: "البستاني", English: "the gardener"},
		{Arabic: "برتقالة", English: "an orange"}, {Arabic: "البستاني", English: "the gardener"},
	})
	none := bitext.Train(nil)
	by := func(list *bitext.List, doc *isnad.Doc) float64 {
		return Likeness(NewSketchBy(list, arabic), NewSketchBy(list, doc))
	}
	if with, without := by(words, english), by(none, english); with <= without {
		t.Errorf("likeness %.4f with the list, %.4f without", with, without)
	}
	if with, without := by(words, other), by(none, other); with > without {
		t.Errorf("another report: likeness %.4f with the list, %.4f without", with, without)
	}
}
