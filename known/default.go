package known

import (
	"embed"
	"slices"
	"sync"
)

// The generated list wants the npm packages cldr-core and
// cldr-localenames-full, version 48.2.0, unpacked under ../.cldr.
//go:generate go run ./gen -core ../.cldr/cldr-core/package -names ../.cldr/cldr-localenames-full/package -out data/cldr.tsv

//go:embed data/*.tsv
var lists embed.FS

// files are the embedded lists in the order in which they are laid on one
// another: cldr.tsv is generated, the others are written by hand.
var files = []string{
	"countries.tsv", "cldr.tsv", "places.tsv", "bodies.tsv", "occasions.tsv", "people.tsv",
}

// Default returns the facts that the project holds, parsed on the first call.
func Default() *Facts { return defaults() }

// A list that does not parse is a programmer's mistake that the tests find.
var defaults = sync.OnceValue(func() *Facts {
	facts, err := readEmbedded()
	if err != nil {
		panic(err)
	}
	return facts
})

func readEmbedded() (*Facts, error) {
	var rows []*Row
	byID := make(map[string]*Row)
	for _, name := range files {
		file, err := lists.Open("data/" + name)
		if err != nil {
			return nil, err
		}
		more, err := readRows(name, file)
		if err != nil {
			return nil, err
		}
		for _, row := range more {
			if first := byID[row.ID]; first != nil {
				first.extend(row)
				continue
			}
			byID[row.ID] = row
			rows = append(rows, row)
		}
	}
	return build(rows), nil
}

// extend adds the names of the generated row to the one written by hand,
// whose own names come first and so give the labels.
func (r *Row) extend(more *Row) {
	for _, name := range more.Names {
		if !slices.Contains(r.Names, name) {
			r.Names = append(r.Names, name)
		}
	}
	if r.Country == "" {
		r.Country = more.Country
	}
}
