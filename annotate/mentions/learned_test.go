package mentions_test

import (
	"slices"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// TestNoNames holds what is taken for no name, and beside it what is one.
func TestNoNames(t *testing.T) {
	for _, test := range []struct {
		name, text string
		language   isnad.Lang
		words      string
		known      string // row that the words are linked to; "-" if they are no mention
	}{
		{"club behind a player", "سجل لاعب الأهلي هدفين.", isnad.Arabic, "الأهلي", "ahly"},
		{"bank of a club's name", "ارتفعت أرباح البنك الأهلي هذا العام.", isnad.Arabic, "الأهلي", "-"},
		{"newspaper with a club's name", "كتبت صحيفة «الأهلي» ذلك.", isnad.Arabic, "الأهلي", ""},
		{"university named after a king", "A centre opened at King Saud University on Tuesday.", isnad.English, "King Saud University", "ksu"},
		{"address", "Write to www.karstenmarlow.example/john-weller today.", isnad.English, "karstenmarlow", "-"},
		{"born, not a name", "ولد محمد في عام 1950.", isnad.Arabic, "ولد محمد", "-"},
		{"vowelled like scripture", "قال: لا يُتْرَكُ فِي القَوْمِ مُفْرَحٌ.", isnad.Arabic, "مُفْرَحٌ", "-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := annotate(articleOf(test.text, test.language, "2025-02-12"), known.Default())
			at := slices.IndexFunc(doc.Mentions, func(m isnad.Mention) bool { return doc.Words(m.Span) == test.words })
			switch {
			case at < 0 && test.known != "-":
				t.Errorf("no mention %q among %+v", test.words, doc.Mentions)
			case at >= 0 && test.known == "-":
				t.Errorf("%q is a mention by %q", test.words, doc.Mentions[at].By)
			case at >= 0 && doc.Entities[doc.Mentions[at].Entity].Known != test.known:
				t.Errorf("%q is %q", test.words, doc.Entities[doc.Mentions[at].Entity].Known)
			}
		})
	}
}
