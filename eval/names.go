package eval

import (
	"bytes"
	"context"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/learn"
)

// NamesTask is the task of finding names with all that a report is read with:
// models, lists, titles, and what the report itself tells.
const NamesTask = "names"

// Found is a name that was found in a text.
type Found struct {
	Span isnad.Span
	Kind string // person, organisation, place or other
}

// Finder finds the names of texts of one language. The lists are in the order
// of the texts.
type Finder func(ctx context.Context, texts []string, language isnad.Lang) ([][]Found, error)

// mostWords is how many words are read as one text: about an article.
const mostWords = 600

// ScoreNames scores a finder on a CoNLL file: names count as right that are
// exact in words and kind. Labels, LABEL=KIND, are as [Kinds] takes them.
func ScoreNames(ctx context.Context, name string, raw []byte, language isnad.Lang, labels []string, find Finder) ([]learn.Score, error) {
	sentences, err := corpora.CoNLL(name, bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	if len(sentences) == 0 {
		return nil, empty(name)
	}
	kinds, err := Kinds(sentences, labels)
	if err != nil {
		return nil, err
	}
	return Names(ctx, NamesTask, name, sentences, language, kinds, find)
}

// Names scores a finder on sentences, which are read a few hundred words at
// once.
func Names(ctx context.Context, task, set string, sentences []corpora.Sentence, language isnad.Lang, kinds map[string]string, find Finder) ([]learn.Score, error) {
	var texts []string
	var joined []corpora.Joined
	parts := articles(sentences)
	for _, part := range parts {
		var words [][]string
		for _, sentence := range part {
			words = append(words, sentence.Words)
		}
		joined = append(joined, corpora.Join(words...))
		texts = append(texts, joined[len(joined)-1].Text)
	}
	found, err := find(ctx, texts, language)
	if err != nil {
		return nil, err
	}
	whole := make([]corpora.Sentence, len(parts)) // each part as one
	at := 0
	for i, part := range parts {
		for _, sentence := range part {
			whole[i].Words = append(whole[i].Words, sentence.Words...)
			whole[i].Tags = append(whole[i].Tags, closed(sentence.Tags)...)
		}
	}
	tag := func([]string) []corpora.Span { // is asked in the order of whole
		var spans []corpora.Span
		for _, one := range found[at] {
			if start, end := joined[at].Words(one.Span.Start, one.Span.End); start < end {
				spans = append(spans, corpora.Span{Start: start, End: end, Kind: one.Kind})
			}
		}
		at++
		return spans
	}
	return learn.NameScores(task, set, whole, tag, kinds), nil
}

// closed are the tags of a sentence with each name begun anew, so that none
// goes on from one sentence to the next.
func closed(tags []string) []string {
	list := make([]string, len(tags))
	for i := range list {
		list[i] = "O"
	}
	for _, span := range corpora.Spans(tags) {
		for i := span.Start; i < span.End; i++ {
			list[i] = "I-" + span.Kind
		}
		list[span.Start] = "B-" + span.Kind
	}
	return list
}

// articles parts sentences into texts of about mostWords. A sentence that is
// longer, as a file without empty lines is, is cut behind its full stops.
func articles(sentences []corpora.Sentence) [][]corpora.Sentence {
	var parts [][]corpora.Sentence
	var part []corpora.Sentence
	n := 0
	add := func(words, tags []string) {
		part = append(part, corpora.Sentence{Words: words, Tags: tags})
		if n += len(words); n >= mostWords {
			parts, part, n = append(parts, part), nil, 0
		}
	}
	for _, sentence := range sentences {
		if len(sentence.Words) <= mostWords {
			add(sentence.Words, sentence.Tags)
			continue
		}
		tags := closed(sentence.Tags)
		from := 0
		for i, word := range sentence.Words {
			inside := i+1 < len(tags) && tags[i+1][0] == 'I'
			if !inside && (word == "." || i+1-from >= mostWords) || i+1 == len(sentence.Words) {
				add(sentence.Words[from:i+1], tags[from:i+1])
				from = i + 1
			}
		}
	}
	if part != nil {
		parts = append(parts, part)
	}
	return parts
}
