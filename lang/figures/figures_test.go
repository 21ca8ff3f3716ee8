package figures_test

import (
	"testing"

	"github.com/isnad-news/isnad/lang/figures"
)

func TestSame(t *testing.T) {
	tests := []struct {
		a, b  string
		latin bool
		want  bool
	}{
		{"21.192 زائرا", "21192 زائرا", false, true},
		{"1,596 مليون ريال", "1.596 مليون ريال", false, true},
		{"157 راكبا", "157 راكبا\u064B", false, true},
		{"ثماني عشرة سنة", "18 سنة", false, true},
		{"\"1.7\" مليون طن", "1.7 مليون طن", false, true},
		{"( 7 , 2 ) مليار درهم", "7.2 مليار درهم", false, true},
		{"1.5 مليون طن", "15 مليون طن", false, false},
		{"12 سفينة", "12 قاربا", false, false},
		{"12 سفينة", "13 سفينة", false, false},
		{"1.596 مليون", "1596", false, false},
		{"21,192 pilgrims", "21192 pilgrims", true, true},
		{"twelve ships", "12 ships", true, true},
		{"2.5 miles", "25 miles", true, false},
	}
	for _, tt := range tests {
		if got := figures.Same(tt.a, tt.b, tt.latin); got != tt.want {
			t.Errorf("Same(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if got := figures.Same(tt.b, tt.a, tt.latin); got != tt.want {
			t.Errorf("Same(%q, %q) = %v, want %v", tt.b, tt.a, got, tt.want)
		}
	}
}
