package contract

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// Write writes record after the contract. The only error is the writer's.
func Write(w io.Writer, record *isnad.Record) error { return encode(w, New(record)) }

// encode writes a document of a contract.
func encode(w io.Writer, document any) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return isnad.Errorf(isnad.Invalid, "record", "encode json: %w", err)
	}
	return escape(w, out.Bytes())
}

// escape writes encoded JSON with control characters and marks of direction as
// \u escapes: such characters stand only inside strings, where the two mean the
// same, and a reader of the raw output is not misled by them.
func escape(w io.Writer, encoded []byte) error {
	out := bufio.NewWriter(w)
	for len(encoded) > 0 {
		r, size := utf8.DecodeRune(encoded)
		if r > unicode.MaxASCII && unicode.In(r, unicode.Cc, unicode.Bidi_Control) || r == '\x7f' {
			fmt.Fprintf(out, `\u%04x`, r)
		} else {
			out.Write(encoded[:size])
		}
		encoded = encoded[size:]
	}
	return out.Flush()
}

// New lays record out after the contract.
func New(record *isnad.Record) *Document { return newBuilder(record).document() }

func newBuilder(record *isnad.Record) *builder {
	b := &builder{record: record, tellers: map[teller]string{}}
	for _, doc := range record.Docs {
		b.points = append(b.points, measure(doc.Article))
	}
	for _, entry := range record.Entries {
		for _, source := range entry.Sources {
			if source.Statement >= 0 {
				b.tellers[teller{source.Article, source.Statement}] = entry.ID
			}
		}
	}
	return b
}

func (b *builder) document() *Document {
	record := b.record
	document := &Document{
		Schema: Schema, Offsets: Offsets,
		Statements: []Statement{}, Events: []Event{},
		Articles:    list(len(record.Docs), b.article),
		Witnesses:   list(len(record.Witnesses), b.witness),
		Stories:     list(len(record.Stories), b.story),
		Entities:    list(len(record.Entities), b.entity),
		Commitments: list(len(record.Commitments), b.commitment),
	}
	for i := range record.Entries {
		if record.Entries[i].Kind == isnad.StatementEntry {
			document.Statements = append(document.Statements, b.statement(&record.Entries[i]))
		} else {
			document.Events = append(document.Events, b.event(&record.Entries[i]))
		}
	}
	return document
}

type builder struct {
	record  *isnad.Record
	points  []*points
	tellers map[teller]string // statement of a doc → ID of its entry
}

type teller struct{ doc, statement int }

// list makes n values; never nil, so that JSON shows [].
func list[T any](n int, value func(int) T) []T {
	values := make([]T, n)
	for i := range values {
		values[i] = value(i)
	}
	return values
}

func (b *builder) article(d int) Article {
	doc, at := b.record.Docs[d], b.points[d]
	a := doc.Article
	return Article{
		ID: a.ID, Version: a.Version, Source: a.Source, URL: a.URL, Outlet: Outlet(a.Outlet), Agency: agency(a, at),
		Author: a.Author, Lang: a.Lang, Title: a.Title, Published: published(a.Published), Text: a.Text,
		Parts: list(len(a.Parts), func(i int) Part {
			part := a.Parts[i]
			return Part{part.Kind, at.at(part.Span.Start), at.at(part.Span.End), part.Line, part.CopyOf, part.Credit.Name}
		}),
		Defects: list(len(a.Defects), func(i int) Defect {
			return Defect{a.Defects[i].Kind, a.Defects[i].Note, at.selector(a.Defects[i].Span)}
		}),
		Sentences: list(len(doc.Sentences), func(i int) Sentence {
			sentence := doc.Sentences[i]
			return Sentence{at.at(sentence.Span.Start), at.at(sentence.Span.End), sentence.Part, sentence.Voice}
		}),
		Dates: list(len(doc.Dates), func(i int) Date {
			date := doc.Dates[i]
			return Date{at.selector(date.Span), date.Value, date.Why, date.By}
		}),
	}
}

func agency(a *isnad.Article, at *points) *Agency {
	if a.Agency.Name == "" {
		return nil
	}
	return &Agency{a.Agency.Name, a.Agency.How, at.selector(a.Agency.Span)}
}

func published(p isnad.Published) Published {
	if !p.Known() {
		return Published{How: p.How, Evidence: p.Evidence}
	}
	out := Published{Date: p.Time.Format(time.DateOnly), How: p.How, Evidence: p.Evidence}
	if p.Clock {
		out.Time = p.Time.Format(time.RFC3339)
	}
	return out
}

func (b *builder) witness(i int) Witness {
	witness := b.record.Witnesses[i]
	from := witness.Descent // the first descends from none
	if len(from) > 0 {
		from = from[1:]
	}
	return Witness{b.ids(witness.Articles), witness.Agency, witness.Why, list(len(from), func(i int) Descent { return b.descent(&from[i]) })}
}

func (b *builder) descent(d *isnad.Descent) Descent {
	selectors := func(article int, spans []isnad.Span) []*Selector {
		return list(len(spans), func(i int) *Selector { return b.points[article].selector(spans[i]) })
	}
	return Descent{
		Article: b.record.Docs[d.Article].Article.ID, From: b.record.Docs[d.From].Article.ID, Why: d.Why,
		Share: math.Round(d.Share*1000) / 1000, Added: selectors(d.Article, d.Added), Dropped: selectors(d.From, d.Dropped),
	}
}

func (b *builder) ids(articles []int) []string {
	return list(len(articles), func(i int) string { return b.record.Docs[articles[i]].Article.ID })
}

func (b *builder) story(i int) Story {
	story := b.record.Stories[i]
	out := Story{ID: story.ID, Title: story.Title, From: story.From, To: story.To, Articles: b.ids(story.Articles)}
	if story.Title != "" {
		out.TitleFrom = b.points[story.TitleOf.Article].selector(story.TitleOf.Span)
	}
	out.Witnesses = b.independent(story.Articles)
	return out
}

// independent counts the witnesses among articles: a group of copies is one,
// an article in no group is one of its own.
func (b *builder) independent(articles []int) int {
	group := map[int]int{}
	for i, witness := range b.record.Witnesses {
		for _, article := range witness.Articles {
			group[article] = i + 1
		}
	}
	count, seen := 0, map[int]bool{}
	for _, article := range articles {
		g := group[article]
		if g == 0 || !seen[g] {
			count++
		}
		seen[g] = true
	}
	return count
}

func (b *builder) entity(i int) Entity {
	entity := b.record.Entities[i]
	label := entity.Label
	if label == nil {
		label = map[isnad.Lang]string{}
	}
	return Entity{
		ID: entity.ID, Kind: entity.Kind, Label: label, Country: entity.Country, Sector: entity.Sector,
		Known: entity.Known, Inferred: entity.Inferred,
		Names: list(len(entity.Names), func(i int) Name { return Name(entity.Names[i]) }),
		Roles: list(len(entity.Offices), func(i int) Role {
			office := entity.Offices[i]
			return Role{office.Text, office.Lang, office.From, office.To, b.evidence(office.Source)}
		}),
		Mentions: list(len(entity.Mentions), func(i int) *Selector { return b.evidence(entity.Mentions[i]) }),
	}
}

func (b *builder) evidence(evidence isnad.Evidence) *Selector {
	if evidence.Span.Empty() || evidence.Article >= len(b.points) {
		return nil
	}
	return b.points[evidence.Article].selector(evidence.Span)
}
