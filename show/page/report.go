package page

import (
	"strconv"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// Layers of marks, from the outermost.
const (
	sentenceLayer = iota
	statementLayer
	clauseLayer
	commitmentLayer
	contentLayer
	cueLayer
	triggerLayer
	dateLayer
	mentionLayer
)

// body is a report ready to be drawn: its title, then its blocks.
type body struct {
	*view.Report
	Heading []node // the title part; empty if there is none
	Blocks  []block
	Unread  []unread
}

// block is one part, or several repeats in a row.
type block struct {
	Kind    isnad.PartKind
	Nodes   []node
	Repeats [][]node
	Lines   string // raw lines of the repeats
}

// unread is a sentence that nothing was taken from.
type unread struct {
	Mark, Place, Words string
}

// draw lays the facts of a report over its parts.
func (p *page) draw(report *view.Report) body {
	b := body{Report: report}
	marks, used := p.marks(report), map[string]bool{}
	lines := [2]int{}
	for _, part := range report.Article.Parts {
		if part.Kind == isnad.Repeat {
			nodes := nest(report.Article.Text, part.Span, nil, used)
			if n := len(b.Blocks); n == 0 || b.Blocks[n-1].Kind != isnad.Repeat {
				b.Blocks = append(b.Blocks, block{Kind: isnad.Repeat})
				lines[0] = part.Line
			}
			last := &b.Blocks[len(b.Blocks)-1]
			last.Repeats = append(last.Repeats, nodes)
			lines[1] = part.Line
			last.Lines = between(lines[0], lines[1])
			continue
		}
		nodes := nest(report.Article.Text, part.Span, within(marks, part.Span), used)
		if part.Kind == isnad.Title && b.Heading == nil && len(b.Blocks) == 0 {
			b.Heading = nodes
			continue
		}
		b.Blocks = append(b.Blocks, block{Kind: part.Kind, Nodes: nodes})
	}
	for _, index := range report.Silent() {
		span := report.Doc.Sentences[index].Span
		b.Unread = append(b.Unread, unread{report.Mark("u", index), report.Place(span), report.Doc.Words(span)})
	}
	return b
}

func between(first, last int) string {
	if first == 0 {
		return ""
	}
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "\u2013" + strconv.Itoa(last)
}

func within(marks []mark, span isnad.Span) []mark {
	var list []mark
	for _, m := range marks {
		if m.span.Overlaps(span) {
			list = append(list, m)
		}
	}
	return list
}

// marks lists the facts of a report; those that must stay whole come first.
func (p *page) marks(report *view.Report) []mark {
	doc := report.Doc
	var marks []mark
	for i, mention := range doc.Mentions {
		marks = append(marks, mark{span: mention.Span, class: "mention", id: report.Mark("m", i), title: p.who(report, mention), outer: mentionLayer})
	}
	for i, date := range doc.Dates {
		marks = append(marks, mark{span: date.Span, class: "date", id: report.Mark("d", i), title: p.words.Date(date.Value), outer: dateLayer})
	}
	for _, event := range doc.Events {
		marks = append(marks, mark{span: event.Trigger, class: "trigger", outer: triggerLayer})
	}
	marks = append(marks, p.statements(report)...)
	for i, commitment := range doc.Commitments {
		marks = append(marks, mark{
			span: commitment.What, class: "commitment", id: report.Mark("c", i), entry: p.entryOf[report.Mark("c", i)],
			title: p.words.Label("kind." + string(commitment.Kind)), outer: commitmentLayer,
		})
	}
	for i, event := range doc.Events {
		span := event.Span
		if span.Empty() {
			span = event.Trigger
		}
		marks = append(marks, mark{
			span: span, class: "event", id: report.Mark("e", i), entry: p.entryOf[report.Mark("e", i)],
			title: p.words.Event(event.Type, event.Mode), outer: clauseLayer,
		})
	}
	for i, sentence := range doc.Sentences {
		marks = append(marks, mark{span: sentence.Span, class: voices[sentence.Voice], id: report.Mark("u", i), outer: sentenceLayer})
	}
	return marks
}

var voices = map[isnad.Voice]string{isnad.Attributed: "attributed", isnad.OutletVoice: "outlet", isnad.NotUnderstood: "unread"}

func (p *page) statements(report *view.Report) []mark {
	var whole, inside []mark
	for i := range report.Doc.Statements {
		statement := &report.Doc.Statements[i]
		id := report.Mark("s", i)
		whole = append(whole, mark{
			span: statement.Span(), class: "statement", id: id, entry: p.entryOf[id],
			title: p.words.Label("said." + string(statement.Kind)), outer: statementLayer,
		})
		inside = append(inside, mark{span: statement.Cue, class: "cue", outer: cueLayer})
		for _, content := range statement.Content {
			inside = append(inside, mark{span: content, class: "content " + string(statement.Kind), outer: contentLayer})
		}
	}
	return append(whole, inside...)
}

// who names the entity that a mention stands for.
func (p *page) who(report *view.Report, mention isnad.Mention) string {
	if mention.Entity < 0 || report.Index >= len(p.Record.Local) || mention.Entity >= len(p.Record.Local[report.Index]) {
		return ""
	}
	if joined := p.Record.Local[report.Index][mention.Entity]; joined >= 0 {
		return p.Entity(joined).Words
	}
	return ""
}
