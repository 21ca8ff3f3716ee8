package records

import "github.com/isnad-news/isnad"

// corrects reports whether doc d corrects an earlier report of its outlet, doc e.
func (b *builder) corrects(d, e int) bool { return b.docs[d].Article.Corrects(b.docs[e].Article) }

// correctionOf is what is said behind the value of a report that corrects, in its
// language.
func correctionOf(doc *isnad.Doc) string {
	if doc.Article.Lang == isnad.English {
		return " (correction)"
	}
	return " (\u062A\u0635\u062D\u064A\u062D)" // تصحيح
}
