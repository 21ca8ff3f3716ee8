package copies

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

// report makes a doc of paragraphs. The address names it.
func report(address string, day int, paragraphs ...string) *isnad.Doc {
	article := &isnad.Article{
		ID: "a" + address, Source: address, Lang: isnad.Arabic, Text: strings.Join(paragraphs, "\n"),
		Published: isnad.Published{Time: time.Date(2031, 5, day, 0, 0, 0, 0, time.UTC)},
	}
	article.Version = fmt.Sprintf("v%x", len(article.Text))
	start := 0
	for _, paragraph := range paragraphs {
		span := isnad.Span{Start: start, End: start + len(paragraph)}
		article.Parts = append(article.Parts, isnad.Part{Kind: isnad.Paragraph, Span: span, CopyOf: -1})
		start = span.End + 1
	}
	return &isnad.Doc{Article: article}
}

// headed gives the report a title before its paragraphs.
func headed(doc *isnad.Doc, title string) *isnad.Doc {
	a := doc.Article
	for i := range a.Parts {
		a.Parts[i].Span.Start += len(title) + 1
		a.Parts[i].Span.End += len(title) + 1
	}
	a.Text = title + "\n" + a.Text
	a.Parts = slices.Insert(a.Parts, 0, isnad.Part{Kind: isnad.Title, Span: isnad.Span{End: len(title)}, CopyOf: -1})
	return doc
}

const (
	first  = "أعلنت وزيرة الموانئ في دورسانيا أنيكه ستريل، الجمعة، أن الميناء الشمالي سيفتح يوم الاثنين أمام السفن بعد عام من الإغلاق."
	second = "وقالت ستريل للصحافيين إن الحكومة أنفقت على إصلاح الأرصفة أربعين مليون كرونة، مشيرة إلى أن الرسوم ستخفض إلى النصف."
	third  = "ورحب رئيس نقابة الصيادين أولوف براندت بالقرار، معتبرا أن الموسم المقبل سيكون أفضل من سابقه."
	other  = "اقترحت لجنة المياه في البرلمان إنشاء ثلاثة سدود صغيرة على نهر لومن، وطلبت من الحكومة تمويلها في ميزانية العام المقبل من دون تأخير."
	notice = "جميع الحقوق محفوظة. لا يجوز نسخ هذه المادة أو إعادة نشرها من دون إذن مكتوب من إدارة التحرير في الموقع ويمكن مراسلتنا عبر البريد."
)

func TestGroup(t *testing.T) {
	signed := report("signed", 3, "دورسانيا (وكالة الساحل) - "+first, second, third)
	signed.Article.Agency = isnad.Credit{Name: "وكالة الساحل"}
	later := report("one", 4, first, strings.Replace(second, "أربعين", "خمسين", 1), third)
	later.Article.Version = "later"
	rewritten := "تعود السفن إلى الميناء الشمالي مطلع الأسبوع المقبل، بحسب ما كشفت عنه الوزيرة ستريل أمام الصحافة في دورسانيا."
	cases := []struct {
		name string
		docs []*isnad.Doc
		want [][]string // sources of each witness
		why  string     // of the first
	}{
		{"same words", []*isnad.Doc{report("b", 4, first, second, third), report("a", 3, first, second, third)}, [][]string{{"a", "b"}}, "words are all in the other"},
		{"other headline", []*isnad.Doc{headed(report("a", 3, first, second), "ستريل: الميناء يفتح"), headed(report("b", 3, first, second), "عودة السفن إلى الشمال")}, [][]string{{"a", "b"}}, ""},
		{"through an agency", []*isnad.Doc{signed, report("plain", 4, first, second, third)}, [][]string{{"signed", "plain"}}, "words are all in the other"},
		{"last paragraph cut", []*isnad.Doc{report("whole", 3, first, second, third), report("short", 3, first, second)}, [][]string{{"short", "whole"}}, ""},
		{"inside a longer report", []*isnad.Doc{report("brief", 3, first), report("long", 4, other, first, second, third)}, [][]string{{"brief", "long"}}, ""},
		{"corrected at its address", []*isnad.Doc{later, report("one", 3, first, second, third)}, [][]string{{"one", "one"}}, "versions of one article"},
		{"rewritten at its address", []*isnad.Doc{report("one", 3, first), report("one", 4, other, second)}, [][]string{{"one", "one"}}, "versions of one article"},
		{"corrected elsewhere", []*isnad.Doc{report("one", 3, first, second, third), report("two", 4, first, strings.Replace(second, "أربعين", "خمسين", 1), third)}, [][]string{{"one", "two"}}, "word triples are shared"},
		{"marks and spelling", []*isnad.Doc{report("a", 3, first), report("b", 3, strings.NewReplacer("أ", "ا", "،", "").Replace(first))}, [][]string{{"a", "b"}}, ""},
		{"briefs word for word", []*isnad.Doc{report("a", 3, "أعلنت الوزيرة أن الميناء سيفتح يوم الاثنين المقبل."), report("b", 3, "أعلنت الوزيرة أن الميناء سيفتح يوم الاثنين المقبل.")}, [][]string{{"a", "b"}}, ""},
		{"unrelated", []*isnad.Doc{report("a", 3, first, second), report("b", 3, other)}, [][]string{{"a"}, {"b"}}, ""},
		{"one happening in other words", []*isnad.Doc{report("a", 3, first), report("b", 3, rewritten)}, [][]string{{"a"}, {"b"}}, ""},
		{"one notice below both", []*isnad.Doc{report("a", 3, first, second, third, notice), report("b", 3, other, rewritten, other+" "+rewritten, notice)}, [][]string{{"a"}, {"b"}}, ""},
		{"a word below two headlines", []*isnad.Doc{headed(report("a", 3, "المزيد لاحقا."), "الميناء يفتح الاثنين"), headed(report("b", 3, "المزيد لاحقا."), "زلزال يضرب لومن")}, [][]string{{"a"}, {"b"}}, ""},
		{"nothing", nil, nil, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := Group(c.docs)
			if diff := cmp.Diff(c.want, sources(c.docs, got)); diff != "" {
				t.Errorf("witnesses (-want +got):\n%s", diff)
			}
			if len(got) > 0 && !strings.Contains(got[0].Why, c.why) {
				t.Errorf("why is %q, want %q in it", got[0].Why, c.why)
			}
		})
	}
}

