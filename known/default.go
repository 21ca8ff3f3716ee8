package known

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"sync"
)

// The generated list wants the npm packages cldr-core and
// cldr-localenames-full, version 48.2.0, unpacked under ../.cldr.
//go:generate go run ./gen -core ../.cldr/cldr-core/package -names ../.cldr/cldr-localenames-full/package -out data/cldr.tsv

//go:embed data/*.tsv
var lists embed.FS

// files are the embedded lists in the order in which they are laid on one
// another; lists that are not named here follow by name. All but generated are
// written by hand.
var files = []string{
	"countries.tsv", generated, "places.tsv", "bodies.tsv", "occasions.tsv", "people.tsv",
}

const generated = "cldr.tsv"

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
	var t rowTable
	for _, name := range files {
		if err := t.lay(name); err != nil {
			return nil, err
		}
	}
	others, err := fs.Glob(lists, "data/*.tsv")
	if err != nil {
		return nil, err
	}
	for _, name := range others {
		if name = path.Base(name); slices.Contains(files, name) {
			continue
		}
		if err := t.lay(name); err != nil {
			return nil, err
		}
	}
	return build(t), nil
}

// lay adds the rows of an embedded list. A row whose ID is there replaces the
// one before; one of the generated list adds to it.
func (t *rowTable) lay(name string) error {
	file, err := lists.Open("data/" + name)
	if err != nil {
		return err
	}
	defer file.Close()
	rows, err := readRows(name, file)
	if err != nil {
		return err
	}
	t.grow(len(rows))
	for _, row := range rows {
		first, at, ok := t.get(row.ID)
		switch {
		case !ok:
			t.add(row)
		case name == generated:
			first.extend(row)
		default:
			t.rows[at] = row
		}
	}
	return nil
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
