package sqlite

import (
	"context"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/terms"
)

// Bounds of a search.
const (
	queryBytes = 4096
	queryWords = 64
	hitSpans   = 12 // of one hit
)

// phrase is one or more keys that must follow one another.
type phrase []string

// Search implements [isnad.Searcher]. Titles count four times as much as the
// rest. A phrase is compared by its stems as well, so that it is found inflected;
// it does not reach from a title into the text.
func (s *Store) Search(ctx context.Context, query string, limit int) (hits []isnad.Hit, err error) {
	phrases, err := phrasesOf(query)
	if err != nil || limit <= 0 {
		return nil, err
	}
	err = s.read(ctx, "search", func(m *moment) error {
		versions, err := column[int64](m, "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", matching(phrases), limit)
		if err != nil {
			return err
		}
		for _, version := range versions {
			var row stored
			if found, err := m.row("SELECT "+docColumns+docTables+" WHERE v.id = ?", []any{version}, row.into()...); err != nil || !found {
				return err
			}
			article, err := row.base()
			if err != nil {
				return err
			}
			hits = append(hits, isnad.Hit{Article: article, Spans: spansOf(article.Text, phrases)})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return hits, nil
}

// quotes are the double quotation marks people type.
const quotes = "\"\u201c\u201d\u201e\u00ab\u00bb"

// phrasesOf cuts a query: words between double quotation marks are one phrase, a
// mark that is not closed reaches to the end, every other word is its own.
func phrasesOf(query string) (phrases []phrase, err error) {
	if len(query) > queryBytes {
		return nil, isnad.Errorf(isnad.TooLarge, "query", "it is longer than %d bytes", queryBytes)
	}
	words, quoted := 0, false
	for len(query) > 0 {
		end := strings.IndexAny(query, quotes)
		part := query
		if end >= 0 {
			part = query[:end]
		}
		var one phrase
		for _, term := range terms.Of(part) {
			if words++; quoted {
				one = append(one, term.Key)
			} else {
				phrases = append(phrases, phrase{term.Key})
			}
		}
		if one != nil {
			phrases = append(phrases, one)
		}
		if end < 0 {
			break
		}
		query, quoted = strings.TrimLeft(query[end:], quotes), !quoted
	}
	switch {
	case words == 0:
		return nil, isnad.Errorf(isnad.Invalid, "query", "there is no word in it").WithHint("name a word to look for")
	case words > queryWords:
		return nil, isnad.Errorf(isnad.TooLarge, "query", "it has more than %d words", queryWords)
	}
	return phrases, nil
}

// matching writes phrases as a query of the index: all of them, each between
// quotation marks so that no key is taken for an operator.
func matching(phrases []phrase) string {
	list := make([]string, len(phrases))
	for i, one := range phrases {
		list[i] = `"` + strings.ReplaceAll(strings.Join(one, " "), `"`, `""`) + `"`
	}
	return strings.Join(list, " AND ")
}

// spansOf finds the phrases in a text, in the order of the text.
func spansOf(text string, phrases []phrase) (spans []isnad.Span) {
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
		if spans = append(spans, isnad.Span{Start: words[i].Start, End: words[i+longest-1].End}); len(spans) == hitSpans {
			break
		}
	}
	return spans
}
