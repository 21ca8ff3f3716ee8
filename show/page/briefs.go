package page

import (
	"bufio"
	"html/template"
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// WriteBriefs writes a list of stories as a page; all is how many there are. news is nil, or tells of each
// what is new since a time. The only error is the writer's.
func WriteBriefs(w io.Writer, briefs []isnad.StoryBrief, news []*isnad.News, all int, options Options) error {
	b := view.NewBriefs(briefs, news, all, options.Lang)
	out := bufio.NewWriter(w)
	if err := sets[b.Words.Lang].ExecuteTemplate(out, "briefs.html", briefsPage{b}); err != nil {
		return err
	}
	return out.Flush()
}

// briefsPage is what the template of a list of stories sees.
type briefsPage struct{ *view.Briefs }

func (briefsPage) Style() template.CSS { return template.CSS(style) }
func (briefsPage) Policy() string      { return policy }
