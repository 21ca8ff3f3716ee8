package eval

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/learn"
)

// rounded is what tables show.
func rounded(scores []learn.Score) map[string]string {
	shown := map[string]string{}
	for _, score := range scores {
		shown[score.Task+" "+score.Measure] = score.Number()
	}
	return shown
}

// TestTreesEnglish: five words of seven on each side are the same, and the
// first sentence ends where the second begins.
func TestTreesEnglish(t *testing.T) {
	conllu := row(1, "Ada") + row(2, "sang") + row(3, ".") + "\n" + "2-3\tgonna" + strings.Repeat("\t_", 8) + "\n"
	conllu = strings.Replace(conllu, "2-3\t", row(1, "Bo")+"2-3\t", 1) + row(2, "gon") + row(3, "na") + row(4, "!")
	trees, err := corpora.CoNLLU("x", strings.NewReader(conllu))
	if err != nil {
		t.Fatal(err)
	}
	// "gonna" stays one word: 5 right of 7 and 6.
	want := map[string]string{"segments words F1": learn.Score{Value: 1000. / 13}.Number(), "sentences F1": "100.0"}
	if diff := cmp.Diff(want, rounded(Trees("x", trees, isnad.English))); diff != "" {
		t.Error(diff)
	}
}

func row(number int, form string) string {
	return strings.Join([]string{string(rune('0' + number)), form, "_", "_", "_", "_", "0", "_", "_", "_"}, "\t") + "\n"
}

// TestTreesArabic: "and to the minister", "in its country" with words as
// treebanks spell them.
func TestTreesArabic(t *testing.T) {
	const (
		wa, li, wazir     = "\u0648", "\u0644", "\u0627\u0644\u0648\u0632\u064A\u0631" // و ل الوزير
		waLilWazir        = "\u0648\u0644\u0644\u0648\u0632\u064A\u0631"               // وللوزير
		fi                = "\u0641\u064A"                                             // في
		bilad, ha, bilada = "\u0628\u0644\u0627\u062F", "\u0647\u0627", "\u0628\u0644\u0627\u062F\u0647\u0627"
	)
	fused := func(from, to, form string) string {
		return from + "-" + to + "\t" + form + strings.Repeat("\t_", 8) + "\n"
	}
	conllu := fused("1", "3", waLilWazir) + row(1, wa) + row(2, li) + row(3, wazir) + row(4, fi) +
		fused("5", "6", bilada) + row(5, bilad) + row(6, ha) + row(7, ".")
	trees, err := corpora.CoNLLU("x", strings.NewReader(conllu))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"segments words F1": "100.0", "sentences F1": "100.0"}
	if diff := cmp.Diff(want, rounded(Trees("x", trees, isnad.Arabic))); diff != "" {
		t.Error(diff)
	}
	words := []corpora.Segmented{
		{Word: "(" + waLilWazir, Segments: []string{wa, li, wazir[2*len(wa)-2:]}},
		{Word: bilada, Segments: []string{bilad, ha}},
		{Word: fi + ".", Segments: []string{fi}},
		{Word: "-", Segments: []string{"-"}},
	}
	words[0].Segments[2] = strings.Replace(wazir, "\u0627", "", 1) // لوزير, as it is written
	if got := rounded(Segmented("x", words)); got["segments words right"] != "75.0" {
		t.Errorf("%v: all but the mark, whose word is none", got)
	}
}

// TestScoreNames: a finder that reads text meets a file's words, over sentences
// and over files without any.
func TestScoreNames(t *testing.T) {
	find := func(_ context.Context, texts []string, _ isnad.Lang) ([][]Found, error) {
		found := make([][]Found, len(texts))
		for i, text := range texts {
			for at := 0; ; {
				n := strings.Index(text[at:], "Ada")
				if n < 0 {
					break
				}
				found[i] = append(found[i], Found{Span: isnad.Span{Start: at + n, End: at + n + 3}, Kind: "person"})
				at += n + 3
			}
		}
		return found, nil
	}
	sentence := "Ada I-PER\n\nAda I-PER\nleft O\nOluf\tB-SHIP\n. O\n"
	for name, text := range map[string]string{"sentences": sentence + "\n" + sentence, "one sequence": strings.Repeat(strings.ReplaceAll(sentence, "\n\n", "\n. O\n"), 400)} {
		got, err := ScoreNames(context.Background(), "x", []byte(text), isnad.English, []string{"SHIP=other"}, find)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"names F1": "80.0", "names F1 person": "100.0", "names F1 other": "0.0"}
		if diff := cmp.Diff(want, rounded(got)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	for name, text := range map[string]string{"nothing": "\n", "no tags": "Ada\n"} {
		if _, err := ScoreNames(context.Background(), "x", []byte(text), isnad.English, nil, find); !errors.Is(err, isnad.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPADT holds the floors that the language core has to reach, where the
// treebank is.
func TestPADT(t *testing.T) {
	const (
		leastWords = 97.5
	)
	data := learn.Folder(sharedData(t))
	trees, err := data.CoNLLU(learn.PADT)
	if err != nil {
		t.Fatal(err)
	}
	for _, score := range PADT("x", trees) {
		t.Logf("%s %s %s", score.Task, score.Measure, score.Number())
		if math.IsNaN(score.Value) || score.Task == segmentsTask && score.Value < leastWords {
			t.Errorf("%s %s: %s", score.Task, score.Measure, score.Number())
		}
	}
}
