package contrast_test

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad/lang/contrast"
)

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		name, a, b string
		want       contrast.Relation
		why        string // kinds of the reasons
	}{
		{"refused", "The two sides agreed to open the crossing", "The two sides refused to open the crossing", contrast.Disagree, "opposites"},
		{"not", "We will open the crossing on Tuesday", "We will not open the crossing on Tuesday", contrast.Disagree, "negation"},
		{"contraction", "The minister knew of the letter", "The minister didn't know of the letter", contrast.Disagree, "negation"},
		{"dead", "The attack killed 12 people", "The attack killed 15 people", contrast.Disagree, "numbers"},
		{"number in words", "The attack killed 12 people", "Twelve people were killed in the attack", contrast.Agree, ""},
		{"weekday", "سيزور الوفد المدينة يوم الثلاثاء", "سيزور الوفد المدينة يوم الأربعاء", contrast.Disagree, "days"},
		{"not in Arabic", "سنفتح المعبر يوم الثلاثاء", "لن نفتح المعبر يوم الثلاثاء", contrast.Disagree, "negation"},
		{"lasting is no negation", "لا تزال المدارس مغلقة في المدينة", "تستمر المدارس مغلقة في المدينة", contrast.Agree, ""},
		{"reject", "وافقت الحكومة على وقف إطلاق النار", "رفضت الحكومة وقف إطلاق النار", contrast.Disagree, "opposites"},
		{"another form", "وافقت الحكومة على وقف إطلاق النار", "الحكومة توافق على وقف إطلاق النار", contrast.Agree, ""},
		{"number in Arabic words", "قتل 12 شخصا في الهجوم", "مقتل اثني عشر شخصا في الهجوم", contrast.Agree, ""},
		{"who rises", "ارتفعت أسعار القمح وانخفضت أسعار الأرز", "انخفضت أسعار القمح وارتفعت أسعار الأرز", contrast.Disagree, "opposites"},
		{"over languages, not", "سنفتح المعبر يوم الثلاثاء", "We will not open the crossing on Tuesday", contrast.Disagree, "negation"},
		{"over languages, close", "سنفتح المعبر يوم الثلاثاء", "We will close the crossing on Tuesday", contrast.Disagree, "opposites"},
		{"nothing shared", "الرئيس يزور العاصمة غدا", "افتتاح معرض الكتاب في المدينة", contrast.Unsure, ""},
		{"empty", "", "The attack killed 12 people", contrast.Unsure, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := contrast.Compare(test.a, test.b)
			if got := kindsOf(c.Why); c.Relation != test.want || got != test.why {
				t.Errorf("%s %.2f for %q, want %s for %q", c.Relation, c.Disagree, got, test.want, test.why)
			}
		})
	}
}

func kindsOf(list []contrast.Reason) string {
	var kinds []string
	for _, reason := range list {
		if !slices.Contains(kinds, string(reason.Kind)) {
			kinds = append(kinds, string(reason.Kind))
		}
	}
	return strings.Join(kinds, " ")
}

// TestWhy holds that reasons point at the words.
func TestWhy(t *testing.T) {
	a, b := "قال الوزير إن الأسعار ارتفعت 12 بالمئة", "قال الوزير إن الأسعار انخفضت 15 بالمئة"
	var got []string
	for _, reason := range contrast.Compare(a, b).Why {
		got = append(got, fmt.Sprintf("%s %s %s", reason.Kind, a[reason.A.Start:reason.A.End], b[reason.B.Start:reason.B.End]))
	}
	if want := []string{"opposites ارتفعت انخفضت", "numbers 12 15"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestLaws holds that the order of the texts means nothing and that no text
// disagrees with itself.
func TestLaws(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"الوزير ", "قال ", "لا ", "لم ", "يزال ", "ارتفعت ", "انخفضت ", "12 ", "اثني عشر ", "الثلاثاء ", "الأربعاء ", "أيار ", "فتح ", "إغلاق ",
		"open ", "closed ", "not ", "can't ", "Tuesday ", "May 5 ", "Korinda ", "كوريندا ", "؟", "\xff", ". ",
	})
	text := rapid.OneOf(rapid.Map(rapid.SliceOfN(piece, 0, 14), func(list []string) string { return strings.Join(list, "") }), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		x, y := contrast.Compare(a, b), contrast.Compare(b, a)
		if x.Relation != y.Relation || math.Abs(x.Disagree-y.Disagree) > 1e-9 || len(x.Why) != len(y.Why) {
			t.Fatalf("%+v one way, %+v the other", x, y)
		}
		for _, r := range x.Why {
			if !slices.Contains(y.Why, contrast.Reason{Kind: r.Kind, A: r.B, B: r.A}) {
				t.Fatalf("%+v is not among %+v", r, y.Why)
			}
			if r.A.Start > r.A.End || r.A.End > len(a) || r.B.Start > r.B.End || r.B.End > len(b) || r.A.Start == r.A.End && r.B.Start == r.B.End {
				t.Fatalf("%+v points nowhere", r)
			}
		}
		if own := contrast.Compare(a, a); len(own.Why) > 0 || own.Relation == contrast.Disagree {
			t.Fatalf("with itself: %+v", own)
		}
	})
}

