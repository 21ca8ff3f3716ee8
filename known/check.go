package known

import (
	"errors"
	"strings"

	"github.com/isnad-news/isnad"
)

// Check returns what is wrong between rows, joined into one error of kind
// [isnad.Invalid], or nil: a country that no row declares, a capital or body
// that is no row, an office whose row does not name two sources. Load checks
// each row by itself; call Check on facts laid over one another.
func (f *Facts) Check() error {
	var wrong []error
	for _, row := range f.table.rows {
		for _, problem := range f.problems(row) {
			wrong = append(wrong, isnad.Errorf(isnad.Invalid, row.ID, "%s", problem))
		}
	}
	return errors.Join(wrong...)
}

func (f *Facts) problems(row *Row) (list []string) {
	if row.Country != "" && f.countries[row.Country] == nil {
		list = append(list, "country "+row.Country+" has no row")
	}
	if capital, ok := f.Row(row.Capital); row.Capital != "" && (!ok || capital.Kind != isnad.Place) {
		list = append(list, "capital "+row.Capital+" is no place")
	}
	for _, of := range row.Of {
		if body, ok := f.Row(of); f.countries[of] == nil && (!ok || body.Kind != isnad.Organisation) {
			list = append(list, "office at "+of+", which is neither country nor body")
		}
	}
	if len(row.Offices) > 0 && !strings.Contains(row.Sources, ";") {
		list = append(list, "offices without two sources")
	}
	return list
}
