package sqlite

import (
	"bytes"
	"reflect"

	"github.com/isnad-news/isnad"
)

// buried reports whether the store has a tombstone for an article.
func (i *importer) buried(article string) (tombstone int64, err error) {
	_, err = i.row("SELECT id FROM tombstones WHERE article = ?", []any{article}, &tombstone)
	return tombstone, err
}

func (i *importer) tombstone(line *tombstoneLine) error {
	if line.Article == "" {
		return invalid("a tombstone without an article")
	}
	there, err := i.row("SELECT 1 FROM articles WHERE name = ?", []any{line.Article}, new(int))
	if err != nil || there {
		return err
	}
	return i.exec("INSERT OR IGNORE INTO tombstones (article, forgotten, why) VALUES (?, ?, ?)", line.Article, stamp(line.Forgotten), line.Why)
}

func (i *importer) source(source *isnad.FollowedSource) error {
	if source.Name == "" {
		return invalid("a source without a name")
	}
	return i.putSource(*source)
}

func (i *importer) fetch(fetch *isnad.Fetch) error {
	if fetch.Address == "" {
		return invalid("a fetch without an address")
	}
	there, err := i.row("SELECT 1 FROM fetches WHERE address = ?", []any{fetch.Address}, new(int))
	if err != nil || there {
		return err
	}
	return i.putFetch(*fetch)
}

func (i *importer) version(line *versionLine) error {
	if line.Article == nil {
		return invalid("a version without an article")
	}
	row, err := newVersionRow(line.Article, nil, "")
	if err != nil {
		return err
	}
	if tombstone, err := i.buried(line.Article.ID); err != nil || tombstone != 0 {
		return err
	}
	return i.flush(i.addTo(line, row))
}

// flush writes the indexes now and then, so that the changes fit in memory.
func (i *importer) flush(err error) error {
	if err != nil || max(len(i.words), len(i.about)) < wordsAtOnce {
		return err
	}
	return i.finishWords()
}

// addTo adds a version to its article. That of an article which the import made
// becomes current if the export says so; until then its first stands in.
func (i *importer) addTo(line *versionLine, row *versionRow) error {
	var article, current int64
	there, err := i.row("SELECT id, current FROM articles WHERE name = ?", []any{row.article.ID}, &article, &current)
	if err != nil {
		return err
	}
	var version int64
	if !there {
		if version, err = i.addArticle(row, stamp(line.Seen)); err == nil {
			_, err = i.row("SELECT article FROM versions WHERE id = ?", []any{version}, &article)
		}
		i.created[article] = false
	} else {
		known, err := i.row("SELECT 1 FROM versions WHERE article = ? AND version = ?", []any{article, row.article.Version}, new(int))
		if err != nil || known {
			return err
		}
		version, err = i.addVersion(article, row, stamp(line.Seen))
		if err != nil {
			return err
		}
	}
	has, ours := i.created[article]
	switch {
	case err != nil || !line.Current || !ours:
		return err
	case has:
		return invalid("article %s has two current versions", row.article.ID)
	}
	i.created[article] = true
	i.current++
	if !there {
		return nil
	}
	i.unindex(current)
	return i.makeCurrent(article, version, row)
}

// find returns the row of a version; 0 if its article was forgotten.
func (i *importer) find(article, version string) (id int64, body []byte, err error) {
	if id, body, err = i.transaction.version(article, version); err != nil || id != 0 {
		return id, body, err
	}
	tombstone, err := i.buried(article)
	if err == nil && tombstone == 0 {
		err = invalid("version %s of article %s is not in a line before", version, article)
	}
	return 0, nil, err
}

// document joins what lines keep apart, and checks it.
func document(body []byte, layers *isnad.Doc, knows *isnad.Article) (*isnad.Doc, error) {
	article := new(isnad.Article)
	if err := unpacked(body, article); err != nil {
		return nil, err
	}
	if layers.Article != nil || knows != nil && knows.Text != "" {
		return nil, invalid("a doc with an article of its own")
	}
	if knows != nil {
		if knows.ID != article.ID || knows.Version != article.Version {
			return nil, invalid("a doc of another article")
		}
		own := *knows
		own.Text = article.Text
		article = &own
	}
	doc := *layers
	doc.Article = article
	return &doc, doc.Check()
}

func (i *importer) doc(line *docLine) error {
	if line.Rules == "" || line.Layers == nil {
		return invalid("a doc without rules or layers")
	}
	version, body, err := i.find(line.Article, line.Version)
	if err != nil || version == 0 {
		return err
	}
	doc, err := document(body, line.Layers, line.Knows)
	if err != nil {
		return err
	}
	layers, err := layersOf(doc)
	if err != nil {
		return err
	}
	row := &versionRow{doc: doc, layers: pack(layers), rules: line.Rules, about: aboutOf(doc.Article, doc, nil)}
	if i.other[version], err = i.hasOther(version, row, body); err != nil {
		return err
	}
	return i.flush(i.firstDoc(version, row))
}

// hasOther reports whether a version has a doc that is not row's.
func (i *importer) hasOther(version int64, row *versionRow, body []byte) (bool, error) {
	var layers, article []byte
	has, err := i.row("SELECT layers, article FROM docs WHERE version = ? AND layers IS NOT NULL", []any{version}, &layers, &article)
	if err != nil || !has {
		return false, err
	}
	knows, err := differing(row.doc.Article, body)
	return !bytes.Equal(layers, row.layers) || !bytes.Equal(article, knows), err
}

