package sqlite

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	code "modernc.org/sqlite/lib"

	"github.com/isnad-news/isnad"
)

// mostProblems is how many lines Check gives.
const mostProblems = 1000

// checker collects what is wrong.
type checker struct {
	*moment
	problems []string
}

var errEnough = errors.New("enough problems")

// Check implements [isnad.Warden]. It sees the store as it stands when it
// begins, reads it once from end to end and holds one article or story at a
// time. After a thousand problems it stops.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	c := &checker{}
	err := s.alone(ctx, "check", func(m *moment) error {
		c.moment = m
		for _, look := range []func() error{c.schema, c.file, c.links, c.lists, c.versions, c.snapshots, c.words, c.stories} {
			if err := look(); err != nil && !c.bad("", err) {
				return err
			}
			if len(c.problems) >= mostProblems {
				return errEnough
			}
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		c.problems, err = append(c.problems[:mostProblems], "there is more; it was not looked for"), nil
	}
	return c.problems, err
}

// add notes a problem.
func (c *checker) add(format string, args ...any) error {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
	if len(c.problems) > mostProblems {
		return errEnough
	}
	return nil
}

// bad notes err as a problem and reports true if the store is at fault; not if
// the system or a cancelled context is.
func (c *checker) bad(subject string, err error) bool {
	if errors.Is(err, errEnough) || c.ctx.Err() != nil {
		return false
	}
	result := primary(resultOf(err))
	var own *isnad.Error
	var date *time.ParseError
	if !errors.As(err, &own) && !errors.As(err, &date) && result != code.SQLITE_CORRUPT && result != code.SQLITE_NOTADB && result != code.SQLITE_ERROR {
		return false
	}
	if subject != "" {
		subject += ": "
	}
	_ = c.add("%s%v", subject, err)
	return true
}

// all notes a line for each row of query, whose columns are text.
func (c *checker) all(query, format string, columns int) error {
	values, into := make([]any, columns), make([]any, columns)
	for i := range into {
		into[i] = &values[i]
	}
	return c.each(query, nil, func() error { return c.add(format, values...) }, into...)
}

// schema compares the tables with those that the migrations make: a letter that
// changed in the name of a column is nothing that SQLite would find.
func (c *checker) schema() error {
	want, err := madeSchema()
	if err != nil {
		return err
	}
	got, err := column[string](c.moment, schemaQuery)
	if err == nil && !slices.Equal(got, want) {
		err = c.add("file: its tables are not those of a store")
	}
	return err
}

// file asks SQLite about its pages, indexes and links.
func (c *checker) file() error {
	var line string
	return c.each("PRAGMA integrity_check(100)", nil, func() error {
		if line == "ok" {
			return nil
		}
		return c.add("file: %s", line)
	}, &line)
}

func (c *checker) links() error {
	for _, look := range []struct {
		query, format string
		columns       int
	}{
		{`SELECT "table", rowid, parent FROM pragma_foreign_key_check`, "file: row %[2]v of %[1]v points at nothing in %[3]v", 3},
		{`SELECT a.name FROM articles a LEFT JOIN versions v ON v.id = a.current AND v.article = a.id WHERE v.id IS NULL`, "article %v: it has no current version", 1},
		{`SELECT v.version FROM versions v LEFT JOIN docs d ON d.version = v.id WHERE d.version IS NULL`, "version %v: it has no place for its doc", 1},
		{`SELECT v.version FROM versions v WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE version = v.id)`, "version %v: the snapshot that it was read from is missing", 1},
		{`SELECT t.article FROM tombstones t JOIN articles a ON a.name = t.article`, "article %v: it is forgotten and there", 1},
		{`SELECT id FROM snapshots WHERE tombstone IS NOT NULL AND (problem || source || url || fetched || content_type || given || told <> '' OR bytes IS NOT NULL)`,
			"snapshot %v: its article is forgotten and something of it is there", 1},
		{`SELECT name FROM stories s WHERE NOT EXISTS (SELECT 1 FROM story_docs WHERE story = s.id)`, "story %v: it holds no article", 1},
		{`SELECT f.name FROM former_stories f JOIN stories s ON s.name = f.name`, "story %v: it is there and leads to another", 1},
	} {
		if err := c.all(look.query, look.format, look.columns); err != nil && !c.bad("links", err) {
			return err
		}
	}
	return nil
}

// lists reads sources, fetches and tombstones.
func (c *checker) lists() error {
	_, err := c.moment.sources()
	if err != nil && !c.bad("sources", err) {
		return err
	}
	fetches, err := c.moment.fetches("")
	if err != nil && !c.bad("fetches", err) {
		return err
	}
	for _, fetch := range fetches {
		var due any
		var listed *string
		if _, err := c.row("SELECT due FROM fetches WHERE address = ?", []any{fetch.Address}, &listed); err != nil {
			return err
		}
		if listed != nil {
			due = *listed
		}
		if due != dueOf(fetch) {
			if err := c.add("fetch %s: it is listed as due on %v", fetch.Address, due); err != nil {
				return err
			}
		}
	}
	var article, forgotten string
	return c.each("SELECT article, forgotten FROM tombstones", nil, func() error {
		if _, err := unstamp(forgotten); err != nil {
			return c.add("tombstone of %s: %v", article, err)
		}
		return nil
	}, &article, &forgotten)
}

// versions reads every article and doc.
func (c *checker) versions() error {
	var row stored
	var title, outlet, seen string
	var day, is any
	var current bool
	query := "SELECT " + docColumns + ", v.title, v.outlet, v.seen, a.day, v.id = a.current" + docTables + " ORDER BY v.id"
	return c.each(query, nil, func() error {
		article, err := row.base()
		if err == nil {
			err = sound(article)
		}
		if err == nil && row.layers != nil {
			_, err = row.doc()
		}
		if err == nil {
			_, err = unstamp(seen)
		}
		if err != nil {
			if !c.bad("article "+row.id, err) {
				return err
			}
			return nil
		}
		if is = dayOf(article); title != article.Title || outlet != article.Outlet.Name || current && day != is {
			return c.add("article %s %s: it is listed as %q of %q on %v", row.id, row.version, title, outlet, day)
		}
		return nil
	}, append(row.into(), &title, &outlet, &seen, &day, &current)...)
}

// snapshots reads the bytes of every snapshot.
func (c *checker) snapshots() error {
	var row storedSnapshot
	var seen string
	return c.each("SELECT "+snapshotColumns+", s.seen"+snapshotTables+" WHERE s.tombstone IS NULL ORDER BY s.id", nil, func() error {
		snapshot, err := row.read()
		if err == nil {
			_, err = newSnapshotRow(&snapshot, "")
		}
		if err == nil {
			_, err = unstamp(seen)
		}
		if err != nil && !c.bad("snapshot "+hex.EncodeToString(row.sum), err) {
			return err
		}
		return nil
	}, append(row.into(), &seen)...)
}

// words compares what can be found with what is current.
func (c *checker) words() error {
	return errors.Join(
		c.all("SELECT name FROM articles WHERE current NOT IN (SELECT id FROM words_docsize)", "article %v: its words are not in the index", 1),
		c.all("SELECT id FROM words_docsize WHERE id NOT IN (SELECT current FROM articles)", "words: row %v is of no current version", 1),
		c.all("SELECT name FROM articles WHERE current NOT IN (SELECT id FROM about_docsize)", "article %v: who it names is not in the index", 1),
		c.all("SELECT id FROM about_docsize WHERE id NOT IN (SELECT current FROM articles)", "about: row %v is of no current version", 1),
	)
}

// stories reads every story with its docs.
func (c *checker) stories() error {
	var id int64
	var name string
	return c.each("SELECT id, name FROM stories ORDER BY id", nil, func() error {
		record, err := c.record(id)
		if err == nil {
			err = c.brief(id, record)
		}
		if err != nil && !c.bad("story "+name, err) {
			return err
		}
		return nil
	}, &id, &name)
}

// brief compares what a list tells of a story with its record, and the names
// that its docs are found by.
func (c *checker) brief(story int64, record *isnad.Record) error {
	brief, err := c.moment.brief(story)
	if err != nil {
		return err
	}
	want := briefOf(record)
	want.Story.Was = brief.Story.Was
	if !reflect.DeepEqual(brief, want) {
		err = c.add("story %s: it is listed otherwise than it is", want.Story.ID)
	}
	var open int
	if _, failed := c.row("SELECT open FROM stories WHERE id = ?", []any{story}, &open); failed != nil || err != nil {
		return errors.Join(failed, err)
	}
	if open != want.Open {
		return c.add("story %s: %d commitments are listed as open, not %d", want.Story.ID, open, want.Open)
	}
	return c.names(story, record)
}

// names compares the names that other docs give with those that are stored.
func (c *checker) names(story int64, record *isnad.Record) error {
	var place int
	var names []byte
	var other bool
	return c.each("SELECT place, names, layers IS NOT NULL FROM story_docs WHERE story = ? ORDER BY place", []any{story}, func() error {
		var want []byte
		if others := othersOf(record, place); others != nil && !other {
			var err error
			if want, err = packed(others); err != nil {
				return err
			}
		}
		if !bytes.Equal(want, names) {
			return c.add("story %s: article %s is found by other names than it gives", record.Stories[0].ID, record.Docs[place].Article.ID)
		}
		return nil
	}, &place, &names, &other)
}
