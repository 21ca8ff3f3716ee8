package bitext_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad/lang/bitext"
	"github.com/isnad-news/isnad/lang/terms"
)

// school are invented sentences whose words tell one another apart.
var school = []bitext.Pair{
	{Arabic: "اشترى الطالب برتقالة", English: "the student bought an orange"},
	{Arabic: "اشترى المعلم كرسيا", English: "the teacher bought a chair"},
	{Arabic: "باع الطالب كرسيا", English: "the student sold a chair"},
	{Arabic: "باع المعلم برتقالة", English: "the teacher sold an orange"},
	{Arabic: "رأى الطالب 12 برتقالة في كوريندا", English: "the student saw 12 oranges in Korinda"},
	{Arabic: "رأى المعلم كوريندا", English: "the teacher saw Korinda"},
}

// keyOf is the search key of one word.
func keyOf(t *testing.T, word string) string {
	t.Helper()
	list := terms.Of(word)
	if len(list) != 1 {
		t.Fatalf("%s: %v", word, list)
	}
	return list[0].Key
}

func TestTrain(t *testing.T) {
	list := bitext.Train(school)
	for arabic, english := range map[string]string{
		"الطالب": "student", "معلم": "teacher", "برتقالة": "oranges", "كرسيا": "chair", "اشترى": "bought", "باع": "sold", "كوريندا": "Korinda",
	} {
		got := list.English(keyOf(t, arabic))
		if len(got) == 0 || got[0].Key != keyOf(t, english) {
			t.Errorf("%s: %v, want %s first", arabic, got, english)
		}
		back := list.Arabic(keyOf(t, english))
		if len(back) == 0 || back[0].Key != keyOf(t, arabic) {
			t.Errorf("%s: %v, want %s first", english, back, arabic)
		}
	}
	for _, key := range []string{"12", "في", "the", "nobody"} {
		if got := append(list.English(key), list.Arabic(key)...); got != nil {
			t.Errorf("%s: %v, want nothing", key, got)
		}
	}
	if again := bitext.Train(school); !bytes.Equal(list.Bytes(), again.Bytes()) {
		t.Error("the same pairs gave another list")
	}
	for _, pairs := range [][]bitext.Pair{nil, {{}}, {{Arabic: "من", English: "from 12"}}, {{Arabic: "school", English: "مدرسة"}}} {
		if got := bitext.Train(pairs).Len(); got != 0 {
			t.Errorf("%v: %d words", pairs, got)
		}
	}
}

