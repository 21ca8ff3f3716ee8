package arabic

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBare(t *testing.T) {
	for _, test := range []struct{ word, bare string }{
		{"والرئاسة", "رئاسة"}, {"للرئاسة", "رئاسة"}, {"برئاسة", "رئاسة"}, {"وبالوزارة", "وزارة"},
		{"للجنة", "لجنة"}, {"للجنسية", "جنسية"}, {"بألمانيا", "ألمانيا"}, {"الألعاب", "ألعاب"},
		{"وزير", "وزير"}, {"ووزير", "وزير"}, {"وفلسطين", "فلسطين"}, {"بوتفليقة", "بوتفليقة"},
		{"بوزارة", "وزارة"}, {"سيقول", "يقول"}, {"سياسته", "سياسته"}, {"فقال", "قال"}, {"فيصل", "فيصل"},
		{"بمصر", "مصر"}, {"بشار", "بشار"}, {"اليوم", "يوم"}, {"الله", "الله"}, {"لله", "لله"}, {"و", "و"},
	} {
		if got := Bare(Fold(test.word)); got != Fold(test.bare) {
			t.Errorf("Bare(%s) = %s, want %s", test.word, got, Fold(test.bare))
		}
	}
}

// TestBeginnings holds that the beginnings of the lists, which are folded, keep
// no word whole that goes on otherwise: its article or its clitic comes off.
func TestBeginnings(t *testing.T) {
	for _, words := range []string{
		"ال اليمن اليومي اليورو الياباني اليابان اليونان اليهود اليمين اليمني اليسار اليقين القائد القائم القائمة القاعدة التحقيق التحقيقات التقييم التقاطع التفتيش التمسك البرتغال التبسيط الهامش الغابات اليد",
		"و وداعش وأردوغان وسيطر وعائلات وأجبروا وفيروس وأكبر وجهد",
		"ل لعلاج لعلماء لقيام لقيادة لهبوط لجانب لكنيسة",
		"ب بإطلاق بتراجع بقيادة بقيمة بشعارات بنيويورك بلحظة بطلب",
	} {
		list := strings.Fields(words)
		for _, word := range list[1:] {
			if got, want := Bare(Fold(word)), strings.TrimPrefix(Fold(word), list[0]); got != want {
				t.Errorf("Bare(%s) = %s, want %s", word, got, want)
			}
		}
	}
	for _, word := range []string{"وزارتها", "وكالات", "لقاءاته", "بياناتهم", "سينمائية", "فلسطينيون", "التقت", "التزاماتها", "التقى", "إلكترونية", "وداعا"} {
		if got := Bare(Fold(word)); got != Fold(word) {
			t.Errorf("Bare(%s) = %s", word, got)
		}
	}
}

func TestBareLaws(t *testing.T) {
	letters := rapid.SliceOfN(rapid.SampledFrom([]string{"و", "ف", "ب", "ل", "ك", "س", "ا", "ال", "ي", "ه", "ن", "ت", "رءاس", "x", "7"}), 0, 8)
	rapid.Check(t, func(t *rapid.T) {
		key := strings.Join(letters.Draw(t, "key"), "")
		bare := Bare(key)
		stem := BareStem(bare)
		if !strings.HasSuffix(key, bare) || !strings.HasPrefix(bare, stem) || BareStem(stem) != stem {
			t.Fatalf("%s: bare %s, stem %s", key, bare, stem)
		}
		if len(key) > 2*letterBytes && len(bare) < 2*letterBytes {
			t.Fatalf("%s: only %s is left", key, bare)
		}
	})
}

// TestStemLongWord holds that a word without end is no word.
func TestStemLongWord(t *testing.T) {
	word := strings.Repeat("ه", 500_000)
	if Stem(word) != word || BareStem(word) != word {
		t.Error("stemmed")
	}
}
