package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/terms"
)

// aboutRow holds the keys that a version is found by beside its words, a space
// between: a column of the table of the same name each.
type aboutRow struct{ outlet, lang, speaker, entity, event string }

// Marks of keys. terms makes no keys with them, and SQLite takes them for
// letters.
const (
	nameEnd = "\u241e" // stands behind each name, so that no phrase reaches over two
	rowMark = "\u2116" // before a row of the known facts
	signs   = "\u00b7" // before a sign that SQLite takes for no letter, in hexadecimal
)

// someone are the names of one entity of a doc, as keys, and its rows.
type someone struct {
	names [][]string
	rows  []string
}

// otherNames are the names that other docs of a story give an entity, and its
// row where the doc does not know it.
type otherNames struct {
	Names []string
	Known string
}

// mostOthers bounds the other names of one entity.
const mostOthers = 24

// othersOf lists for each entity of a doc of a record what others call it; nil
// if nobody calls any of them otherwise.
func othersOf(record *isnad.Record, d int) []otherNames {
	if d >= len(record.Local) {
		return nil
	}
	var list []otherNames
	local := record.Docs[d].Entities
	for e, joined := range record.Local[d] {
		if joined < 0 {
			continue
		}
		entity := &record.Entities[joined]
		var one otherNames
		for _, name := range entity.Names {
			if len(one.Names) < mostOthers && !slices.Contains(local[e].Names, name.Text) && !slices.Contains(one.Names, name.Text) {
				one.Names = append(one.Names, name.Text)
			}
		}
		if entity.Known != local[e].Known {
			one.Known = entity.Known
		}
		if len(one.Names) == 0 && one.Known == "" {
			continue
		}
		if list == nil {
			list = make([]otherNames, len(local))
		}
		list[e] = one
	}
	return list
}

// add adds a name unless it is there.
func (s *someone) add(name string) {
	keys := terms.Name(name)
	if len(keys) > 0 && !slices.ContainsFunc(s.names, func(other []string) bool { return slices.Equal(other, keys) }) {
		s.names = append(s.names, keys)
	}
}

func (s *someone) addRow(row string) {
	if row != "" && !slices.Contains(s.rows, row) {
		s.rows = append(s.rows, row)
	}
}

// keys are the keys of all names, as the index has them.
func (s *someone) keys() string {
	var list []string
	for _, name := range s.names {
		list = append(append(list, name...), nameEnd)
	}
	for _, row := range s.rows {
		list = append(list, rowKey(row))
	}
	return strings.Join(list, " ")
}

// is reports whether someone has a name with these keys in it, one behind the
// other, or one of the rows: what the index answers.
func (s *someone) is(keys []string, rows []string) bool {
	for _, row := range rows {
		if slices.Contains(s.rows, row) {
			return true
		}
	}
	return slices.ContainsFunc(s.names, func(name []string) bool { return holds(name, keys) })
}

