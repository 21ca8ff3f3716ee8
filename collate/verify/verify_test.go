package verify_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/verify"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/arabic"
)

// reports is the record of the demo.
var reports = sync.OnceValues(func() (*isnad.Record, *known.Facts) {
	own, err := demo.Facts()
	if err != nil {
		panic(err)
	}
	facts := known.Default().With(own)
	record, err := engine.New(engine.Options{Facts: facts}).ReadSnapshots(context.Background(), demo.Snapshots()...)
	if err != nil {
		panic(err)
	}
	return record, facts
})

var collection = sync.OnceValue(func() *verify.Collection { return verify.New(reports()) })

func TestAnswers(t *testing.T) {
	for _, test := range []struct {
		name, words, speaker string
		want                 isnad.Answer
	}{
		{"the very words", "We will open the Hessa crossing to lorries within a week", "Adela Korrin", isnad.SaidVerbatim},
		{"a name in the other script", "We will open the Hessa crossing to lorries within a week", "كورين", isnad.SaidVerbatim},
		{"vowel marks, tatweel and forms of alef", "لا أحَد يربح من معبـــر مُغلق", "اديلا كورين", isnad.SaidVerbatim},
		{"all of a short quotation", "No wages, no lessons", "Salma Duran", isnad.SaidVerbatim},
		{"nobody asked for", "We heard them before we saw them", "", isnad.SaidVerbatim},
		{"one word exchanged", "The treasury cannot pay more than one month", "Karl Benton", isnad.SaidChanged},
		{"another way to negate", "لا دروس من دون رواتب", "سلمى دوران", isnad.SaidChanged},
		{"negated by the question", "We will not open the Hessa crossing to lorries within a week", "Korrin", isnad.SaidOtherwise},
		{"negated by the report", "The treasury can bear more than one month", "Benton", isnad.SaidOtherwise},
		{"behind a negation of the report", "be negotiated over the valley", "Arden", isnad.NotSaidHere},
		{"denied by the speaker", "the walkout had been postponed", "Duran", isnad.SaidOtherwise},
		{"another number", "35 percent of teachers had joined the strike", "Salma Duran", isnad.SaidOtherwise},
		{"another number over two languages", "ستفرج تولاند عن 20 صيادا يوم الخميس", "فيلد", isnad.SaidOtherwise},
		{"an opposite", "لا أحد يخسر من معبر مغلق", "كورين", isnad.SaidOtherwise},
		{"somebody else's words", "They tell us soon, always soon", "Salma Duran", isnad.SaidByOther},
		{"an English question to Arabic reports", "ستعقد الجولة الأولى من المحادثات في بلد ثالث", "أردن", isnad.SaidInOtherWords},
		{"on another's word alone", "she will withdraw her troops from the Hessa valley before the end of the month", "Adela Korrin", isnad.SaidUnsure},
		{"the report's own voice", "The agreement does not mention the Hessa valley", "Jonas Veld", isnad.NotSaidHere},
		{"said by nobody", "The valley will be sold to Tolland for two million", "Korrin", isnad.NotSaidHere},
		{"nobody of that name", "We will open the Hessa crossing to lorries within a week", "Edda Lorn", isnad.SaidByOther},
	} {
		t.Run(test.name, func(t *testing.T) {
			verdict, err := collection().Ask(isnad.Question{Words: test.words, Speaker: test.speaker})
			if err != nil {
				t.Fatal(err)
			}
			if verdict.Answer != test.want {
				t.Errorf("%s, want %s: %+v", verdict.Answer, test.want, verdict.Findings)
			}
		})
	}
}

