package terminal

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

const promisesShown = 2

var states = []isnad.CommitmentStatus{isnad.Open, isnad.Overdue, isnad.Kept, isnad.Broken, isnad.Rejected, isnad.Overtaken}

// promises is the short list on the first screen: how many stand how, and a few
// of them, one that is settled among them if there is one.
func (p *printer) promises(story *view.Story) {
	if len(story.Commitments) == 0 {
		return
	}
	p.heading(p.words.Label("commitments"), p.tally(story))
	for _, commitment := range story.Brief(promisesShown) {
		p.item(commitment.ID, p.promise(commitment)+"  "+p.refs(ordered(p, commitment.Cites)))
		p.glimpse(len(commitment.ID)+1, p.best(commitment.Cites).Words[0])
	}
}

func (p *printer) tally(story *view.Story) string {
	var counts []string
	for _, status := range states {
		if n := story.Count(status); n > 0 {
			counts = append(counts, p.words.Label("tally", n, p.words.Label("state."+string(status))))
		}
	}
	return strings.Join(counts, between)
}

// promise says a commitment in one line: status, kind, by whom to whom, when due.
func (p *printer) promise(commitment *view.Commitment) string {
	who := p.parties(commitment.By, commitment.To)
	head := p.words.Label("kind." + string(commitment.Source.Kind))
	if who != "" {
		head += ": " + who
	}
	facts := []string{p.state(commitment.Source.Status), head}
	if due := commitment.Source.Due; due != "" {
		facts = append(facts, p.words.Label("due")+" "+p.isolate(view.Text{Words: p.words.Date(due)}))
	}
	if commitment.ClosedBy != nil {
		facts = append(facts, p.words.Label("closed.by")+" "+commitment.ClosedBy.ID)
	}
	return strings.Join(facts, between)
}

func (p *printer) state(status isnad.CommitmentStatus) string {
	text := p.words.Label("state." + string(status))
	switch status {
	case isnad.Kept:
		return p.paint("32", text)
	case isnad.Broken, isnad.Rejected, isnad.Overdue:
		return p.paint("31", text)
	}
	return p.paint("33", text)
}

// commitments is the whole list, open first, with words and reasons.
func (p *printer) commitments(story *view.Story) {
	if !p.more(story) {
		return
	}
	p.heading(p.words.Label("commitments"), p.tally(story))
	for _, commitment := range story.Commitments {
		p.item(commitment.ID, p.promise(commitment)+"  "+p.refs(ordered(p, commitment.Cites)))
		p.quote(len(commitment.ID)+1, p.best(commitment.Cites).Words[0])
		if why := commitment.Source.Why; why != "" {
			p.under(len(commitment.ID)+1, p.dim(p.isolate(view.Text{Words: why})))
		}
		if p.All {
			p.otherWords(len(commitment.ID)+1, commitment.Cites)
		}
	}
}

// more reports whether the first screen left out anything about commitments.
func (p *printer) more(story *view.Story) bool {
	if len(story.Commitments) > len(story.Brief(promisesShown)) {
		return true
	}
	for _, commitment := range story.Commitments {
		if commitment.Source.Why != "" || p.All && len(commitment.Cites) > 1 || Width(p.best(commitment.Cites).Words[0]) > p.Width-3 {
			return true
		}
	}
	return false
}

// otherWords lists the words of the sources that are not shown above.
func (p *printer) otherWords(indent int, cites []view.Cite) {
	best := p.best(cites)
	for i := range cites {
		if cite := &cites[i]; cite != best {
			p.under(indent, p.refs(cites[i:i+1])+p.joined(cite))
			p.quote(indent, said(*cite))
		}
	}
}

func (p *printer) joined(cite *view.Cite) string {
	if cite.Why == "" {
		return ""
	}
	return " " + p.dim(p.isolate(view.Text{Words: cite.Why}))
}
