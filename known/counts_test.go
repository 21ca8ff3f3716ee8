package known

import (
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

// TestListsAreWide holds how much the lists must hold at least, and that it was
// looked up as it must be.
func TestListsAreWide(t *testing.T) {
	cities, bodies, holders := 0, 0, 0
	for row := range Default().Rows() {
		switch {
		case row.Class == City:
			cities++
		case row.Kind == isnad.Organisation:
			bodies++
		}
		if len(row.Offices) == 0 {
			continue
		}
		holders++
		if sources := strings.Split(row.Sources, ";"); len(sources) < 2 || strings.TrimSpace(sources[0]) == strings.TrimSpace(sources[1]) {
			t.Errorf("%s: offices with the sources %q", row.ID, row.Sources)
		}
		for _, language := range []isnad.Lang{isnad.Arabic, isnad.English} {
			if !hasName(row, language) {
				t.Errorf("%s: an office-holder without a name in %s", row.ID, language)
			}
		}
	}
	for _, floor := range []struct {
		what      string
		has, want int
	}{{"cities", cities, 400}, {"bodies", bodies, 400}, {"office-holders", holders, 300}} {
		if floor.has < floor.want {
			t.Errorf("%d %s, want %d at least", floor.has, floor.what, floor.want)
		}
	}
}

// TestCountriesAreAll: the 249 territories of ISO 3166 and Kosovo, each with
// names in both languages.
func TestCountriesAreAll(t *testing.T) {
	iso := 0
	for row := range Default().Rows() {
		if !row.IsCountry() {
			continue
		}
		if row.Country != "XKX" {
			iso++
		}
		if !hasName(row, isnad.Arabic) || !hasName(row, isnad.English) {
			t.Errorf("%s has the names %v", row.ID, row.Names)
		}
		if found, _ := Default().CountryRow(row.Country); found != row {
			t.Errorf("%s is the code of %s and %s", row.Country, row.ID, found.ID)
		}
	}
	if iso != 249 {
		t.Errorf("%d territories of ISO 3166, want 249", iso)
	}
}

func hasName(row *Row, language isnad.Lang) bool {
	for _, name := range row.Names {
		if name.Lang == language {
			return true
		}
	}
	return false
}

// TestListsDoNotClash: a row replaces one of an earlier list only where both
// are people; the generated list adds to countries.
func TestListsDoNotClash(t *testing.T) {
	files, err := lists.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	first := map[string]string{}
	for _, entry := range files {
		name := entry.Name()
		file, err := lists.Open("data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for row, err := range Scan(name, file) {
			if err != nil {
				t.Error(err)
				continue
			}
			if before := first[row.ID]; name != generated && before != "" && before != generated && row.Kind != isnad.Person {
				t.Errorf("%s stands in %s and %s", row.ID, before, name)
			}
			if before := first[row.ID]; before == generated && !row.IsCountry() {
				t.Errorf("%s is a country, and another thing in %s", row.ID, name)
			}
			first[row.ID] = name
		}
		file.Close()
	}
}
