package sqlite

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/isnad-news/isnad"
)

// storyRow is a story made ready.
type storyRow struct {
	story   isnad.Story
	docs    []storyDoc
	entries int
	named   []isnad.EntityID
	body    []byte // the record without its docs, packed
}

// storyDoc is a doc of a story, packed as docs does it.
type storyDoc struct {
	id, version   string
	base          []byte // the article as versions keeps it, if it knows no more
	layers, knows []byte
}

// storyDocElements is what a doc of a story adds to a line of an export around
// its layers.
const storyDocElements = 4

// newStoryRow makes a story ready. It is refused if the line of an export with
// all of its docs, which it may come to, could not be read.
func newStoryRow(record *isnad.Record) (row storyRow, err error) {
	row.story, row.entries = record.Stories[0], len(record.Entries)
	bare := *record
	bare.Docs = nil
	body, err := plain(&bare)
	if err != nil {
		return row, err
	}
	size, count := len(body), elements(body, 0)
	for _, doc := range record.Docs {
		one := storyDoc{id: doc.Article.ID, version: doc.Article.Version}
		layers, err := layersOf(doc)
		if err != nil {
			return row, err
		}
		one.layers = pack(layers)
		if one.base, err = packed(doc.Article); err != nil {
			return row, err
		}
		knows, err := knowsMore(doc.Article)
		if err != nil {
			return row, err
		}
		one.knows = pack(knows)
		size += len(layers) + len(knows)
		count += elements(layers, 0) + elements(knows, 0) + storyDocElements
		row.docs = append(row.docs, one)
	}
	for i := range record.Entities {
		row.named = append(row.named, record.Entities[i].ID)
	}
	if size > 2*valueBytes || count > lineElements {
		return row, isnad.Errorf(isnad.TooLarge, string(row.story.ID), "store story: it has more than %d bytes or %d elements with its docs", 2*valueBytes, lineElements)
	}
	row.body = pack(body)
	return row, nil
}

// PutRecord implements [isnad.RecordKeeper]. The articles of the record must be
// in the store: one that is not is an error of kind [isnad.NotFound], and no
// story of the record is stored.
func (s *Store) PutRecord(ctx context.Context, record *isnad.Record) error {
	if err := record.Check(); err != nil {
		return err
	}
	var parts []*isnad.Record
	for _, part := range record.ByStory() {
		parts = append(parts, part)
	}
	rows := make([]storyRow, len(parts))
	err := spread(ctx, len(parts), func(i int) (err error) {
		rows[i], err = newStoryRow(parts[i])
		return err
	})
	if err != nil {
		return err
	}
	return s.write(ctx, "store record", func(t *transaction) error {
		for i := range rows {
			if err := t.dropStories(&rows[i]); err != nil {
				return err
			}
		}
		for i := range rows {
			if err := t.addStory(&rows[i]); err != nil {
				return err
			}
		}
		return t.dropEntities()
	})
}

// storiesOf lists the stored stories that hold an article in any version.
const storiesOf = `SELECT DISTINCT d.story FROM articles a JOIN versions v ON v.article = a.id JOIN story_docs d ON d.version = v.id
	WHERE a.name = ? ORDER BY d.story`

// dropStories takes out the stories that hold an article of a new one.
func (t *transaction) dropStories(row *storyRow) error {
	for _, doc := range row.docs {
		stories, err := list[int64](t, storiesOf, doc.id)
		if err != nil {
			return err
		}
		for _, story := range stories {
			if err := t.exec("DELETE FROM stories WHERE id = ?", story); err != nil {
				return err
			}
		}
	}
	return t.exec("DELETE FROM stories WHERE name = ?", string(row.story.ID))
}

// dropEntities takes out those that no story names any more.
func (t *transaction) dropEntities() error {
	return t.exec("DELETE FROM entities WHERE NOT EXISTS (SELECT 1 FROM story_entities WHERE entity = entities.id)")
}