// TestChanges holds that the words are told one by one.
func TestChanges(t *testing.T) {
	verdict, err := collection().Ask(isnad.Question{Words: "The last time the minister phoned me was in early December", Speaker: "Duran"})
	if err != nil || len(verdict.Findings) == 0 {
		t.Fatal(verdict, err)
	}
	record, _ := reports()
	f := verdict.Findings[0]
	var got []string
	for _, change := range f.Changes {
		got = append(got, string(change.Kind)+" "+record.Docs[f.Article].Words(change.Found)+" > "+change.Asked)
	}
	want := []string{
		"kept The last time the minister > The last time the minister", "replaced called > phoned",
		"kept me was in > me was in", "added  > early", "kept December > December",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestOneOutlet holds that a chain which ends in one outlet is told, and in
// which.
func TestOneOutlet(t *testing.T) {
	verdict, err := collection().Ask(isnad.Question{Words: "إن الاتفاق لم يكلف مارافيا شبرا واحدا", Speaker: "كورين"})
	if err != nil {
		t.Fatal(err)
	}
	if !verdict.SingleChain || !strings.Contains(verdict.Origin, "المرسى") || verdict.Witnesses != 1 {
		t.Errorf("single %t, from %q, %d witnesses", verdict.SingleChain, verdict.Origin, verdict.Witnesses)
	}
	if !verdict.Findings[0].Relayed {
		t.Error("not told as second hand")
	}
}

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		name     string
		question isnad.Question
		want     isnad.Kind
	}{
		{"nothing", isnad.Question{}, isnad.Invalid},
		{"marks alone", isnad.Question{Words: "…«»?!"}, isnad.Invalid},
		{"broken encoding", isnad.Question{Words: "said \xff"}, isnad.Invalid},
		{"too many bytes", isnad.Question{Words: strings.Repeat("a", isnad.MaxQuestionBytes+1)}, isnad.TooLarge},
		{"too many words", isnad.Question{Words: strings.Repeat("a ", isnad.MaxQuestionWords+1)}, isnad.TooLarge},
		{"too long a name", isnad.Question{Words: "a", Speaker: strings.Repeat("a", isnad.MaxSpeakerBytes+1)}, isnad.TooLarge},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := collection().Ask(test.question); !isKind(err, test.want) {
				t.Errorf("%v, want kind %q", err, test.want)
			}
		})
	}
}

func isKind(err error, kind isnad.Kind) bool {
	wrong, ok := err.(*isnad.Error)
	return ok && wrong.Kind == kind
}

// TestVerbatimLaw holds, for words out of the reports and for words put together
// out of them, that verbatim words stand folded and in their order in the report
// that is named, in a statement that affirms them.
func TestVerbatimLaw(t *testing.T) {
	record, _ := reports()
	var words []string
	for _, doc := range record.Docs {
		words = append(words, strings.Fields(doc.Article.Text)...)
	}
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.IntRange(0, len(words)-1).Draw(t, "at")
		list := append([]string(nil), words[at:min(len(words), at+rapid.IntRange(1, 12).Draw(t, "n"))]...)
		if rapid.Bool().Draw(t, "changed") {
			list[rapid.IntRange(0, len(list)-1).Draw(t, "which")] = rapid.SampledFrom(words).Draw(t, "word")
		}
		question := isnad.Question{Words: strings.Join(list, " ")}
		verdict, err := collection().Ask(question)
		if err != nil || verdict.Answer != isnad.SaidVerbatim {
			return
		}
		f := &verdict.Findings[0]
		statement := f.Of(record)
		if statement == nil || statement.Polarity != isnad.Affirms {
			t.Fatalf("%q is verbatim in no statement that affirms it", question.Words)
		}
		var said []string
		for _, content := range statement.Content {
			said = append(said, record.Docs[f.Article].Words(content))
		}
		if !strings.Contains(bare(strings.Join(said, " ")), bare(question.Words)) {
			t.Fatalf("%q is not in %q", question.Words, said)
		}
	})
}

// bare is text folded, without all that is no letter or digit.
func bare(text string) string {
	var b strings.Builder
	for _, token := range arabic.Tokens(text) {
		if token.Kind <= 1 {
			b.WriteString(token.Key + " ")
		}
	}
	return strings.TrimSpace(b.String())
}

// TestSameTwice holds that asking changes nothing, and that findings point at
// words.
func TestSameTwice(t *testing.T) {
	record, facts := reports()
	question := isnad.Question{Words: "Drones struck the port before dawn, killing at least 15 people"}
	first, err := collection().Ask(question)
	if err != nil {
		t.Fatal(err)
	}
	second, err := verify.Verify(record, facts, question)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error(diff)
	}
	if len(first.Findings) == 0 || first.Rests == 0 {
		t.Fatal("nothing found")
	}
	for _, f := range first.Findings {
		if len(f.Spans) == 0 {
			t.Errorf("a finding without words: %+v", f)
		}
		for _, span := range f.Spans {
			if err := span.Check(record.Docs[f.Article].Article.Text); err != nil || span.Empty() {
				t.Errorf("%v %v", span, err)
			}
		}
	}
}

func FuzzAsk(f *testing.F) {
	f.Add("لن تغلق أبوابها 20 %", "ليم")
	f.Add("not not never 1 2 3", "«»")
	f.Fuzz(func(t *testing.T, words, speaker string) {
		verdict, err := collection().Ask(isnad.Question{Words: words, Speaker: speaker})
		if err == nil && verdict.Rests > len(verdict.Findings) {
			t.Errorf("rests on %d of %d", verdict.Rests, len(verdict.Findings))
		}
	})
}

func BenchmarkAsk(b *testing.B) {
	c := collection()
	for b.Loop() {
		if _, err := c.Ask(isnad.Question{Words: "We will open the Hessa crossing to lorries within a week", Speaker: "Korrin"}); err != nil {
			b.Fatal(err)
		}
	}
}
