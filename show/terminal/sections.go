package terminal

import (
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

func (p *printer) timeline(story *view.Story) {
	if len(story.Timeline) == 0 {
		return
	}
	p.heading(p.words.Label("timeline"), "")
	for _, day := range story.Timeline {
		p.line(p.bold(day.Words))
		for _, entry := range day.Events {
			p.indented(entry.ID, p.headline(entry, false)+"  "+p.refs(ordered(p, entry.Cites)))
			p.quote(len(entry.ID)+3, said(*p.best(entry.Cites)))
			if p.All {
				p.otherWords(len(entry.ID)+3, entry.Cites)
			}
		}
		for _, commitment := range day.Due {
			p.indented(commitment.ID, p.promise(commitment)+"  "+p.refs(commitment.Cites))
		}
	}
}

// indented is an item two cells in.
func (p *printer) indented(label, text string) {
	for i, line := range wrap(text, p.Width-len(label)-3) {
		if i == 0 {
			p.line("  " + p.bold(label) + " " + line)
			continue
		}
		p.line(strings.Repeat(" ", len(label)+3) + line)
	}
}

func (p *printer) speakers(story *view.Story) {
	if len(story.Speakers) == 0 {
		return
	}
	p.heading(p.words.Label("said"), p.words.Count(len(story.Statements), "statement"))
	for _, speaker := range story.Speakers {
		p.speaker(speaker)
	}
}

func (p *printer) speaker(speaker *view.Speaker) {
	name := p.bold(p.join(speaker.Names))
	if speaker.Unnamed {
		name += " (" + p.words.Label("unnamed") + ")"
	}
	if speaker.Role.Words != "" && speaker.Role.Lang == p.words.Lang {
		name += between + p.isolate(speaker.Role)
	}
	p.under(0, name)
	for _, entry := range speaker.Statements {
		p.statement(entry)
	}
}

func (p *printer) statement(entry *view.Entry) {
	best := p.best(entry.Cites)
	facts := nonEmpty(
		p.words.Label("force."+best.Statement.Force),
		p.words.Label("said."+string(best.Statement.Kind)),
		p.words.Date(entry.Source.When),
	)
	if best.Statement.Polarity == isnad.Unsure {
		facts = append(facts, p.words.Label("polarity.unsure"))
	}
	if len(entry.Recipients) > 0 {
		facts = append(facts, p.words.Label("arrow")+" "+p.join(entry.Recipients))
	}
	if entry.Within != nil {
		facts = append(facts, p.words.Label("within")+" "+entry.Within.ID)
	}
	if entry.Source.Witnesses > 1 {
		facts = append(facts, p.words.Count(entry.Source.Witnesses, "witness"))
	}
	p.indented(entry.ID, strings.Join(facts, between)+"  "+p.refs(ordered(p, entry.Cites)))
	p.quote(len(entry.ID)+3, said(*best))
	p.chain(len(entry.ID)+3, best)
	if p.All {
		p.otherWords(len(entry.ID)+3, entry.Cites)
	}
}

// chain shows the way of the words where it is more than outlet and speaker.
func (p *printer) chain(indent int, cite *view.Cite) {
	if len(cite.Chain) < 3 && !p.All {
		return
	}
	links := make([]string, len(cite.Chain))
	for i, link := range cite.Chain {
		links[i] = p.isolate(link.Name)
		if link.Report != nil {
			links[i] = strconv.Itoa(link.Report.Number)
		}
	}
	p.under(indent, p.dim(p.words.Label("chain")+": "+strings.Join(links, " "+p.words.Label("from")+" ")))
}
