package eval

import (
	"testing"

	"github.com/isnad-news/isnad"
)

func TestVerifyQuestions(t *testing.T) {
	questions, err := verifyQuestions()
	if err != nil {
		t.Fatal(err)
	}
	seen, halves := map[string]bool{}, map[string]int{}
	for _, one := range questions {
		if seen[one.ID] || verifySets[one.Collection] == "" || one.Class == "" {
			t.Errorf("question %q of %q: not one of its own, or without an answer", one.ID, one.Collection)
		}
		seen[one.ID] = true
		halves[one.Half]++
	}
	if len(questions) != 120 || halves["tune"]+halves["test"] != 120 || halves["test"] < halves["tune"] {
		t.Errorf("%d questions, by half %v", len(questions), halves)
	}
}

// answered is an answer to a question of which class is right.
func answered(half string, class, answer isnad.Answer, single, told bool, also ...isnad.Answer) VerifyAnswer {
	return VerifyAnswer{Half: half, Class: class, Also: also, Single: &single, Verdict: &isnad.Verdict{Answer: answer, SingleChain: told}}
}

func TestScoreAnswers(t *testing.T) {
	answers := []VerifyAnswer{
		answered("test", isnad.SaidVerbatim, isnad.SaidVerbatim, true, true),
		answered("test", isnad.SaidChanged, isnad.SaidInOtherWords, false, true, isnad.SaidInOtherWords), // good too; one witness told of two
		answered("test", isnad.SaidChanged, isnad.SaidVerbatim, true, true),                              // the worst
		answered("test", isnad.NotSaidHere, isnad.NotSaidHere, true, false),                              // nobody to count
		answered("tune", isnad.SaidVerbatim, isnad.NotSaidHere, true, true),
	}
	want := map[string]float64{"right class": 75, "verbatim that is not (count)": 1, "one witness or more, told right": 50}
	for _, score := range scoreAnswers("set", "test", answers) {
		if score.Value != want[score.Measure] {
			t.Errorf("%s: %v, want %v", score.Measure, score.Value, want[score.Measure])
		}
		delete(want, score.Measure)
	}
	if len(want) > 0 {
		t.Errorf("not measured: %v", want)
	}
	if scores := scoreAnswers("set", "none", answers); scores != nil {
		t.Errorf("no answers score %v", scores)
	}
}
