package sqlite

import (
	"context"
	"encoding/hex"
	"fmt"
	"os"

	"github.com/isnad-news/isnad"
)

func absent(id, version string) error {
	if version == "" {
		return isnad.Errorf(isnad.NotFound, id, "no such article in the store")
	}
	return isnad.Errorf(isnad.NotFound, id+" "+version, "no such version in the store")
}

// stored finds a version; the current one if version is empty.
func (m *moment) stored(id, version string) (row stored, err error) {
	const query = "SELECT " + docColumns + docTables + " WHERE a.name = ? AND "
	found := false
	if version == "" {
		found, err = m.row(query+"v.id = a.current", []any{id}, row.into()...)
	} else {
		found, err = m.row(query+"v.version = ?", []any{id, version}, row.into()...)
	}
	if err == nil && !found {
		err = absent(id, version)
	}
	return row, err
}

// Article implements [isnad.Reader].
func (s *Store) Article(ctx context.Context, id, version string) (article *isnad.Article, err error) {
	err = s.read(ctx, "read article", func(m *moment) error {
		row, err := m.stored(id, version)
		if err == nil {
			article, err = row.base()
		}
		return err
	})
	return article, err
}

// Doc implements [isnad.Reader].
func (s *Store) Doc(ctx context.Context, id, version string) (doc *isnad.Doc, err error) {
	err = s.read(ctx, "read doc", func(m *moment) error {
		row, err := m.stored(id, version)
		if err == nil && row.layers == nil {
			err = isnad.Errorf(isnad.NotFound, id, "the article is not annotated").WithHint("run isnad annotate")
		}
		if err == nil {
			doc, err = row.doc()
		}
		return err
	})
	return doc, err
}

// sourceOf names a record of a source as [isnad.Article] does.
func sourceOf(source string, record int) string {
	if record == 0 {
		return source
	}
	return fmt.Sprintf("%s#%d", source, record)
}

// Versions implements [isnad.Reader]. The snapshot of a version is the first
// that gave it.
func (s *Store) Versions(ctx context.Context, id string) (versions []isnad.Version, err error) {
	err = s.read(ctx, "list versions", func(m *moment) error {
		const query = `SELECT v.version, v.seen, v.title, v.outlet, v.id = a.current, s.sha256, s.source, s.record
			FROM articles a JOIN versions v ON v.article = a.id
			JOIN snapshots s ON s.id = (SELECT min(id) FROM snapshots WHERE version = v.id)
			WHERE a.name = ? ORDER BY v.id`
		version := isnad.Version{Article: id}
		var seen, source string
		var sum []byte
		var record int
		err := m.each(query, []any{id}, func() (err error) {
			version.Snapshot, version.Source = hex.EncodeToString(sum), sourceOf(source, record)
			version.Seen, err = unstamp(seen)
			versions = append(versions, version)
			return err
		}, &version.Version, &seen, &version.Title, &version.Outlet, &version.Current, &sum, &source, &record)
		if err == nil && versions == nil {
			err = absent(id, "")
		}
		return err
	})
	return versions, err
}

// EditedArticles implements [isnad.Reader].
func (s *Store) EditedArticles(ctx context.Context) (ids []string, err error) {
	err = s.read(ctx, "list edited articles", func(m *moment) (err error) {
		ids, err = column[string](m, `SELECT name FROM articles WHERE id IN
			(SELECT article FROM versions GROUP BY article HAVING count(*) > 1) ORDER BY name`)
		return err
	})
	return ids, err
}

// Totals implements [isnad.Reader].
func (s *Store) Totals(ctx context.Context) (totals isnad.Totals, err error) {
	err = s.read(ctx, "count", func(m *moment) error {
		const query = `SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM versions),
			(SELECT count(*) FROM docs) - (SELECT count(*) FROM docs WHERE rules IS NULL),
			(SELECT count(*) FROM snapshots) - (SELECT count(*) FROM snapshots WHERE tombstone IS NOT NULL),
			(SELECT count(*) FROM tombstones), (SELECT count(*) FROM stories), (SELECT count(*) FROM entities),
			(SELECT coalesce(sum(entries), 0) FROM stories), (SELECT count(*) FROM sources),
			(SELECT coalesce(min(day), '') FROM articles), (SELECT coalesce(max(day), '') FROM articles)`
		_, err := m.row(query, nil, &totals.Articles, &totals.Versions, &totals.Docs, &totals.Snapshots, &totals.Forgotten,
			&totals.Stories, &totals.Entities, &totals.Entries, &totals.Sources, &totals.From, &totals.To)
		if err != nil {
			return err
		}
		var given int
		_, err = m.row("SELECT count(version) FROM snapshots WHERE version IS NOT NULL", nil, &given)
		totals.Unread = totals.Snapshots - given
		return err
	})
	for _, end := range []string{"", "-wal", "-shm"} {
		if info, missing := os.Stat(s.file + end); missing == nil {
			totals.Bytes += info.Size()
		}
	}
	return totals, err
}
