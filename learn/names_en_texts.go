package learn

import (
	"bytes"
	"slices"
	"strings"

	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/names"
)

// englishSet is a corpus of English names and what its annotation means.
type englishSet struct {
	corpus Corpus
	kinds  map[string]names.Kind
	// chat: nationalities are no names there, and are learned as such from the list.
	// mentions: pronouns and "the town" are marked too, articles stand inside.
	chat, mentions bool
}

var englishSets = []englishSet{
	{corpus: Wikigold, kinds: map[string]names.Kind{"PER": names.Person, "ORG": names.Organisation, "LOC": names.Place, "MISC": names.Other}},
	{corpus: WNUT17, chat: true, kinds: map[string]names.Kind{"person": names.Person, "location": names.Place,
		"corporation": names.Organisation, "group": names.Organisation, "product": names.Other, "creative-work": names.Other}},
	{corpus: RE3D, mentions: true, kinds: map[string]names.Kind{"Person": names.Person, "Organisation": names.Organisation, "Location": names.Place}},
}

// englishText is a document of a corpus as running text, cut by our own tokens,
// so that what is learned looks like what is read.
type englishText struct {
	set    *englishSet
	text   string
	tokens []lang.Token
	words  []lang.Range // of the corpus
	folded []string
	gold   []englishSpan
	other  []englishSpan // nationalities that the set has as a kind apart
	breaks []int         // tokens at which sentences end
	labels []uint8
	hints  []names.Hint
}

// englishSpan is a name over words [start, end). Mentions have kinds from
// mention on.
type englishSpan struct {
	start, end int
	kind       names.Kind
}

const mention = names.Other // what is added to the kind of a name for that of a mention

// englishDocuments parts a file at its "-DOCSTART-" lines; files without keep
// every sentence a document of its own.
func (d Data) englishDocuments(corpus Corpus) ([][]corpora.Sentence, error) {
	raw, err := d.Read(corpus)
	if err != nil {
		return nil, err
	}
	var list [][]corpora.Sentence
	parts := bytes.Split(raw, []byte("-DOCSTART-"))
	for i, part := range parts {
		if i > 0 {
			_, part, _ = bytes.Cut(part, []byte("\n"))
		}
		sentences, err := corpora.CoNLL(corpus.Path, bytes.NewReader(part))
		if err != nil {
			return nil, err
		}
		if len(parts) > 1 && len(sentences) > 0 {
			list = append(list, sentences)
			continue
		}
		for at := range sentences {
			list = append(list, sentences[at:at+1])
		}
	}
	return list, nil
}

// fifth parts documents after four fifths of their sentences, also inside one.
func fifth(documents [][]corpora.Sentence) (head, tail [][]corpora.Sentence) {
	all := 0
	for _, document := range documents {
		all += len(document)
	}
	left := all * 4 / 5
	for _, document := range documents {
		at := min(left, len(document))
		left -= at
		if at > 0 {
			head = append(head, document[:at])
		}
		if at < len(document) {
			tail = append(tail, document[at:])
		}
	}
	return head, tail
}

// newEnglishText joins words by spaces, but for 's and the like, and sentences
// by line breaks.
func newEnglishText(set *englishSet, sentences []corpora.Sentence, rows *names.EnglishRows, hinter *known.Hinter) *englishText {
	t := &englishText{set: set}
	var text strings.Builder
	for n, sentence := range sentences {
		if n > 0 {
			text.WriteByte('\n')
		}
		base := len(t.words)
		for i, word := range sentence.Words {
			if i > 0 && !clings(sentence.Words, i) {
				text.WriteByte(' ')
			}
			start := text.Len()
			text.WriteString(word)
			t.words = append(t.words, lang.Range{Start: start, End: text.Len()})
			t.folded = append(t.folded, strings.ToLower(word))
		}
		for _, span := range corpora.Spans(sentence.Tags) {
			if kind := set.kinds[span.Kind]; kind != names.None {
				t.gold = append(t.gold, englishSpan{base + span.Start, base + span.End, kind})
			} else if span.Kind == "Nationality" {
				t.other = append(t.other, englishSpan{base + span.Start, base + span.End, names.Other})
			}
		}
	}
	t.text = text.String()
	t.tokens = english.Tokens(t.text)
	for i := range t.tokens {
		if i+1 == len(t.tokens) || strings.Contains(t.text[t.tokens[i].End:t.tokens[i+1].Start], "\n") {
			t.breaks = append(t.breaks, i+1)
		}
	}
	t.hints = slices.Clone(hinter.Hints(t.tokens))
	rows.Read(t.text, t.tokens, t.hints)
	t.label(rows)
	return t
}

// clings reports whether a word of a corpus is written to the one before it.
func clings(words []string, i int) bool {
	switch strings.ToLower(words[i]) {
	case "'s", "\u2019s", "'m", "'re", "'ve", "'ll", "'d", "n't":
		return true
	case "s":
		return i > 1 && (words[i-1] == "\u2019" || words[i-1] == "'")
	case "\u2019", "'":
		return i+1 < len(words) && words[i+1] == "s"
	}
	return false
}

// englishTexts reads all sets and parts each: what is trained on and what is
// held out.
func englishTexts(d Data) (train, held []*englishText, err error) {
	var rows names.EnglishRows
	hinter := known.NewHinter(known.Default())
	for i := range englishSets {
		documents, err := d.englishDocuments(englishSets[i].corpus)
		if err != nil {
			return nil, nil, err
		}
		head, tail := fifth(documents)
		for _, document := range head {
			train = append(train, newEnglishText(&englishSets[i], document, &rows, hinter))
		}
		for _, document := range tail {
			held = append(held, newEnglishText(&englishSets[i], document, &rows, hinter))
		}
	}
	return train, held, nil
}
