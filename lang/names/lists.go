package names

import (
	"embed"
	"strings"
)

//go:embed lists/ar-*
var arabicFiles embed.FS

// List returns the lines of a list of the words by which Arabic names are told,
// cut at tabs: given names, roles, heads of names, verbs and everyday words. The
// lists are part of the program: a name that is none of them is a mistake in it.
func List(name string) [][]string {
	raw, err := arabicFiles.ReadFile("lists/" + name)
	if err != nil {
		panic("names: " + err.Error())
	}
	var list [][]string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			list = append(list, strings.Split(line, "\t"))
		}
	}
	return list
}
