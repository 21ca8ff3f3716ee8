package positions

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/gloss"
	"github.com/isnad-news/isnad/lang/terms"
)

// occurrence is one word of a stand that may name its subject.
type occurrence struct {
	isnad.Evidence
	key  string
	lang isnad.Lang
}

// mostSources is how many of its sources a stand is read in.
const mostSources = 6

// speakOf finds the words by which a stand may be about something: nouns and
// the names of places, not the parties nor their offices.
func (g *gatherer) speakOf(one *stand) []occurrence {
	var list []occurrence
	for _, source := range one.Sources[:min(len(one.Sources), mostSources)] {
		list = append(list, g.occurrences(source)...)
	}
	return list
}

func (g *gatherer) occurrences(source isnad.Evidence) []occurrence {
	doc := g.record.Docs[source.Article]
	covered, list := g.names(source)
	var places []isnad.Span
	for _, place := range list {
		places = append(places, place.Span)
	}
	for _, date := range doc.Dates {
		covered = append(covered, date.Span)
	}
	for i := range doc.Commitments {
		covered = append(covered, doc.Commitments[i].DueSpan)
	}
	words := doc.Words(source.Span)
	covered = append(covered, given(words, source.Span.Start)...)
	tokens := tokensOf(words, doc.Article.Lang)
	for i, token := range tokens {
		at := isnad.Span{Start: source.Span.Start + token.Start, End: source.Span.Start + token.End}
		if _, number := numberAt(doc.Article.Lang)(tokens, i); number {
			continue
		}
		if token.Kind != lang.Word || slices.ContainsFunc(covered, at.Overlaps) && !slices.ContainsFunc(places, at.Overlaps) || g.triggers(doc, at) {
			continue
		}
		key := keyOf(words[token.Start:token.End], token, doc.Article.Lang)
		if slices.ContainsFunc(places, at.Overlaps) && !strings.HasPrefix(key, "c:") {
			continue // of a name only what sort of place it is
		}
		if key != "" {
			list = append(list, occurrence{Evidence: isnad.Evidence{Article: source.Article, Span: at}, key: key, lang: doc.Article.Lang})
		}
	}
	return list
}

// given are the phrases in words, which begin at byte start of the text, by which
// something is given up.
func given(words string, start int) []isnad.Span {
	var list []isnad.Span
	for _, fold := range []func(string) (string, []int){arabic.FoldMap, english.FoldMap} {
		folded, offsets := fold(words)
		for _, phrase := range dropping() {
			if i := strings.Index(folded, phrase); i >= 0 {
				list = append(list, isnad.Span{Start: start + offsets[i], End: start + offsets[i+len(phrase)]})
			}
		}
	}
	return list
}

// triggers reports whether a word is that which makes the stand one: the verb of
// an event that is a stand, or the cue of a statement.
func (g *gatherer) triggers(doc *isnad.Doc, at isnad.Span) bool {
	for i := range doc.Events {
		if event := &doc.Events[i]; ofEvent[event.Type] != "" && event.Trigger.Overlaps(at) {
			return true
		}
	}
	for i := range doc.Statements {
		if doc.Statements[i].Cue.Overlaps(at) {
			return true
		}
	}
	return false
}

// names are the names in source, with their offices, and the places among them
// that a stand may be about: none that acts, as countries and capitals do.
func (g *gatherer) names(source isnad.Evidence) (covered []isnad.Span, places []occurrence) {
	doc := g.record.Docs[source.Article]
	for _, mention := range doc.Mentions {
		for _, role := range mention.Roles {
			covered = append(covered, role.Span)
		}
		if !mention.Span.Overlaps(source.Span) {
			continue
		}
		covered = append(covered, mention.Span)
		if mention.Kind != isnad.Place || mention.Entity < 0 || !source.Span.Contains(mention.Span) {
			continue
		}
		if e := g.record.Local[source.Article][mention.Entity]; e >= 0 && !g.acts[e] {
			places = append(places, occurrence{Evidence: isnad.Evidence{Article: source.Article, Span: mention.Span}, key: "e:" + string(g.record.Entities[e].ID), lang: doc.Article.Lang})
		}
	}
	return covered, places
}

// numberAt reads numbers of a language.
func numberAt(l isnad.Lang) func([]lang.Token, int) (lang.Value, bool) {
	if l == isnad.English {
		return english.NumberAt
	}
	return arabic.NumberAt
}

func tokensOf(text string, l isnad.Lang) []lang.Token {
	if l == isnad.English {
		return english.Tokens(text)
	}
	return arabic.Tokens(text)
}

// keyOf is what a word may be about, over languages and inflections: its first
// concept, else its stem; empty for function words and words that name no
// subject.
func keyOf(word string, token lang.Token, l isnad.Lang) string {
	stop, concepts := arabic.IsStop, gloss.Arabic
	if l == isnad.English {
		stop, concepts = english.IsStop, gloss.English
	}
	if stop(token.Key) || utf8.RuneCountInString(token.Key) < 3 || l != isnad.English && (hollow()[arabic.Bare(token.Key)] || pluralVerb(token.Key)) {
		return ""
	}
	key := ""
	if list := concepts(word); len(list) > 0 {
		key = "c:" + list[0]
	} else if stems := terms.Of(word); len(stems) > 0 && !stop(stems[0].Key) && utf8.RuneCountInString(stems[0].Key) >= 3 {
		key = "w:" + stems[0].Key
	}
	if empty()[key] {
		return ""
	}
	return key
}

func keysOf(places []occurrence) []string {
	list := make([]string, len(places))
	for i := range places {
		list[i] = places[i].key
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// numbersIn reads what is counted in the words at span: a number and the noun
// behind it.
func numbersIn(doc *isnad.Doc, span isnad.Span) []isnad.Number {
	words := doc.Words(span)
	tokens := tokensOf(words, doc.Article.Lang)
	var list []isnad.Number
	for i := 0; i < len(tokens); i++ {
		value, ok := numberAt(doc.Article.Lang)(tokens, i)
		if !ok || value.Tokens < 1 {
			continue
		}
		last := i + value.Tokens
		at := isnad.Span{Start: span.Start + tokens[i].Start, End: span.Start + tokens[last-1].End}
		if last < len(tokens) && tokens[last].Kind == lang.Word && !inDate(doc, at) {
			list = append(list, isnad.Number{
				Value: value.Number, Unit: words[tokens[last].Start:tokens[last].End], About: "count", Loose: value.Loose,
				Span: isnad.Span{Start: at.Start, End: span.Start + tokens[last].End},
			})
		}
		i = last - 1
	}
	return list
}

func inDate(doc *isnad.Doc, at isnad.Span) bool {
	return slices.ContainsFunc(doc.Dates, func(date isnad.Date) bool { return date.Span.Overlaps(at) })
}
