package terminal

import (
	"io"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// WritePositions writes where parties stand, subject by subject, with the
// sources. Subjects of a single stand are left out unless all is asked for. The
// only error is the writer's.
func WritePositions(w io.Writer, records []*isnad.Record, positions []isnad.Position, options Options) error {
	p := openPrinter(w, options)
	table := view.NewTable(records, positions, options.Lang, options.All)
	if len(table.Subjects) == 0 {
		key := "positions.none"
		if len(positions) > 0 {
			key = "positions.few"
		}
		p.line(p.words.Label(key))
		return p.out.Flush()
	}
	p.line(p.bold(strings.ToUpper(p.words.Label("positions"))) + "  " + p.words.Count(len(table.Subjects), "subject"))
	for i, subject := range table.Subjects {
		p.subject(i+1, subject)
	}
	p.sources(table.Sources)
	return p.out.Flush()
}

func (p *printer) subject(number int, subject *view.Subject) {
	p.blank()
	name := p.bold(p.isolate(subject.Label))
	if subject.Second.Words != "" {
		name += " (" + p.isolate(subject.Second) + ")"
	}
	p.item(strconv.Itoa(number), name+between+p.words.Count(len(subject.Positions), "party")+between+p.words.Count(subject.Stands, "stand"))
	for _, position := range subject.Positions {
		p.position(position)
	}
}

// position is the latest stand of a party with how it moved, and the stands
// before it a line each.
func (p *printer) position(position *view.Position) {
	p.under(2, p.bold(p.isolate(position.Name))+": "+p.stand(position.Latest)+p.movement(position.Source.Moved))
	p.quote(4, position.Latest.Words.Words)
	for _, stand := range position.Stands {
		if stand == position.Latest {
			continue
		}
		p.under(4, p.dim(p.words.Label("earlier")+": ")+p.stand(stand))
		if p.All {
			p.quote(6, stand.Words.Words)
		} else {
			p.glimpse(6, stand.Words.Words)
		}
	}
}

// stand says a stand in one line: what it does, to whom, when, and where it is
// told.
func (p *printer) stand(stand *view.Stand) string {
	kind := p.words.Label("stand." + string(stand.Source.Kind))
	if len(stand.To) > 0 {
		kind += " " + p.words.Label("arrow") + " " + p.join(stand.To)
	}
	when := stand.When
	if when != "" && stand.Source.Reported {
		when += " (" + p.words.Label("reported.short") + ")"
	}
	facts := nonEmpty(kind, when)
	if status := stand.Source.Status; status != "" && status != isnad.Open {
		facts = append(facts, p.state(status))
	}
	return strings.Join(facts, between) + "  " + p.dim(p.spots(append([]view.Spot{{Report: stand.Report, Place: stand.Place}}, stand.Others...)))
}

func (p *printer) spots(spots []view.Spot) string {
	list := make([]string, len(spots))
	for i, spot := range spots {
		list[i] = "[" + label(spot.Report) + ":" + spot.Place + "]"
	}
	return strings.Join(list, " ")
}

var moves = map[isnad.Movement]string{
	isnad.CameRound: "32", isnad.BackedOut: "31", isnad.Dropped: "33", isnad.Raised: "33", isnad.Lowered: "33", isnad.UnsureMove: "33",
}

func (p *printer) movement(move isnad.Movement) string {
	if move == isnad.NoMovement {
		return ""
	}
	return between + p.paint(moves[move], p.words.Label("moved."+string(move)))
}

// sources lists the reports that are cited.
func (p *printer) sources(reports []*view.Report) {
	p.heading(p.words.Label("sources"), "")
	for _, report := range reports {
		p.item(label(report), p.isolate(report.Outlet)+between+p.published(report, false))
		if title := report.Article.Title; title != "" {
			p.glimpse(len(label(report))+1, title)
		}
	}
}

// WriteCommitments writes the commitments of records that still stand, overdue
// ones first. The only error is the writer's.
func WriteCommitments(w io.Writer, records []*isnad.Record, options Options) error {
	p := openPrinter(w, options)
	pledges := view.NewPledges(records, options.Lang)
	if len(pledges.List) == 0 {
		p.line(p.words.Label("standing.none"))
		return p.out.Flush()
	}
	counts := []string{}
	if pledges.Overdue > 0 {
		counts = append(counts, p.words.Label("tally", pledges.Overdue, p.words.Label("state.overdue")))
	}
	if open := pledges.Open(); open > 0 {
		counts = append(counts, p.words.Label("tally", open, p.words.Label("state.open")))
	}
	p.line(p.bold(strings.ToUpper(p.words.Label("standing"))) + "  " + strings.Join(counts, between))
	for i, pledge := range pledges.List {
		p.blank()
		p.pledge("C"+strconv.Itoa(i+1), pledge)
	}
	p.sources(pledges.Sources)
	return p.out.Flush()
}

func (p *printer) pledge(name string, pledge *view.Pledge) {
	head := p.words.Label("kind." + string(pledge.Source.Kind))
	if who := p.parties(pledge.By, pledge.To); who != "" {
		head += ": " + who
	}
	facts := []string{p.state(pledge.Source.Status), head}
	if pledge.Due != "" {
		facts = append(facts, p.words.Label("due")+" "+p.isolate(view.Written(pledge.Due)))
	}
	p.item(name, strings.Join(facts, between)+"  "+p.dim(p.spots(pledge.Spots)))
	indent := len(name) + 1
	p.quote(indent, pledge.Words.Words)
	if pledge.Story.Words != "" {
		p.under(indent, p.dim(p.words.Label("story")+": "+p.isolate(pledge.Story)))
	}
}