func (i *importer) snapshot(line *snapshotLine) error {
	sum, err := digestOf(line.SHA256)
	if err != nil {
		return err
	}
	there, err := i.row("SELECT 1 FROM snapshots WHERE sha256 = ?", []any{sum}, new(int))
	if err != nil || there {
		return err
	}
	if line.Forgotten != "" {
		return i.forgotten(line, sum)
	}
	if line.Text != "" && line.Bytes != nil {
		return invalid("a snapshot with text and bytes")
	}
	snapshot := isnad.Snapshot{
		SHA256: line.SHA256, Source: line.Source, Record: line.Record, URL: line.URL, Fetched: line.Fetched,
		ContentType: line.ContentType, Given: line.Given, Told: line.Told, Bytes: append(line.Bytes, line.Text...),
	}
	if line.Article == "" && line.Version == "" {
		return i.read(&snapshot, line, "", nil)
	}
	version, body, err := i.find(line.Article, line.Version)
	if err != nil {
		return err
	}
	if version == 0 {
		return i.forgotten(&snapshotLine{Forgotten: line.Article}, sum)
	}
	var article struct{ Text string }
	if err := unpacked(body, &article); err != nil {
		return err
	}
	if line.Problem != "" {
		return invalid("a snapshot that gave an article and has a problem")
	}
	return i.read(&snapshot, line, article.Text, version)
}

// read stores a snapshot that gave a version, or nothing if that is nil.
func (i *importer) read(snapshot *isnad.Snapshot, line *snapshotLine, text string, version any) error {
	row, err := newSnapshotRow(snapshot, text)
	if err != nil {
		return err
	}
	return i.addSnapshot(&row, version, line.Problem, stamp(line.Seen))
}

// forgotten keeps the digest of a snapshot whose article was forgotten, unless
// the store has the article.
func (i *importer) forgotten(line *snapshotLine, sum []byte) error {
	if !reflect.DeepEqual(*line, snapshotLine{SHA256: line.SHA256, Forgotten: line.Forgotten}) {
		return invalid("a forgotten snapshot holds more than its digest")
	}
	tombstone, err := i.buried(line.Forgotten)
	if err != nil {
		return err
	}
	if tombstone != 0 {
		return i.exec("INSERT INTO snapshots (sha256, tombstone) VALUES (?, ?)", sum, tombstone)
	}
	there, err := i.row("SELECT 1 FROM articles WHERE name = ?", []any{line.Forgotten}, new(int))
	if err == nil && !there {
		err = invalid("article %s has no tombstone in a line before", line.Forgotten)
	}
	return err
}

func (i *importer) story(line *storyLine) error {
	if line.Record == nil || line.Record.Docs != nil || len(line.Record.Stories) != 1 {
		return invalid("a story that is not one record without docs")
	}
	record := line.Record
	for _, one := range line.Docs {
		version, body, err := i.find(one.Article, one.Version)
		if err != nil || version == 0 {
			return err
		}
		layers := one.Layers
		if layers == nil {
			if i.other[version] {
				return nil
			}
			if layers, one.Knows, err = i.layers(version); err != nil {
				return err
			}
		}
		doc, err := document(body, layers, one.Knows)
		if err != nil {
			return err
		}
		record.Docs = append(record.Docs, doc)
	}
	fillLocal(record)
	if err := record.Check(); err != nil {
		return err
	}
	row, err := newStoryRow(record)
	if err != nil {
		return err
	}
	if there, err := i.hasStory(&row); err != nil || there {
		return err
	}
	return i.flush(i.addStory(&row))
}

// former keeps where the ID of a story that is no more leads, unless the store
// has a story of that ID, or the ID leads somewhere already.
func (i *importer) former(line *formerLine) error {
	if line.Story == "" || line.Article == "" {
		return invalid("a former story without ID or article")
	}
	there, err := i.row("SELECT 1 FROM articles WHERE name = ?", []any{line.Article}, new(int))
	if err != nil {
		return err
	}
	if !there {
		tombstone, err := i.buried(line.Article)
		if err == nil && tombstone == 0 {
			err = invalid("article %s is not in a line before", line.Article)
		}
		return err
	}
	led, err := i.row("SELECT 1 FROM former_stories WHERE name = ?", []any{line.Story}, new(int))
	if err != nil || led {
		return err
	}
	return i.lead(line.Story, line.Article)
}

// layers reads the doc of a version.
func (i *importer) layers(version int64) (layers *isnad.Doc, knows *isnad.Article, err error) {
	var row stored
	found, err := i.row("SELECT "+docColumns+docTables+" WHERE v.id = ? AND d.layers IS NOT NULL", []any{version}, row.into()...)
	if err == nil && !found {
		err = invalid("a story of a version that is not annotated")
	}
	if err != nil {
		return nil, nil, err
	}
	return bare(&row)
}

// hasStory reports whether a stored story holds an article of row's or has its
// name.
func (i *importer) hasStory(row *storyRow) (bool, error) {
	for _, doc := range row.docs {
		stories, err := list[int64](i.transaction, storiesOf, doc.id)
		if err != nil || len(stories) > 0 {
			return len(stories) > 0, err
		}
	}
	return i.row("SELECT 1 FROM stories WHERE name = ?", []any{string(row.story.ID)}, new(int))
}