func TestAgencyOfWitness(t *testing.T) {
	plain, signed := report("a", 3, first, second), report("b", 4, first, second)
	signed.Article.Agency = isnad.Credit{Name: "وكالة الساحل"}
	if got := Group([]*isnad.Doc{plain, signed})[0].Agency; got != "وكالة الساحل" {
		t.Errorf("agency %q", got)
	}
}

// A text that a hundred outlets print, each with a line of its own, is one
// witness, and so are a hundred that print it to the letter.
func TestManyCopies(t *testing.T) {
	for name, own := range map[string]string{"to the letter": "", "with a line of its own": "تقرير خاص من مكتب %d في المدينة %d."} {
		var docs []*isnad.Doc
		for i := range 100 {
			paragraphs := []string{first, second, third}
			if own != "" {
				paragraphs = append(paragraphs, fmt.Sprintf(own, i*7919, i*104729))
			}
			docs = append(docs, report(fmt.Sprintf("n%03d", i), 3, paragraphs...))
		}
		if got := Group(docs); len(got) != 1 {
			t.Errorf("%s: %d witnesses", name, len(got))
		}
	}
}

// sources lists the witnesses by the sources of their articles.
func sources(docs []*isnad.Doc, witnesses []isnad.Witness) [][]string {
	var list [][]string
	for _, witness := range witnesses {
		var names []string
		for _, d := range witness.Articles {
			names = append(names, docs[d].Article.Source)
		}
		list = append(list, names)
	}
	return list
}

// vocabulary is what random texts are made of: enough words that two random
// texts share few triples.
var vocabulary = func() []string {
	var list []string
	for _, a := range []string{"قال", "ميناء", "سفينة", "وزير", "نهر", "مدينة", "رئيس", "اتفاق"} {
		for i := range 40 {
			list = append(list, fmt.Sprintf("%s%d", a, i))
		}
	}
	return list
}()

func randomWords(r *rand.Rand, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = vocabulary[r.IntN(len(vocabulary))]
	}
	return list
}

// Laws: the witnesses part the articles; a text with one word in twenty
// changed, or with a paragraph added, is a copy of it; another text is not; and
// none of it depends on the order of the articles.
func TestGroupLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		texts := rapid.IntRange(1, 5).Draw(t, "texts")
		var docs []*isnad.Doc
		want := map[string]int{} // source → text
		for i := range texts {
			words := randomWords(r, rapid.IntRange(60, 400).Draw(t, "words"))
			for j := range rapid.IntRange(1, 4).Draw(t, "copies") {
				mine := slices.Clone(words)
				if j > 0 {
					for k := 10; k < len(mine); k += 20 {
						mine[k] = "تغيير"
					}
				}
				paragraphs := []string{strings.Join(mine, " ")}
				if j > 1 {
					paragraphs = append(paragraphs, strings.Join(randomWords(r, len(words)/8), " "))
				}
				source := fmt.Sprintf("t%d-%d", i, j)
				want[source] = i
				docs = append(docs, report(source, 1+r.IntN(20), paragraphs...))
			}
		}
		got := sources(docs, Group(docs))
		if len(got) != texts {
			t.Fatalf("%d witnesses of %d texts: %v", len(got), texts, got)
		}
		for _, names := range got {
			for _, name := range names {
				if want[name] != want[names[0]] {
					t.Fatalf("%v are one witness", names)
				}
			}
		}
		r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if diff := cmp.Diff(got, sources(docs, Group(docs))); diff != "" {
			t.Fatalf("in another order:\n%s", diff)
		}
	})
}
