package terminal

import (
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// shown is how many places are shown unless all are asked for.
const shown = 6

// WriteVerdict writes the answer to a question that was asked of record. The
// only error is the writer's.
func WriteVerdict(w io.Writer, record *isnad.Record, verdict *isnad.Verdict, options Options) error {
	v := view.NewVerdict(record, verdict, options.Lang)
	p := openPrinter(w, options)
	p.view = v.View
	p.verdict(v)
	return p.out.Flush()
}

func (p *printer) verdict(v *view.Verdict) {
	answer := p.words.Label("answer." + v.Answer())
	if v.Source.SingleChain {
		answer += between + p.words.Label("single")
	}
	for _, line := range wrap(strings.ToUpper(answer), p.Width) {
		p.line(p.bold(line))
	}
	p.under(0, p.sentence(v))
	p.blank()
	if v.Speaker.Words != "" {
		p.under(0, p.words.Label("question.by", p.isolate(v.Speaker)))
	} else {
		p.under(0, p.words.Label("question"))
	}
	p.quote(2, v.Asked.Words)
	p.findings("findings", v.Rests)
	p.findings("findings.other", v.Others)
	p.compared(v)
}

// sentence says what the answer means, and on whose word it rests.
func (p *printer) sentence(v *view.Verdict) string {
	facts := []string{p.words.Label("verdict." + v.Answer())}
	if v.Source.Wording != "" && v.Source.Wording != v.Source.Answer {
		facts = append(facts, p.words.Label("wording."+string(v.Source.Wording)))
	}
	if v.Source.Unknown {
		facts = append(facts, p.words.Label("verdict.unknown"))
	}
	if v.Voiced() {
		facts = append(facts, p.words.Label("verdict.voice"))
	}
	if v.Counted() {
		facts = append(facts, p.words.Count(v.Source.Witnesses, "independent")+".")
	}
	if v.Source.SingleChain {
		facts = append(facts, p.words.Label("verdict.single", p.isolate(v.Origin)))
	}
	return strings.Join(facts, " ")
}

func (p *printer) findings(heading string, list []view.Finding) {
	if len(list) == 0 {
		return
	}
	note := ""
	if len(list) > shown && !p.All {
		note = p.words.Label("findings.some", shown, len(list))
		list = list[:shown]
	}
	p.heading(p.words.Label(heading), note)
	for i := range list {
		p.finding(strconv.Itoa(i+1), &list[i])
	}
}

func (p *printer) finding(label string, f *view.Finding) {
	indent := len(label) + 1
	p.item(label, strings.Join(p.facts(f), between))
	p.quote(indent, said(f.Cite))
	if f.Changed() {
		p.changes(indent, f)
	}
	p.way(indent, f)
	if why := p.reasons(f); why != "" {
		p.under(indent, why)
	}
}

// facts are the answer of the place, who says it, how, and when.
func (p *printer) facts(f *view.Finding) []string {
	facts := []string{p.words.Label("place." + string(f.Placed()))}
	if f.Statement == nil {
		return append(nonEmpty(facts...), nonEmpty(p.isolate(f.Report.Outlet), p.words.Date(f.When))...)
	}
	facts = append(facts, p.join(f.Speakers), p.words.Label("force."+f.Statement.Force), p.words.Label("said."+string(f.Statement.Kind)), p.words.Date(f.When))
	return nonEmpty(facts...)
}

// changes shows the words of the report with what the question changes in them:
// [-left out-] and {+put in+}.
func (p *printer) changes(indent int, f *view.Finding) {
	var b strings.Builder
	for _, change := range f.Changes {
		if change.Kind != isnad.WordKept && change.Kind != isnad.WordAdded {
			b.WriteString(" [-" + oneLine(change.Found) + "-]")
		}
		if change.Kind != isnad.WordKept && change.Kind != isnad.WordDropped {
			b.WriteString(" {+" + oneLine(change.Asked) + "+}")
		}
		if change.Kind == isnad.WordKept {
			b.WriteString(" " + oneLine(change.Found))
		}
	}
	p.under(indent, p.words.Label("word.by.word")+":")
	p.quote(indent+2, strings.TrimSpace(b.String()))
}

func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }

// way shows the chain from the page to the speaker, and where it stands.
func (p *printer) way(indent int, f *view.Finding) {
	var links []string
	for _, link := range f.Chain {
		links = append(links, p.isolate(link.Name))
	}
	if len(links) == 0 {
		links = []string{p.isolate(f.Report.Outlet)}
	}
	p.under(indent, p.dim(p.words.Label("chain")+": "+strings.Join(links, " "+p.words.Label("from")+" ")+"  ["+strconv.Itoa(f.Report.Number)+":"+f.Place+"]"))
}

// reasons say why the place answers so.
func (p *printer) reasons(f *view.Finding) string {
	var list []string
	for _, reason := range f.Source.Reasons {
		list = append(list, p.words.Label("reason."+string(reason)))
	}
	if met := f.Source.Met; met.Across {
		list = append(list, p.words.Label("met.across", met.Names, met.Numbers, met.Words))
	} else if met != (isnad.Met{}) {
		list = append(list, p.words.Label("met", met.Names, met.Numbers, met.Words))
	}
	if f.Statement != nil && f.Source.Score < 1 {
		list = append(list, p.words.Label("met.share", int(math.Round(f.Source.Score*100))))
	}
	return strings.Join(list, p.words.Label("semicolon")+" ")
}

// compared says what the question was held against, and what it could not be.
func (p *printer) compared(v *view.Verdict) {
	p.blank()
	text := v.Held()
	if v.Source.Across > 0 {
		text += " " + p.words.Label("held.across", v.Source.Across)
	}
	p.under(0, p.dim(text))
	if len(v.Uncarried) > 0 {
		p.under(0, p.dim(p.words.Label("uncarried")+": "+p.join(v.Uncarried)))
	}
}
