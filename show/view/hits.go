package view

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// Hits are what a search found, for readers.
type Hits struct {
	*View
	Query Text
	Hits  []*Hit
	All   int // how many match, these among them, counted to isnad.MostCounted
}

// Hit is one report that was found, with the words that speak for it.
type Hit struct {
	Source   *isnad.Hit
	Report   *Report
	Title    []Piece
	Sayings  []*Saying
	Told     []*Told
	Excerpts []*Excerpt // words found outside of the title and of Sayings
}

// Piece is a stretch of words, found or not.
type Piece struct {
	Words string
	Found bool
}

// Excerpt is a sentence, or a part of one, that holds words found.
type Excerpt struct {
	Place, Mark string // Mark is empty where the page has no place for it
	Lang        isnad.Lang
	Pieces      []Piece
}

// Saying is a statement of a report that was found.
type Saying struct {
	Excerpt
	Speakers  []Text
	Unnamed   bool
	Statement *isnad.Statement
}

// Told is an event of a report that was found.
type Told struct {
	Excerpt
	Parties, Recipients []Text
	Event               *isnad.Event
}

// NewHits arranges what a query found, in its order; all is how many match it.
func NewHits(query string, hits []isnad.Hit, all int, lang isnad.Lang) *Hits {
	record := &isnad.Record{}
	for i := range hits {
		doc := hits[i].Doc
		if doc == nil {
			doc = &isnad.Doc{Article: hits[i].Article}
		}
		record.Docs = append(record.Docs, doc)
	}
	h := &Hits{View: New(record, lang), Query: Written(query), All: max(all, len(hits))}
	for i := range hits {
		h.Hits = append(h.Hits, h.hit(&hits[i], h.report(i)))
	}
	return h
}

// Counted says how many reports match, and how many of them are shown.
func (h *Hits) Counted() string {
	matching := h.Words.Count(h.All, "report")
	switch {
	case h.All == len(h.Hits):
		return matching
	case h.All >= isnad.MostCounted:
		return h.Words.Label("first.many", len(h.Hits), matching)
	}
	return h.Words.Label("first", len(h.Hits), matching)
}

const excerptsShown = 2

func (h *Hits) hit(source *isnad.Hit, report *Report) *Hit {
	hit := &Hit{Source: source, Report: report}
	var shown []isnad.Span
	for _, part := range report.Article.Parts {
		if part.Kind == isnad.Title && hit.Title == nil {
			hit.Title, shown = pieces(report.Article.Text, part.Span, source.Spans), append(shown, part.Span)
		}
	}
	if hit.Title == nil && report.Article.Title != "" {
		hit.Title = []Piece{{Words: report.Article.Title}}
	}
	for _, i := range source.Statements {
		saying := h.saying(hit, i)
		hit.Sayings, shown = append(hit.Sayings, saying), append(shown, saying.Statement.Content...)
	}
	for _, i := range source.Events {
		hit.Told = append(hit.Told, h.told(hit, i))
	}
	for _, span := range holders(report, source.Spans, shown) {
		if len(hit.Excerpts) == excerptsShown {
			break
		}
		excerpt := hit.excerpt(around(report.Article.Text, span, source.Spans))
		if i := report.Doc.SentenceAt(span.Start); i >= 0 {
			excerpt.Mark = report.Mark("u", i)
		}
		hit.Excerpts = append(hit.Excerpts, &excerpt)
	}
	return hit
}

func (h *Hits) saying(hit *Hit, i int) *Saying {
	statement := &hit.Report.Doc.Statements[i]
	saying := &Saying{Statement: statement, Excerpt: Excerpt{
		Place: hit.Report.Place(statement.Content[0]), Mark: hit.Report.Mark("s", i), Lang: hit.Report.Article.Lang,
	}}
	for j, content := range statement.Content {
		if j > 0 {
			saying.Pieces = append(saying.Pieces, Piece{Words: " \u2026 "})
		}
		text := hit.Report.Article.Text
		short := around(text, content, hit.Source.Spans)
		if short.Start > content.Start {
			saying.Pieces = append(saying.Pieces, Piece{Words: "\u2026 "})
		}
		saying.Pieces = append(saying.Pieces, pieces(text, short, hit.Source.Spans)...)
		if short.End < content.End {
			saying.Pieces = append(saying.Pieces, Piece{Words: " \u2026"})
		}
	}
	for _, speaker := range statement.Speakers {
		saying.Unnamed = saying.Unnamed || speaker.Unnamed
	}
	saying.Speakers = h.parties(hit.Report.Doc, statement.Speakers)
	return saying
}

func (h *Hits) told(hit *Hit, i int) *Told {
	event := &hit.Report.Doc.Events[i]
	span := event.Span
	if span.Empty() {
		span = event.Trigger
	}
	told := &Told{Event: event, Excerpt: hit.excerpt(whole(hit.Report.Doc, span))}
	told.Mark, told.Place = hit.Report.Mark("e", i), hit.Report.Place(span)
	told.Parties, told.Recipients = h.parties(hit.Report.Doc, event.Actors), h.parties(hit.Report.Doc, event.Recipients)
	return told
}

