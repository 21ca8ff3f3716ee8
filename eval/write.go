package eval

import (
	"fmt"
	"io"
	"strings"
)

// measures gives the scores in the order of keys.
func (r *Report) measures() []*Measure {
	return []*Measure{
		&r.Entities, &r.Roles, &r.Statements, &r.StatementsExact, &r.Speakers, &r.Chains,
		&r.Same, &r.Events, &r.Mode, &r.Grid, &r.Commitments, &r.Dates,
	}
}

// WriteJSON writes one object with a key for each score but the mode, in the
// order of the report, each with precision, recall and f1, rounded to four
// places, and with right, gold and answers.
func (r *Report) WriteJSON(w io.Writer) error {
	var lines []string
	for i, m := range r.measures() {
		if keys[i] == modeKey {
			continue
		}
		lines = append(lines, fmt.Sprintf("  %q: {\"precision\": %.4f, \"recall\": %.4f, \"f1\": %.4f, \"right\": %d, \"gold\": %d, \"answers\": %d}",
			keys[i], m.Precision, m.Recall, m.F1, m.Right, m.Gold, m.Answers))
	}
	_, err := io.WriteString(w, "{\n"+strings.Join(lines, ",\n")+"\n}\n")
	return err
}

// WriteText writes the scores as a table and, if misses is set, every missed
// item and every wrong answer below it.
func (r *Report) WriteText(w io.Writer, misses bool) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%-17s %9s %9s %9s %7s %7s %7s\n", "score", "precision", "recall", "f1", "right", "gold", "answers")
	for i, m := range r.measures() {
		fmt.Fprintf(&out, "%-17s %9.3f %9.3f %9.3f %7d %7d %7d\n", keys[i], m.Precision, m.Recall, m.F1, m.Right, m.Gold, m.Answers)
	}
	if misses {
		r.writeMisses(&out)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func (r *Report) writeMisses(out *strings.Builder) {
	last := ""
	for _, m := range r.Misses {
		if m.Score != last {
			fmt.Fprintf(out, "\n%s\n", m.Score)
			last = m.Score
		}
		kind := "missed"
		if m.Wrong {
			kind = "wrong"
		}
		fmt.Fprintf(out, "  %s", kind)
		if m.Article != "" {
			fmt.Fprintf(out, " %s:%d", m.Article, m.Line)
		}
		fmt.Fprintf(out, ": %s\n", m.Why)
		for _, side := range []struct{ name, words string }{{"gold", m.Gold}, {"answer", m.Answer}} {
			if side.words != "" {
				// A line feed in the words would break the list.
				fmt.Fprintf(out, "    %-6s %s\n", side.name, strings.Join(strings.Fields(side.words), " "))
			}
		}
	}
}