func TestFile(t *testing.T) {
	list := bitext.Train(school)
	again, err := bitext.Load(list.Bytes())
	if err != nil || !bytes.Equal(again.Bytes(), list.Bytes()) || again.Len() != list.Len() {
		t.Fatalf("%v: %d rows, want %d", err, again.Len(), list.Len())
	}
	head, _, _ := strings.Cut(string(list.Bytes()), "\n")
	head += "\n"
	if _, err := bitext.Load([]byte(head)); err != nil {
		t.Errorf("an empty list: %v", err)
	}
	for name, file := range map[string]string{
		"nothing": "", "another version": strings.Replace(head, "1", "2", 1), "three fields": head + "a\tb\t1\n", "no end": head + "a\tb\t1\t1",
		"no word": head + "\tb\t1\t1\n", "share of 0": head + "a\tb\t0\t1\n", "above all": head + "a\tb\t1\t1001\n", "sign": head + "a\tb\t1\t+1\n",
		"twice": head + "a\tb\t1\t1\na\tb\t1\t1\n", "order": head + "b\tb\t1\t1\na\tb\t1\t1\n",
	} {
		if _, err := bitext.Load([]byte(file)); err == nil || !strings.HasPrefix(err.Error(), "read word list: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestShipped(t *testing.T) {
	list := bitext.Default()
	if list.Len() < 3000 {
		t.Errorf("%d pairs of words", list.Len())
	}
	for english, arabic := range map[string]string{"war": "حرب", "year": "عام", "minister": "وزراء", "protest": "احتجاج"} {
		key := keyOf(t, arabic)
		found := false
		for _, one := range list.Arabic(keyOf(t, english)) {
			found = found || one.Key == key && one.P > .2
		}
		if !found {
			t.Errorf("%s: %v, want %s among them", english, list.Arabic(keyOf(t, english)), key)
		}
	}
	file, card := bitext.Shipped()
	if len(file) == 0 || !bytes.Contains(card, []byte("# words-ar-en\n")) {
		t.Errorf("file of %d bytes, card %.40s", len(file), card)
	}
}

// TestAcross holds that a text is more like its translation than like another.
func TestAcross(t *testing.T) {
	list := bitext.Default()
	texts := [][2]string{
		{"أغلقت المدارس أبوابها بعد العاصفة التي ضربت الساحل", "Schools were closed after the storm that hit the coast"},
		{"فاز الفريق بالمباراة النهائية للمرة الأولى منذ ثلاث سنوات", "The team won the final match for the first time in three years"},
		{"اتهم الوزير المعارضة بعرقلة الانتخابات", "The minister accused the opposition of obstructing the election"},
	}
	for i, text := range texts {
		own := bitext.Likeness(list.Senses(text[0]), list.Senses(text[1]))
		for j, other := range texts {
			if i != j && bitext.Likeness(list.Senses(text[0]), list.Senses(other[1])) >= own {
				t.Errorf("%s: as much like %s", text[0], other[1])
			}
		}
	}
}

// TestLaws holds the laws of translations and senses over any texts.
func TestLaws(t *testing.T) {
	list := bitext.Train(school)
	piece := rapid.SampledFrom([]string{"الطالب ", "باع ", "برتقالة", " كوريندا ", "student ", "sold ", "an orange's ", "12 ", "حكومة ", "government ", "و", "ال", "\xff", "-"})
	text := rapid.OneOf(rapid.Map(rapid.SliceOfN(piece, 0, 12), func(list []string) string { return strings.Join(list, "") }), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		sums := map[string]float64{}
		for _, term := range terms.Of(a) {
			words, concepts := 0., 0.
			for _, sense := range list.Word(term.Key, a[term.Start:term.End]) {
				sums[sense.Key] += sense.Weight
				if sense.Word() {
					words += sense.Weight
				} else {
					concepts += sense.Weight
				}
			}
			if words > 1.01 || concepts > 1.01 {
				t.Fatalf("%s: words %v, concepts %v", term.Key, words, concepts)
			}
		}
		senses, others := list.Senses(a), list.Senses(b)
		got := map[string]float64{}
		last := ""
		for _, sense := range senses {
			if sense.Key <= last || sense.Weight <= 0 {
				t.Fatalf("%q behind %q with %v", sense.Key, last, sense.Weight)
			}
			last, got[sense.Key] = sense.Key, sense.Weight
		}
		if diff := cmp.Diff(sums, got, cmp.Comparer(func(x, y float64) bool { return math.Abs(x-y) < 1e-9 })); diff != "" {
			t.Fatal(diff)
		}
		like := bitext.Likeness(senses, others)
		if like < 0 || like > 1+1e-9 || like != bitext.Likeness(others, senses) {
			t.Fatalf("likeness %v and %v", like, bitext.Likeness(others, senses))
		}
		if own := bitext.Likeness(senses, senses); len(senses) > 0 && math.Abs(own-1) > 1e-9 {
			t.Fatalf("like itself by %v", own)
		}
	})
}

func FuzzLoad(f *testing.F) {
	f.Add(bitext.Train(school).Bytes())
	f.Fuzz(func(t *testing.T, file []byte) {
		list, err := bitext.Load(file)
		if err == nil && !bytes.Equal(list.Bytes(), file) {
			t.Errorf("read %q, wrote %q", file, list.Bytes())
		}
	})
}

func BenchmarkSenses(b *testing.B) {
	list := bitext.Default()
	text := strings.Repeat("اتهم الوزير المعارضة بعرقلة الانتخابات. ", 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		list.Senses(text)
	}
}

func ExampleLikeness() {
	list := bitext.Default()
	arabic := list.Senses("أغلقت المدارس أبوابها بعد العاصفة")
	for _, english := range []string{"Schools closed after the storm", "The team won the final match"} {
		fmt.Printf("%.2f %s\n", bitext.Likeness(arabic, list.Senses(english)), english)
	}
	// Output:
	// 0.76 Schools closed after the storm
	// 0.00 The team won the final match
}
