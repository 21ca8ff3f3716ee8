package view

import (
	"strings"

	"github.com/isnad-news/isnad"
)

// Verdict is the answer to a question as readers see it.
type Verdict struct {
	*View
	Source    *isnad.Verdict
	Asked     Text      // the words of the question
	Speaker   Text      // who is asked for, as the question names him; empty for anybody
	Rests     []Finding // what the answer rests on, the best first
	Others    []Finding // what else bears on the question
	Uncarried []Text    // words of the question that no report of the other language could be held against
	Origin    Text
}

// Finding is one place that bears on a question.
type Finding struct {
	Source *isnad.Finding
	Cite
	Speakers []Text // empty where nobody is said to say it
	When     string // day on which it was said, else on which the report came out; TIMEX3
	Changes  []Change
}

// Change is one step from a report's words to a question's.
type Change struct {
	Kind         isnad.ChangeKind
	Asked, Found string
}

// NewVerdict arranges a verdict on the question asked of record, with labels in
// the language given.
func NewVerdict(record *isnad.Record, verdict *isnad.Verdict, lang isnad.Lang) *Verdict {
	v := &Verdict{
		View: New(record, lang), Source: verdict, Asked: Written(verdict.Question.Words),
		Speaker: Written(verdict.Question.Speaker), Origin: Written(verdict.Origin),
	}
	for i := range verdict.Findings {
		finding := v.finding(&verdict.Findings[i])
		if i < verdict.Rests {
			v.Rests = append(v.Rests, finding)
		} else {
			v.Others = append(v.Others, finding)
		}
	}
	for _, span := range verdict.Uncarried {
		v.Uncarried = append(v.Uncarried, Written(span.Of(verdict.Question.Words)))
	}
	return v
}

func (v *Verdict) finding(source *isnad.Finding) Finding {
	report := v.report(source.Article)
	f := Finding{Source: source, Cite: Cite{Report: report, Lang: report.Article.Lang, Mark: report.Anchor()}}
	if source.Statement >= 0 {
		f.Cite = v.cite(isnad.Source{Article: source.Article, Statement: source.Statement, Event: -1})
	} else if source.Quoted != nil {
		f.Statement, f.Chain = source.Quoted, v.chain(report, source.Quoted.Chain)
	}
	if f.Statement != nil {
		f.Speakers, f.When = v.speakersOf(source), f.Statement.Said
	}
	f.Place, f.Cite.Words = report.Place(source.Spans[0]), nil
	for _, span := range source.Spans {
		f.Cite.Words = append(f.Cite.Words, report.Doc.Words(span))
	}
	if at := report.Article.Published; f.When == "" && at.Known() {
		f.When = at.Time.Format("2006-01-02")
	}
	for _, change := range source.Changes {
		f.Changes = append(f.Changes, Change{change.Kind, change.Asked, report.Doc.Words(change.Found)})
	}
	return f
}

// speakersOf names who says it, in the report's words where nobody is resolved.
func (v *Verdict) speakersOf(source *isnad.Finding) []Text {
	if len(source.Speakers) > 0 {
		return v.names(source.Speakers)
	}
	doc := v.Record.Docs[source.Article]
	var list []Text
	for _, party := range source.Of(v.Record).Speakers {
		words := party.Text
		if words == "" {
			words = doc.Words(party.Span)
		}
		if strings.TrimSpace(words) != "" {
			list = append(list, Written(words))
		}
	}
	if len(list) == 0 {
		list = append(list, Text{v.Words.Label("unnamed"), v.Words.Lang})
	}
	return list
}

// Changed reports whether the finding's words were compared with the question's
// word for word and differ.
func (f *Finding) Changed() bool {
	for _, change := range f.Changes {
		if change.Kind != isnad.WordKept {
			return true
		}
	}
	return false
}

// Placed is what the finding's place says on its own: how the words were met,
// else whether it speaks against them.
func (f *Finding) Placed() isnad.Answer {
	if f.Source.Wording != "" {
		return f.Source.Wording
	}
	return f.Source.Answer
}

// Answer is the label of the answer, and of what it means. Where only the
// reports that come nearest were read, a no speaks of these alone.
func (v *Verdict) Answer() string {
	if v.Source.Answer == isnad.NotSaidHere && v.Source.Beyond > 0 {
		return string(v.Source.Answer) + ".near"
	}
	return string(v.Source.Answer)
}

// Held says what the question was held against.
func (v *Verdict) Held() string {
	statements, reports := v.Words.Count(v.Source.Statements, "statement"), v.Words.Count(len(v.Reports), "report")
	if v.Source.Beyond > 0 {
		return v.Words.Label("held.near", statements, reports, v.Words.Count(len(v.Reports)+v.Source.Beyond, "report"))
	}
	return v.Words.Label("held", statements, reports)
}

// Voiced reports whether the words stand in a report and in nobody's mouth.
func (v *Verdict) Voiced() bool {
	return v.Source.Answer == isnad.NotSaidHere && len(v.Rests) > 0
}

// Counted reports whether witnesses are worth counting: not those who all have
// it from one outlet.
func (v *Verdict) Counted() bool {
	return v.Source.Witnesses > 0 && v.Source.Answer != isnad.NotSaidHere && !v.Source.SingleChain
}
