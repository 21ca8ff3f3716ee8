package sqlite

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/terms"
)

// wordsRow holds the keys of an article's words for the index, a space between.
type wordsRow struct{ title, body string }

// wordsOf cuts an article into the words it is found by: those of its titles
// apart, since they count for more.
func wordsOf(article *isnad.Article) wordsRow {
	var title, body strings.Builder
	for _, term := range terms.Of(article.Text) {
		column := &body
		if part := article.PartAt(term.Start); part >= 0 && article.Parts[part].Kind == isnad.Title {
			column = &title
		}
		if column.Len() > 0 {
			column.WriteByte(' ')
		}
		column.WriteString(term.Key)
	}
	return wordsRow{title.String(), body.String()}
}

// wordsChange is a change of the index of words: a version taken out where row
// is nil.
type wordsChange struct {
	version int64
	row     *wordsRow
}

// index and unindex note changes of the index of words. They are made at the
// end of a transaction, in one run: SQLite writes the words out before every
// other statement, and many small lists of words make a slow index.
func (t *transaction) index(version int64, row wordsRow) {
	t.words = append(t.words, wordsChange{version, &row})
}

func (t *transaction) unindex(version int64) {
	t.words = append(t.words, wordsChange{version, nil})
	t.note(version, aboutChange{gone: true})
}

func (t *transaction) finishWords() error {
	for _, change := range t.words {
		var err error
		if change.row == nil {
			err = t.exec("DELETE FROM words WHERE rowid = ?", change.version)
		} else {
			err = t.exec("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", change.version, change.row.title, change.row.body)
		}
		if err != nil {
			return err
		}
	}
	t.words = nil
	return t.finishAbout()
}
