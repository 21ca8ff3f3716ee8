package learn

import (
	"io"

	"github.com/isnad-news/isnad/lang/names"
)

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
		scores = append(scores, englishScores(set.corpus.Path+", last fifth", set, held, model)...)
	}
	return scores, nil
}

// englishScores compares the names found in the texts of a set with those that
// it marks, exact in words and kind: F1 over all names, then of each kind.
func englishScores(name string, set *englishSet, texts []*englishText, model *names.Model) []Score {
	var right, found, gold [names.Other + 1]int // by kind; None: all
	count := func(list *[names.Other + 1]int, span englishSpan) {
		list[names.None]++
		list[span.kind]++
	}
	var rows names.EnglishRows
	finder := model.NewTagger()
	for _, t := range texts {
		if t.set != set {
			continue
		}
		rows.Read(t.text, t.tokens, t.hints)
		finder.Find(t.text, t.tokens, t.breaks, t.hints)
		there := map[englishSpan]bool{}
		for _, span := range t.gold {
			there[span] = true
			count(&gold, span)
		}
		for _, span := range t.found(finder.Labels(), &rows) {
			count(&found, span)
			if there[span] {
				count(&right, span)
			}
		}
	}
	var scores []Score
	for kind, measure := range []string{"F1", "F1 PER", "F1 ORG", "F1 LOC", "F1 MISC"} {
		if gold[kind] > 0 {
			scores = append(scores, Score{Task: "names-en", Set: name, Measure: measure,
				Value: hundred * 2 * float64(right[kind]) / float64(found[kind]+gold[kind])})
		}
	}
	return scores
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
