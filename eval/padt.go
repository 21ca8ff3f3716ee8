package eval

import (
	"context"
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/learn"
)

// Names of the tasks on a treebank.
const (
	segmentsTask  = "segments"
	sentencesTask = "sentences"
	stemsTask     = "stems"
)

func padtTask() Task {
	return Task{Name: segmentsTask, Needs: []learn.Corpus{learn.PADT}, Run: func(_ context.Context, d learn.Data, _ io.Writer) ([]learn.Score, error) {
		trees, err := d.CoNLLU(learn.PADT)
		if err != nil {
			return nil, err
		}
		return PADT("UD Arabic-PADT 1.3, development part, as running text", trees), nil
	}}
}

// PADT scores words, sentences and stems on trees of UD Arabic-PADT 1.3, turned
// back into running text by [corpora.PADT]. A word is right that begins and
// ends where the treebank has it; so is a sentence. Written words that the
// treebank leaves without analysis count on neither side. Of the words that are
// right and not marks, stems tells for how many the key for search is that of
// their lemma.
func PADT(set string, trees []corpora.Tree) []learn.Score {
	running := corpora.PADT(trees)
	w := readText(running.Text, isnad.Arabic)
	gold, lemmas, unknown := goldWords(running)
	var got []lang.Range
	keys := map[lang.Range]string{}
	for i := range w.tokens {
		if unknown[w.tokens[i].Start] {
			continue
		}
		got = append(got, w.pieces(i)...)
		if w.tokens[i].Kind == lang.Word {
			keys[w.segments[i].Stem] = w.segments[i].Key
		}
	}
	stems := corpora.Agreement{}
	for at, key := range keys {
		if lemma := lemmas[at]; lemma != "" {
			stems.Gold++
			if key == stemOf(lemma) {
				stems.Right++
			}
		}
	}
	return []learn.Score{
		{Task: segmentsTask, Set: set, Measure: "words F1", Value: hundred * corpora.AgreeExtents(w.extents(gold), w.extents(got)).F1()},
		{Task: sentencesTask, Set: set, Measure: "F1", Value: hundred * corpora.AgreeExtents(w.extents(running.Sentences), w.extents(w.sentences)).F1()},
		{Task: stemsTask, Set: set, Measure: "key is the lemma's", Value: hundred * stems.Recall()},
	}
}

// goldWords are the words of a treebank, the lemmas of those with a stem, and
// the bytes of written words without analysis.
func goldWords(running corpora.Printed) (words []lang.Range, lemmas map[lang.Range]string, unknown map[int]bool) {
	lemmas, unknown = map[lang.Range]string{}, map[int]bool{}
	for _, word := range running.Words {
		if word.Copies > 0 {
			for i := word.Start; i < word.End; i++ {
				unknown[i] = true
			}
			continue
		}
		words = append(words, word.Range)
		switch word.Word.UPOS {
		case "NOUN", "ADJ", "VERB", "PROPN", "ADV":
			lemmas[word.Range] = corpora.Unvocalised(word.Word.Lemma)
		}
	}
	return words, lemmas, unknown
}

// stemOf is the key of a lemma that stands alone, which has no clitics.
func stemOf(lemma string) string { return arabic.BareStem(arabic.Fold(lemma)) }
