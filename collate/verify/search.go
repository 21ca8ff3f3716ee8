package verify

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/bitext"
	"github.com/isnad-news/isnad/lang/gloss"
)

// Search is one thing to look for in a store.
type Search struct {
	Conditions []isnad.Condition
	Weight     float64 // how much a report that meets it bears on the question
}

// The weights of searches: the words as they stand, what the speaker says of a
// word, two words near one another, a word, what the speaker says at all.
const (
	phraseWeight  = 8
	speakerWeight = 4
	pairWeight    = 3
	wordWeight    = 1
	voiceWeight   = 0.5
)

// Bounds of what is looked for.
const (
	mostSearches = 160
	mostForms    = 4 // of one word in the other language
	pairedForms  = 2 // of these, those that are looked for beside another word's
	near         = 3 // words from one another that are looked for together
)

// Searches are what to look for to find the reports that a question can be held
// against, in both languages; at most 160, those that say most first.
func Searches(facts *known.Facts, question isnad.Question) []Search {
	x := newLexicon()
	words := contentOf(x.wordsOf(question.Words, 0))
	list := []Search{search(phraseWeight, text(question.Words, true))}
	speaker, asked := speakerOf(facts, question.Speaker)
	forms := make([][]string, len(words))
	for i := range words {
		forms[i] = append([]string{words[i].span.Of(question.Words)}, formsOf(&words[i])...)
	}
	for i := range words {
		for j := i + 1; j < len(words) && j <= i+near; j++ {
			list = append(list, search(pairWeight, text(forms[i][0], false), text(forms[j][0], false)))
		}
		if asked {
			list = append(list, search(speakerWeight, speaker, text(forms[i][0], false)))
		}
	}
	for i := range words {
		list = append(list, search(wordWeight, text(forms[i][0], false)))
	}
	if asked {
		list = append(list, search(voiceWeight, speaker))
	}
	return bounded(append(list, translated(forms, speaker, asked)...))
}

// translated are the searches by words of the other language.
func translated(forms [][]string, speaker isnad.Condition, asked bool) (list []Search) {
	for i := range forms {
		for j := i + 1; j < len(forms) && j <= i+near; j++ {
			for _, a := range some(forms[i][1:], pairedForms) {
				for _, b := range some(forms[j][1:], pairedForms) {
					list = append(list, search(pairWeight, text(a, false), text(b, false)))
				}
			}
		}
		for _, form := range forms[i][1:] {
			list = append(list, search(wordWeight, text(form, false)))
			if asked && len(speaker.Known) > 0 {
				list = append(list, search(speakerWeight, speaker, text(form, false)))
			}
		}
	}
	return list
}

func bounded(list []Search) []Search {
	slices.SortStableFunc(list, func(a, b Search) int { return int(2*b.Weight) - int(2*a.Weight) })
	return list[:min(len(list), mostSearches)]
}

func some(list []string, n int) []string { return list[:min(len(list), n)] }

func search(weight float64, conditions ...isnad.Condition) Search { return Search{conditions, weight} }

func text(words string, following bool) isnad.Condition {
	return isnad.Condition{Field: isnad.InText, Value: words, Close: following}
}

// speakerOf is the condition that somebody speaks.
func speakerOf(facts *known.Facts, name string) (isnad.Condition, bool) {
	condition := isnad.Condition{Field: isnad.SpeakerName, Value: name}
	for _, row := range facts.Named(name) {
		condition.Known = append(condition.Known, row.ID)
	}
	return condition, len(newLexicon().wordsOf(name, 0)) > 0
}

// formsOf are words of the other language that may stand for a word: its
// translations, the likeliest first, then the words of its concepts.
func formsOf(w *word) []string {
	var list []string
	add := func(form string) {
		if len(list) < mostForms && !slices.Contains(list, form) && !strings.Contains(form, " ") {
			list = append(list, form)
		}
	}
	translations, listed := bitext.Default().English(w.term), gloss.EnglishWords
	if w.latin {
		translations, listed = bitext.Default().Arabic(w.term), gloss.ArabicWords
	}
	for i, translation := range translations {
		if i < mostForms/2 && translation.P >= leastShare {
			add(translation.Key)
		}
	}
	for _, concept := range w.concepts {
		for _, form := range listed(concept) {
			add(form)
		}
	}
	return list
}
