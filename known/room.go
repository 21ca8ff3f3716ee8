package known

import (
	"strings"

	"github.com/isnad-news/isnad"
)

// room is where the rows of a list lie: many in one allocation each of rows,
// names and text, since a list may have a million.
type room struct {
	rows  []Row
	names []isnad.Name
	lines strings.Builder
}

const (
	rowsAtOnce  = 256
	namesAtOnce = 1024
	textAtOnce  = 64 << 10
)

// text returns line as a string.
func (r *room) text(line []byte) string {
	if r.lines.Cap()-r.lines.Len() < len(line) {
		r.lines = strings.Builder{}
		r.lines.Grow(max(textAtOnce, len(line)))
	}
	from := r.lines.Len()
	r.lines.Write(line)
	return r.lines.String()[from:]
}

// blank returns an empty row with room for names; give it to keep when it has
// them.
func (r *room) blank() *Row {
	if len(r.rows) == cap(r.rows) {
		r.rows = make([]Row, 0, rowsAtOnce)
	}
	if cap(r.names)-len(r.names) < 8 {
		r.names = make([]isnad.Name, 0, namesAtOnce)
	}
	r.rows = append(r.rows, Row{Names: r.names[len(r.names):]})
	return &r.rows[len(r.rows)-1]
}

// keep takes the room that the names of row filled.
func (r *room) keep(row *Row) {
	if n := len(row.Names); n <= cap(r.names)-len(r.names) {
		r.names = r.names[:len(r.names)+n]
	}
	row.Names = row.Names[:len(row.Names):len(row.Names)]
}
