package known

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// Writer writes a list in the format that Load reads. The law: what Put takes
// without an error, Load gives back as it was.
type Writer struct {
	w     *bufio.Writer
	check list
}

// NewWriter begins a list on w with the lines of header as comments and the
// names of the columns. The first error comes from Flush.
func NewWriter(w io.Writer, header ...string) *Writer {
	out := &Writer{w: bufio.NewWriter(w), check: list{name: "row"}}
	for _, line := range header {
		out.w.WriteString("# " + line + "\n")
	}
	out.w.WriteString(strings.Join(columnNames, "\t") + "\n")
	for _, name := range columnNames {
		out.check.columns = append(out.check.columns, column{name, columns[name]})
	}
	return out
}

// Put writes a row, or nothing and an error of kind [isnad.Invalid] if the
// format cannot hold it.
func (w *Writer) Put(row *Row) error {
	line := lineOf(row)
	back, err := w.check.row(line)
	switch {
	case err != nil:
		return isnad.Errorf(isnad.Invalid, row.ID, "%w", err)
	case len(line) >= maxLine:
		return isnad.Errorf(isnad.TooLarge, row.ID, "line of more than %d bytes", maxLine)
	case strings.ContainsAny(line, "\r\n") || !slices.Equal(back.Names, row.Names) || lineOf(back) != line:
		return isnad.Errorf(isnad.Invalid, row.ID, "a field that the format cannot hold")
	}
	w.w.WriteString(line)
	return w.w.WriteByte('\n')
}

// Flush writes what is held back and returns the first error of writing.
func (w *Writer) Flush() error { return w.w.Flush() }

func lineOf(row *Row) string {
	cells := []string{
		row.ID, string(row.Kind), row.Class,
		namesCell(row, isnad.Arabic), namesCell(row, isnad.English),
		demonymsCell(row, isnad.Arabic), demonymsCell(row, isnad.English),
		row.Country, row.Capital, row.Sector, officesCell(row), row.AsOf, row.Sources,
	}
	return strings.TrimRight(strings.Join(cells, "\t"), "\t")
}

const bar = " | "

func namesCell(row *Row, language isnad.Lang) string {
	var parts []string
	for _, name := range row.Names {
		if name.Lang != language {
			continue
		}
		if slices.Contains(row.Strict, name) {
			name.Text += " " + strictSign
		}
		parts = append(parts, name.Text)
	}
	return strings.Join(parts, bar)
}

func demonymsCell(row *Row, language isnad.Lang) string {
	var parts []string
	for _, name := range row.Demonyms {
		if name.Lang == language {
			parts = append(parts, name.Text)
		}
	}
	return strings.Join(parts, bar)
}

func officesCell(row *Row) string {
	var parts []string
	for i, office := range row.Offices {
		parts = append(parts, office.Text+" @ "+row.Of[i]+": "+office.From+".."+office.To)
	}
	return strings.Join(parts, bar)
}
