package terminal

import (
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// roster is the short list of the reports on the first screen; of a single
// report the full list says enough.
func (p *printer) roster(story *view.Story) {
	if len(story.Reports) < 2 {
		return
	}
	p.heading(p.words.Label("reports"), "")
	for _, report := range story.Reports {
		p.item(strconv.Itoa(report.Number), strings.Join([]string{
			p.isolate(report.Outlet), p.words.Label("lang." + string(report.Article.Lang)), p.published(report, false),
		}, between))
	}
}

// published is the day, with the time of day if it is wanted, and how it is
// known.
func (p *printer) published(report *view.Report, clock bool) string {
	at := report.Article.Published
	if !at.Known() {
		return p.words.Label("no.date")
	}
	day := p.words.Day(at.Time)
	if at.Clock && clock {
		day += " " + at.Time.Format("15:04 MST")
	}
	return day + " (" + p.words.Label("origin."+string(at.How)) + ")"
}

func (p *printer) reports(story *view.Story) {
	p.heading(p.words.Label("reports"), "")
	for _, report := range story.Reports {
		p.report(report)
	}
	for _, witness := range story.Copies() {
		numbers := make([]string, len(witness.Reports))
		for i, report := range witness.Reports {
			numbers[i] = strconv.Itoa(report.Number)
		}
		p.under(0, "= "+strings.Join(numbers, ", ")+": "+p.words.Label("why.one")+between+p.isolate(view.Text{Words: witness.Why}))
		if p.All || len(witness.Reports) <= fewCopies {
			p.descent(witness)
		}
	}
}

// fewCopies is how many copies of one text are followed to their source unless
// all is asked for.
const fewCopies = 3

// descent says which report each copy has its text from.
func (p *printer) descent(witness view.Witness) {
	for _, d := range witness.Descent {
		line := p.words.Label("descends", d.Report.Number, d.From.Number)
		if d.Through.Words != "" {
			line += p.comma() + p.words.Label("through", p.isolate(d.Through))
		}
		p.under(2, line+": "+strings.Join(d.Changes, p.comma()))
	}
}

func (p *printer) report(report *view.Report) {
	label := strconv.Itoa(report.Number)
	indent := len(label) + 1
	article := report.Article
	p.item(label, strings.Join([]string{p.bold(p.isolate(report.Outlet)), p.words.Label("lang." + string(article.Lang)), p.published(report, true)}, between))
	if article.Title != "" {
		p.quote(indent, article.Title)
	}
	if article.Agency.Name != "" {
		p.under(indent, p.words.Label("agency")+": "+p.isolate(view.Text{Words: article.Agency.Name}))
	}
	if article.Published.Evidence != "" {
		p.under(indent, p.words.Label("published")+": "+p.isolate(view.Text{Words: article.Published.Evidence}))
	}
	if article.URL != "" {
		p.under(indent, p.words.Label("address")+": "+p.isolate(view.Text{Words: article.URL}))
	}
	p.under(indent, p.words.Label("file")+": "+p.isolate(view.Text{Words: article.Source})+between+p.words.Label("id")+": "+article.ID)
	p.under(indent, p.coverage(report))
	for _, defect := range article.Defects {
		p.under(indent, p.paint("33", "!")+" "+p.words.Label("defect."+string(defect.Kind))+p.note(defect))
	}
	if p.All {
		p.silent(indent, report)
	}
}

func (p *printer) note(defect isnad.Defect) string {
	if defect.Note == "" {
		return ""
	}
	return ": " + p.isolate(view.Text{Words: defect.Note})
}

// coverage says how the sentences of a report were read.
func (p *printer) coverage(report *view.Report) string {
	facts := []string{p.words.Count(report.Sentences(), "sentence")}
	for _, voice := range []isnad.Voice{isnad.Attributed, isnad.OutletVoice, isnad.NotUnderstood} {
		facts = append(facts, p.words.Label("tally", report.Voices[voice], p.words.Label("voice."+string(voice))))
	}
	if report.Repeats > 0 {
		facts = append(facts, p.words.Count(report.Repeats, "passage"))
	}
	return strings.Join(facts, between)
}

func (p *printer) silent(indent int, report *view.Report) {
	silent := report.Silent()
	if len(silent) == 0 {
		return
	}
	p.under(indent, p.words.Label("show.none")+":")
	for _, index := range silent {
		span := report.Doc.Sentences[index].Span
		p.under(indent, p.dim("["+label(report)+":"+report.Place(span)+"]"))
		p.quote(indent+2, report.Doc.Words(span))
	}
}

func label(report *view.Report) string { return strconv.Itoa(report.Number) }
