package isnad

import (
	"slices"
	"testing"
)

func TestOutlets(t *testing.T) {
	doc := func(outlet, source string) *Doc {
		return &Doc{Article: &Article{Outlet: Outlet{Name: outlet}, Source: source}}
	}
	twelve := []Difference{{What: "number", Value: "12 dead", Others: "15 dead"}}
	tests := []struct {
		name    string
		docs    []*Doc
		stances []Stance
		want    []OutletStance
	}{
		{
			"the plainest counts", []*Doc{doc("Mawj", "1"), doc("Marsa", "2"), doc("Mawj", "3")},
			[]Stance{{Article: 0, Kind: Silent}, {Article: 1, Kind: Attributes}, {Article: 2, Kind: Reports}},
			[]OutletStance{{Outlet: "Mawj", Kind: Reports, Articles: []int{0, 2}}, {Outlet: "Marsa", Kind: Attributes, Articles: []int{1}}},
		},
		{
			"a value that differs", []*Doc{doc("Mawj", "1"), doc("Mawj", "2")},
			[]Stance{{Article: 0, Kind: Reports}, {Article: 1, Kind: Differs, Differences: twelve}},
			[]OutletStance{{Outlet: "Mawj", Kind: Differs, Articles: []int{0, 1}, Differences: twelve}},
		},
		{
			"it denies", []*Doc{doc("Mawj", "1"), doc("Mawj", "2")},
			[]Stance{{Article: 0, Kind: DeniesIt, Differences: twelve}, {Article: 1, Kind: Silent}},
			[]OutletStance{{Outlet: "Mawj", Kind: DeniesIt, Articles: []int{0, 1}, Differences: twelve}},
		},
		{
			"unknown outlets are apart", []*Doc{doc("", "1.txt"), doc("", "2.txt")},
			[]Stance{{Article: 0, Kind: Silent}, {Article: 1, Kind: Reports}},
			[]OutletStance{{Outlet: "1.txt", Kind: Silent, Articles: []int{0}}, {Outlet: "2.txt", Kind: Reports, Articles: []int{1}}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := (&Record{Docs: tt.docs}).Outlets(&Entry{Stances: tt.stances})
			equal := func(a, b OutletStance) bool {
				return a.Outlet == b.Outlet && a.Kind == b.Kind && slices.Equal(a.Articles, b.Articles) && slices.Equal(a.Differences, b.Differences)
			}
			if !slices.EqualFunc(got, tt.want, equal) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

// A denial through another entry must be one that the article tells.
func TestCheckThrough(t *testing.T) {
	through := func(kind StanceKind, other string) error {
		r := soundRecord()
		r.Entries[0].Sources = r.Entries[0].Sources[:1]
		r.Entries[0].Stances = []Stance{{Article: 0, Kind: Reports}, {Article: 1, Kind: kind, Through: other}}
		return r.Check()
	}
	if err := through(DeniesIt, "ev-1"); err != nil {
		t.Error(err)
	}
	for _, err := range []error{through(DeniesIt, "none"), through(DeniesIt, "st-1"), through(Reports, "ev-1")} {
		if err == nil {
			t.Error("a denial that nothing tells passes")
		}
	}
}
