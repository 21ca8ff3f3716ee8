package learn

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/names"
	"github.com/isnad-news/isnad/lang/tagger"
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
	rows.Read(t.text, t.tokens, nil)
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

// label gives the tokens their labels.
func (t *englishText) label(rows *names.EnglishRows) {
	t.labels = make([]uint8, len(t.tokens))
	if t.set.chat {
		for i := range t.tokens {
			if rows.Nation(i) {
				t.labels[i] = names.Label(names.Other, true)
			}
		}
	}
	for _, span := range t.other {
		t.mark(span)
	}
	for _, span := range t.gold {
		if t.set.mentions {
			span = t.named(span, rows)
		}
		t.mark(span)
	}
}

func (t *englishText) mark(span englishSpan) {
	from, to := t.over(span.start, span.end)
	for i := from; i < to; i++ {
		t.labels[i] = names.Label(span.kind, i == from)
	}
}

// over returns the tokens that words [start, end) touch.
func (t *englishText) over(start, end int) (from, to int) {
	a, e := t.words[start].Start, t.words[end-1].End
	for from < len(t.tokens) && t.tokens[from].End <= a {
		from++
	}
	for to = from; to < len(t.tokens) && t.tokens[to].Start < e; to++ {
	}
	return from, to
}

// named makes a span of a set with mentions a name without its article, or a
// mention: pronouns, what has words in small letters, a title with its name,
// and a country that acts.
func (t *englishText) named(span englishSpan, rows *names.EnglishRows) englishSpan {
	start := span.start
	if t.article(start) && start+1 < span.end {
		start++
	}
	from, to := t.over(start, span.end)
	name := !pronouns[t.folded[start]]
	for i := start; i < span.end && name; i++ {
		first := t.text[t.words[i].Start]
		switch {
		case connects[t.folded[i]]:
			name = i > start || t.folded[i] == "al" || t.folded[i] == "el"
		default:
			name = 'A' <= first && first <= 'Z' || first >= 0x80 || first == '@' || '0' <= first && first <= '9' && i > start
		}
	}
	switch {
	case span.kind == names.Organisation && (rows.ListedPlace(from, to) || to == from+1 && rows.People(from)),
		span.kind == names.Person && to > from+1 && rows.Title(from):
		name = false
	}
	if !name {
		span.kind += mention
		return span
	}
	span.start = start
	return span
}

func (t *englishText) article(i int) bool {
	return t.folded[i] == "the" || t.folded[i] == "a" || t.folded[i] == "an"
}

var (
	pronouns = setOf("i he she it they we our my his her their its there here")
	connects = setOf("of the and for in - \u2019 ' al el ibn bin . , s \u2019s 's & esh \u201c \" on to ( )")
)

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// found gives the names of labels as the set counts them: over its words, with
// the article inside and mentions as names where it has mentions.
func (t *englishText) found(labels []uint8, rows *names.EnglishRows) []englishSpan {
	var list []englishSpan
	for i := 0; i < len(labels); {
		kind := names.Kind((labels[i] + 1) / 2)
		to := i + 1
		for kind != names.None && to < len(labels) && labels[to] == names.Label(kind, false) {
			to++
		}
		if span, ok := t.counted(i, to, kind, rows); ok {
			list = append(list, span)
		}
		i = to
	}
	return list
}

