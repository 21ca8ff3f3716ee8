package known

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// maxLine bounds a line of a list in bytes.
const maxLine = 1 << 20

// Load reads rows from a list in the TSV format of docs/known.md; name is
// what errors call it. Errors are of kind [isnad.Invalid] and say the line and
// the field; an ID that comes twice is one. References to rows that are not
// in this list are not looked at: see [Facts.Check].
func Load(name string, r io.Reader) (*Facts, error) {
	rows, err := readRows(name, r)
	if err != nil {
		return nil, err
	}
	seen := make(map[string]bool, len(rows))
	for _, row := range rows {
		if seen[row.ID] {
			return nil, isnad.Errorf(isnad.Invalid, name, "id %q comes twice", row.ID).
				WithHint("Join the two rows into one, or give one of them another id.")
		}
		seen[row.ID] = true
	}
	return build(rows), nil
}

// table is the state of reading one list.
type table struct {
	name    string
	line    int
	columns []string
	rows    []*Row
}

func readRows(name string, r io.Reader) ([]*Row, error) {
	t := &table{name: name}
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 64<<10), maxLine)
	for scanner.Scan() {
		t.line++
		if err := t.take(scanner.Text()); err != nil {
			return nil, err
		}
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, isnad.Errorf(isnad.TooLarge, t.at(1), "line of more than %d bytes", maxLine)
	case err != nil:
		return nil, isnad.Errorf(isnad.Unreadable, name, "%w", err)
	case t.columns == nil:
		return nil, isnad.Errorf(isnad.Invalid, name, "no header line").
			WithHint("The first line that is not a comment names the columns, tab-separated: id, kind, ar, en, …")
	}
	return t.rows, nil
}

// at names the place of an error, ahead lines behind the last line taken.
func (t *table) at(ahead int) string { return fmt.Sprintf("%s:%d", t.name, t.line+ahead) }

func (t *table) take(line string) error {
	line = strings.TrimSuffix(line, "\r")
	if t.line == 1 {
		line = strings.TrimPrefix(line, "\ufeff")
	}
	if strings.TrimSpace(line) == "" || line[0] == '#' {
		return nil
	}
	if !utf8.ValidString(line) {
		return isnad.Errorf(isnad.Invalid, t.at(0), "not UTF-8")
	}
	cells := strings.Split(line, "\t")
	if t.columns == nil {
		return t.header(cells)
	}
	if len(cells) > len(t.columns) {
		return isnad.Errorf(isnad.Invalid, t.at(0), "%d fields in a table of %d columns", len(cells), len(t.columns))
	}
	row := &Row{}
	for i, cell := range cells {
		column := t.columns[i]
		if err := columns[column](row, strings.TrimSpace(cell)); err != nil {
			return isnad.Errorf(isnad.Invalid, t.at(0), "field %s: %w", column, err)
		}
	}
	if err := row.check(); err != nil {
		return isnad.Errorf(isnad.Invalid, t.at(0), "%w", err)
	}
	t.rows = append(t.rows, row)
	return nil
}

func (t *table) header(cells []string) error {
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		if columns[cell] == nil {
			return isnad.Errorf(isnad.Invalid, t.at(0), "unknown column %q", cell).
				WithHint("Columns are: " + strings.Join(columnNames, ", ") + ".")
		}
		for _, earlier := range cells[:i] {
			if strings.TrimSpace(earlier) == cell {
				return isnad.Errorf(isnad.Invalid, t.at(0), "column %q comes twice", cell)
			}
		}
		t.columns = append(t.columns, cell)
	}
	return nil
}

// check holds what every row must have, whatever its columns.
func (r *Row) check() error {
	switch {
	case r.ID == "":
		return errors.New("field id: empty")
	case r.Kind == "":
		return errors.New("field kind: empty")
	case len(r.Names) == 0:
		return errors.New("fields ar, en: no name")
	case r.IsCountry() && r.Country == "":
		return errors.New("field country: empty; a country needs its alpha-3 code")
	case len(r.Offices) > 0 && r.Kind != isnad.Person:
		return errors.New("field offices: only a person holds offices")
	case r.AsOf == "" && r.openOffice():
		return errors.New("field as_of: empty; an office still held needs the day on which that was seen")
	case len(r.Offices) > 0 && r.Sources == Unchecked:
		return errors.New("field offices: the row's sources are unchecked")
	}
	return nil
}

func (r *Row) openOffice() bool {
	return slices.ContainsFunc(r.Offices, func(o isnad.Office) bool { return o.To == "" })
}

// isSlug reports whether id is lower-case letters and digits, with single
// hyphens between them.
func isSlug(id string) bool {
	hyphen := true // one may not begin the id, nor follow another
	for i := range len(id) {
		switch c := id[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

// isCode reports whether code is three capitals.
func isCode(code string) bool {
	return len(code) == 3 && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
