package terminal

import (
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

const between = " \u00b7 "

func (p *printer) head(story *view.Story) {
	facts := []string{}
	if len(p.view.Stories) > 1 && story.Number > 0 {
		facts = append(facts, p.words.Label("story.of", story.Number, len(p.view.Stories)))
	}
	if story.Days != "" {
		facts = append(facts, story.Days)
	}
	facts = append(facts, p.words.Count(len(story.Reports), "report"), p.words.Count(len(story.Witnesses), "independent"))
	p.under(0, strings.Join(facts, between))
	for _, title := range []string{story.Title.Words, story.Second.Words} {
		for _, line := range wrap(Clean(title), p.Width) {
			p.quoted(0, p.bold(line))
		}
	}
}

// lead is what a reader must know: the few facts that most witnesses carry.
func (p *printer) lead(story *view.Story) {
	if len(story.Facts) == 0 {
		return
	}
	p.heading(p.words.Label("lead"), "")
	for _, entry := range story.Facts {
		p.item(entry.ID, p.headline(entry, true))
		p.under(len(entry.ID)+1, p.stances(entry))
		p.glimpse(len(entry.ID)+1, said(*p.best(entry.Cites)))
	}
}

// headline says an entry in one line: type or verb, parties, time if it is
// asked for, numbers, status.
func (p *printer) headline(entry *view.Entry, dated bool) string {
	when := ""
	if dated {
		when = p.words.Date(entry.Source.When)
	}
	names := p.parties(entry.Parties, entry.Recipients)
	if !entry.IsEvent() {
		verb := p.words.Label("force." + entry.Cites[0].Statement.Force)
		return strings.Join(nonEmpty(names, verb+" ("+p.words.Label("said."+string(entry.Kind()))+")", when), between)
	}
	head := p.words.Event(entry.Source.Type, entry.Source.Mode)
	if names != "" {
		head += ": " + names
	}
	facts := nonEmpty(head, when)
	for _, number := range entry.Source.Numbers {
		facts = append(facts, p.isolate(view.Text{Words: p.words.Measure(number)}))
	}
	return strings.Join(append(facts, p.words.Label("status."+string(entry.Source.Status))), between)
}

// parties names who acts, and to whom.
func (p *printer) parties(by, to []view.Text) string {
	names := p.join(by)
	if len(to) > 0 {
		names = strings.TrimSpace(names + " " + p.words.Label("arrow") + " " + p.join(to))
	}
	return names
}

// stances says who carries an entry, where and how: "reported by [1:3] [3:2] ·
// attributed by [2:4] (Name) · silent: 5".
func (p *printer) stances(entry *view.Entry) string {
	var facts []string
	for _, kind := range []isnad.StanceKind{isnad.Reports, isnad.Attributes, isnad.DeniesIt, isnad.Differs, isnad.Silent} {
		var list []string
		for _, stance := range entry.Stances {
			if stance.Kind == kind {
				list = append(list, p.stance(stance))
			}
		}
		if len(list) > 0 {
			facts = append(facts, p.words.Label("by."+string(kind))+" "+strings.Join(list, " "))
		}
	}
	return strings.Join(facts, between)
}

func (p *printer) stance(stance view.Stance) string {
	text := strconv.Itoa(stance.Report.Number)
	if stance.Cite != nil {
		text = p.refs([]view.Cite{*stance.Cite})
	}
	if stance.Via != nil {
		text += " (" + p.words.Label("closed.by") + " " + stance.Via.ID + ")"
	}
	if notes := p.notes(stance); len(notes) > 0 {
		text += " (" + strings.Join(notes, "; ") + ")"
	}
	return text
}

// notes are the speaker on whose word an event is told and what differs.
func (p *printer) notes(stance view.Stance) []string {
	var notes []string
	if stance.Kind == isnad.Attributes && stance.Cite != nil && len(stance.Cite.Chain) > 1 {
		notes = append(notes, p.isolate(stance.Cite.Chain[len(stance.Cite.Chain)-1].Name))
	}
	for _, difference := range stance.Differences {
		notes = append(notes, p.words.Label("differs."+difference.What)+": "+
			p.isolate(view.Text{Words: p.words.Value(difference.What, difference.Value)})+p.comma()+
			p.words.Label("others")+" "+p.isolate(view.Text{Words: p.words.Value(difference.What, difference.Others)}))
	}
	return notes
}

// refs are source numbers: report and raw line.
func (p *printer) refs(cites []view.Cite) string {
	list := make([]string, 0, len(cites))
	seen := map[string]bool{}
	for _, cite := range cites {
		ref := "[" + strconv.Itoa(cite.Report.Number) + ":" + cite.Place + "]"
		if !seen[ref] {
			seen[ref] = true
			list = append(list, ref)
		}
	}
	return p.dim(strings.Join(list, " "))
}

// best is the source whose words are shown.
func (p *printer) best(cites []view.Cite) *view.Cite { return &cites[view.Best(cites, p.words.Lang)] }

// ordered puts the source whose words are shown first.
func ordered(p *printer, cites []view.Cite) []view.Cite {
	best := p.best(cites)
	list := []view.Cite{*best}
	for i := range cites {
		if &cites[i] != best {
			list = append(list, cites[i])
		}
	}
	return list
}

// said is the words of a source; a direct quotation stands in quotation marks.
func said(cite view.Cite) string {
	text := strings.Join(cite.Words, " "+ellipsis+" ")
	if cite.Statement == nil || cite.Statement.Kind != isnad.Direct {
		return text
	}
	if cite.Lang == isnad.Arabic {
		return "\u00ab" + text + "\u00bb"
	}
	return "\u201c" + text + "\u201d"
}

func nonEmpty(list ...string) []string {
	var kept []string
	for _, text := range list {
		if text != "" {
			kept = append(kept, text)
		}
	}
	return kept
}
