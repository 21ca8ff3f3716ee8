package learn

import (
	"fmt"
	"io"
	"strings"

	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// segmentModel is the recipe of the parting of Arabic words.
func segmentModel() Recipe {
	return Recipe{
		Name:    "segments-ar",
		Does:    "Parts Arabic words into conjunction, preposition, stem and pronoun.",
		File:    "lang/arabic/weights/segments.bin",
		Date:    "2026-11-22",
		Data:    []Corpus{NewswireSegments, ArabicFrequencies, WikidataNames},
		Licence: "CC BY-SA 4.0",
		Train: func(d Data, log io.Writer) ([]byte, error) {
			words, err := d.Segmented(NewswireSegments)
			if err != nil {
				return nil, err
			}
			return trainSegments(d, words, log)
		},
		Score:   scoreSegments,
		Shipped: arabic.ShippedSegments,
	}
}

func trainSegments(d Data, words []corpora.Segmented, log io.Writer) ([]byte, error) {
	frequencies, err := d.frequencies(ArabicFrequencies)
	if err != nil {
		return nil, err
	}
	pairs, err := d.Pairs(WikidataNames)
	if err != nil {
		return nil, err
	}
	written := make([]arabic.WrittenWord, len(words))
	for i, word := range words {
		written[i] = arabic.WrittenWord(word)
	}
	counts := make([]arabic.WordCount, len(frequencies))
	for i, frequency := range frequencies {
		counts[i] = arabic.WordCount{Word: frequency.word, Centibels: frequency.centibels}
	}
	names := make([]string, len(pairs))
	for i, pair := range pairs {
		names[i] = pair.Arabic
	}
	fmt.Fprintf(log, "%d words, %d frequencies, %d names\n", len(words), len(counts), len(names))
	return arabic.TrainSegments(written, counts, names)
}

// scoreSegments trains on nine tenths of the corpus and tells for how many words
// of the last tenth the conjunction and the pronoun are parted as there.
func scoreSegments(d Data, log io.Writer) ([]Score, error) {
	words, err := d.Segmented(NewswireSegments)
	if err != nil {
		return nil, err
	}
	cut := len(words) * 9 / 10
	weights, err := trainSegments(d, words[:cut], log)
	if err != nil {
		return nil, err
	}
	segmenter, err := arabic.OpenSegmenter(weights)
	if err != nil {
		return nil, err
	}
	score := Score{
		Task: "segments", Set: "newswire, last tenth", Measure: "words",
		Note: "conjunctions and pronouns; the corpus is made by a program, and where it has a preposition or parts otherwise the word is left out",
	}
	right, all := agreeingWords(segmenter, words[cut:])
	score.Value = 100 * float64(right) / float64(max(all, 1))
	return []Score{score}, nil
}

// agreeingWords counts the words whose conjunction and pronoun a segmenter parts
// as the corpus does, and the words that tell.
func agreeingWords(segmenter *arabic.Segmenter, held []corpora.Segmented) (right, all int) {
	var text strings.Builder
	starts := map[int]int{} // the word that begins at a byte
	for i, word := range held {
		starts[text.Len()] = i
		text.WriteString(word.Word)
		text.WriteByte(' ')
	}
	tokens := arabic.Tokens(text.String())
	for i, segment := range segmenter.Segments(nil, text.String(), tokens) {
		at, ok := starts[tokens[i].Start]
		if !ok || tokens[i].Kind != lang.Word || tokens[i].End-tokens[i].Start != len(held[at].Word) {
			continue
		}
		conj, pronoun, ok := arabic.ToldClitics(held[at].Word, held[at].Segments)
		if !ok {
			continue
		}
		all++
		if conj == (segment.Conj.End > segment.Conj.Start) && pronoun == (segment.Enclitic.End > segment.Enclitic.Start) {
			right++
		}
	}
	return right, all
}
