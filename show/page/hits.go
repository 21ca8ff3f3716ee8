package page

import (
	"bufio"
	"html/template"
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// WriteHits writes what a query found as a page, with the reports in full below;
// all is how many match it. The only error is the writer's.
func WriteHits(w io.Writer, query string, hits []isnad.Hit, all int, options Options) error {
	h := view.NewHits(query, hits, all, options.Lang)
	p := hitsPage{Hits: h, page: lay(h.View)}
	out := bufio.NewWriter(w)
	if err := sets[h.Words.Lang].ExecuteTemplate(out, "hits.html", p); err != nil {
		return err
	}
	return out.Flush()
}

// hitsPage is what the template of a search sees.
type hitsPage struct {
	*view.Hits
	page *page
}

func (p hitsPage) Style() template.CSS { return p.page.Style }
func (p hitsPage) Script() template.JS { return p.page.Script }
func (p hitsPage) Policy() string      { return p.page.Policy }

// Bodies are the reports that were found, in full.
func (p hitsPage) Bodies() []body {
	var list []body
	for _, hit := range p.Hits.Hits {
		list = append(list, p.page.draw(hit.Report))
	}
	return list
}
