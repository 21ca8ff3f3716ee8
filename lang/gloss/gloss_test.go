package gloss_test

import (
	"slices"
	"testing"

	"github.com/isnad-news/isnad/lang/gloss"
)

func TestArabic(t *testing.T) {
	for _, test := range []struct{ word, want string }{
		{"وبالمعابر", "crossing"}, {"المعبر", "crossing"}, {"فتحت", "open"}, {"سيفتح", "open"}, {"افتتاحها", "open"},
		{"وعدنا", "promise"}, {"تعهدوا", "promise"}, {"الشرط", "condition"}, {"شروطها", "condition"}, {"للهجمات", "attack"},
		{"الجبناء", "coward"}, {"بصراحة", "frank"}, {"المفيدة", "useful"}, {"شاحناتهم", "truck"}, {"رواتب", "salary"},
		{"لأجورهم", "salary"}, {"مدرستنا", "school"}, {"والمدارس", "school"}, {"الصيادين", "hunt"}, {"سينسحبون", "withdraw"},
		{"انسحابهما", "withdraw"}, {"المتظاهرين", "protest"}, {"تظاهرت", "protest"}, {"الاقتصادية", "economy"}, {"سياسيًا", "policy"},
		{"المدنيين", "civilian"}, {"الدولية", "international"}, {"أعضائه", "member"}, {"للجنة", "committee"}, {"ليُغلق", "close"},
		{"وسيعود", "return"}, {"إعادة", "return"}, {"استقالته", "resign"}, {"يستقيل", "resign"}, {"إدانتها", "condemn"},
		{"انتهت", "end"}, {"ينتهي", "end"}, {"مستشفيات", "hospital"}, {"حكومي", "government"}, {"إيضاح", "explain"},
		{"أسلحة", "weapon"}, {"المشاركون", "participate"}, {"ضحاياها", "victim"},
		{"والملاحة", "navigation"}, {"حلقت", "hover"}, {"سينتقل", "move"}, {"عاجزة", "inability"}, {"المتبقية", "remain"},
		{"يؤكد", "confirm"}, {"تقف", "stand"}, {"يعانون", "pain"}, {"سيلتقون", "meeting"}, {"أجبرتهم", "coerce"},
	} {
		if got := gloss.Arabic(test.word); !slices.Contains(got, test.want) {
			t.Errorf("%s: %v, want %s", test.word, got, test.want)
		}
	}
}

func TestEnglish(t *testing.T) {
	for _, test := range []struct{ word, want string }{
		{"crossings", "crossing"}, {"Open", "open"}, {"opened", "open"}, {"beginning", "beginning"}, {"began", "beginning"},
		{"ended", "end"}, {"withdrew", "withdraw"}, {"withdrawing", "withdraw"}, {"conditions", "condition"}, {"promised", "promise"},
		{"attacks", "attack"}, {"cowardly", "coward"}, {"frankly", "frank"}, {"useful", "useful"}, {"lorries", "truck"},
		{"wages", "salary"}, {"schools", "school"}, {"fishermen", "fish"}, {"bought", "buy"}, {"met", "meeting"},
		{"controlled", "control"}, {"president's", "president"}, {"Countries", "state"}, {"killing", "kill"}, {"building", "construction"},
		{"meetings", "meeting"}, {"hospital's", "hospital"}, {"children", "child"}, {"women", "woman"}, {"elected", "election"},
		{"protesters", "protest"}, {"planned", "plan"}, {"taxes", "tax"}, {"wives", "husband"}, {"stolen", "theft"},
		{"paid", "payment"}, {"negotiators", "negotiation"}, {"threatening", "threat"}, {"dying", "death"}, {"cease-fire", "truce"},
		{"armies", "army"}, {"fled", "flee"}, {"navigation", "navigation"}, {"overflights", "hover"}, {"unable", "inability"},
		{"left", "remain"}, {"moved", "move"}, {"forced", "coerce"}, {"regulations", "regulate"}, {"together", "together"},
	} {
		if got := gloss.English(test.word); !slices.Contains(got, test.want) {
			t.Errorf("%s: %v, want %s", test.word, got, test.want)
		}
	}
}

func TestNothing(t *testing.T) {
	for _, word := range []string{"", "من", "وفي", "غير", "وغيرها", "السورية", "والمصريون", "لدينا", "و", "ال", "Trump", "123", "\xff"} {
		if got := gloss.Arabic(word); got != nil {
			t.Errorf("arabic %q: %v", word, got)
		}
	}
	for _, word := range []string{"", "the", "with", "it's", "s", "'s", "Cairo", "\xff"} {
		if got := gloss.English(word); got != nil {
			t.Errorf("english %q: %v", word, got)
		}
	}
}

func BenchmarkArabic(b *testing.B) {
	words := []string{"وبالمعابر", "المتظاهرين", "سينسحبون", "ليفينغستون", "من", "قال", "والاقتصادية", "محادثاتهما"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		gloss.Arabic(words[i%len(words)])
	}
}

func BenchmarkEnglish(b *testing.B) {
	words := []string{"crossings", "protesters", "withdrew", "Livingston", "the", "said", "economic", "talks"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		gloss.English(words[i%len(words)])
	}
}
