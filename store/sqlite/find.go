package sqlite

import (
	"context"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/terms"
)

// Bounds of a search.
const (
	queryBytes = 4096 // of all values
	queryKeys  = 64   // words of all values
	hitSpans   = 12   // of one hit
	hitFacts   = 12   // statements of one hit, and events
	mostRanked = isnad.MostCounted
)

// Find implements [isnad.Searcher]. Titles count four times as much as the rest.
// A phrase is compared by its stems as well, so that it is found inflected; it
// does not reach from a title into the text. Where more than ten thousand
// articles hold the words, the ten thousand that were put last are compared, so
// that no query takes long.
func (s *Store) Find(ctx context.Context, query isnad.Query) (hits []isnad.Hit, err error) {
	p, err := newPlan(query)
	if err != nil || query.Limit <= 0 {
		return nil, err
	}
	err = s.read(ctx, "search", func(m *moment) error {
		versions, err := m.found(p)
		if err != nil {
			return err
		}
		var beside []isnad.Hit // where others than the speakers asked for say the words
		for _, version := range versions {
			hit, worded, err := m.hit(version, p)
			if err != nil {
				return err
			}
			if worded || !p.spoken() {
				hits = append(hits, hit)
			} else {
				beside = append(beside, hit)
			}
		}
		hits = append(hits, beside...)
		hits = hits[:min(len(hits), query.Limit)]
		return nil
	})
	if err != nil {
		return nil, err
	}
	return hits, nil
}

// Count implements [isnad.Searcher]. It ranks nothing and reads no article.
func (s *Store) Count(ctx context.Context, query isnad.Query) (n int, err error) {
	p, err := newPlan(query)
	if err != nil {
		return 0, err
	}
	err = s.read(ctx, "count", func(m *moment) error {
		from, args := p.matched()
		_, err := m.row("SELECT count(*) FROM (SELECT 1"+from+" LIMIT ?)", append(args, isnad.MostCounted), &n)
		return err
	})
	return n, err
}

// matched is the part of a statement that gives a row for each version that
// matches, with its arguments.
func (p *plan) matched() (from string, args []any) {
	if p.words == "" {
		where, args := p.conditions("a.current")
		return " FROM articles a" + all(where), args
	}
	// The plus keeps SQLite from matching the words anew for every row of the
	// other index.
	where, args := p.conditions("+words.rowid")
	match := p.words
	if p.noWords != "" {
		match = "(" + match + ") NOT (" + p.noWords + ")"
	}
	return " FROM words CROSS JOIN articles a ON a.current = words.rowid" + all(append([]string{"words MATCH ?"}, where...)), append([]any{match}, args...)
}

// found lists the versions that match, in their order.
func (m *moment) found(p *plan) ([]int64, error) {
	from, args := p.matched()
	if p.words == "" {
		return column[int64](m, "SELECT a.current"+from+" ORDER BY a.day DESC, a.name LIMIT ?", append(args, p.limit())...)
	}
	newest, err := column[int64](m, "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?", args[0], mostRanked)
	if err != nil {
		return nil, err
	}
	if len(newest) > 0 {
		if newest, err = column[int64](m, "SELECT words.rowid"+from+" ORDER BY words.rowid DESC LIMIT 1 OFFSET ?", append(slices.Clone(args), mostRanked)...); err != nil {
			return nil, err
		}
	}
	if len(newest) > 0 {
		from, args = from+" AND (words.rowid > ?)", append(args, newest[0])
	}
	return column[int64](m, "SELECT words.rowid"+from+" ORDER BY bm25(words, 4.0, 1.0), a.day DESC, a.name LIMIT ?", append(args, p.limit())...)
}

// conditions are those that do not look at words, or only at words that must
// not be there; version is the column of the version's row.
func (p *plan) conditions(version string) (where []string, args []any) {
	if p.about != "" {
		where, args = append(where, version+" IN (SELECT rowid FROM about WHERE about MATCH ?)"), append(args, p.about)
	}
	if p.notAbout != "" {
		where, args = append(where, version+" NOT IN (SELECT rowid FROM about WHERE about MATCH ?)"), append(args, p.notAbout)
	}
	if p.words == "" && p.noWords != "" {
		where, args = append(where, version+" NOT IN (SELECT rowid FROM words WHERE words MATCH ?)"), append(args, p.noWords)
	}
	days, more := inDays(p.query.Days)
	return append(where, days...), append(args, more...)
}

