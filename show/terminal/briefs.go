package terminal

import (
	"io"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// WriteBriefs writes a list of stories; all is how many there are. news is nil,
// or tells of each what is new since a time. The only error is the writer's.
func WriteBriefs(w io.Writer, briefs []isnad.StoryBrief, news []*isnad.News, all int, options Options) error {
	b := view.NewBriefs(briefs, news, all, options.Lang)
	p := openPrinter(w, options)
	if b.All > len(b.List) {
		p.line(b.Counted())
		p.blank()
	}
	if b.Since != "" {
		p.line(p.bold(p.words.Label("news.since", b.Since)))
		p.blank()
	}
	for i, brief := range b.List {
		if i > 0 {
			p.blank()
		}
		p.brief(b, brief)
	}
	return p.out.Flush()
}

func (p *printer) brief(b *view.Briefs, brief *view.Brief) {
	const indent = 2
	label := string(brief.Source.Story.ID)
	p.under(0, strings.Join(nonEmpty(append([]string{p.bold(p.isolate(view.Text{Words: label})), brief.Days}, b.Facts(brief)...)...), between))
	for _, title := range []string{brief.Title.Words, brief.Second.Words} {
		for _, line := range wrap(Clean(title), p.Width-indent) {
			p.quoted(indent, p.bold(line))
		}
	}
	p.under(indent, p.dim(p.join(brief.Outlets)))
	if len(brief.News) > 0 {
		p.under(indent, "+ "+strings.Join(brief.News, between))
	}
}
