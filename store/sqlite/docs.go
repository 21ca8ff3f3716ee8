package sqlite

import (
	"bytes"
	"context"
	"iter"
	"slices"

	"github.com/isnad-news/isnad"
)

// docRow is a doc made ready.
type docRow struct {
	doc    *isnad.Doc
	packed []byte // its layers
	about  aboutRow
}

// PutDocs implements [isnad.DocKeeper]. A version that is not in the store and
// whose article was not forgotten is an error of kind [isnad.NotFound]. A doc
// may know more of its article than was put; that is kept with the doc.
//
// Stories keep the layers that they were made of until they are put again.
func (s *Store) PutDocs(ctx context.Context, rules string, docs []*isnad.Doc) error {
	if rules == "" {
		return isnad.Errorf(isnad.Invalid, "", "store docs: their rules have no name")
	}
	rows := make([]docRow, len(docs))
	err := spread(ctx, len(docs), func(i int) error {
		if err := soundDoc(docs[i]); err != nil {
			return err
		}
		layers, err := layersOf(docs[i])
		rows[i] = docRow{docs[i], pack(layers), aboutOf(docs[i].Article, docs[i], nil)}
		return err
	})
	if err != nil {
		return err
	}
	return s.write(ctx, "store docs", func(t *transaction) error {
		for i := range rows {
			if err := t.putDoc(&rows[i], rules); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t *transaction) putDoc(row *docRow, rules string) error {
	version, body, err := t.version(row.doc.Article.ID, row.doc.Article.Version)
	if err != nil {
		return err
	}
	if version == 0 {
		gone, err := t.row("SELECT 1 FROM tombstones WHERE article = ?", []any{row.doc.Article.ID}, new(int))
		if err != nil || gone {
			return err
		}
		return absent(row.doc.Article.ID, row.doc.Article.Version)
	}
	return t.setDoc(version, body, row.doc.Article, row.packed, rules, &row.about)
}

// version finds the row of a version and its packed article; 0 if there is none.
func (t *transaction) version(id, version string) (row int64, body []byte, err error) {
	_, err = t.row("SELECT v.id, v.body FROM versions v JOIN articles a ON a.id = v.article WHERE a.name = ? AND v.version = ?",
		[]any{id, version}, &row, &body)
	return row, body, err
}

// firstDoc stores the doc that came with a version which was there, unless it
// has one.
func (t *transaction) firstDoc(version int64, row *versionRow) error {
	if row.doc == nil {
		return nil
	}
	var has bool
	var body []byte
	_, err := t.row("SELECT d.layers IS NOT NULL, v.body FROM docs d JOIN versions v ON v.id = d.version WHERE v.id = ?", []any{version}, &has, &body)
	if err != nil || has {
		return err
	}
	return t.setDoc(version, body, row.doc.Article, row.layers, row.rules, &row.about)
}

// setDoc makes layers those of a version, whose stored article is body and
// which is found by about then.
func (t *transaction) setDoc(version int64, body []byte, article *isnad.Article, layers []byte, rules string, about *aboutRow) error {
	own, err := differing(article, body)
	if err != nil {
		return err
	}
	if err := t.keepForStories(version, layers, own); err != nil {
		return err
	}
	id, err := t.rules(rules)
	if err != nil {
		return err
	}
	renamed, err := t.row("SELECT 1 FROM story_docs WHERE version = ? AND names IS NOT NULL AND layers IS NULL", []any{version}, new(int))
	if err != nil {
		return err
	}
	if renamed { // by a story that was made of this same doc
		about = nil
	}
	t.tell(version, about)
	return t.exec("UPDATE docs SET rules = ?, layers = ?, article = ? WHERE version = ?", id, layers, own, version)
}

// differing is what a doc knows of its article where it is not what is stored
// in body, packed; nil if it is the same.
func differing(article *isnad.Article, body []byte) ([]byte, error) {
	whole, err := packed(article)
	if err != nil || bytes.Equal(whole, body) {
		return nil, err
	}
	bare, err := knowsMore(article)
	if err != nil {
		return nil, err
	}
	return pack(bare), nil
}

// rules returns the row of a name of rules.
func (t *transaction) rules(name string) (id int64, err error) {
	name = letters(name)
	found, err := t.row("SELECT id FROM rules WHERE name = ?", []any{name}, &id)
	if err != nil || found {
		return id, err
	}
	return t.insert("INSERT INTO rules (name) VALUES (?)", name)
}

// Stale implements [isnad.DocKeeper]. It costs as much as what it lists,
// however much is in the store. An article that is damaged is passed over, so
// that it does not keep the others from being annotated: Check tells of it.
func (s *Store) Stale(ctx context.Context, rules string, limit int) (articles []*isnad.Article, err error) {
	err = s.read(ctx, "list stale docs", func(m *moment) error {
		for after := int64(0); len(articles) < limit; {
			versions, err := stale(m, rules, after, limit-len(articles))
			if err != nil || len(versions) == 0 {
				return err
			}
			after = versions[len(versions)-1]
			for _, version := range versions {
				var row stored
				if _, err := m.row("SELECT "+docColumns+docTables+" WHERE v.id = ?", []any{version}, row.into()...); err != nil {
					return err
				}
				if article, err := row.base(); err == nil && sound(article) == nil {
					articles = append(articles, article)
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return articles, nil
}

const docTables = " FROM versions v JOIN articles a ON a.id = v.article JOIN docs d ON d.version = v.id"

// stale lists the rows of versions after one that have no doc of these rules.
// Each name of rules is a range of the index; there are few of them.
func stale(m *moment, rules string, after int64, limit int) ([]int64, error) {
	versions, err := column[int64](m, "SELECT version FROM docs WHERE rules IS NULL AND version > ? ORDER BY version LIMIT ?", after, limit)
	if err != nil {
		return nil, err
	}
	others, err := column[int64](m, "SELECT id FROM rules WHERE name <> ?", rules)
	if err != nil {
		return nil, err
	}
	for _, other := range others {
		more, err := column[int64](m, "SELECT version FROM docs WHERE rules = ? AND version > ? ORDER BY version LIMIT ?", other, after, limit)
		if err != nil {
			return nil, err
		}
		versions = append(versions, more...)
	}
	slices.Sort(versions)
	return versions[:min(limit, len(versions))], nil
}

// chunk is how many docs are in memory at once while they are gone through.
const chunk = 64

// Docs implements [isnad.Reader]. It gives the versions that are current when
// it begins; one that is forgotten before its turn comes is passed over. It
// goes by the day that an article was put with, not by one that its story told;
// it holds no lock and no connection while the loop's body runs, which may read
// and write as it likes.
func (s *Store) Docs(ctx context.Context, days isnad.Days) iter.Seq2[*isnad.Doc, error] {
	return func(yield func(*isnad.Doc, error) bool) {
		var versions []int64
		err := s.read(ctx, "list docs", func(m *moment) (err error) {
			where, args := inDays(days)
			versions, err = column[int64](m, "SELECT a.current FROM articles a JOIN docs d ON d.version = a.current AND d.rules IS NOT NULL"+all(where)+" ORDER BY a.name", args...)
			return err
		})
		if err != nil {
			yield(nil, err)
			return
		}
		for part := range slices.Chunk(versions, chunk) {
			docs, err := s.docs(ctx, part)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, doc := range docs {
				if !yield(doc, nil) {
					return
				}
			}
		}
	}
}

// inDays is the condition that the current version, as it was put, came out in
// days; none if every version does.
func inDays(days isnad.Days) (where []string, args []any) {
	one := ""
	switch {
	case days.From != "" && days.To != "":
		one, args = "a.day BETWEEN ? AND ?", []any{days.From, days.To}
	case days.From != "":
		one, args = "a.day >= ?", []any{days.From}
	case days.To != "":
		one, args = "a.day <= ?", []any{days.To}
	default:
		return nil, nil
	}
	if days.Undated {
		one += " OR a.day IS NULL"
	}
	return []string{one}, args
}

// docs reads the docs of versions, in their order.
func (s *Store) docs(ctx context.Context, versions []int64) ([]*isnad.Doc, error) {
	docs := make([]*isnad.Doc, 0, len(versions))
	err := s.read(ctx, "read docs", func(m *moment) error {
		for _, version := range versions {
			var row stored
			found, err := m.row("SELECT "+docColumns+docTables+" WHERE v.id = ? AND d.layers IS NOT NULL", []any{version}, row.into()...)
			if err != nil {
				return err
			}
			if !found {
				continue
			}
			doc, err := row.doc()
			if err != nil {
				return err
			}
			docs = append(docs, doc)
		}
		return nil
	})
	return docs, err
}
