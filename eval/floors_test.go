package eval_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/eval"
	"github.com/isnad-news/isnad/known"
)

// floors are the scores below which testdata/floors.json lets nothing fall, by
// key of the score: the F1, which for shares is the share and for roles the
// recall.
type floors map[string]float64

func floorsOf(t *testing.T, name string) floors {
	t.Helper()
	raw, err := os.ReadFile("testdata/floors.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]floors
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatalf("testdata/floors.json: %v", err)
	}
	if len(all[name]) == 0 {
		t.Fatalf("testdata/floors.json: no floors for %s", name)
	}
	return all[name]
}

// hold scores the gold file over the reports in dir and fails for every score
// below its floor. It logs the scores and, where one fell, what was missed.
func hold(t *testing.T, floors floors, goldFile, dir string, facts *known.Facts) {
	t.Helper()
	raw, err := os.ReadFile(goldFile)
	if err != nil {
		t.Fatal(err)
	}
	gold, err := eval.Load(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range gold.Files() {
		names = append(names, filepath.Join(dir, name))
	}
	record, err := engine.New(engine.Options{Facts: facts}).Read(context.Background(), strings.NewReader(""), names...)
	if err != nil {
		t.Fatal(err)
	}
	report := eval.Score(gold, record)
	scores := reached(t, report)
	fell := false
	for key, floor := range floors {
		score, ok := scores[key]
		switch {
		case !ok:
			t.Errorf("testdata/floors.json: there is no score %q", key)
		case score < floor:
			fell = true
			t.Errorf("%s: %.3f is below its floor of %.3f", key, score, floor)
		}
	}
	t.Logf("\n%s", table(t, report, floors, fell))
}

// reached reads the scores as isnad eval --json gives them.
func reached(t *testing.T, report *eval.Report) map[string]float64 {
	t.Helper()
	var out bytes.Buffer
	if err := report.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var scores map[string]struct{ F1, Recall float64 }
	if err := json.Unmarshal(out.Bytes(), &scores); err != nil {
		t.Fatal(err)
	}
	values := make(map[string]float64, len(scores))
	for key, score := range scores {
		values[key] = score.F1
		if key == "roles" {
			values[key] = score.Recall
		}
	}
	return values
}

// table is the table of isnad eval with the floor behind each score.
func table(t *testing.T, report *eval.Report, floors floors, misses bool) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.WriteText(&out, misses); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	for i, line := range lines {
		key, scored, _ := strings.Cut(line, " ")
		if floor, ok := floors[key]; ok && scored != "" {
			lines[i] = fmt.Sprintf("%s   floor %.2f", line, floor)
		}
	}
	return strings.Join(lines, "\n")
}

// TestFloorsDemo scores the demo, read from disk with its own facts as a user
// would read it.
func TestFloorsDemo(t *testing.T) {
	dir := t.TempDir()
	if err := demo.Write(dir); err != nil {
		t.Fatal(err)
	}
	facts, err := demo.Facts()
	if err != nil {
		t.Fatal(err)
	}
	hold(t, floorsOf(t, "demo"), filepath.Join(dir, "gold.json"), dir, known.Default().With(facts))
}

// TestFloorsSeeds scores the two real reports that lie beside the module.
func TestFloorsSeeds(t *testing.T) {
	shared := os.Getenv("ISNAD_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	gold := filepath.Join(shared, "gold", "seeds.json")
	if _, err := os.Stat(gold); err != nil {
		t.Skipf("the seeds are not here (%s): set ISNAD_SHARED to the folder that holds gold and seeds", gold)
	}
	hold(t, floorsOf(t, "seeds"), gold, shared, known.Default())
}
