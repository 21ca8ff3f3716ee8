package events_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/events"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang"
)

// invented are the facts of the tests: countries that do not exist.
const invented = "id\tkind\tclass\tar\ten\tar_demonym\ten_demonym\tcountry\n" +
	"norland\tplace\tcountry\tنورلاند\tNorland\tنورلاندي\tNorlandish\tNOR\n" +
	"sudmark\tplace\tcountry\tسودمارك\tSudmark\tسودماركي\tSudmarkian\tSUD\n"

func facts(t testing.TB) *known.Facts {
	t.Helper()
	f, err := known.Load("invented", strings.NewReader(invented))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// marked is a text with its layers written into it, so that a table needs no
// other stage of the program:
//
//	[P1 name] [O1 …] [L1 …]  a person, body, place that is entity 1
//	[G1+2 …]                 a group that stands for entities 1 and 2
//	[D2031-05-04 …]          a date expression
//	[C …]                    the cue of the next statement
//	[S1 …] [A1 …]            content of a statement by entity 1; A announces
//
// A first line that begins with "# " is the title.
type marked struct {
	text     strings.Builder
	doc      *isnad.Doc
	cue      isnad.Span
	dates    []isnad.Date
	mentions []isnad.Mention
	said     []isnad.Statement
}

// entities is how many entities a marked text can name.
const entities = 8

func parse(t testing.TB, source string, language isnad.Lang) *isnad.Doc {
	t.Helper()
	m := &marked{doc: &isnad.Doc{}}
	article := &isnad.Article{ID: "a000000000000", Lang: language, Outlet: isnad.Outlet{Name: "test"}}
	article.Published = isnad.Published{Time: time.Date(2031, 5, 5, 0, 0, 0, 0, time.UTC), How: isnad.Given}
	for i, line := range strings.Split(source, "\n") {
		kind := isnad.Paragraph
		if title, ok := strings.CutPrefix(line, "# "); ok {
			kind, line = isnad.Title, title
		}
		if i > 0 {
			m.text.WriteByte('\n')
		}
		start := m.text.Len()
		if rest := m.take(line); rest != "" {
			t.Fatalf("unbalanced mark at %q", rest)
		}
		article.Parts = append(article.Parts, isnad.Part{Kind: kind, Span: isnad.Span{Start: start, End: m.text.Len()}, CopyOf: -1})
	}
	article.Text = m.text.String()
	return m.finish(article)
}

// take writes the text of source up to a closing bracket and returns the rest.
func (m *marked) take(source string) string {
	for source != "" {
		switch source[0] {
		case ']':
			return source[1:]
		case '[':
			head, rest, _ := strings.Cut(source[1:], " ")
			start := m.text.Len()
			source = m.take(rest)
			m.mark(head[0], head[1:], isnad.Span{Start: start, End: m.text.Len()})
		default:
			m.text.WriteByte(source[0])
			source = source[1:]
		}
	}
	return ""
}

func (m *marked) mark(kind byte, value string, span isnad.Span) {
	number, _ := strconv.Atoi(value)
	switch kind {
	case 'D':
		m.dates = append(m.dates, isnad.Date{Span: span, Value: value})
	case 'C':
		m.cue = span
	case 'S', 'A':
		force := lang.Say
		if kind == 'A' {
			force = lang.Announce
		}
		m.said = append(m.said, isnad.Statement{
			Speakers: []isnad.Party{{Entity: number}}, Cue: m.cue, Force: string(force), Content: []isnad.Span{span},
			Kind: isnad.Mixed, Polarity: isnad.Affirms, Within: -1,
		})
		m.cue = isnad.Span{}
	case 'G':
		mention := isnad.Mention{Span: span, Kind: isnad.Group, Form: isnad.Generic, Entity: -1}
		for member := range strings.SplitSeq(value, "+") {
			n, _ := strconv.Atoi(member)
			mention.Members = append(mention.Members, n)
		}
		m.mentions = append(m.mentions, mention)
	default:
		kinds := map[byte]isnad.EntityKind{'P': isnad.Person, 'O': isnad.Organisation, 'L': isnad.Place}
		m.mentions = append(m.mentions, isnad.Mention{Span: span, Kind: kinds[kind], Form: isnad.Named, Entity: number})
	}
}

func (m *marked) finish(article *isnad.Article) *isnad.Doc {
	doc := &isnad.Doc{Article: article, Dates: m.dates, Mentions: m.mentions, Statements: m.said}
	for i := range entities {
		doc.Entities = append(doc.Entities, isnad.LocalEntity{Names: []string{strconv.Itoa(i)}})
	}
	slices.SortStableFunc(doc.Dates, func(a, b isnad.Date) int { return a.Span.Start - b.Span.Start })
	slices.SortStableFunc(doc.Mentions, func(a, b isnad.Mention) int { return a.Span.Start - b.Span.Start })
	slices.SortStableFunc(doc.Statements, func(a, b isnad.Statement) int { return a.Span().Start - b.Span().Start })
	return doc
}

// read returns the events of a marked text, one line each:
// "CONSULT/phone 1+2 > 3 happened 2031-05-04 {90 minute}".
func read(t testing.TB, source string, language isnad.Lang) []string {
	t.Helper()
	doc := parse(t, source, language)
	events.Annotate(reading.New(doc.Article), facts(t), doc)
	if err := doc.Check(); err != nil {
		t.Errorf("doc: %v", err)
	}
	var out []string
	for _, e := range doc.Events {
		line := string(e.Type)
		if e.Mode != "" {
			line += "/" + e.Mode
		}
		line += " " + list(doc, e.Actors)
		if len(e.Recipients) > 0 {
			line += " > " + list(doc, e.Recipients)
		}
		line += " " + string(e.Status)
		if e.When != "" {
			line += " " + e.When
		}
		for _, n := range e.Numbers {
			line += fmt.Sprintf(" {%v %s}", n.Value, n.About)
		}
		out = append(out, line)
	}
	return out
}

func list(doc *isnad.Doc, parties []isnad.Party) string {
	var names []string
	for _, p := range parties {
		if p.Entity >= 0 {
			names = append(names, doc.Entities[p.Entity].Names[0])
		} else {
			names = append(names, p.Text)
		}
	}
	if len(names) == 0 {
		return "-"
	}
	slices.Sort(names)
	return strings.Join(names, "+")
}