func (t *transaction) addStory(row *storyRow) error {
	story, err := t.insert("INSERT INTO stories (name, first, last, entries, body) VALUES (?, ?, ?, ?, ?)",
		string(row.story.ID), row.story.From, row.story.To, row.entries, row.body)
	if err != nil {
		return err
	}
	for place := range row.docs {
		if err := t.addStoryDoc(story, place, &row.docs[place]); err != nil {
			return err
		}
	}
	for _, name := range row.named {
		var entity int64
		found, err := t.row("SELECT id FROM entities WHERE name = ?", []any{string(name)}, &entity)
		if err == nil && !found {
			entity, err = t.insert("INSERT INTO entities (name) VALUES (?)", string(name))
		}
		if err == nil {
			err = t.exec("INSERT INTO story_entities (story, entity) VALUES (?, ?)", story, entity)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// addStoryDoc ties a doc to its story. Its layers are kept with the story only
// where they are not those of the version.
func (t *transaction) addStoryDoc(story int64, place int, doc *storyDoc) error {
	var version int64
	var body, layers, article []byte
	found, err := t.row(`SELECT v.id, v.body, d.layers, d.article FROM articles a JOIN versions v ON v.article = a.id JOIN docs d ON d.version = v.id
		WHERE a.name = ? AND v.version = ?`, []any{doc.id, doc.version}, &version, &body, &layers, &article)
	if err != nil {
		return err
	}
	if !found {
		return absent(doc.id, doc.version)
	}
	knows := doc.knows
	if bytes.Equal(doc.base, body) {
		knows = nil
	}
	if bytes.Equal(doc.layers, layers) && bytes.Equal(knows, article) {
		return t.exec("INSERT INTO story_docs (story, place, version) VALUES (?, ?, ?)", story, place, version)
	}
	return t.exec("INSERT INTO story_docs (story, place, version, layers, article) VALUES (?, ?, ?, ?, ?)", story, place, version, doc.layers, knows)
}

// keepForStories lets stories keep the layers that they were made of when those
// of the version change.
func (t *transaction) keepForStories(version int64, layers, article []byte) error {
	return t.exec(`UPDATE story_docs SET (layers, article) = (SELECT layers, article FROM docs WHERE version = ?1)
		WHERE version = ?1 AND layers IS NULL AND EXISTS (SELECT 1 FROM docs WHERE version = ?1 AND (layers IS NOT ?2 OR article IS NOT ?3))`,
		version, layers, article)
}

// Stories implements [isnad.RecordKeeper]. A story whose days are not known is
// in a range where an article without a date is.
func (s *Store) Stories(ctx context.Context, days isnad.Days) (stories []isnad.Story, err error) {
	where, args := touching(days)
	err = s.read(ctx, "list stories", func(m *moment) error {
		var body []byte
		return m.each("SELECT body FROM stories"+where+" ORDER BY last DESC, first DESC, name", args, func() error {
			var record struct{ Stories []isnad.Story }
			if err := unpacked(body, &record); err != nil {
				return damaged("story", err)
			}
			if len(record.Stories) != 1 {
				return damaged("story", fmt.Errorf("%d stories in one", len(record.Stories)))
			}
			story := record.Stories[0]
			story.Articles = nil
			stories = append(stories, story)
			return nil
		}, &body)
	})
	return stories, err
}

// touching is the condition that a story has one of the days.
func touching(days isnad.Days) (where string, args []any) {
	if days.From == "" && days.To == "" {
		return "", nil
	}
	where = "first <> ''"
	if days.To != "" {
		where, args = where+" AND first <= ?", append(args, days.To)
	}
	if days.From != "" {
		where, args = where+" AND last >= ?", append(args, days.From)
	}
	if days.Undated {
		where += " OR first = ''"
	}
	return " WHERE " + where, args
}

// Record implements [isnad.RecordKeeper]. It is what PutRecord was given for the
// story, whatever became of the docs since.
func (s *Store) Record(ctx context.Context, story isnad.StoryID) (record *isnad.Record, err error) {
	err = s.read(ctx, "read story", func(m *moment) error {
		var id int64
		var body []byte
		found, err := m.row("SELECT id, body FROM stories WHERE name = ?", []any{string(story)}, &id, &body)
		if err == nil && !found {
			err = isnad.Errorf(isnad.NotFound, string(story), "no such story in the store")
		}
		if err == nil {
			record, err = m.record(id, string(story), body)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return record, nil
}

// Companions implements [isnad.RecordKeeper]. It costs as much as the stories
// that it finds.
func (s *Store) Companions(ctx context.Context, articles []string) (companions []string, err error) {
	given, err := json.Marshal(articles)
	if err != nil || len(articles) == 0 {
		return nil, err
	}
	err = s.read(ctx, "list companions", func(m *moment) (err error) {
		companions, err = column[string](m, `SELECT DISTINCT a.name FROM story_docs d JOIN versions v ON v.id = d.version JOIN articles a ON a.id = v.article
			WHERE d.story IN (SELECT d.story FROM json_each(?1) j CROSS JOIN articles a ON a.name = j.value
				CROSS JOIN versions v ON v.article = a.id CROSS JOIN story_docs d ON d.version = v.id)
			AND a.name NOT IN (SELECT value FROM json_each(?1)) ORDER BY a.name`, string(given))
		return err
	})
	return companions, err
}

func (m *moment) record(id int64, name string, body []byte) (*isnad.Record, error) {
	record := new(isnad.Record)
	if err := unpacked(body, record); err != nil {
		return nil, damaged(name, err)
	}
	record.Docs = nil
	var row stored
	err := m.each(`SELECT a.name, v.version, v.body, iif(sd.layers IS NULL, d.layers, sd.layers), iif(sd.layers IS NULL, d.article, sd.article)
		FROM story_docs sd JOIN versions v ON v.id = sd.version JOIN articles a ON a.id = v.article JOIN docs d ON d.version = v.id
		WHERE sd.story = ? ORDER BY sd.place`, []any{id}, func() error {
		doc, err := row.doc()
		record.Docs = append(record.Docs, doc)
		return err
	}, row.into()...)
	if err != nil {
		return nil, err
	}
	fillLocal(record)
	if err := record.Check(); err != nil {
		return nil, damaged(name, err)
	}
	if len(record.Stories) != 1 || string(record.Stories[0].ID) != name {
		return nil, isnad.Errorf(isnad.Unreadable, name, "read from the store: it is another story").WithHint(damageHint)
	}
	return record, nil
}

// fillLocal gives Local one element for each doc: it is nothing as a whole if no
// doc has an entity.
func fillLocal(record *isnad.Record) {
	if record.Local == nil {
		record.Local = make([][]int, len(record.Docs))
	}
}
