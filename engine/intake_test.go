package engine

import (
	"context"
	"errors"
	"slices"
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

// choosy is a store that refuses batches with one snapshot.
type choosy struct {
	isnad.Keeper
	refused string
	stored  int
}

func (c *choosy) Put(_ context.Context, batch []isnad.Intake) ([]isnad.Outcome, error) {
	outcomes := make([]isnad.Outcome, len(batch))
	for i := range batch {
		if batch[i].Snapshot.Source == c.refused {
			return nil, isnad.Errorf(isnad.TooLarge, c.refused, "too large to keep")
		}
		outcomes[i] = isnad.Added
	}
	c.stored += len(batch)
	return outcomes, nil
}

// What the store refuses costs itself and not the batch that it is in.
func TestRefusedByStore(t *testing.T) {
	store := &choosy{refused: "b"}
	read := []isnad.Intake{{Snapshot: isnad.Snapshot{Source: "a"}}, {Snapshot: isnad.Snapshot{Source: "b"}}, {Snapshot: isnad.Snapshot{Source: "c"}}}
	outcomes, err := putAll(t.Context(), store, read)
	if err != nil || store.stored != 2 || !slices.Equal(outcomes, []isnad.Outcome{isnad.Added, isnad.Unread, isnad.Added}) {
		t.Errorf("outcomes %v, %d stored, %v", outcomes, store.stored, err)
	}
	if !strings.Contains(read[1].Problem, "too large") {
		t.Errorf("problem %q", read[1].Problem)
	}
}

// behind is a store that keeps what it is given and then fails with its stories.
type behind struct{ isnad.Keeper }

func (behind) Put(context.Context, []isnad.Intake) ([]isnad.Outcome, error) {
	return nil, &deskError{isnad.Errorf(isnad.TooLarge, "story", "too large to keep")}
}

// What fails behind a batch that is stored, of whatever kind, is no refusal of it.
func TestStoriesFailBehindIntake(t *testing.T) {
	read := []isnad.Intake{{Snapshot: isnad.Snapshot{Source: "a"}}}
	if outcomes, err := putAll(t.Context(), behind{}, read); !errors.Is(err, isnad.TooLarge) || read[0].Problem != "" {
		t.Errorf("outcomes %v, problem %q, %v", outcomes, read[0].Problem, err)
	}
}

// A panic in the rules that comes only when a report is read again costs what
// reading again would have told.
func TestMistakeReadingAgain(t *testing.T) {
	e := &Engine{rules: "none", workers: 1}
	doc := &isnad.Doc{Article: &isnad.Article{ID: "a1", Title: "first"}}
	again, err := e.annotateAgain(t.Context(), []*isnad.Doc{doc}, map[int]*isnad.Article{0: {ID: "a1", Title: "again"}})
	if err != nil || len(again) != 1 || again[0] != doc {
		t.Errorf("%v, %v", again, err)
	}
}
