package sqlite

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/isnad-news/isnad"
)

// The columns of a version that make an article and a doc of it.
const docColumns = "a.name, v.version, v.body, d.layers, d.article"

// stored is a row of docColumns.
type stored struct {
	id, version           string
	body, layers, article []byte
}

func (r *stored) into() []any { return []any{&r.id, &r.version, &r.body, &r.layers, &r.article} }

// base is the article as it was put.
func (r *stored) base() (*isnad.Article, error) {
	article := new(isnad.Article)
	if err := unpacked(r.body, article); err != nil {
		return nil, damaged(r.id, err)
	}
	if article.ID != r.id || article.Version != r.version {
		return nil, isnad.Errorf(isnad.Unreadable, r.id, "read from the store: the article is %s %s", article.ID, article.Version).WithHint(damageHint)
	}
	if err := article.Check(); err != nil {
		return nil, damaged(r.id, err)
	}
	return article, nil
}

// doc is the doc of the version; the layers must be there.
func (r *stored) doc() (*isnad.Doc, error) {
	article, err := r.base()
	if err != nil {
		return nil, err
	}
	if r.article != nil {
		text := article.Text
		article = new(isnad.Article)
		if err := unpacked(r.article, article); err != nil {
			return nil, damaged(r.id, err)
		}
		article.Text = text
	}
	doc := new(isnad.Doc)
	if err := unpacked(r.layers, doc); err != nil {
		return nil, damaged(r.id, err)
	}
	doc.Article = article
	if err := doc.Check(); err != nil {
		return nil, damaged(r.id, err)
	}
	return doc, nil
}

// layersOf is what docs keeps of a doc: its layers without the article.
func layersOf(doc *isnad.Doc) ([]byte, error) {
	bare := *doc
	bare.Article = nil
	return plain(&bare)
}

// knowsMore is the article without its text, as JSON: what a doc knows of its
// article can be more than what was put, a day that its story told for one.
func knowsMore(article *isnad.Article) ([]byte, error) {
	bare := *article
	bare.Text = ""
	return plain(&bare)
}

// dayOf is the day on which an article came out, as its outlet counts days; nil
// if unknown.
func dayOf(article *isnad.Article) any {
	if !article.Published.Known() {
		return nil
	}
	return article.Published.Time.Format(time.DateOnly)
}

// sound returns an error unless an article can be stored: it passes its check
// and its version is that of its text.
func sound(article *isnad.Article) error {
	if article.ID == "" {
		return isnad.Errorf(isnad.Invalid, article.Source, "store article: it has no ID")
	}
	if sum := sha256.Sum256([]byte(article.Text)); hex.EncodeToString(sum[:6]) != article.Version {
		return isnad.Errorf(isnad.Invalid, article.ID, "store article: version %q is not that of its text", article.Version)
	}
	return article.Check()
}

// soundDoc returns an error unless a doc can be stored.
func soundDoc(doc *isnad.Doc) error {
	if doc == nil || doc.Article == nil {
		return isnad.Errorf(isnad.Invalid, "", "store doc: it has no article")
	}
	if err := sound(doc.Article); err != nil {
		return err
	}
	return doc.Check()
}