// holds reports whether part stands in list, one behind the other.
func holds(list, part []string) bool {
	for i := 0; len(part) > 0 && i+len(part) <= len(list); i++ {
		if slices.Equal(list[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

func rowKey(row string) string { return rowMark + letterKey(row) }

// letterKey writes text as one key of the index: ASCII signs become letters of
// it, case is not told apart.
func letterKey(text string) string {
	var b strings.Builder
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 0x80:
			b.WriteByte(c)
		case c >= 'A' && c <= 'Z':
			b.WriteByte(c - 'A' + 'a')
		default:
			fmt.Fprintf(&b, "%s%02x", signs, c)
		}
	}
	return b.String()
}

// entityOf is an entity of a doc with all its names.
func entityOf(doc *isnad.Doc, others []otherNames, e int) *someone {
	one := &someone{}
	for _, name := range doc.Entities[e].Names {
		one.add(name)
	}
	one.addRow(doc.Entities[e].Known)
	if e < len(others) {
		for _, name := range others[e].Names {
			one.add(name)
		}
		one.addRow(others[e].Known)
	}
	return one
}

// speakerOf is a speaker of a statement with all its names; one that is no
// entity has the words that describe it.
func speakerOf(doc *isnad.Doc, others []otherNames, speaker isnad.Party) *someone {
	if speaker.Entity >= 0 {
		return entityOf(doc, others, speaker.Entity)
	}
	one := &someone{}
	one.add(speaker.Text)
	if speaker.Text == "" {
		one.add(doc.Words(speaker.Span))
	}
	return one
}

// eventKeys are the keys of an event: its type, and its type with its mode.
func eventKeys(event *isnad.Event) []string {
	keys := []string{letterKey(string(event.Type))}
	if event.Mode != "" {
		keys = append(keys, letterKey(string(event.Type)+"/"+event.Mode))
	}
	return keys
}

// aboutOf is what a version is found by. doc is nil if it is not annotated.
func aboutOf(article *isnad.Article, doc *isnad.Doc, others []otherNames) aboutRow {
	outlet := someone{}
	outlet.add(article.Outlet.Name)
	row := aboutRow{outlet: outlet.keys(), lang: letterKey(string(article.Lang))}
	if doc == nil {
		return row
	}
	var speakers, entities, events []string
	for e := range doc.Entities {
		entities = append(entities, entityOf(doc, others, e).keys())
	}
	spoken := map[int]bool{}
	for i := range doc.Statements {
		for _, speaker := range doc.Statements[i].Speakers {
			if speaker.Entity >= 0 && spoken[speaker.Entity] {
				continue
			}
			spoken[speaker.Entity] = true
			speakers = append(speakers, speakerOf(doc, others, speaker).keys())
		}
	}
	for i := range doc.Events {
		for _, key := range eventKeys(&doc.Events[i]) {
			if !slices.Contains(events, key) {
				events = append(events, key)
			}
		}
	}
	row.speaker, row.entity, row.event = strings.Join(speakers, " "), strings.Join(entities, " "), strings.Join(events, " ")
	return row
}

// aboutChange is a change of the index of a version: what it is found by, or
// that it is found no more; with neither, that it is found by what is stored.
type aboutChange struct {
	row  *aboutRow
	gone bool
}

// tell notes what a version is found by; nil for what is stored. The last note
// of a transaction counts, and only where the version is current at its end.
func (t *transaction) tell(version int64, row *aboutRow) {
	t.note(version, aboutChange{row: row})
}

func (t *transaction) note(version int64, change aboutChange) {
	if t.about == nil {
		t.about = map[int64]aboutChange{}
	}
	t.about[version] = change
}

// finishAbout makes the changes that were noted, in one run: see index.
func (t *transaction) finishAbout() error {
	var versions []int64
	for version := range t.about {
		versions = append(versions, version)
	}
	slices.Sort(versions)
	rows := make(map[int64]aboutRow, len(versions))
	for _, version := range versions {
		row, found, err := t.aboutNow(version, t.about[version])
		if err != nil {
			return err
		}
		if found {
			rows[version] = row
		}
	}
	for _, version := range versions {
		if err := t.exec("DELETE FROM about WHERE rowid = ?", version); err != nil {
			return err
		}
		if row, found := rows[version]; found {
			if err := t.exec(insertAbout, version, row.outlet, row.lang, row.speaker, row.entity, row.event); err != nil {
				return err
			}
		}
	}
	t.about = nil
	return nil
}

const insertAbout = "INSERT INTO about (rowid, outlet, lang, speaker, entity, event) VALUES (?, ?, ?, ?, ?, ?)"

// aboutNow is what a version is found by at the end of a transaction; found is
// false if it is not current.
func (t *transaction) aboutNow(version int64, change aboutChange) (row aboutRow, found bool, err error) {
	if change.gone {
		return row, false, nil
	}
	if found, err = t.row("SELECT 1 FROM articles WHERE current = ?", []any{version}, new(int)); err != nil || !found {
		return row, false, err
	}
	if change.row != nil {
		return *change.row, true, nil
	}
	row, err = aboutStored(t.row, version)
	return row, err == nil, err
}

// aboutStored is what a version is found by, made of what is stored.
func aboutStored(get func(query string, args []any, into ...any) (bool, error), version int64) (about aboutRow, err error) {
	var row stored
	var names []byte
	const query = "SELECT " + docColumns + `, (SELECT names FROM story_docs WHERE version = v.id AND layers IS NULL AND names IS NOT NULL LIMIT 1)` +
		docTables + " WHERE v.id = ?"
	if _, err := get(query, []any{version}, append(row.into(), &names)...); err != nil {
		return about, err
	}
	if row.layers == nil {
		article, err := row.base()
		if err != nil {
			return about, err
		}
		return aboutOf(article, nil, nil), nil
	}
	doc, err := row.doc()
	if err != nil {
		return about, err
	}
	others, err := readOthers(row.id, doc, names)
	return aboutOf(doc.Article, doc, others), err
}

// readOthers reads what othersOf made for a doc; nil if nothing is stored.
func readOthers(id string, doc *isnad.Doc, packed []byte) (others []otherNames, err error) {
	if packed == nil {
		return nil, nil
	}
	if err := unpacked(packed, &others); err != nil {
		return nil, damaged(id, err)
	}
	if len(others) != len(doc.Entities) {
		return nil, damaged(id, fmt.Errorf("names of %d entities, not of %d", len(others), len(doc.Entities)))
	}
	return others, nil
}
