package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/learn"
)

// Row is a score of ours beside what others published for the same task and
// measure. Without a number of ours, the value is 0 and Measured is false.
type Row struct {
	learn.Score
	Measured bool        `json:"measured"`
	Others   []Published `json:"others,omitempty"`
}

// Missing is a task that could not be measured.
type Missing struct {
	Task string `json:"task"`
	Why  string `json:"why"`
}

// Table is what was measured, in the order of the tasks.
type Table struct {
	Rows    []Row     `json:"rows"`
	Missing []Missing `json:"missing,omitempty"`
}

// NewTable sets scores beside the published numbers.
func NewTable(scores []learn.Score, missing []Missing) Table {
	table := Table{Rows: []Row{}, Missing: missing}
	for _, score := range scores {
		table.Rows = append(table.Rows, Row{Score: score, Measured: true, Others: others(score.Task, score.Measure)})
	}
	return table
}

// WithPublished is the table with a row behind it for each task and measure that
// only others have numbers of.
func (t Table) WithPublished() Table {
	t.Rows = slices.Clone(t.Rows)
	for _, one := range published() {
		known := func(row Row) bool { return row.Task == one.Task && row.Measure == one.Measure }
		if !slices.ContainsFunc(t.Rows, known) {
			t.Rows = append(t.Rows, Row{Score: learn.Score{Task: one.Task, Set: one.Set, Measure: one.Measure}, Others: others(one.Task, one.Measure)})
		}
	}
	return t
}

// WriteJSON writes the table as one object.
func (t Table) WriteJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(t)
}

// columns are the heads of the table.
var columns = []string{"task", "set", "measure", "ours", "others"}

// cells gives the fields of each row, with the sources of what others
// published in a list of their own, numbered from 1.
func (t Table) cells() (rows [][]string, sources []string) {
	for _, row := range t.Rows {
		ours := row.Number()
		if !row.Measured {
			ours = none
		}
		var beside []string
		for _, one := range row.Others {
			at := slices.Index(sources, one.Source)
			if at < 0 {
				at, sources = len(sources), append(sources, one.Source)
			}
			on := ""
			if one.Set != row.Set {
				on = " (" + one.Set + ")"
			}
			beside = append(beside, fmt.Sprintf("%s %s%s [%d]", one.System, one.Value, on, at+1))
		}
		rows = append(rows, []string{row.Task, row.Set, row.Measure, ours, strings.Join(beside, "; ")})
	}
	return rows, sources
}

// WriteText writes the table for a terminal, the sources and what is missing
// below it.
func (t Table) WriteText(w io.Writer) error {
	rows, sources := t.cells()
	widths := make([]int, len(columns))
	for _, row := range append([][]string{columns}, rows...) {
		for i, field := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(field))
		}
	}
	var b strings.Builder
	for _, row := range append([][]string{columns}, rows...) {
		line := ""
		for i, field := range row {
			gap := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(field))
			if columns[i] == "ours" {
				line += gap + field + "  "
			} else {
				line += field + gap + "  "
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	for i, source := range sources {
		if i == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "[%d] %s\n", i+1, source)
	}
	for i, one := range t.Missing {
		if i == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "not measured: %s: %s\n", one.Task, one.Why)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// hundred turns a share into hundredths, which tables show.
const hundred = 100

// Scores are the report's scores as a table takes them: F1, and of roles the
// recall.
func (r *Report) Scores(set string) []learn.Score {
	var list []learn.Score
	for i, m := range r.measures() {
		score := learn.Score{Task: RecordTask, Set: set, Measure: strings.ReplaceAll(keys[i], "_", " "), Value: hundred * m.F1}
		switch keys[i] {
		case modeKey:
			continue
		case rolesKey:
			score.Measure += " (recall)"
			score.Value = hundred * m.Recall
		}
		list = append(list, score)
	}
	return list
}

// Scores are ours.
func (t Table) Scores() []learn.Score {
	var list []learn.Score
	for _, row := range t.Rows {
		if row.Measured {
			list = append(list, row.Score)
		}
	}
	return list
}
