package corpora

import (
	"io"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
)

// Segmented is a written word and the segments that it is made of, proclitics
// first.
type Segmented struct {
	Word     string
	Segments []string // one at least; as the file folds them
}

// ReadSegmented reads a word and its segments joined by "+", parted by a tab,
// with or without a number before them. A first line that names the columns
// ("word", "segments") is left out. A line of another form is of kind
// [isnad.Invalid].
func ReadSegmented(name string, r io.Reader) ([]Segmented, error) {
	var list []Segmented
	err := lines(name, r, func(line string, n int) error {
		columns := strings.Split(line, "\t")
		switch {
		case line == "", n == 1 && columns[len(columns)-1] == "segments":
			return nil
		case len(columns) == 3 && isNumber(columns[0]):
			columns = columns[1:]
		case len(columns) != 2:
			return isnad.Errorf(isnad.Invalid, name, "line %d: no word and its segments", n)
		}
		if columns[0] == "" || columns[1] == "" {
			return isnad.Errorf(isnad.Invalid, name, "line %d: a word or its segments are empty", n)
		}
		list = append(list, Segmented{Word: columns[0], Segments: segments(columns[1])})
		return nil
	})
	return list, err
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// segments parts what is joined; a word of plus signs alone is one segment.
func segments(s string) []string {
	var list []string
	for _, one := range strings.Split(s, "+") {
		if one != "" {
			list = append(list, one)
		}
	}
	if list == nil {
		return []string{s}
	}
	return list
}
