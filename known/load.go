package known

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// Bounds of a list.
const (
	maxLine  = 1 << 20 // bytes of a line
	maxNames = 1000    // names of a row
)

// Load reads rows from a list in the TSV format of docs/known.md; name is
// what errors call it. Errors are of kind [isnad.Invalid] and say the line and
// the field; an ID that comes twice is one. References to rows that are not
// in this list are not looked at: see [Facts.Check].
func Load(name string, r io.Reader) (*Facts, error) {
	rows, err := readRows(name, r)
	if err != nil {
		return nil, err
	}
	var t rowTable
	t.grow(len(rows))
	for _, row := range rows {
		if _, _, twice := t.get(row.ID); twice {
			return nil, isnad.Errorf(isnad.Invalid, name, "id %q comes twice", row.ID).
				WithHint("Join the two rows into one, or give one of them another id.")
		}
		t.add(row)
	}
	return build(t), nil
}

// list is the state of reading one list.
type list struct {
	name    string
	line    int
	columns []column
	room
}

// column is one of a list: its name and what its cells set.
type column struct {
	name string
	set  func(*Row, string) error
}

// Scan yields the rows of a list one by one, as they are read, for a list that
// is larger than memory; IDs that come twice are not seen. A row that breaks a
// rule comes as an error, as Load would give it, and the rest goes on; an error
// of kind [isnad.Unreadable] or [isnad.TooLarge], or one about the header, is
// the last.
func Scan(name string, r io.Reader) iter.Seq2[*Row, error] {
	return func(yield func(*Row, error) bool) {
		l := &list{name: name}
		err := l.scan(r, func(row *Row, err error) error {
			if err != nil && l.columns == nil {
				return err
			}
			if !yield(row, err) {
				return errStop
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(nil, err)
		}
	}
}

var errStop = errors.New("stop")

func readRows(name string, r io.Reader) ([]*Row, error) {
	l := &list{name: name}
	var rows []*Row
	err := l.scan(r, func(row *Row, err error) error {
		if err == nil {
			rows = append(rows, row)
		}
		return err
	})
	return rows, err
}

// scan calls take with every row or what is wrong with it, until take gives an
// error.
func (l *list) scan(r io.Reader, take func(*Row, error) error) error {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 64<<10), maxLine)
	for scanner.Scan() {
		l.line++
		row, err := l.take(scanner.Bytes())
		if row == nil && err == nil {
			continue
		}
		if err := take(row, err); err != nil {
			return err
		}
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return isnad.Errorf(isnad.TooLarge, l.at(1), "line of more than %d bytes", maxLine)
	case err != nil:
		return isnad.Errorf(isnad.Unreadable, l.name, "%w", err)
	case l.columns == nil:
		return isnad.Errorf(isnad.Invalid, l.name, "no header line").
			WithHint("The first line that is not a comment names the columns, tab-separated: id, kind, ar, en, …")
	}
	return nil
}

// at names the place of an error, ahead lines behind the last line taken.
func (l *list) at(ahead int) string { return fmt.Sprintf("%s:%d", l.name, l.line+ahead) }

// take returns the row of a line, or nothing for the header, a comment and an
// empty line.
func (l *list) take(line []byte) (*Row, error) {
	line = bytes.TrimSuffix(line, []byte("\r"))
	if l.line == 1 {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	if len(line) == 0 || line[0] == '#' || len(bytes.TrimSpace(line)) == 0 {
		return nil, nil
	}
	if !utf8.Valid(line) {
		return nil, isnad.Errorf(isnad.Invalid, l.at(0), "not UTF-8")
	}
	if l.columns == nil {
		return nil, l.header(strings.Split(string(line), "\t"))
	}
	row, err := l.row(l.text(line))
	if err != nil {
		return nil, isnad.Errorf(isnad.Invalid, l.at(0), "%w", err)
	}
	return row, nil
}

// row reads the cells of a line.
func (l *list) row(line string) (*Row, error) {
	if n := strings.Count(line, "\t") + 1; n > len(l.columns) {
		return nil, fmt.Errorf("%d fields in a table of %d columns", n, len(l.columns))
	}
	row := l.blank()
	for _, column := range l.columns {
		cell, rest, more := strings.Cut(line, "\t")
		if err := column.set(row, strings.TrimSpace(cell)); err != nil {
			return nil, fmt.Errorf("field %s: %w", column.name, err)
		}
		if line = rest; !more {
			break
		}
	}
	l.keep(row)
	return row, row.check()
}

func (l *list) header(cells []string) error {
	var header []column
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		if columns[cell] == nil {
			return isnad.Errorf(isnad.Invalid, l.at(0), "unknown column %q", cell).
				WithHint("Columns are: " + strings.Join(columnNames, ", ") + ".")
		}
		for _, earlier := range cells[:i] {
			if strings.TrimSpace(earlier) == cell {
				return isnad.Errorf(isnad.Invalid, l.at(0), "column %q comes twice", cell)
			}
		}
		header = append(header, column{cell, columns[cell]})
	}
	l.columns = header
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
