package entities

import (
	"embed"
	"strings"
)

//go:embed data/*.tsv
var files embed.FS

// rows returns the lines of an embedded list, cut at tabs. The lists are part
// of the program, so a missing one is a mistake in it.
func rows(name string) [][]string {
	bytes, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("entities: " + err.Error())
	}
	var list [][]string
	for line := range strings.Lines(string(bytes)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			list = append(list, strings.Split(line, "\t"))
		}
	}
	return list
}
