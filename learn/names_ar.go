package learn

import (
	"bytes"
	"io"
	"strings"

	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/names"
)

// heldArabic is how many words at the end of ANERcorp's training part are held
// out: a tenth.
const heldArabic = 12_512

// aner are the labels of ANERcorp.
var aner = map[string]names.Kind{"PERS": names.Person, "ORG": names.Organisation, "LOC": names.Place, "MISC": names.Other}

// arabicText is a stretch of a corpus as running text.
type arabicText struct {
	names.Labelled
	words []string
	tags  []string
	word  []int // per token, its word
}

// arabicTexts cuts a corpus without marks of sentences and reports into
// stretches of the length of a report.
func arabicTexts(words, tags []string, hinter *known.Hinter) []*arabicText {
	const report, longest = 800, 150 // words
	var list []*arabicText
	for len(words) > 0 {
		n := min(report, len(words))
		for n < len(words) && words[n-1] != "." {
			n++
		}
		list = append(list, newArabicText(words[:n], tags[:n], longest, hinter))
		words, tags = words[n:], tags[n:]
	}
	return list
}

func newArabicText(words, tags []string, longest int, hinter *known.Hinter) *arabicText {
	t := &arabicText{words: words, tags: tags}
	var text strings.Builder
	ends := make([]int, len(words))
	for i, word := range words {
		text.WriteString(word)
		ends[i] = text.Len()
		text.WriteByte(' ')
	}
	t.Text = text.String()
	t.Tokens = arabic.Tokens(t.Text)
	word, from := 0, 0
	for i := range t.Tokens {
		for t.Tokens[i].Start >= ends[word] {
			word++
		}
		t.word = append(t.word, word)
		if last := i+1 == len(t.Tokens); last || stops[t.Tokens[i].Key] || i+1-from >= longest {
			t.Ends = append(t.Ends, i+1)
			from = i + 1
		}
	}
	t.Hints = append([]names.Hint(nil), hinter.Hints(t.Tokens)...)
	t.label()
	return t
}

var stops = map[string]bool{".": true, "!": true, "?": true, "\u061F": true}

// label gives the tokens the labels of their words.
func (t *arabicText) label() {
	before := -1
	t.Labels = make([]uint8, len(t.Tokens))
	for i, word := range t.word {
		mark, kind, _ := strings.Cut(t.tags[word], "-")
		label := names.Label(aner[kind], false)
		if label != 0 && (mark == "B" && word != before || i == 0 || (t.Labels[i-1]+1)/2 != label/2) {
			label = names.Label(aner[kind], true)
		}
		t.Labels[i], before = label, word
	}
}

// spans are the names found, over words.
func (t *arabicText) spans(found []names.Name) []corpora.Span {
	var list []corpora.Span
	for _, name := range found {
		for label, kind := range aner {
			if kind == name.Kind {
				list = append(list, corpora.Span{Start: t.word[name.Start], End: t.word[name.End-1] + 1, Kind: label})
			}
		}
	}
	return list
}

func labelledArabic(texts []*arabicText) []names.Labelled {
	list := make([]names.Labelled, len(texts))
	for i := range texts {
		list[i] = texts[i].Labelled
	}
	return list
}

// trainArabic trains on words of ANERcorp.
func trainArabic(d Data, texts []*arabicText, log io.Writer) ([]byte, error) {
	var people []names.People
	for _, corpus := range []Corpus{WikidataNames, GoogleNames} {
		pairs, err := d.Pairs(corpus)
		if err != nil {
			return nil, err
		}
		for _, pair := range pairs {
			people = append(people, names.People{Word: pair.Arabic, Count: pair.Count})
		}
	}
	frequencies, err := d.frequencies(ArabicFrequencies)
	if err != nil {
		return nil, err
	}
	counts := make([]names.WordCount, len(frequencies))
	for i, frequency := range frequencies {
		counts[i] = names.WordCount{Word: frequency.word, Centibels: frequency.centibels}
	}
	return names.TrainArabic(labelledArabic(texts), people, counts, log)
}

// anerWords reads ANERcorp, all but the held words and those.
func anerWords(d Data) (train, held []*arabicText, err error) {
	raw, err := d.Read(ANERcorp)
	if err != nil {
		return nil, nil, err
	}
	list, err := corpora.CoNLL(ANERcorp.Path, bytes.NewReader(raw))
	if err != nil {
		return nil, nil, err
	}
	var words, tags []string
	for _, sentence := range list {
		words, tags = append(words, sentence.Words...), append(tags, sentence.Tags...)
	}
	cut := max(0, len(words)-heldArabic)
	hinter := known.NewHinter(known.Default())
	return arabicTexts(words[:cut], tags[:cut], hinter), arabicTexts(words[cut:], tags[cut:], hinter), nil
}

// arabicNames is the recipe of the Arabic names.
func arabicNames() Recipe {
	return Recipe{
		Name:    "names-ar",
		Does:    "Finds names of people, organisations, places and other things in Arabic text.",
		File:    "lang/names/weights/arabic.bin",
		Date:    "2026-11-22",
		Data:    []Corpus{ANERcorp, WikidataNames, GoogleNames, ArabicFrequencies},
		Licence: bySA4,
		Train: func(d Data, log io.Writer) ([]byte, error) {
			train, held, err := anerWords(d)
			if err != nil {
				return nil, err
			}
			return trainArabic(d, append(train, held...), log)
		},
		Score:   scoreArabicNames,
		Shipped: names.ShippedArabic,
	}
}

func scoreArabicNames(d Data, log io.Writer) ([]Score, error) {
	train, held, err := anerWords(d)
	if err != nil {
		return nil, err
	}
	weights, err := trainArabic(d, train, log)
	if err != nil {
		return nil, err
	}
	model, err := names.OpenArabic(weights)
	if err != nil {
		return nil, err
	}
	return nameScores("names-ar", "anercorp-train, last 12,512 words", model.NewTagger(), held), nil
}

// nameScores counts names that are right in span and kind.
func nameScores(task, set string, t *names.Tagger, texts []*arabicText) []Score {
	var right, found, gold map[string]int = map[string]int{}, map[string]int{}, map[string]int{}
	for _, text := range texts {
		there := map[corpora.Span]bool{}
		for _, span := range corpora.Spans(text.tags) {
			there[span] = true
			gold[span.Kind]++
			gold[""]++
		}
		for _, span := range text.spans(t.Find(text.Text, text.Tokens, text.Ends, text.Hints)) {
			found[span.Kind]++
			found[""]++
			if there[span] {
				right[span.Kind]++
				right[""]++
			}
		}
	}
	var scores []Score
	for _, kind := range []string{"", "PERS", "ORG", "LOC", "MISC"} {
		measure := strings.TrimSpace("F1 " + kind)
		scores = append(scores, Score{Task: task, Set: set, Measure: measure, Value: 200 * float64(right[kind]) / float64(max(1, found[kind]+gold[kind]))})
	}
	return scores
}
