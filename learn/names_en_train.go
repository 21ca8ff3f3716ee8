package learn

import (
	"io"
	"slices"

	"github.com/isnad-news/isnad/lang/names"
	"github.com/isnad-news/isnad/lang/tagger"
)

// englishExamples makes an example of every sentence, with features that see
// its whole document.
func englishExamples(texts []*englishText, rows *names.EnglishRows) []tagger.Example {
	var list []tagger.Example
	var features tagger.Rows
	for _, t := range texts {
		features.Reset()
		rows.Read(t.text, t.tokens, t.hints)
		rows.Rows(&features, 0, len(t.tokens))
		from := 0
		for _, to := range t.breaks {
			list = append(list, tagger.NewExample(&features, from, to, t.labels[from:to]))
			from = to
		}
	}
	return list
}

// trainEnglish trains on texts after it has made the labels of the sets agree:
// what one set marks and another leaves out would be taught both ways.
func trainEnglish(texts []*englishText, log io.Writer) ([]byte, error) {
	var marked, others, unmarked []*englishText
	for _, t := range texts {
		switch {
		case t.set.mentions:
			marked = append(marked, t)
		default:
			unmarked = append(unmarked, t)
			if !t.set.chat {
				others = append(others, t)
			}
		}
	}
	mention := func(label uint8) bool { return label >= names.FirstMention }
	other := func(label uint8) bool {
		return label == names.Label(names.Other, true) || label == names.Label(names.Other, false)
	}
	mentionLabels, err := labelsBy(marked, unmarked, mention, log)
	if err != nil {
		return nil, err
	}
	otherLabels, err := labelsBy(others, marked, other, log)
	if err != nil {
		return nil, err
	}
	labelled := make([]names.Labelled, 0, len(texts))
	for i, t := range unmarked {
		labelled = append(labelled, t.labelled(mentionLabels[i]))
	}
	for i, t := range marked {
		labelled = append(labelled, t.labelled(otherLabels[i]))
	}
	return names.TrainEnglish(labelled, log)
}

func (t *englishText) labelled(labels []uint8) names.Labelled {
	return names.Labelled{Text: t.text, Tokens: t.tokens, Ends: t.breaks, Hints: t.hints, Labels: labels}
}

// labelsBy returns the labels of texts with those more that a model of other
// texts finds and that are wanted.
func labelsBy(teachers, texts []*englishText, wanted func(label uint8) bool, log io.Writer) ([][]uint8, error) {
	var rows names.EnglishRows
	weights, err := tagger.Train(englishExamples(teachers, &rows), tagger.Options{Labels: names.EnglishLabels, Log: log})
	if err != nil {
		return nil, err
	}
	model, err := tagger.Load(weights)
	if err != nil {
		return nil, err
	}
	decoder := model.NewDecoder()
	var features tagger.Rows
	list := make([][]uint8, len(texts))
	for i, t := range texts {
		features.Reset()
		rows.Read(t.text, t.tokens, t.hints)
		rows.Rows(&features, 0, len(t.tokens))
		list[i] = withMore(t.labels, decoder.Decode(&features, 0, len(t.tokens)), wanted)
	}
	return list, nil
}

// withMore returns labels with those found names and mentions that are wanted
// where no label is: what is labelled stays what it is.
func withMore(labels, found []uint8, wanted func(label uint8) bool) []uint8 {
	labels = slices.Clone(labels)
	for i := 0; i < len(found); {
		to, free := i+1, labels[i] == 0
		for found[i] != 0 && to < len(found) && found[to] == (found[i]+1)/2*2 {
			free = free && labels[to] == 0
			to++
		}
		if wanted(found[i]) && free {
			copy(labels[i:to], found[i:to])
		}
		i = to
	}
	return labels
}
