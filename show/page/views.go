package page

import (
	"bufio"
	"html/template"
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
	"github.com/isnad-news/isnad/show/words"
)

// WriteStory writes a record of one story as a page, with its overview and, if
// news is not nil, what is new. The only error is the writer's.
func WriteStory(w io.Writer, record *isnad.Record, overview *isnad.Overview, news *isnad.News, options Options) error {
	p := newPage(record, options.Lang)
	p.overview, p.news = p.View.Overview(overview), p.View.News(news)
	return execute(w, p.words, "page.html", p)
}

func execute(w io.Writer, book *words.Book, name string, data any) error {
	out := bufio.NewWriter(w)
	if err := sets[book.Lang].ExecuteTemplate(out, name, data); err != nil {
		return err
	}
	return out.Flush()
}

// Overview is the story at a glance; nil for a story that has none.
func (c chapter) Overview() *view.Overview {
	if len(c.page.Stories) > 0 && c.Story == c.page.Stories[0] {
		return c.page.overview
	}
	return nil
}

// News is what came since a time; nil if it was not asked for.
func (c chapter) News() *view.News {
	if c.Overview() == nil {
		return nil
	}
	return c.page.news
}

// Differing are the entries on which reports differ, but for those whose values
// the overview puts side by side.
func (c chapter) Differing(list []*view.Entry) []*view.Entry {
	shown := map[*view.Entry]bool{}
	if overview := c.Overview(); overview != nil {
		for _, dispute := range overview.Disputes {
			shown[dispute.Entry] = true
		}
	}
	return filter(list, func(e *view.Entry) bool { return e.Differs() && !shown[e] })
}

// frame is what every page needs beside its matter.
type frame struct {
	Style  template.CSS
	Script template.JS
	Policy string
}

func newFrame() frame {
	return frame{template.CSS(style), template.JS(script), policy}
}

// WritePositions writes where parties stand as a page. Subjects of a single
// stand stand apart, folded. The only error is the writer's.
func WritePositions(w io.Writer, records []*isnad.Record, positions []isnad.Position, options Options) error {
	table := view.NewTable(records, positions, options.Lang, true)
	data := struct {
		frame
		*view.Table
		Shared, Single []*view.Subject
	}{frame: newFrame(), Table: table}
	for _, subject := range table.Subjects {
		if subject.Distinct > 1 {
			data.Shared = append(data.Shared, subject)
		} else {
			data.Single = append(data.Single, subject)
		}
	}
	return execute(w, table.Words, "positions.html", data)
}

// WriteCommitments writes the commitments of records that still stand as a page,
// overdue ones first. The only error is the writer's.
func WriteCommitments(w io.Writer, records []*isnad.Record, options Options) error {
	pledges := view.NewPledges(records, options.Lang)
	return execute(w, pledges.Words, "commitments.html", struct {
		frame
		*view.Pledges
	}{newFrame(), pledges})
}
