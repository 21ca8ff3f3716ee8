package annotate

import (
	"errors"
	"testing"

	"github.com/isnad-news/isnad"
)

func TestPipelineRefusesUnmetNeeds(t *testing.T) {
	cases := []struct {
		name       string
		components []Component
		ok         bool
	}{
		{"empty", nil, true},
		{"met", []Component{{Name: "a", Makes: []Layer{Dates}}, {Name: "b", Needs: []Layer{Dates}}}, true},
		{"unmet", []Component{{Name: "b", Needs: []Layer{Dates}}}, false},
		{"wrong order", []Component{{Name: "b", Needs: []Layer{Dates}}, {Name: "a", Makes: []Layer{Dates}}}, false},
		{"made twice", []Component{{Name: "a", Makes: []Layer{Dates}}, {Name: "b", Makes: []Layer{Dates}}}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := NewPipeline(c.components...)
			if (err == nil) != c.ok {
				t.Fatalf("err = %v, want ok %t", err, c.ok)
			}
			if err != nil && !errors.Is(err, isnad.Invalid) {
				t.Errorf("err = %v, want kind %q", err, isnad.Invalid)
			}
		})
	}
}