// hit reads a version that was found.
// worded reports whether what the speakers say holds words found.
func (m *moment) hit(version int64, p *plan) (hit isnad.Hit, worded bool, err error) {
	var row stored
	var names []byte
	var story *string
	const query = "SELECT " + docColumns + `, (SELECT names FROM story_docs WHERE version = v.id AND layers IS NULL AND names IS NOT NULL LIMIT 1),
		(SELECT s.name FROM versions o JOIN story_docs sd ON sd.version = o.id JOIN stories s ON s.id = sd.story WHERE o.article = a.id LIMIT 1)` +
		docTables + " WHERE v.id = ?"
	if _, err := m.row(query, []any{version}, append(row.into(), &names, &story)...); err != nil {
		return hit, false, err
	}
	if story != nil {
		hit.Story = isnad.StoryID(*story)
	}
	if row.layers == nil {
		hit.Article, err = row.base()
	} else if hit.Doc, err = row.doc(); err == nil {
		hit.Article = hit.Doc.Article
	}
	if err != nil {
		return hit, false, err
	}
	spans := spansOf(hit.Article.Text, p.phrases)
	if hit.Doc != nil {
		others, err := readOthers(row.id, hit.Doc, names)
		if err != nil {
			return hit, false, err
		}
		hit.Statements, worded = p.statements(hit.Doc, others, spans)
		hit.Events = p.matchedEvents(hit.Doc)
	}
	hit.Spans = spans[:min(len(spans), hitSpans)]
	return hit, worded, nil
}

// statements picks what the speakers that are looked for say, of that what holds
// words found if any does; without such speakers, what holds words found.
func (p *plan) statements(doc *isnad.Doc, others []otherNames, spans []isnad.Span) (said []int, holds bool) {
	var worded []int
	for i := range doc.Statements {
		statement := &doc.Statements[i]
		if len(p.speakers) > 0 && !p.saidBy(doc, others, statement) {
			continue
		}
		said = append(said, i)
		if slices.ContainsFunc(statement.Content, func(content isnad.Span) bool {
			return slices.ContainsFunc(spans, func(span isnad.Span) bool { return content.Contains(span) })
		}) {
			worded = append(worded, i)
		}
	}
	if len(worded) > 0 || len(p.speakers) == 0 {
		said = worded
	}
	return said[:min(len(said), hitFacts)], len(worded) > 0
}

// saidBy reports whether one of the speakers that are looked for says a
// statement.
func (p *plan) saidBy(doc *isnad.Doc, others []otherNames, statement *isnad.Statement) bool {
	for _, speaker := range statement.Speakers {
		one := speakerOf(doc, others, speaker)
		if slices.ContainsFunc(p.speakers, func(wanted wantedName) bool { return one.is(wanted.keys, wanted.rows) }) {
			return true
		}
	}
	return false
}

func (p *plan) matchedEvents(doc *isnad.Doc) (found []int) {
	for i := range doc.Events {
		if len(found) == hitFacts {
			break
		}
		if slices.ContainsFunc(eventKeys(&doc.Events[i]), func(key string) bool { return slices.Contains(p.events, key) }) {
			found = append(found, i)
		}
	}
	return found
}

// spansOf finds the phrases in a text, in the order of the text.
func spansOf(text string, phrases []phrase) (spans []isnad.Span) {
	if len(phrases) == 0 {
		return nil
	}
	words := terms.Of(text)
	for i := range words {
		longest := 0
		for _, one := range phrases {
			if len(one) > longest && i+len(one) <= len(words) && slices.EqualFunc(one, words[i:i+len(one)], func(key string, term terms.Term) bool { return key == term.Key }) {
				longest = len(one)
			}
		}
		if longest == 0 || len(spans) > 0 && words[i].Start < spans[len(spans)-1].End {
			continue
		}
		spans = append(spans, isnad.Span{Start: words[i].Start, End: words[i+longest-1].End})
	}
	return spans
}
