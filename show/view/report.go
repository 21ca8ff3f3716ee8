package view

import (
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
)

// Report is one article with its number over the whole record.
type Report struct {
	Number  int
	Index   int // into Record.Docs
	Doc     *isnad.Doc
	Article *isnad.Article
	Title   Text
	Outlet  Text
	Voices  map[isnad.Voice]int // sentences by voice
	Repeats int                 // passages set aside
}

func (v *View) report(doc int) *Report {
	if v.byDoc[doc] != nil {
		return v.byDoc[doc]
	}
	report := newReport(len(v.Reports)+1, doc, v.Record.Docs[doc])
	v.Reports = append(v.Reports, report)
	v.byDoc[doc] = report
	return report
}

func newReport(number, index int, source *isnad.Doc) *Report {
	report := &Report{
		Number: number, Index: index, Doc: source, Article: source.Article,
		Title: Text{source.Article.Title, source.Article.Lang}, Outlet: Written(source.Article.Outlet.Name),
		Voices: map[isnad.Voice]int{},
	}
	for _, sentence := range source.Sentences {
		report.Voices[sentence.Voice]++
	}
	for _, part := range source.Article.Parts {
		if part.Kind == isnad.Repeat {
			report.Repeats++
		}
	}
	return report
}

// Anchor is the page's name for the report: "r2".
func (r *Report) Anchor() string { return "r" + strconv.Itoa(r.Number) }

// Mark is the page's name for a fact of the report: "r2-s5". Layers are s
// (statements), e (events), c (commitments), m (mentions), d (dates) and
// u (sentences).
func (r *Report) Mark(layer string, index int) string {
	return r.Anchor() + "-" + layer + strconv.Itoa(index+1)
}

// Line returns the raw line of the input on which the words at span stand; 0 if
// it is not known.
func (r *Report) Line(span isnad.Span) int {
	index := r.Article.PartAt(span.Start)
	if index < 0 || r.Article.Parts[index].Line == 0 {
		return 0
	}
	part := r.Article.Parts[index]
	return part.Line + strings.Count(r.Article.Text[part.Span.Start:span.Start], "\n")
}

// Place names where span stands for a reader: "4" for the raw line, else "¶3"
// for the part.
func (r *Report) Place(span isnad.Span) string {
	if line := r.Line(span); line > 0 {
		return strconv.Itoa(line)
	}
	return "\u00b6" + strconv.Itoa(r.Article.PartAt(span.Start)+1)
}

// Sentences returns how many sentences facts could be read from.
func (r *Report) Sentences() int { return len(r.Doc.Sentences) }

// Silent returns the indexes of the sentences that nothing was taken from.
func (r *Report) Silent() []int {
	var list []int
	for i, sentence := range r.Doc.Sentences {
		if sentence.Voice == isnad.NotUnderstood {
			list = append(list, i)
		}
	}
	return list
}