// TestLong holds that a text of any length costs no more than its first words.
func TestLong(t *testing.T) {
	long := strings.Repeat("فتح المعبر 12 مرة ", 20000)
	if c := contrast.Compare(long, long); c.Relation == contrast.Disagree {
		t.Errorf("%+v", c)
	}
}

func TestTrain(t *testing.T) {
	var examples []contrast.Example
	for i := range 40 {
		examples = append(examples,
			contrast.Example{A: fmt.Sprintf("The mayor opened school %d", i+2), B: fmt.Sprintf("The mayor did not open school %d", i+2), Disagree: true},
			contrast.Example{A: fmt.Sprintf("The mayor opened school %d", i+2), B: fmt.Sprintf("School %d opened by the mayor", i+2)})
	}
	model := contrast.Train(examples)
	if p := model.Disagree("The judge read the letter", "The judge never read the letter"); p < .6 {
		t.Errorf("negated: %.2f", p)
	}
	if p := model.Disagree("The judge read the letter", "The letter was read by the judge"); p > .4 {
		t.Errorf("turned round: %.2f", p)
	}
	if !bytes.Equal(contrast.Train(examples).Bytes(), model.Bytes()) {
		t.Error("the same examples gave another model")
	}
	again, err := contrast.Load(model.Bytes())
	if err != nil || !bytes.Equal(again.Bytes(), model.Bytes()) {
		t.Errorf("%v: not the same model", err)
	}
	if p := contrast.Train(nil).Disagree("a", "b"); p != .5 {
		t.Errorf("nothing learned: %.2f", p)
	}
}

func TestLoad(t *testing.T) {
	head, _, _ := strings.Cut(string(contrast.Train(nil).Bytes()), "\n")
	head += "\n"
	for name, file := range map[string]string{
		"nothing": "", "another version": strings.Replace(head, "1", "2", 1), "no number": head + "always\n", "no end": head + "always\t1.00",
		"no weight": head + "always\t0.00\n", "digits": head + "always\t1\n", "not a number": head + "always\tNaN\n", "too heavy": head + "always\t1000.00\n",
		"twice": head + "always\t1.00\nalways\t1.00\n", "order": head + "b\t1.00\na\t1.00\n", "no name": head + "\t1.00\n",
	} {
		if _, err := contrast.Load([]byte(file)); err == nil || !strings.HasPrefix(err.Error(), "read weights of contrast: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestShipped(t *testing.T) {
	file, card := contrast.Shipped()
	if !bytes.Equal(contrast.Default().Bytes(), file) || !bytes.Contains(card, []byte("# stance\n")) {
		t.Errorf("file of %d bytes, card %.40s", len(file), card)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(contrast.Train([]contrast.Example{{A: "a letter", B: "no letter", Disagree: true}}).Bytes())
	f.Fuzz(func(t *testing.T, file []byte) {
		if model, err := contrast.Load(file); err == nil && !bytes.Equal(model.Bytes(), file) {
			t.Errorf("read %q, wrote %q", file, model.Bytes())
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		contrast.Compare("قال الوزير إن الأسعار ارتفعت 12 بالمئة في العام الماضي", "الوزير ينفي أن تكون الأسعار قد انخفضت 15 بالمئة هذا العام")
	}
}
