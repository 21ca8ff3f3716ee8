package verify_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/verify"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
)

// asking reads reports and asks one question.
func asking(t *testing.T, words, speaker string, reports ...string) *isnad.Verdict {
	t.Helper()
	var snapshots []isnad.Snapshot
	for i, text := range reports {
		text = fmt.Sprintf("Title: Notes of the day\nSource: Outlet %d\nDate: 2031-05-0%d\nURL: https://outlet%d.example/notes\n\n%s", i+1, i+1, i+1, text)
		sum := sha256.Sum256([]byte(text))
		snapshots = append(snapshots, isnad.Snapshot{SHA256: hex.EncodeToString(sum[:]), Source: fmt.Sprintf("%d.txt", i), Bytes: []byte(text)})
	}
	record, err := engine.New(engine.Options{}).ReadSnapshots(t.Context(), snapshots...)
	if err != nil {
		t.Fatal(err)
	}
	verdict, err := verify.Verify(record, known.Default(), isnad.Question{Words: words, Speaker: speaker})
	if err != nil {
		t.Fatal(err)
	}
	return verdict
}

// telling is a record of one report by hand: each paragraph is a part, and the
// statements are those given, by nobody whom an entity stands for.
func telling(paragraphs []string, statements ...isnad.Statement) *isnad.Record {
	text := strings.Join(paragraphs, "\n")
	article := &isnad.Article{ID: "a", Lang: isnad.English, Outlet: isnad.Outlet{Name: "Lamp"}, Text: text}
	at := 0
	for _, paragraph := range paragraphs {
		article.Parts = append(article.Parts, isnad.Part{Kind: isnad.Paragraph, Span: isnad.Span{Start: at, End: at + len(paragraph)}, CopyOf: -1})
		at += len(paragraph) + 1
	}
	doc := &isnad.Doc{Article: article, Statements: statements}
	return &isnad.Record{Docs: []*isnad.Doc{doc}, Local: [][]int{{}}, Witnesses: []isnad.Witness{{Articles: []int{0}}}}
}

// says is a statement of the words in a text; within the statement of an index.
func says(text, words string, within int, polarity isnad.Polarity) isnad.Statement {
	start := strings.Index(text, words)
	return isnad.Statement{
		Speakers: []isnad.Party{{Entity: -1, Text: "a keeper"}}, Content: []isnad.Span{{Start: start, End: start + len(words)}},
		Kind: isnad.Indirect, Polarity: polarity, Within: within,
	}
}

func verdictOf(t *testing.T, record *isnad.Record, words string) *isnad.Verdict {
	t.Helper()
	verdict, err := verify.Verify(record, known.Default(), isnad.Question{Words: words})
	if err != nil {
		t.Fatal(err)
	}
	return verdict
}

// TestStrongestPlace holds that of several places of one statement the strongest
// answers, wherever it stands.
func TestStrongestPlace(t *testing.T) {
	const words = "the lower bridge stays open"
	for _, test := range []struct {
		name, said string
		want       isnad.Answer
	}{
		{"negated, then doubtful", "not the lower bridge stays open, and it is not true that the lower bridge stays open", isnad.SaidOtherwise},
		{"doubtful, then negated", "it is not true that the lower bridge stays open, not the lower bridge stays open", isnad.SaidOtherwise},
		{"negated, then plain", "not the lower bridge stays open, and surely the lower bridge stays open", isnad.SaidVerbatim},
		{"plain, then doubtful", "the lower bridge stays open, and it is not true that the lower bridge stays open", isnad.SaidVerbatim},
	} {
		t.Run(test.name, func(t *testing.T) {
			verdict := verdictOf(t, telling([]string{test.said}, says(test.said, test.said, -1, isnad.Affirms)), words)
			if verdict.Answer != test.want {
				t.Errorf("%s, want %s: %+v", verdict.Answer, test.want, verdict.Findings)
			}
		})
	}
}

// TestPlaceOutsideInner holds that words which somebody else is quoted with and
// the speaker says again are the speaker's as well.
func TestPlaceOutsideInner(t *testing.T) {
	text := "she said the lower bridge stays open, and he adds that surely the lower bridge stays open tonight"
	inner := says(text, "the lower bridge stays open", 0, isnad.Affirms)
	verdict := verdictOf(t, telling([]string{text}, says(text, text, -1, isnad.Affirms), inner), "the lower bridge stays open")
	outer := false
	for _, f := range verdict.Findings {
		outer = outer || f.Statement == 0 && f.Wording == isnad.SaidVerbatim && f.Spans[0].Start > inner.Content[0].End
	}
	if !outer {
		t.Errorf("the words outside the inner statement are not found: %+v", verdict.Findings)
	}
}

// TestFoundLaw holds that words of any statement that affirms them are found
// verbatim, whatever paragraphs without words stand around it.
func TestFoundLaw(t *testing.T) {
	vocabulary := strings.Fields("bridge harbour lantern teacher meadow orchard copper village ferry granite morning window thunder saddle basket")
	rapid.Check(t, func(t *rapid.T) {
		said := strings.Join(rapid.SliceOfNDistinct(rapid.SampledFrom(vocabulary), 3, 8, rapid.ID[string]).Draw(t, "said"), " ")
		blank := rapid.SampledFrom([]string{"—", "***", "…", "The council met again."})
		paragraphs := rapid.SliceOfN(blank, 0, 3).Draw(t, "before")
		paragraphs = append(append(paragraphs, "A keeper said "+said+"."), rapid.SliceOfN(blank, 0, 4).Draw(t, "after")...)
		record := telling(paragraphs, says(strings.Join(paragraphs, "\n"), said, -1, isnad.Affirms))
		verdict, err := verify.Verify(record, known.Default(), isnad.Question{Words: said})
		if err != nil || verdict.Answer != isnad.SaidVerbatim {
			t.Fatalf("%q in %q: %v, %v", said, paragraphs, verdict.Answer, err)
		}
	})
}

