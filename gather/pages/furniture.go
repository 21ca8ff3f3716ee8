package pages

import (
	"bufio"
	_ "embed"
	"strings"
)

//go:embed furniture.txt
var furnitureList string

// furniture maps the letters of lines that pages set around a report to
// whether what follows on the line goes with them.
var furniture = func() map[string]bool {
	table := make(map[string]bool)
	for _, line := range entries(furnitureList) {
		key := letters(line)
		table[key] = table[key] || strings.HasSuffix(line, ":")
	}
	return table
}()

// entries returns the lines of an embedded list that are no comments.
func entries(list string) []string {
	var lines []string
	scanner := bufio.NewScanner(strings.NewReader(list))
	for scanner.Scan() {
		if line := scanner.Text(); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// mostFurniture is the longest line, in bytes, that is dropped with what
// follows its first words: a headline, not a paragraph.
const mostFurniture = 300

// isFurniture reports whether words are a line around the report, or a bare
// address.
func isFurniture(words string) bool {
	if !strings.Contains(words, " ") && (strings.HasPrefix(words, "http://") || strings.HasPrefix(words, "https://")) {
		return true
	}
	if len(words) > mostFurniture {
		return false
	}
	if _, ok := furniture[letters(words)]; ok {
		return true
	}
	first, _, found := strings.Cut(words, ":")
	return found && furniture[letters(first)]
}
