package eval

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/learn"
)

const marked = `# Quality

Prose | with a bar.

<!-- made by isnad eval: record -->
<!-- made by isnad eval: end -->

Between.

<!-- made by isnad eval: scores -->
<!-- made by isnad eval: end -->
After.
`

func fill(t *testing.T, doc string, scores ...learn.Score) string {
	t.Helper()
	out, err := Fill([]byte(doc), scores)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestFill holds that prose stays, that filling twice is filling once, that a
// new score takes the old one's place and the others stay.
func TestFill(t *testing.T) {
	record := []learn.Score{
		{Task: RecordTask, Set: "demo", Measure: "entities", Value: 97.14},
		{Task: RecordTask, Set: "seeds", Measure: "entities", Value: 100},
		{Task: RecordTask, Set: "seeds", Measure: "dates", Value: 99.96},
	}
	once := fill(t, marked, append(record, someScores...)...)
	if twice := fill(t, once, append(record, someScores...)...); twice != once {
		t.Error(cmp.Diff(once, twice))
	}
	if nothing := fill(t, once); nothing != once {
		t.Error(cmp.Diff(once, nothing))
	}
	for _, want := range []string{
		"Prose | with a bar.\n\n<!-- made by isnad eval: record -->\n| measure | demo | seeds |\n|---|---|---|\n| entities | 97.1 | 100.0 |\n| dates | \u2013 | 100.0 |\n<!-- made by isnad eval: end -->\n\nBetween.\n",
		"| names-ar | a cut | F1 person | 80.0 |  |\n| ports | Dorsania | ships | 12,345 |  |\n",
		"<!-- made by isnad eval: end -->\nAfter.\n",
	} {
		if !strings.Contains(once, want) {
			t.Errorf("no %q in\n%s", want, once)
		}
	}
	again := fill(t, once, learn.Score{Task: "names-ar", Set: "a cut", Measure: "F1", Value: 81}, learn.Score{Task: "names-ar", Set: "a cut", Measure: "F1 place", Value: 90})
	if !strings.Contains(again, "| F1 | 81.0 |") || !strings.Contains(again, "| F1 person | 80.0 |  |\n| names-ar | a cut | F1 place | 90.0 |  |\n| ports ") {
		t.Errorf("%s", again)
	}
	scores, err := InDocument([]byte(again))
	if err != nil || len(scores) != len(record)+len(someScores)+1 {
		t.Errorf("%d scores in the document, %v", len(scores), err)
	}
}

func TestFillRefused(t *testing.T) {
	for name, doc := range map[string]string{
		"no block":      "# Quality\n",
		"unknown block": blockOpen + "speed" + blockClose + "\n" + blockEnd,
		"no end":        blockOpen + "scores" + blockClose + "\n",
		"other columns": blockOpen + "scores" + blockClose + "\n| a | b |\n" + blockEnd,
		"no number":     blockOpen + "record" + blockClose + "\n| measure | demo |\n| dates | good |\n" + blockEnd,
		"short row":     blockOpen + "record" + blockClose + "\n| measure | demo |\n| dates |\n" + blockEnd,
	} {
		if _, err := Fill([]byte(doc), nil); !errors.Is(err, isnad.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzFill holds that filling ends, never panics, and is the same when done
// again.
func FuzzFill(f *testing.F) {
	f.Add(marked)
	f.Add(blockOpen + "record" + blockClose + "\n| measure | a | b |\n| dates | 1.0 | \u2013 |\n" + blockEnd)
	f.Add(blockOpen + "scores" + blockClose + "\n| task | set | measure | ours | others |\n| a | b | c | 1,000 |  |\n" + blockEnd)
	f.Fuzz(func(t *testing.T, doc string) {
		once, err := Fill([]byte(doc), someScores)
		if err != nil {
			return
		}
		if twice, err := Fill(once, someScores); err != nil || string(twice) != string(once) {
			t.Errorf("%v\n%s", err, cmp.Diff(string(once), string(twice)))
		}
	})
}
