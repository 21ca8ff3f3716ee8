package corpora

import (
	"encoding/csv"
	"errors"
	"io"

	"github.com/isnad-news/isnad"
)

// Stance is two texts and how they stand to one another: "agree", "disagree" or
// "other".
type Stance struct{ A, B, Stance string }

// maxStances bounds the rows of a file.
const maxStances = 1 << 20

// Stances reads comma-separated values of two texts and their stance, behind a
// row of heads.
func Stances(name string, r io.Reader) ([]Stance, error) {
	reader := csv.NewReader(r)
	reader.FieldsPerRecord, reader.ReuseRecord, reader.LazyQuotes = 3, true, true
	var list []Stance
	for row := 1; ; row++ {
		fields, err := reader.Read()
		switch {
		case errors.Is(err, io.EOF):
			return list, nil
		case err != nil:
			return nil, isnad.Errorf(isnad.Invalid, name, "%w", err)
		case row > maxStances:
			return nil, isnad.Errorf(isnad.TooLarge, name, "more than %d rows", maxStances)
		case row == 1:
			continue
		}
		switch fields[2] {
		case "agree", "disagree", "other":
		default:
			return nil, isnad.Errorf(isnad.Invalid, name, "row %d: %q is no stance", row, fields[2])
		}
		list = append(list, Stance{fields[0], fields[1], fields[2]})
	}
}
