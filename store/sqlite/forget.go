package sqlite

import (
	"context"
	"time"

	"github.com/isnad-news/isnad"
)

// Forget implements [isnad.Warden]. Nothing of the text is left in the file nor
// beside it when it returns; that takes time with the size of the index of words.
// While somebody reads, the log of changes cannot be cut: the article is then
// forgotten and the error is of kind [isnad.Conflict]. Forgetting what was
// forgotten cuts the log again and changes nothing else.
func (s *Store) Forget(ctx context.Context, article, why string) (companions []string, err error) {
	err = s.write(ctx, "forget article", func(t *transaction) error {
		if gone, err := t.row("SELECT 1 FROM tombstones WHERE article = ?", []any{article}, new(int)); err != nil || gone {
			return err
		}
		var id, current int64
		found, err := t.row("SELECT id, current FROM articles WHERE name = ?", []any{article}, &id, &current)
		if err == nil && !found {
			err = absent(article, "")
		}
		if err == nil {
			companions, err = t.dropStoriesWith(article)
		}
		if err == nil {
			err = t.bury(id, current, article, why)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return companions, s.cutLog(ctx)
}

// dropStoriesWith takes out the stories that hold an article and lists the other
// articles of these.
func (t *transaction) dropStoriesWith(article string) (companions []string, err error) {
	companions, err = list[string](t, `SELECT DISTINCT a.name FROM story_docs d JOIN versions v ON v.id = d.version JOIN articles a ON a.id = v.article
		WHERE d.story IN (`+storiesOf+`) AND a.name <> ?1 ORDER BY a.name`, article)
	if err != nil {
		return nil, err
	}
	stories, err := list[int64](t, storiesOf, article)
	if err != nil {
		return nil, err
	}
	for _, story := range stories {
		if err := t.leadPast(story, article); err != nil {
			return nil, err
		}
		if err := t.dropStory(story); err != nil {
			return nil, err
		}
	}
	return companions, t.dropEntities()
}

// bury puts a tombstone in place of an article.
func (t *transaction) bury(id, current int64, article, why string) error {
	tombstone, err := t.insert("INSERT INTO tombstones (article, forgotten, why) VALUES (?, ?, ?)", article, t.seen, letters(why))
	if err != nil {
		return err
	}
	t.unindex(current)
	if err := t.finishWords(); err != nil {
		return err
	}
	for _, step := range []struct {
		query string
		args  []any
	}{
		// The index marks a row as gone; merging all of it takes the words out.
		{"INSERT INTO words (words) VALUES ('optimize')", nil},
		{"INSERT INTO about (about) VALUES ('optimize')", nil},
		{`UPDATE snapshots SET version = NULL, tombstone = ?, problem = '', seen = '', source = '', record = 0, url = '', fetched = '',
			content_type = '', given = '', told = '', bytes = NULL WHERE version IN (SELECT id FROM versions WHERE article = ?)`, []any{tombstone, id}},
		{"DELETE FROM docs WHERE version IN (SELECT id FROM versions WHERE article = ?)", []any{id}},
		{"DELETE FROM versions WHERE article = ?", []any{id}},
		{"DELETE FROM articles WHERE id = ?", []any{id}},
	} {
		if err := t.exec(step.query, step.args...); err != nil {
			return err
		}
	}
	return nil
}

// cutLog moves the log of changes into the file and empties it.
func (s *Store) cutLog(ctx context.Context) error {
	if err := s.writer.take(ctx); err != nil {
		return err
	}
	defer s.writer.release()
	deadline := time.Now().Add(s.writer.wait)
	for {
		var held bool
		var pages, moved int
		err := s.writer.conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&held, &pages, &moved)
		if err != nil && !busy(err) || err == nil && !held {
			return s.fail(ctx, "cut the log of changes", err)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if time.Now().After(deadline) {
			return isnad.Errorf(isnad.Conflict, s.file, "cut the log of changes: another isnad is reading").
				WithHint("the article is forgotten; run forget again when nobody reads, so that the log beside the store loses it too")
		}
	}
}
