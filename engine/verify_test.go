package engine

import (
	"context"
	"testing"

	"github.com/isnad-news/isnad"
)

// wide is a store of many reports of which no search finds one.
type wide struct {
	Askable
	reports int
}

func (w wide) Totals(context.Context) (isnad.Totals, error) {
	return isnad.Totals{Articles: w.reports}, nil
}

func (wide) Find(context.Context, isnad.Query) ([]isnad.Hit, error) { return nil, nil }

// A verdict says how many reports of a store the question was not held against.
func TestVerdictsTellWhatWasNotRead(t *testing.T) {
	_, verdict, err := New(Options{}).VerifyStored(t.Context(), wide{reports: 2217}, isnad.Question{Words: "the harbour would open on Monday"})
	if err != nil || verdict.Answer != isnad.NotSaidHere || verdict.Beyond != 2217 {
		t.Errorf("%+v, error %v", verdict, err)
	}
}
