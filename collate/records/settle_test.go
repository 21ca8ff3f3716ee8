package records_test

import (
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/records"
)

func TestSettleOverdue(t *testing.T) {
	tests := []struct {
		due  string
		day  string
		want isnad.CommitmentStatus
	}{
		{"2031-05-09", "2031-05-09", isnad.Open},
		{"2031-05-09", "2031-05-10", isnad.Overdue},
		{"2031-W19", "2031-05-11", isnad.Open},
		{"2031-W19", "2031-05-12", isnad.Overdue},
		{"2031-05", "2031-05-31", isnad.Open},
		{"2031-05", "2031-06-01", isnad.Overdue},
		{"2031", "2032-01-01", isnad.Overdue},
		{"within a week", "2032-01-01", isnad.Open},
		{"2031-05-09", "", isnad.Open},
		{"", "2032-01-01", isnad.Open},
	}
	for _, tt := range tests {
		record := &isnad.Record{Commitments: []isnad.CommitmentEntry{{Due: tt.due, Status: isnad.Open}}}
		records.Settle(record, tt.day)
		if got := record.Commitments[0].Status; got != tt.want {
			t.Errorf("due %q on %q: %s, want %s", tt.due, tt.day, got, tt.want)
		}
	}
}