func (t *englishText) counted(from, to int, kind names.Kind, rows *names.EnglishRows) (englishSpan, bool) {
	if kind == names.None || kind > mention && !t.set.mentions || kind == names.Other && t.set.mentions {
		return englishSpan{}, false
	}
	nation := t.set.chat && kind == names.Other
	for i := from; i < to; i++ {
		nation = nation && rows.Nation(i)
	}
	end := t.tokens[to-1].Start + len(rows.Key(to-1))
	if raw := t.text[t.tokens[to-1].Start:t.tokens[to-1].End]; len(rows.Key(to-1)) == len(t.tokens[to-1].Key) {
		end = t.tokens[to-1].End
	} else if at := strings.LastIndexAny(raw, "'\u2019"); at > 0 {
		end = t.tokens[to-1].Start + at
	}
	span := englishSpan{start: -1, kind: kind}
	for w, word := range t.words {
		if word.End > t.tokens[from].Start && span.start < 0 {
			span.start = w
		}
		if word.Start < end {
			span.end = w + 1
		}
	}
	if kind > mention {
		span.kind -= mention
	} else if t.set.mentions && span.start > 0 && t.folded[span.start-1] == "the" {
		span.start--
	}
	return span, !nation
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

// englishExamples makes an example of every sentence, with features that see
// its whole document.
func englishExamples(texts []*englishText, rows *names.EnglishRows) []tagger.Example {
	var list []tagger.Example
	var features tagger.Rows
	for _, t := range texts {
		features.Reset()
		rows.Read(t.text, t.tokens, nil)
		rows.Rows(&features, 0, len(t.tokens))
		from := 0
		for _, to := range t.breaks {
			list = append(list, tagger.NewExample(&features, from, to, t.labels[from:to]))
			from = to
		}
	}
	return list
}

func trainEnglish(texts []*englishText, log io.Writer) ([]byte, error) {
	var rows names.EnglishRows
	var marked, unmarked []*englishText
	for _, t := range texts {
		if t.set.mentions {
			marked = append(marked, t)
		} else {
			unmarked = append(unmarked, t)
		}
	}
	first, err := tagger.Train(englishExamples(marked, &rows), tagger.Options{Labels: names.EnglishLabels, Log: log})
	if err != nil {
		return nil, err
	}
	if err := addMentions(unmarked, first, &rows); err != nil {
		return nil, err
	}
	labelled := make([]names.Labelled, len(texts))
	for i, t := range texts {
		labelled[i] = names.Labelled{Text: t.text, Tokens: t.tokens, Ends: t.breaks, Hints: t.hints, Labels: t.labels}
	}
	return names.TrainEnglish(labelled, log)
}

// addMentions labels mentions in texts whose sets leave them out, by a model of
// the set that has them: otherwise the same word would be taught both ways.
// Names stay what they are.
func addMentions(texts []*englishText, weights []byte, rows *names.EnglishRows) error {
	model, err := tagger.Load(weights)
	if err != nil {
		return err
	}
	decoder := model.NewDecoder()
	var features tagger.Rows
	for _, t := range texts {
		features.Reset()
		rows.Read(t.text, t.tokens, nil)
		rows.Rows(&features, 0, len(t.tokens))
		labels := decoder.Decode(&features, 0, len(t.tokens))
		for i := 0; i < len(labels); {
			to, free := i+1, t.labels[i] == 0
			for labels[i] >= names.FirstMention && to < len(labels) && labels[to] == (labels[i]+1)/2*2 {
				free = free && t.labels[to] == 0
				to++
			}
			if labels[i] >= names.FirstMention && free {
				copy(t.labels[i:to], labels[i:to])
			}
			i = to
		}
	}
	return nil
}

// trainNamesEnglish trains on all of the data.
func trainNamesEnglish(d Data, log io.Writer) ([]byte, error) {
	train, held, err := englishTexts(d)
	if err != nil {
		return nil, err
	}
	return trainEnglish(append(train, held...), log)
}

// scoreNamesEnglish trains on the first four fifths of each set and measures on
// the last.
func scoreNamesEnglish(d Data, log io.Writer) ([]Score, error) {
	train, held, err := englishTexts(d)
	if err != nil {
		return nil, err
	}
	weights, err := trainEnglish(train, log)
	if err != nil {
		return nil, err
	}
	model, err := names.OpenEnglish(weights)
	if err != nil {
		return nil, err
	}
	var scores []Score
	for i := range englishSets {
		set := &englishSets[i]
		right, got, gold := agreeEnglish(set, held, model)
		scores = append(scores, Score{Task: "names-en", Set: set.corpus.Path + ", last fifth", Measure: "F1",
			Value: hundred * 2 * float64(right) / float64(max(got+gold, 1))})
	}
	return scores, nil
}

// agreeEnglish counts the names of a set that were found right, those found
// and those there are.
func agreeEnglish(set *englishSet, texts []*englishText, model *names.Model) (right, got, gold int) {
	var rows names.EnglishRows
	finder := model.NewTagger()
	for _, t := range texts {
		if t.set != set {
			continue
		}
		rows.Read(t.text, t.tokens, nil)
		finder.Find(t.text, t.tokens, t.breaks, t.hints)
		found := t.found(finder.Labels(), &rows)
		there := map[englishSpan]bool{}
		for _, span := range t.gold {
			there[span] = true
		}
		for _, span := range found {
			if there[span] {
				right++
			}
		}
		got += len(found)
		gold += len(t.gold)
	}
	return right, got, gold
}

// englishNames is the recipe of the English names.
func englishNames() Recipe {
	return Recipe{
		Name:    "names-en",
		Does:    "Finds names of people, organisations, places and other things in English text.",
		File:    "lang/names/weights/english.bin",
		Date:    "2026-11-22",
		Data:    []Corpus{Wikigold, WNUT17, RE3D},
		Licence: bySA4,
		Train:   trainNamesEnglish,
		Score:   scoreNamesEnglish,
		Shipped: names.ShippedEnglish,
	}
}
