package page

import (
	"bufio"
	"html/template"
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// WriteVerdict writes the answer to a question asked of record as a page, with
// the reports that it rests on in full. The only error is the writer's.
func WriteVerdict(w io.Writer, record *isnad.Record, verdict *isnad.Verdict, options Options) error {
	v := view.NewVerdict(record, verdict, options.Lang)
	p := verdictPage{Verdict: v, page: lay(v.View)}
	out := bufio.NewWriter(w)
	if err := sets[v.View.Words.Lang].ExecuteTemplate(out, "verdict.html", p); err != nil {
		return err
	}
	return out.Flush()
}

// verdictPage is what the template of a verdict sees.
type verdictPage struct {
	*view.Verdict
	page *page
}

func (p verdictPage) Style() template.CSS { return p.page.Style }
func (p verdictPage) Script() template.JS { return p.page.Script }
func (p verdictPage) Policy() string      { return p.page.Policy }

// Bodies are the reports that the findings stand in, in full.
func (p verdictPage) Bodies() []body {
	seen := map[int]bool{}
	for _, list := range [][]view.Finding{p.Rests, p.Others} {
		for i := range list {
			seen[list[i].Source.Article] = true
		}
	}
	var list []body
	for _, report := range p.Reports {
		if seen[report.Index] {
			list = append(list, p.page.draw(report))
		}
	}
	return list
}