// TestOtherwise holds what does not come to the same, and what does.
func TestOtherwise(t *testing.T) {
	const bridge = "«سنفتح الجسر السفلي أمام الشاحنات في نوفمبر المقبل»"
	for _, test := range []struct {
		name, report, words, speaker string
		want                         isnad.Answer
	}{
		{"another month", "وقال رامي السرحان: " + bridge + ".", "سنفتح الجسر السفلي أمام الشاحنات في أكتوبر المقبل", "", isnad.SaidOtherwise},
		{"another name of the month", "وقال رامي السرحان: " + bridge + ".", "سنفتح الجسر السفلي أمام الشاحنات في تشرين الثاني المقبل", "", isnad.SaidChanged},
		{"another month of two words", "وقال رامي السرحان: «سنفتح الجسر السفلي أمام الشاحنات في تشرين الثاني المقبل».", "سنفتح الجسر السفلي أمام الشاحنات في تشرين الأول المقبل", "", isnad.SaidOtherwise},
		{"another weekday", `Rami Sarhan said: "The lower bridge will open to lorries on Thursday morning."`, "The lower bridge will open to lorries on Friday morning", "", isnad.SaidOtherwise},
		{"a negation and an opposite", `Rami Sarhan said: "The union will never lose the great battle for the lower bridge."`, "The union will win the great battle for the lower bridge", "", isnad.SaidUnsure},
		{"a name in Latin letters", "وقال رامي السرحان: " + bridge + ".", "سنفتح الجسر السفلي أمام الشاحنات في نوفمبر المقبل", "Rami al-Sarhan", isnad.SaidVerbatim},
		{"an article that stands alone", "وقال رامي السرحان: " + bridge + ".", "سنفتح الجسر السفلي أمام الشاحنات في نوفمبر المقبل", "Rami Al Sarhan", isnad.SaidVerbatim},
		{"an article written together", "وقال رامي السرحان: " + bridge + ".", "سنفتح الجسر السفلي أمام الشاحنات في نوفمبر المقبل", "Rami Alsarhan", isnad.SaidVerbatim},
		{"an article as it sounds", "وقال رامي السرحان: " + bridge + ".", "سنفتح الجسر السفلي أمام الشاحنات في نوفمبر المقبل", "Rami as-Sarhan", isnad.SaidVerbatim},
		{"another spelling", "وقال نعيم الكرود: " + bridge + ".", "سنفتح الجسر السفلي أمام الشاحنات في نوفمبر المقبل", "Naeem El-Karoud", isnad.SaidVerbatim},
		{"somebody else", "وقال رامي السرحان: " + bridge + ".", "سنفتح الجسر السفلي أمام الشاحنات في نوفمبر المقبل", "Sami al-Murjan", isnad.SaidByOther},
	} {
		t.Run(test.name, func(t *testing.T) {
			verdict := asking(t, test.words, test.speaker, test.report)
			if verdict.Answer != test.want {
				t.Errorf("%s, want %s: %+v", verdict.Answer, test.want, verdict.Findings)
			}
		})
	}
}

// TestLater holds that a place says so whose outlet gave another number later,
// and that the later place is told.
func TestLater(t *testing.T) {
	for _, test := range []struct{ name, words, speaker string }{
		{"anybody", "قتل 12 شخصا في الهجوم", ""},
		{"who is cited", "قتل 12 شخصا في هجوم بطائرات مسيرة استهدف الميناء", "وزارة الداخلية السهيلية"},
		{"over two languages", "The attack killed 12 people", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			verdict, err := collection().Ask(isnad.Question{Words: test.words, Speaker: test.speaker})
			if err != nil || !verdict.Answer.Says() {
				t.Fatal(verdict.Answer, err)
			}
			record, _ := reports()
			first := record.Docs[verdict.Findings[0].Article].Article
			if !slices.Contains(verdict.Findings[0].Reasons, isnad.ByLater) {
				t.Errorf("the number that %s gave later is not told: %+v", first.Outlet.Name, verdict.Findings[0])
			}
			if !slices.ContainsFunc(verdict.Findings[verdict.Rests:], func(f isnad.Finding) bool {
				after := record.Docs[f.Article].Article
				return f.Answer == isnad.SaidOtherwise && after.Outlet.Name == first.Outlet.Name && after.Published.Time.After(first.Published.Time)
			}) {
				t.Errorf("the later report is no finding: %+v", verdict.Findings[verdict.Rests:])
			}
		})
	}
	verdict, err := collection().Ask(isnad.Question{Words: "قتل 15 شخصا في الهجوم"})
	if err != nil || slices.ContainsFunc(verdict.Findings, func(f isnad.Finding) bool { return slices.Contains(f.Reasons, isnad.ByLater) }) {
		t.Errorf("the later number is said to be outdated: %+v %v", verdict.Findings, err)
	}
}
