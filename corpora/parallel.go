package corpora

import (
	"io"
	"strings"

	"github.com/isnad-news/isnad"
)

// Translated is a segment of a document, a sentence mostly, in two languages.
type Translated struct{ Document, English, Arabic string }

// Parallel reads segments of documents in two languages: lines of the
// document's name, the English and the Arabic, with tabs between. The segments
// of a document follow one another.
func Parallel(name string, r io.Reader) ([]Translated, error) {
	rows, err := Rows(name, r, "")
	if err != nil {
		return nil, err
	}
	list := make([]Translated, len(rows))
	seen := map[string]bool{}
	for i, row := range rows {
		if len(row) != 3 || row[0] == "" || strings.TrimSpace(row[1]) == "" || strings.TrimSpace(row[2]) == "" {
			return nil, isnad.Errorf(isnad.Invalid, name, "segment %d is not a document's name and two texts", i+1)
		}
		if seen[row[0]] && list[i-1].Document != row[0] {
			return nil, isnad.Errorf(isnad.Invalid, name, "segment %d: its document ended before", i+1)
		}
		seen[row[0]] = true
		list[i] = Translated{Document: row[0], English: row[1], Arabic: row[2]}
	}
	return list, nil
}
