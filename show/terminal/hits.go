package terminal

import (
	"io"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// WriteHits writes what a query found, the best first; all is how many match it.
// The only error is the writer's.
func WriteHits(w io.Writer, query string, hits []isnad.Hit, all int, options Options) error {
	h := view.NewHits(query, hits, all, options.Lang)
	p := openPrinter(w, options)
	p.view = h.View
	p.hits(h)
	return p.out.Flush()
}

func (p *printer) hits(h *view.Hits) {
	if len(h.Hits) == 0 {
		p.under(0, p.words.Label("hits.none", p.isolate(h.Query)))
		return
	}
	p.under(0, p.words.Label("hits", h.Counted(), p.isolate(h.Query)))
	for _, hit := range h.Hits {
		p.blank()
		p.hit(hit)
	}
}

func (p *printer) hit(hit *view.Hit) {
	label := strconv.Itoa(hit.Report.Number)
	indent := len(label) + 1
	facts := []string{p.bold(p.isolate(hit.Report.Outlet)), p.words.Label("lang." + string(hit.Report.Article.Lang)), p.day(hit.Report)}
	if hit.Source.Story != "" {
		facts = append(facts, p.words.Label("in.story", string(hit.Source.Story)))
	}
	p.item(label, strings.Join(facts, between))
	p.pieces(indent, hit.Title)
	for _, saying := range hit.Sayings {
		p.saying(indent, hit, saying)
	}
	for _, told := range hit.Told {
		head := p.words.Event(told.Event.Type, told.Event.Mode)
		if names := p.parties(told.Parties, told.Recipients); names != "" {
			head += ": " + names
		}
		facts := nonEmpty(head, p.words.Date(told.Event.When), p.words.Label("status."+string(told.Event.Status)))
		p.under(indent+2, strings.Join(facts, between)+"  "+p.spot(hit, told.Place))
		p.pieces(indent+4, told.Pieces)
	}
	for _, excerpt := range hit.Excerpts {
		p.pieces(indent+2, append([]view.Piece{{Words: "[" + label + ":" + excerpt.Place + "] "}}, excerpt.Pieces...))
	}
}

// day is when a report came out.
func (p *printer) day(report *view.Report) string {
	if at := report.Article.Published; at.Known() {
		return p.words.Day(at.Time)
	}
	return p.words.Label("no.date")
}

func (p *printer) saying(indent int, hit *view.Hit, saying *view.Saying) {
	who := p.bold(p.join(saying.Speakers))
	if saying.Unnamed {
		who += " (" + p.words.Label("unnamed") + ")"
	}
	facts := nonEmpty(who, p.words.Label("force."+saying.Statement.Force), p.words.Label("said."+string(saying.Statement.Kind)), p.words.Date(saying.Statement.Said))
	p.under(indent+2, strings.Join(facts, between)+"  "+p.spot(hit, saying.Place))
	p.pieces(indent+4, view.Quoted(saying))
}

func (p *printer) spot(hit *view.Hit, place string) string {
	return p.dim("[" + strconv.Itoa(hit.Report.Number) + ":" + place + "]")
}

// pieces writes words of a report, those that were found in bold.
func (p *printer) pieces(indent int, pieces []view.Piece) {
	var b strings.Builder
	for _, piece := range pieces {
		words := Clean(piece.Words)
		if !piece.Found {
			b.WriteString(words)
			continue
		}
		for i, word := range strings.Split(words, " ") {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(p.paint("1;4", word))
		}
	}
	for _, line := range wrap(b.String(), p.Width-indent) {
		p.quoted(indent, line)
	}
}
