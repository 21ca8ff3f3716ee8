package terminal

import (
	"fmt"
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

const codeWidth = 22

// grid compares the reports entry by entry: those that more than one report
// carries, or that are disputed; the others in a line per report unless all are
// wanted.
func (p *printer) grid(story *view.Story) {
	if len(story.Reports) < 2 {
		return
	}
	p.heading(p.words.Label("grid"), "")
	p.under(0, p.legend())
	p.columns(story)
	alone := map[*view.Report][]string{}
	for _, entries := range [][]*view.Entry{story.Events, story.Statements} {
		for _, entry := range entries {
			if !p.All && entry.Carried() < 2 && !entry.Disputed() {
				report := entry.Cites[0].Report
				alone[report] = append(alone[report], entry.ID)
				continue
			}
			p.row(entry)
		}
	}
	p.alone(story, alone)
	p.differences(story)
}

func (p *printer) legend() string {
	var list []string
	for _, kind := range []isnad.StanceKind{isnad.Reports, isnad.Attributes, isnad.DeniesIt, isnad.Differs, isnad.Silent} {
		list = append(list, p.paint(colours[kind], letters[kind])+" "+p.words.Label("stance."+string(kind)))
	}
	return strings.Join(list, between)
}

func (p *printer) columns(story *view.Story) {
	var row strings.Builder
	row.WriteString(strings.Repeat(" ", codeWidth+5))
	for _, report := range story.Reports {
		fmt.Fprintf(&row, "%4d", report.Number)
	}
	p.raw(p.bold(row.String()))
}

func (p *printer) row(entry *view.Entry) {
	var row strings.Builder
	fmt.Fprintf(&row, "%-4s %-*s", entry.ID, codeWidth, entry.Code())
	for _, stance := range entry.Stances {
		row.WriteString("   " + p.paint(colours[stance.Kind], letters[stance.Kind]))
	}
	p.raw(row.String())
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

// differences lists what departs, value against value.
func (p *printer) differences(story *view.Story) {
	first := true
	for _, entries := range [][]*view.Entry{story.Events, story.Statements} {
		for _, entry := range entries {
			if !entry.Differs() {
				continue
			}
			if first {
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
}
