package events_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/isnad-news/isnad"
)

// sentence is a marked text (see marked) and the events that it tells of. The
// day of publication is 2031-05-05.
type sentence struct {
	name string
	text string
	want []string
}

func check(t *testing.T, language isnad.Lang, sentences []sentence) {
	t.Helper()
	for _, s := range sentences {
		t.Run(s.name, func(t *testing.T) {
			if diff := cmp.Diff(s.want, read(t, s.text, language), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("events (-want +got):\n%s", diff)
			}
		})
	}
}