func (hit *Hit) excerpt(span isnad.Span) Excerpt {
	text := hit.Report.Article.Text
	excerpt := Excerpt{Place: hit.Report.Place(span), Lang: hit.Report.Article.Lang, Pieces: pieces(text, span, hit.Source.Spans)}
	if part := hit.Report.Article.PartAt(span.Start); part >= 0 {
		outer := hit.Report.Article.Parts[part].Span
		if i := hit.Report.Doc.SentenceAt(span.Start); i >= 0 {
			outer = hit.Report.Doc.Sentences[i].Span
		}
		if span.Start > outer.Start {
			excerpt.Pieces = append([]Piece{{Words: "\u2026 "}}, excerpt.Pieces...)
		}
		if span.End < outer.End {
			excerpt.Pieces = append(excerpt.Pieces, Piece{Words: " \u2026"})
		}
	}
	return excerpt
}

// parties names parties of one report as it does: the fullest name of an
// entity, else the words that stand for it.
func (h *Hits) parties(doc *isnad.Doc, parties []isnad.Party) []Text {
	var list []Text
	for _, party := range parties {
		words := party.Text
		switch {
		case party.Entity >= 0:
			words = doc.Entities[party.Entity].Names[0]
		case words == "":
			words = doc.Words(party.Span)
		}
		if words == "" {
			list = append(list, Text{h.Words.Label("unnamed"), h.Words.Lang})
			continue
		}
		list = append(list, Written(words))
	}
	return list
}

// pieces cuts the words at span where words found begin and end.
func pieces(text string, span isnad.Span, found []isnad.Span) []Piece {
	var list []Piece
	add := func(from, to int, found bool) {
		if from < to {
			list = append(list, Piece{text[from:to], found})
		}
	}
	at := span.Start
	for _, one := range found {
		if !span.Contains(one) || one.Start < at {
			continue
		}
		add(at, one.Start, false)
		add(one.Start, one.End, true)
		at = one.End
	}
	add(at, span.End, false)
	return list
}

// holders are the sentences, else the parts, that hold words found which do not
// stand in what is shown: those that hold most first, then in order of the text.
func holders(report *Report, found, shown []isnad.Span) []isnad.Span {
	count := map[isnad.Span]int{}
	var list []isnad.Span
	for _, span := range found {
		if slices.ContainsFunc(shown, func(s isnad.Span) bool { return s.Contains(span) }) {
			continue
		}
		holder := span
		if i := report.Doc.SentenceAt(span.Start); i >= 0 {
			holder = report.Doc.Sentences[i].Span
		} else if i := report.Article.PartAt(span.Start); i >= 0 {
			holder = report.Article.Parts[i].Span
		}
		if count[holder]++; count[holder] == 1 {
			list = append(list, holder)
		}
	}
	slices.SortStableFunc(list, func(a, b isnad.Span) int { return count[b] - count[a] })
	return list
}

// around cuts a long passage to a few words before its first words found and as
// much behind them as is read at a glance.
func around(text string, span isnad.Span, found []isnad.Span) isnad.Span {
	const before = readable / 4
	if utf8.RuneCountInString(span.Of(text)) <= readable {
		return span
	}
	first := slices.IndexFunc(found, span.Contains)
	if first < 0 {
		return isnad.Span{Start: span.Start, End: ahead(text, span.Start, span.End, readable)}
	}
	start := back(text, span.Start, found[first].Start, before)
	end := ahead(text, start, span.End, readable)
	return isnad.Span{Start: start, End: max(end, found[first].End)}
}

// back goes from at up to n letters back, to the beginning of a word.
func back(text string, from, at, n int) int {
	i := at
	for ; i > from && n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[from:i])
		i -= size
	}
	if i == from {
		return i
	}
	if space := strings.IndexAny(text[i:at], " \n"); space >= 0 {
		return i + space + 1
	}
	return at
}

// ahead goes from at up to n letters on, to the end of a word.
func ahead(text string, at, to, n int) int {
	i := at
	for ; i < to && n > 0; n-- {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	if i == to {
		return i
	}
	if space := strings.LastIndexAny(text[at:i], " \n"); space > 0 {
		return at + space
	}
	return i
}

// Quoted gives the pieces of a statement, in the quotation marks of its language
// where all of it is quoted.
func Quoted(saying *Saying) []Piece {
	if saying.Statement.Kind != isnad.Direct {
		return saying.Pieces
	}
	marks := strings.Split(quoteIn(saying.Lang, "\n"), "\n")
	list := append([]Piece{{Words: marks[0]}}, saying.Pieces...)
	return append(list, Piece{Words: marks[1]})
}
