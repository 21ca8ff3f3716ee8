package engine

import (
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

// A panic in the rules, here that of an engine without any, costs one report its
// facts and stops nothing.
func TestMistakeInRules(t *testing.T) {
	e := &Engine{rules: "none"}
	text := []byte("The harbour of Ostrel opened on Thursday, the port authority said.")
	intake := e.readOne(arrival{snapshot: isnad.Snapshot{SHA256: digestOfBytes(text), Source: "port.txt", Bytes: text}})
	if intake.Article == nil || intake.Doc == nil || len(intake.Doc.Statements) > 0 {
		t.Fatalf("intake %+v", intake)
	}
	if err := intake.Doc.Check(); err != nil {
		t.Error(err)
	}
	if !strings.Contains(intake.Problem, "port.txt") || !strings.Contains(intake.Problem, "mistake in the rules") {
		t.Errorf("problem %q", intake.Problem)
	}
}
