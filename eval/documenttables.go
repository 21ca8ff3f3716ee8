package eval

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/learn"
)

// none stands in a field without a number.
const none = "\u2013"

func renderScores(scores []learn.Score) string {
	rows, sources := NewTable(scores, nil).WithPublished().cells()
	var b strings.Builder
	writeRow(&b, columns)
	b.WriteString("|---|---|---|---|---|\n")
	for _, row := range rows {
		writeRow(&b, row)
	}
	for i, source := range sources {
		if i == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "- [%d] %s\n", i+1, source)
	}
	return b.String()
}

func writeRow(b *strings.Builder, fields []string) {
	for _, field := range fields {
		b.WriteString("| " + strings.ReplaceAll(field, "|", "/") + " ")
	}
	b.WriteString("|\n")
}

func parseScores(body string) ([]learn.Score, error) {
	var scores []learn.Score
	for i, row := range rowsOf(body) {
		switch {
		case i == 0 && slices.Equal(row, columns):
			continue
		case i == 0 || len(row) != len(columns):
			return nil, isnad.Errorf(isnad.Invalid, strings.Join(row, " | "), "is no row of %s", strings.Join(columns, ", "))
		case row[3] == none:
			continue
		}
		value, err := number(row[3])
		if err != nil {
			return nil, err
		}
		scores = append(scores, learn.Score{Task: row[0], Set: row[1], Measure: row[2], Value: value})
	}
	return scores, nil
}

// renderRecord has a row for each measure and a column for each set.
func renderRecord(scores []learn.Score) string {
	var sets, measures []string
	values := map[[2]string]string{}
	for _, s := range scores {
		if !slices.Contains(sets, s.Set) {
			sets = append(sets, s.Set)
		}
		if !slices.Contains(measures, s.Measure) {
			measures = append(measures, s.Measure)
		}
		values[[2]string{s.Measure, s.Set}] = s.Number()
	}
	var b strings.Builder
	writeRow(&b, append([]string{"measure"}, sets...))
	b.WriteString("|" + strings.Repeat("---|", len(sets)+1) + "\n")
	for _, measure := range measures {
		row := []string{measure}
		for _, set := range sets {
			value, ok := values[[2]string{measure, set}]
			if !ok {
				value = none
			}
			row = append(row, value)
		}
		writeRow(&b, row)
	}
	return b.String()
}

func parseRecord(body string) ([]learn.Score, error) {
	var scores []learn.Score
	var sets []string
	for i, row := range rowsOf(body) {
		if i == 0 && row[0] == "measure" {
			sets = row[1:]
			continue
		}
		if len(row) != len(sets)+1 {
			return nil, isnad.Errorf(isnad.Invalid, strings.Join(row, " | "), "is no row of %d sets", len(sets))
		}
		for n, set := range sets {
			if row[n+1] == none {
				continue
			}
			value, err := number(row[n+1])
			if err != nil {
				return nil, err
			}
			scores = append(scores, learn.Score{Task: RecordTask, Set: set, Measure: row[0], Value: value})
		}
	}
	return scores, nil
}
