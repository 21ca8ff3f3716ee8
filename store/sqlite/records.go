package sqlite

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"

	"github.com/isnad-news/isnad"
)

// storyRow is a story made ready.
type storyRow struct {
	story   isnad.Story
	docs    []storyDoc
	entries int
	open    int    // commitments that are open or overdue
	brief   []byte // packed
	named   []isnad.EntityID
	body    []byte // the record without its docs, packed
}

// storyDoc is a doc of a story, packed as docs does it.
type storyDoc struct {
	id, version   string
	base          []byte // the article as versions keeps it, if it knows no more
	layers, knows []byte
	others        []byte // the other names of its entities, packed; nil if there are none
	about         aboutRow
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
	for d, doc := range record.Docs {
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
		if others := othersOf(record, d); others != nil {
			if one.others, err = packed(others); err != nil {
				return row, err
			}
			one.about = aboutOf(doc.Article, doc, others)
		}
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
	brief := briefOf(record)
	row.open = brief.Open
	row.brief, err = packed(&brief)
	return row, err
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
		var before []oldStory
		for i := range rows {
			dropped, err := t.dropStories(&rows[i])
			if err != nil {
				return err
			}
			before = append(before, dropped...)
		}
		for i := range rows {
			if err := t.addStory(&rows[i]); err != nil {
				return err
			}
		}
		if err := t.leadOn(before, rows); err != nil {
			return err
		}
		return t.dropEntities()
	})
}

// storiesOf lists the stored stories that hold an article in any version.
const storiesOf = `SELECT DISTINCT d.story FROM articles a JOIN versions v ON v.article = a.id JOIN story_docs d ON d.version = v.id
	WHERE a.name = ? ORDER BY d.story`

// dropStories takes out the stories that hold an article of a new one.
func (t *transaction) dropStories(row *storyRow) (dropped []oldStory, err error) {
	var ids []int64
	for _, doc := range row.docs {
		stories, err := list[int64](t, storiesOf, doc.id)
		if err != nil {
			return nil, err
		}
		ids = append(ids, stories...)
	}
	named, err := list[int64](t, "SELECT id FROM stories WHERE name = ?", string(row.story.ID))
	if err != nil {
		return nil, err
	}
	ids = append(ids, named...)
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		old, err := t.oldStory(id)
		if err == nil {
			err = t.dropStory(id)
		}
		if err != nil {
			return nil, err
		}
		dropped = append(dropped, old)
	}
	return dropped, nil
}

// dropStory takes out a story. What other reports of it called someone is no
// longer what a report of it is found by.
func (t *transaction) dropStory(story int64) error {
	named, err := list[int64](t, "SELECT version FROM story_docs WHERE story = ? AND names IS NOT NULL", story)
	if err != nil {
		return err
	}
	for _, version := range named {
		t.tell(version, nil)
	}
	return t.exec("DELETE FROM stories WHERE id = ?", story)
}

// dropEntities takes out those that no story names any more.
func (t *transaction) dropEntities() error {
	return t.exec("DELETE FROM entities WHERE NOT EXISTS (SELECT 1 FROM story_entities WHERE entity = entities.id)")
}

func (t *transaction) addStory(row *storyRow) error {
	story, err := t.insert("INSERT INTO stories (name, first, last, entries, body, brief, open) VALUES (?, ?, ?, ?, ?, ?, ?)",
		string(row.story.ID), row.story.From, row.story.To, row.entries, row.body, row.brief, row.open)
	if err == nil {
		err = t.exec("DELETE FROM former_stories WHERE name = ?", string(row.story.ID))
	}
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
		if doc.others != nil {
			t.tell(version, &doc.about)
		}
		return t.exec("INSERT INTO story_docs (story, place, version, names) VALUES (?, ?, ?, ?)", story, place, version, doc.others)
	}
	return t.exec("INSERT INTO story_docs (story, place, version, layers, article) VALUES (?, ?, ?, ?, ?)", story, place, version, doc.layers, knows)
}

// keepForStories lets stories keep the layers that they were made of when those
// of the version change. The names that they lend are of the entities of these.
func (t *transaction) keepForStories(version int64, layers, article []byte) error {
	return t.exec(`UPDATE story_docs SET names = NULL, (layers, article) = (SELECT layers, article FROM docs WHERE version = ?1)
		WHERE version = ?1 AND layers IS NULL AND EXISTS (SELECT 1 FROM docs WHERE version = ?1 AND (layers IS NOT ?2 OR article IS NOT ?3))`,
		version, layers, article)
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
