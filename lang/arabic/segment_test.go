package arabic

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad/lang"
)

// parts writes a segment with plus signs between its parts and a dot behind an
// article.
func parts(text string, s Segment) string {
	var list []string
	for _, r := range []lang.Range{s.Conj, s.Prep} {
		if r.End > r.Start {
			list = append(list, text[r.Start:r.End])
		}
	}
	stem := text[s.Bare.Start:s.Bare.End]
	if s.Article() {
		stem = text[s.Stem.Start:s.Bare.Start] + "." + stem
	}
	list = append(list, stem)
	if s.Enclitic.End > s.Enclitic.Start {
		list = append(list, text[s.Enclitic.Start:s.Enclitic.End])
	}
	return strings.Join(list, "+")
}

func TestSegments(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"وقال وزير الخارجية للصحافيين", "و+قال وزير ال.خارجية ل+ل.صحافيين"},
		{"فقال إنه سيلتقي نظيره", "ف+قال إن+ه س+يلتقي نظير+ه"},
		{"بعد بيان بلاده بلغ كبار لجنة ليبيا وسوريا", "بعد بيان بلاد+ه بلغ كبار لجنة ليبيا و+سوريا"},
		{"كان كما لدى لكن وبينما", "كان كما لدى لكن و+بينما"},
		{"وبالمحادثات لوزارتها بسبب كلمته", "و+ب+ال.محادثات ل+وزارت+ها ب+سبب كلمت+ه"},
		{"له بها فيهم وإليهما", "ل+ه ب+ها في+هم و+إلي+هما"},
		{"في قاعة للجنة الوطنية", "في قاعة ل+لجنة ال.وطنية"},
		{"وسيعلن القاضي حكمه", "و+س+يعلن ال.قاضي حكم+ه"},
		{"بوتين لافروف كلينتون فيصل", "بوتين لافروف كلينتون فيصل"},
		{"وَالوَزِيرُ وقـــال", "وَ+ال.وَزِيرُ و+قـــال"},
	} {
		var got []string
		tokens := Tokens(test.in)
		for _, s := range Segments(test.in, tokens) {
			got = append(got, parts(test.in, s))
		}
		if joined := strings.Join(got, " "); joined != test.want {
			t.Errorf("%s, want %s", joined, test.want)
		}
	}
}

func TestSegmentKey(t *testing.T) {
	for _, test := range []struct{ words, want string }{
		{"المحادثات محادثاتهما وبالمحادثات محادثة للمحادثات", "محادث"},
		{"السياسية والسياسيين سياسي", "سياسي"},
		{"مدينة لمدينتهم بالمدينة ومدينته", "مدين"},
	} {
		for _, s := range Segments(test.words, Tokens(test.words)) {
			if s.Key != Fold(test.want) {
				t.Errorf("%s: %s, want %s", test.words[s.Stem.Start:s.Stem.End], s.Key, test.want)
			}
		}
	}
}

func TestSegmentLaws(t *testing.T) {
	kept := NewSegmenter()
	rapid.Check(t, func(t *rapid.T) {
		text := texts().Draw(t, "text")
		tokens := Tokens(text)
		list := kept.Segments(nil, text, tokens)
		if len(list) != len(tokens) {
			t.Fatalf("%d segments of %d tokens", len(list), len(tokens))
		}
		for i, s := range Segments(text, tokens) {
			if s != list[i] {
				t.Fatalf("%+v, and with memory %+v", s, list[i])
			}
			checkSegment(t, text, tokens[i], s)
		}
	})
}

func checkSegment(t interface{ Fatalf(string, ...any) }, text string, token lang.Token, s Segment) {
	at := token.Start
	for _, r := range []lang.Range{s.Conj, s.Prep, s.Stem, s.Enclitic} {
		if r.Start != at || r.End < r.Start || !startsRune(text+"x", r.End) {
			t.Fatalf("%+v of %q", s, text[token.Start:token.End])
		}
		at = r.End
	}
	if at != token.End || s.Bare.Start < s.Stem.Start || s.Bare.End != s.Stem.End || s.Bare.End <= s.Bare.Start {
		t.Fatalf("%+v of %q", s, text[token.Start:token.End])
	}
	if token.Kind == lang.Word && !strings.Contains(token.Key, s.Key) {
		t.Fatalf("key %q of %q", s.Key, token.Key)
	}
}

// TestSegmentsAllocate holds that a warm Segmenter allocates nothing.
func TestSegmentsAllocate(t *testing.T) {
	s := NewSegmenter()
	tokens := Tokens(newswire)
	list := s.Segments(nil, newswire, tokens)
	if n := testing.AllocsPerRun(10, func() { list = s.Segments(list[:0], newswire, tokens) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestTrainSegments trains twice on a few words and reads the model.
func TestTrainSegments(t *testing.T) {
	corpus := []WrittenWord{{"وقال", []string{"و", "قال"}}, {"وزير", []string{"وزير"}}, {"كتابه", []string{"كتاب", "ه"}}}
	counts := []WordCount{{"قال", 300}, {"وزير", 400}, {"كتاب", 420}, {"وقال", 350}}
	first, err := TrainSegments(corpus, counts, []string{"سمير"})
	if err != nil {
		t.Fatal(err)
	}
	second, err := TrainSegments(corpus, counts, []string{"سمير"})
	if err != nil || string(first) != string(second) {
		t.Error("trained otherwise", err)
	}
	s, err := OpenSegmenter(first)
	if err != nil {
		t.Fatal(err)
	}
	const text = "وقال وزير كتابه"
	var got []string
	for _, segment := range s.Segments(nil, text, Tokens(text)) {
		got = append(got, parts(text, segment))
	}
	if joined := strings.Join(got, " "); joined != "و+قال وزير كتاب+ه" {
		t.Error(joined)
	}
	for _, broken := range [][]byte{nil, first[:40], append([]byte("x"), first...)} {
		if _, err := OpenSegmenter(broken); err == nil {
			t.Errorf("%d bytes opened", len(broken))
		}
	}
	if _, err := TrainSegments(nil, counts, nil); err == nil {
		t.Error("trained on nothing")
	}
}

// TestLongWords holds that words which are none are left whole, however long.
func TestLongWords(t *testing.T) {
	for _, letters := range []int{24, 25, 127, 128, 129, 200, 40_000} {
		text := string([]rune{alef, lam}) + strings.Repeat("\u0628", letters)
		segments := NewSegmenter().Segments(nil, text, Tokens(text))
		if len(segments) != 1 || letters > 24 && segments[0].Key != text {
			t.Errorf("%d letters: %+v", letters, segments)
		}
	}
}
