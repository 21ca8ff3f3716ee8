package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/isnad-news/isnad"
)

// Seen implements [isnad.Keeper]. What is no digest was never put.
func (s *Store) Seen(ctx context.Context, digests []string) (map[string]bool, error) {
	seen := make(map[string]bool, len(digests))
	err := s.read(ctx, "look for snapshots", func(m *moment) error {
		for _, digest := range digests {
			sum, err := digestOf(digest)
			if err != nil {
				continue
			}
			found, err := m.row("SELECT 1 FROM snapshots WHERE sha256 = ?", []any{sum}, new(int))
			if err != nil {
				return err
			}
			if found {
				seen[digest] = true
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return seen, nil
}

func digestOf(digest string) ([]byte, error) {
	sum, err := hex.DecodeString(digest)
	if err != nil || len(sum) != sha256.Size || digest != hex.EncodeToString(sum) {
		return nil, isnad.Errorf(isnad.Invalid, digest, "it is no SHA-256 in lower-case hexadecimal")
	}
	return sum, nil
}

// parcel is an intake made ready to be stored: checked, packed and cut into
// words before the file is locked.
type parcel struct {
	intake *isnad.Intake
	snapshotRow
	*versionRow // nil if there is no article
}

// versionRow is a version made ready.
type versionRow struct {
	article *isnad.Article
	body    []byte
	words   wordsRow
	doc     *isnad.Doc // nil if there is none; then what follows is too
	rules   string
	layers  []byte // packed
	knows   []byte // what the doc knows of its article beyond what is put with it; see docs.article
	about   aboutRow
}

// Put implements [isnad.Keeper]. A snapshot that was put before, in this batch
// for one, changes nothing: its outcome is Same, Unread or Forgotten by what
// became of it then. Its Fetch is kept all the same: it tells of today.
//
// A text that an earlier version had and that comes back in another snapshot
// makes this version the current one again: Edited. So archives may be read
// again in any order without turning anything back, and a report that takes a
// change back is seen to do so.
func (s *Store) Put(ctx context.Context, batch []isnad.Intake) ([]isnad.Outcome, error) {
	parcels := make([]parcel, len(batch))
	if err := spread(ctx, len(batch), func(i int) error { return parcels[i].fill(&batch[i]) }); err != nil {
		return nil, err
	}
	outcomes := make([]isnad.Outcome, len(batch))
	err := s.write(ctx, "store a batch", func(t *transaction) error {
		for i := range parcels {
			var err error
			if outcomes[i], err = t.put(&parcels[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

// fill makes an intake ready or says what is wrong with it.
func (p *parcel) fill(intake *isnad.Intake) (err error) {
	p.intake = intake
	text := ""
	if intake.Article != nil {
		text = intake.Article.Text
	}
	if len(intake.Problem) > labelBytes {
		return isnad.Errorf(isnad.TooLarge, intake.Snapshot.Source, "store a batch: a problem of more than %d bytes", labelBytes)
	}
	if p.snapshotRow, err = newSnapshotRow(&intake.Snapshot, text); err != nil {
		return err
	}
	if intake.Fetch != nil && intake.Fetch.Address == "" {
		return isnad.Errorf(isnad.Invalid, intake.Snapshot.Source, "store fetch: it has no address")
	}
	if intake.Article == nil {
		if intake.Doc != nil {
			return isnad.Errorf(isnad.Invalid, intake.Snapshot.Source, "store a batch: a doc without its article")
		}
		return nil
	}
	p.versionRow, err = newVersionRow(intake.Article, intake.Doc, intake.Rules)
	return err
}

func newVersionRow(article *isnad.Article, doc *isnad.Doc, rules string) (row *versionRow, err error) {
	if err := sound(article); err != nil {
		return nil, err
	}
	row = &versionRow{article: article, words: wordsOf(article)}
	if row.body, err = packed(article); err != nil {
		return nil, err
	}
	if doc == nil {
		row.about = aboutOf(article, nil, nil)
		return row, nil
	}
	if doc.Article != article && (doc.Article == nil || doc.Article.ID != article.ID || doc.Article.Text != article.Text) {
		return nil, isnad.Errorf(isnad.Invalid, article.ID, "store doc: it is of another article")
	}
	if rules == "" {
		return nil, isnad.Errorf(isnad.Invalid, article.ID, "store doc: its rules have no name")
	}
	if err := doc.Check(); err != nil {
		return nil, err
	}
	layers, err := layersOf(doc)
	if err != nil {
		return nil, err
	}
	row.doc, row.rules, row.layers, row.about = doc, rules, pack(layers), aboutOf(article, doc, nil)
	if doc.Article != article {
		row.knows, err = differing(doc.Article, row.body)
	}
	return row, err
}

// put stores one intake.
func (t *transaction) put(p *parcel) (isnad.Outcome, error) {
	if p.intake.Fetch != nil {
		if err := t.putFetch(*p.intake.Fetch); err != nil {
			return "", err
		}
	}
	if outcome, err := t.before(p.sum[:]); err != nil || outcome != "" {
		return outcome, err
	}
	if p.versionRow == nil {
		return isnad.Unread, t.putSnapshot(&p.snapshotRow, nil, p.intake.Problem)
	}
	var tombstone int64
	found, err := t.row("SELECT id FROM tombstones WHERE article = ?", []any{p.article.ID}, &tombstone)
	if err != nil {
		return "", err
	}
	if found {
		return isnad.Forgotten, t.exec("INSERT INTO snapshots (sha256, tombstone) VALUES (?, ?)", p.sum[:], tombstone)
	}
	version, outcome, err := t.putVersion(p.versionRow)
	if err != nil {
		return "", err
	}
	return outcome, t.putSnapshot(&p.snapshotRow, version, "")
}

// before tells the outcome of a snapshot that was put before, or "".
func (t *transaction) before(sum []byte) (isnad.Outcome, error) {
	var forgotten, unread bool
	found, err := t.row("SELECT tombstone IS NOT NULL, version IS NULL FROM snapshots WHERE sha256 = ?", []any{sum}, &forgotten, &unread)
	switch {
	case err != nil || !found:
		return "", err
	case forgotten:
		return isnad.Forgotten, nil
	case unread:
		return isnad.Unread, nil
	}
	return isnad.Same, nil
}

// putVersion makes a version the current one of its article, and returns its row.
func (t *transaction) putVersion(row *versionRow) (version int64, outcome isnad.Outcome, err error) {
	var article, current int64
	known, err := t.row("SELECT id, current FROM articles WHERE name = ?", []any{row.article.ID}, &article, &current)
	if err != nil {
		return 0, "", err
	}
	if !known {
		version, err = t.addArticle(row, t.seen)
		return version, isnad.Added, err
	}
	there, err := t.row("SELECT id FROM versions WHERE article = ? AND version = ?", []any{article, row.article.Version}, &version)
	switch {
	case err != nil:
	case there:
		err = t.firstDoc(version, row)
	default:
		version, err = t.addVersion(article, row, t.seen)
	}
	if err != nil {
		return 0, "", err
	}
	if version == current {
		return version, isnad.Same, nil
	}
	t.unindex(current)
	return version, isnad.Edited, t.makeCurrent(article, version, row)
}

// addArticle stores an article that is not there, with its first version.
func (t *transaction) addArticle(row *versionRow, seen string) (version int64, err error) {
	var article int64
	if _, err := t.row("SELECT coalesce(max(id), 0) + 1 FROM articles", nil, &article); err != nil {
		return 0, err
	}
	if version, err = t.addVersion(article, row, seen); err != nil {
		return 0, err
	}
	t.index(version, row.words)
	t.tell(version, &row.about)
	return version, t.exec("INSERT INTO articles (id, name, current, day) VALUES (?, ?, ?, ?)", article, row.article.ID, version, dayOf(row.article))
}

// addVersion stores a version that is not there, with the doc that came with it.
func (t *transaction) addVersion(article int64, row *versionRow, seen string) (int64, error) {
	version, err := t.insert("INSERT INTO versions (article, version, seen, outlet, title, body) VALUES (?, ?, ?, ?, ?, ?)",
		article, row.article.Version, seen, row.article.Outlet.Name, row.article.Title, row.body)
	if err != nil {
		return 0, err
	}
	var rules any
	if row.doc != nil {
		if rules, err = t.rules(row.rules); err != nil {
			return 0, err
		}
	}
	return version, t.exec("INSERT INTO docs (version, rules, layers, article) VALUES (?, ?, ?, ?)", version, rules, row.layers, row.knows)
}

// makeCurrent lets an article be found as this version.
func (t *transaction) makeCurrent(article, version int64, row *versionRow) error {
	t.index(version, row.words)
	t.tell(version, nil)
	return t.exec("UPDATE articles SET current = ?, day = ? WHERE id = ?", version, dayOf(row.article), article)
}
