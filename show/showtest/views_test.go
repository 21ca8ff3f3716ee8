package showtest

import (
	"testing"

	"github.com/isnad-news/isnad"
)

func TestViewsPass(t *testing.T) {
	record := Record()
	if err := Overview().Check(record); err != nil {
		t.Error(err)
	}
	if err := News().Check(record); err != nil {
		t.Error(err)
	}
	for _, position := range Positions() {
		if err := position.Check([]*isnad.Record{record}); err != nil {
			t.Error(err)
		}
	}
}
