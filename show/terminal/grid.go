package terminal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

var letters = map[isnad.StanceKind]string{
	isnad.Reports: "R", isnad.Attributes: "A", isnad.DeniesIt: "D", isnad.Differs: "\u2260", isnad.Silent: "\u00b7",
}

var colours = map[isnad.StanceKind]string{
	isnad.Reports: "32", isnad.Attributes: "36", isnad.DeniesIt: "31", isnad.Differs: "33", isnad.Silent: "2",
}

// Cells of the grid's columns: an entry's name, its code, one report.
const (
	idWidth     = 5
	reportWidth = 4
)

func (p *printer) codeWidth() int { return min(23, p.Width/3) }

// grid compares the reports entry by entry: those that more than one report
// carries, or that are disputed; the others in a line per report unless all are
// wanted. Where there are more reports than fit a line, it is drawn in bands.
func (p *printer) grid(story *view.Story) {
	if len(story.Reports) < 2 {
		return
	}
	p.heading(p.words.Label("grid"), "")
	p.under(0, p.legend())
	var rows []*view.Entry
	alone := map[*view.Report][]string{}
	for _, entry := range slices.Concat(story.Events, story.Statements) {
		if !p.All && entry.Carried() < 2 && !entry.Disputed() {
			report := entry.Cites[0].Report
			alone[report] = append(alone[report], entry.ID)
			continue
		}
		rows = append(rows, entry)
	}
	band := (p.Width - idWidth - p.codeWidth()) / reportWidth
	for from := 0; len(rows) > 0 && from < len(story.Reports); from += band {
		p.band(story, rows, from, min(from+band, len(story.Reports)))
	}
	p.alone(story, alone)
}

func (p *printer) legend() string {
	var list []string
	for _, kind := range []isnad.StanceKind{isnad.Reports, isnad.Attributes, isnad.DeniesIt, isnad.Differs, isnad.Silent} {
		list = append(list, p.paint(colours[kind], letters[kind])+" "+p.words.Label("stance."+string(kind)))
	}
	return strings.Join(list, p.comma())
}

// band draws the columns of some of the reports.
func (p *printer) band(story *view.Story, rows []*view.Entry, from, to int) {
	var head strings.Builder
	head.WriteString(strings.Repeat(" ", idWidth+p.codeWidth()))
	for _, report := range story.Reports[from:to] {
		fmt.Fprintf(&head, "%*d", reportWidth, report.Number)
	}
	p.raw(p.bold(head.String()))
	for _, entry := range rows {
		var row strings.Builder
		fmt.Fprintf(&row, "%-*s%-*s", idWidth, entry.ID, p.codeWidth(), cut(Clean(entry.Code()), p.codeWidth()-1))
		for _, stance := range entry.Stances[from:to] {
			row.WriteString(strings.Repeat(" ", reportWidth-1) + p.paint(colours[stance.Kind], letters[stance.Kind]))
		}
		p.raw(row.String())
	}
}

func (p *printer) alone(story *view.Story, alone map[*view.Report][]string) {
	if len(alone) == 0 {
		return
	}
	p.line(p.words.Label("alone") + ":")
	for _, report := range story.Reports {
		if ids := alone[report]; len(ids) > 0 {
			for i, line := range wrap(strings.Join(ids, " "), p.Width-6) {
				head := "      "
				if i == 0 {
					head = fmt.Sprintf("%4d  ", report.Number)
				}
				p.raw(head + line)
			}
		}
	}
}

// differences lists what departs, value against value, but for entries whose
// values are shown side by side.
func (p *printer) differences(story *view.Story, shown ...*view.Entry) {
	first := true
	for _, entry := range slices.Concat(story.Events, story.Statements) {
		if slices.Contains(shown, entry) {
			continue
		}
		if entry.Differs() && first {
			p.heading(p.words.Label("differences"), "")
			first = false
		}
		for _, stance := range entry.Stances {
			for _, note := range p.notes(view.Stance{Report: stance.Report, Differences: stance.Differences}) {
				p.item(entry.ID, "["+strconv.Itoa(stance.Report.Number)+"] "+note)
			}
		}
	}
}
