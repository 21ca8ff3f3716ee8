package wikidata

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/english"
)

// own begins the IDs of rows that a table of names gives.
const own = "own-"

// table reads a list in the format of docs/known.md, or a table of names.
func (im *Importer) table(name string, r *bufio.Reader) error {
	if isList(r) {
		return im.list(name, r)
	}
	return im.plain(name, r)
}

// isList reports whether the first line of r that is no comment names columns
// of the list format, or all that can be seen of it is comments.
func isList(r *bufio.Reader) bool {
	head, _ := r.Peek(r.Size())
	for line := range bytes.Lines(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		cells := strings.Split(string(line), "\t")
		return slices.Contains(cells, "id") && slices.Contains(cells, "kind")
	}
	return true
}

// list takes the rows of a list as they are.
func (im *Importer) list(name string, r io.Reader) error {
	for row, err := range known.Scan(name, r) {
		switch {
		case im.full():
			return nil
		case errors.Is(err, isnad.Unreadable), errors.Is(err, isnad.TooLarge):
			return cut(name, err)
		case err != nil:
			im.counts.Read++
			im.counts.Broken++
			im.broken(err)
			continue
		}
		im.tick()
		if !im.wants(row.Kind) {
			im.counts.Other++
			continue
		}
		slices.SortStableFunc(row.Names, func(a, b isnad.Name) int { return strings.Compare(string(a.Lang), string(b.Lang)) })
		if err := im.keep(pending{Row: *row}); err != nil {
			return err
		}
	}
	return nil
}

// maxRow bounds a line of a table of names in bytes.
const maxRow = 64 << 10

// plain reads lines of a name in Arabic, one in English, and the kind; either
// name may be empty, and a person is meant where the kind is not given.
func (im *Importer) plain(name string, r *bufio.Reader) error {
	lines := lineReader{r: r, most: maxRow}
	for !im.full() {
		line, err := lines.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errLong):
			im.counts.Read++
			im.counts.Long++
			im.broken(isnad.Errorf(isnad.TooLarge, lines.at(name), "line of more than %d bytes", maxRow))
			continue
		case err != nil:
			return cut(lines.at(name), err)
		}
		line = bytes.TrimRight(bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF")), "\r\n")
		if len(bytes.TrimSpace(line)) == 0 || line[0] == '#' {
			continue
		}
		im.tick()
		row, err := im.plainRow(name, string(line))
		switch {
		case err != nil:
			im.counts.Broken++
			im.broken(isnad.Errorf(isnad.Invalid, lines.at(name), "%w", err))
		case !im.wants(row.Kind):
			im.counts.Other++
		case im.isKnown(&pending{Row: *row}):
			im.counts.Known++
		default:
			if err := im.keep(pending{Row: *row}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (im *Importer) plainRow(from, line string) (*known.Row, error) {
	if !utf8.ValidString(line) {
		return nil, errors.New("not UTF-8")
	}
	cells := strings.Split(line, "\t")
	if len(cells) < 2 || len(cells) > 3 {
		return nil, fmt.Errorf("%d fields; a table of names has Arabic, English and, if you like, the kind", len(cells))
	}
	row := &known.Row{Kind: isnad.Person, Sources: clean("table " + filepath.Base(from))}
	if len(cells) == 3 && strings.TrimSpace(cells[2]) != "" {
		row.Kind = isnad.EntityKind(strings.TrimSpace(cells[2]))
	}
	if !slices.Contains(Kinds(), row.Kind) {
		return nil, fmt.Errorf("kind %q is none of %q", row.Kind, Kinds())
	}
	for i, language := range []isnad.Lang{isnad.Arabic, isnad.English} {
		names, _ := usable(language, strings.Split(cells[i], "|"))
		row.Names = append(row.Names, names...)
	}
	if len(row.Names) == 0 {
		return nil, errors.New("no name in Arabic letters in the first field, nor in Latin letters in the second")
	}
	row.Strict = strict(row)
	row.ID = slug(row)
	return row, nil
}

// Kinds are the kinds of rows that can be taken.
func Kinds() []isnad.EntityKind {
	return []isnad.EntityKind{isnad.Person, isnad.Organisation, isnad.Place, isnad.Group, isnad.Occasion, isnad.OtherKind}
}

// slug makes an ID of the English label and a digest of all names, so that the
// same names have the same ID in every table.
func slug(row *known.Row) string {
	sum := fnv.New32a()
	words := []string{}
	for _, name := range row.Names {
		fmt.Fprintf(sum, "%s\t%s\n", row.Kind, name.Text)
		if name.Lang == isnad.English && len(words) == 0 {
			words = strings.FieldsFunc(english.Fold(name.Text), func(r rune) bool {
				return (r < 'a' || r > 'z') && (r < '0' || r > '9')
			})
		}
	}
	return own + strings.Join(append(words, fmt.Sprintf("%08x", sum.Sum32())), "-")
}
