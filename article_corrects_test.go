package isnad_test

import (
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

func TestCorrects(t *testing.T) {
	report := func(id, outlet, text string, day int) *isnad.Article {
		return &isnad.Article{
			ID: id, Outlet: isnad.Outlet{Name: outlet}, Text: text, Published: isnad.Published{Time: time.Date(2031, 5, day, 0, 0, 0, 0, time.UTC)},
			Parts: []isnad.Part{{Kind: isnad.Title, Span: isnad.Span{End: len(text)}, CopyOf: -1}},
		}
	}
	first := report("a1", "Gull", "12 dead in Tarn", 5)
	tests := []struct {
		later *isnad.Article
		want  bool
	}{
		{report("a2", "Gull", "Correction: 15 dead in Tarn", 6), true},
		{report("a2", "Gull", "تصحيح: 15 قتيلا في تارن", 6), true},
		{report("a2", "Gull", "(تصويب) 15 قتيلا في تارن", 6), true},
		{report("a2", "Gull", "تصحيح المسار في تارن", 6), false},
		{report("a2", "Gull", "Correction of the course", 6), false},
		{report("a2", "Gull", "Correction", 6), false},
		{report("a2", "Tern", "Correction: 15 dead in Tarn", 6), false},
		{report("a2", "Gull", "Correction: 15 dead in Tarn", 4), false},
		{report("a1", "Gull", "Correction: 15 dead in Tarn", 5), false},
	}
	for _, tt := range tests {
		if got := tt.later.Corrects(first); got != tt.want {
			t.Errorf("%q of %s corrects: %v, want %v", tt.later.Text, tt.later.Outlet.Name, got, tt.want)
		}
	}
}

func TestLastDay(t *testing.T) {
	for value, want := range map[string]string{
		"2031": "2031-12-31", "2032-02": "2032-02-29", "2031-W19": "2031-05-11", "2031-05-09": "2031-05-09", "": "", "immediately": "", "2031-W": "", "2031-13": "",
	} {
		if got := isnad.LastDay(value); got != want {
			t.Errorf("LastDay(%q) = %q, want %q", value, got, want)
		}
	}
}
