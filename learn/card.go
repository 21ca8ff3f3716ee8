package learn

import (
	"fmt"
	"strconv"
	"strings"
)

// Card renders what a reader must know of a model: what it does, what it was
// trained on and where that can be fetched, its licence, its scores, and how to
// make it again. It is a function of its arguments alone.
func Card(r Recipe, weights []byte, scores []Score) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", r.Name, r.Does)
	b.WriteString("| | |\n|---|---|\n")
	for _, row := range [][2]string{
		{"weights", "`" + r.File + "`"},
		{"size", grouped(len(weights)) + " bytes"},
		{"SHA-256", "`" + Digest(weights) + "`"},
		{"date", r.Date},
		{"licence of the weights", r.Licence},
	} {
		fmt.Fprintf(&b, "| %s | %s |\n", row[0], cell(row[1]))
	}
	b.WriteString("\n## Data\n\n| file | licence | origin | SHA-256 |\n|---|---|---|---|\n")
	for i, corpus := range r.Needs() {
		origin := corpus.Origin
		if corpus.Part != "" {
			origin += ": " + corpus.Part
		}
		if i >= len(r.Data) {
			origin += "; measured with, not trained on"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | `%s` |\n", cell(corpus.Path), cell(corpus.Licence), cell(origin), corpus.SHA256)
	}
	b.WriteString("\n## Scores\n\nOn data held out: the model that is measured was trained on the rest. The weights\nwere trained on all of it. Shares and F1 in hundredths.\n\n")
	b.WriteString("| task | set | measure | value | note |\n|---|---|---|---|---|\n")
	for _, s := range scores {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", cell(s.Task), cell(s.Set), cell(s.Measure), s.Number(), cell(s.Note))
	}
	fmt.Fprintf(&b, "\n## Again\n\n`isnad train %s --data DIR`, with the files above below DIR, makes these weights and\nthis card again, byte for byte.\n", r.Name)
	return []byte(b.String())
}

// Number is the value as tables show it: one decimal below a thousand, whole
// and grouped by thousands above.
func (s Score) Number() string {
	if s.Value >= 1000 {
		return grouped(int(s.Value + .5))
	}
	return strconv.FormatFloat(s.Value, 'f', 1, 64)
}

// grouped writes a count with a comma at each thousand.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// cell keeps text from breaking the row of a table.
func cell(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`)
}

// Names reports whether a card names the weights by their digest.
func Names(card, weights []byte) bool {
	return strings.Contains(string(card), "| SHA-256 | `"+Digest(weights)+"` |\n")
}

// ScoresIn reads the scores that a card shows, as they are rounded there.
func ScoresIn(card []byte) []Score {
	_, body, _ := strings.Cut(string(card), "\n## Scores\n")
	body, _, _ = strings.Cut(body, "\n## ")
	var scores []Score
	for line := range strings.Lines(body) {
		fields := strings.Split(strings.Trim(strings.ReplaceAll(line, `\|`, "\x00"), "| \n"), "|")
		if len(fields) < 4 {
			continue
		}
		for i, field := range fields {
			fields[i] = strings.ReplaceAll(strings.TrimSpace(field), "\x00", "|")
		}
		value, err := strconv.ParseFloat(strings.ReplaceAll(fields[3], ",", ""), 64)
		if err != nil {
			continue // the head
		}
		score := Score{Task: fields[0], Set: fields[1], Measure: fields[2], Value: value}
		if len(fields) > 4 {
			score.Note = fields[4]
		}
		scores = append(scores, score)
	}
	return scores
}
