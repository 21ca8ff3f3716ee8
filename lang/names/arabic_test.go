package names_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/names"
)

// read is a text made ready for Find.
type read struct {
	text   string
	tokens []lang.Token
	ends   []int
	hints  []names.Hint
}

func newRead(text string) read {
	r := read{text: text, tokens: arabic.Tokens(text)}
	at := 0
	for _, sentence := range arabic.Sentences(text, r.tokens) {
		for at < len(r.tokens) && r.tokens[at].End <= sentence.End {
			at++
		}
		r.ends = append(r.ends, at)
	}
	return r
}

func (r read) find(t *names.Tagger) []names.Name { return t.Find(r.text, r.tokens, r.ends, r.hints) }

// written lists names as they are written.
func (r read) written(found []names.Name) []string {
	var list []string
	for _, name := range found {
		list = append(list, r.text[r.tokens[name.Start].Start:r.tokens[name.End-1].End])
	}
	return list
}

// report is an invented report.
const report = "قال الدكتور سامر الدرعاني في مدينة القاهرة إن بلاده ترحب بالاتفاق. " +
	"وأضاف الدرعاني أن شركة النخيل ستبدأ العمل في تونس يوم الثلاثاء.\n" +
	"والتقى الدرعاني رئيس مجلس النواب خالد بن وليد السهلي."

func TestFindArabic(t *testing.T) {
	r := newRead(report)
	found := r.find(names.Arabic().NewTagger())
	kinds := map[string]names.Kind{}
	for i, text := range r.written(found) {
		kinds[text] = found[i].Kind
	}
	for text, kind := range map[string]names.Kind{"سامر الدرعاني": names.Person, "القاهرة": names.Place, "خالد بن وليد السهلي": names.Person} {
		if kinds[text] != kind {
			t.Errorf("%s is %d, want %d: %v", text, kinds[text], kind, kinds)
		}
	}
}

// TestShortForms holds that a short form that is not found alone is found where
// the whole form stands in another sentence.
func TestShortForms(t *testing.T) {
	const whole, short = "وصل السيد سامر الدرعاني إلى القاهرة.", " ويعود الدرعاني غدا."
	tagger := names.Arabic().NewTagger()
	alone := newRead(short)
	if list := alone.written(alone.find(tagger)); len(list) > 0 {
		t.Errorf("alone: %q", list)
	}
	both := newRead(whole + short)
	found := both.find(tagger)
	last := found[len(found)-1]
	if list := both.written(found); !slices.Contains(list, "سامر الدرعاني") || last.Start < both.ends[0] || last.Kind != names.Person {
		t.Errorf("%q, the last of kind %d", list, last.Kind)
	}
}

// drawnText draws texts of words that names are made of, marks and whatever.
var drawnText = rapid.Custom(func(t *rapid.T) string {
	piece := rapid.OneOf(
		rapid.SampledFrom(append(strings.Fields(report), "\n", ".", "«", "»", "(", ")", "…", "2031", "Velmar", "،")),
		rapid.StringOfN(rapid.SampledFrom([]rune("بكلوافسيمتنرةىأإآـ\u064B\u0651\u200F\uFFFD-'")), 1, 8, -1),
		rapid.String(),
	)
	return strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces"), " ")
})

// checkNames holds the laws of Find.
func checkNames(t interface{ Fatalf(string, ...any) }, r read, found []names.Name, labels []uint8) {
	if len(labels) != len(r.tokens) {
		t.Fatalf("%d labels of %d tokens", len(labels), len(r.tokens))
	}
	before := 0
	for _, name := range found {
		if name.Start < before || name.End <= name.Start || name.End > len(r.tokens) {
			t.Fatalf("%v behind %d, of %d tokens", name, before, len(r.tokens))
		}
		if name.Kind == names.None || name.Kind > names.Other || name.Sure < 0 {
			t.Fatalf("%+v", name)
		}
		for _, end := range r.ends {
			if name.Start < end && end < name.End {
				t.Fatalf("%v crosses the end of a sentence at %d", name, end)
			}
		}
		before = name.End
	}
}

// TestFindLaws holds that names are ordered, do not overlap and cross no end of
// a sentence, and that neither a second reading nor what was read before
// changes them.
func TestFindLaws(t *testing.T) {
	kept := names.Arabic().NewTagger()
	rapid.Check(t, func(t *rapid.T) {
		r := newRead(drawnText.Draw(t, "text"))
		if rapid.Bool().Draw(t, "hinted") {
			for range r.tokens {
				r.hints = append(r.hints, names.Hint(rapid.IntRange(0, 1<<9-1).Draw(t, "hint")))
			}
		}
		if rapid.Bool().Draw(t, "cut anywhere") && len(r.tokens) > 0 {
			r.ends = append(rapid.SliceOfNDistinct(rapid.IntRange(1, len(r.tokens)), 0, 5, rapid.ID).Draw(t, "ends"), len(r.tokens))
			slices.Sort(r.ends)
			r.ends = slices.Compact(r.ends)
		}
		found := slices.Clone(r.find(kept))
		checkNames(t, r, found, kept.Labels())
		if again := r.find(kept); !slices.Equal(again, found) {
			t.Fatalf("%v, again %v", found, again)
		}
		if fresh := r.find(names.Arabic().NewTagger()); !slices.Equal(fresh, found) {
			t.Fatalf("%v, by a new tagger %v", found, fresh)
		}
	})
}

// TestFindHostile holds the laws over texts that no one writes.
func TestFindHostile(t *testing.T) {
	const size = 400_000
	noise := make([]byte, size/4)
	random := rand.NewChaCha8([32]byte{7})
	random.Read(noise)
	tagger := names.Arabic().NewTagger()
	for name, text := range map[string]string{
		"empty":             "",
		"one word":          "دمشق",
		"one mark":          "،",
		"one word for ever": strings.Repeat("محمد ", size/9),
		"a word of 400 KB":  strings.Repeat("م", size/2),
		"quotation marks":   strings.Repeat("«", size/8),
		"brackets":          strings.Repeat("(محمد)", size/20),
		"line ends":         strings.Repeat("دمشق\n", size/36),
		"marks on a letter": "م" + strings.Repeat("\u064B", size/8),
		"noise":             string(noise),
	} {
		t.Run(name, func(t *testing.T) {
			r := newRead(text)
			checkNames(t, r, r.find(tagger), tagger.Labels())
		})
	}
}

// TestFindAllocates holds that a warm tagger allocates nothing.
func TestFindAllocates(t *testing.T) {
	tagger := names.Arabic().NewTagger()
	texts := []read{newRead(report), newRead(strings.Repeat(report+"\n", 3))}
	for _, r := range texts {
		r.find(tagger)
	}
	if n := testing.AllocsPerRun(20, func() {
		for _, r := range texts {
			r.find(tagger)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func ExampleTagger_Find() {
	const text = "قال الدكتور سامر الدرعاني في مدينة القاهرة إن بلاده ترحب بالاتفاق."
	tokens := arabic.Tokens(text)
	for _, name := range names.Arabic().NewTagger().Find(text, tokens, []int{len(tokens)}, nil) {
		fmt.Println(name.Kind == names.Person, name.Kind == names.Place, text[tokens[name.Start].Start:tokens[name.End-1].End])
	}
	// Output:
	// true false سامر الدرعاني
	// false true القاهرة
}
